/** Every word the previews show that does not come from the page. A translation is another such file. */

export const words = {
  status: (/** @type {string} */ label) => `Status: ${label}`,
  open: (/** @type {string} */ word) => `Open “${word}”`,
  source: "Go to this source",
};
