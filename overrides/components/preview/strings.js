/** Every word the previews show that does not come from the page. A translation is another file like this one. */

export const words = {
  status: (label) => `Status: ${label}`,
  open: (word) => `Open “${word}”`,
  source: "Go to this source",
};
