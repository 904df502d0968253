/** Every word that changes when something is shared. A translation is another file like this one. */

export const words = {
  copied: "The link is copied.",
  copiedSection: (heading) => `The link to “${heading}” is copied.`,
  thisIsTheLink: (link) => `This is the link: ${link}`,
  copySection: (heading) => `Copy the link to “${heading}”`,
};
