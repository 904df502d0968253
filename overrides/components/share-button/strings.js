/** Every word that changes when something is shared. A translation is another such file. */

export const words = {
  copied: "Link copied.",
  copiedWithTimer: "Link copied. It carries what you picked in the timer.",
  copiedSection: (/** @type {string} */ heading) => `Link to “${heading}” copied.`,
  thisIsTheLink: (/** @type {string} */ link) => `Here is the link: ${link}`,
  copySection: (/** @type {string} */ heading) => `Copy the link to “${heading}”`,
};
