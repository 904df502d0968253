/** Every word the previews show. A translation is another file like this one. */

export const words = {
  status: (label) => `Status: ${label}`,
  open: (word) => `Open “${word}”`,
};
