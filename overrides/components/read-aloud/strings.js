/** The words on the buttons of `<read-aloud>`. */

export const words = {
  listen: "Listen",
  steps: "Listen to the steps",
  pause: "Pause",
  goOn: "Go on",
  none: "This device has no voice of its own. Other voices would send the text away, so we don't use them.",
};
