/** Every word that changes when something is shared. A translation is another file like this one. */

export const words = {
  copied: "Link copied.",
  copiedWithTimer: "Link copied. It carries what you picked in the timer.",
  /** @param {string} heading */
  copiedSection: (heading) => `Link to “${heading}” copied.`,
  /** @param {string} link */
  thisIsTheLink: (link) => `Here is the link: ${link}`,
  /** @param {string} heading */
  copySection: (heading) => `Copy the link to “${heading}”`,
};
