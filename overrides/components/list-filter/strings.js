/** Every word the filter says while it works; label and hint stand in the page. A translation is another file like this. */

export const words = {
  clear: "Clear",
  count: (shown, all, one, many) => `${shown} of ${all} ${all === 1 ? one : many} ${shown === 1 ? "has" : "have"} these words.`,
  none: (many) => `None of the ${many} has all of these words.`,
};
