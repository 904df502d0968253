/** Every word the script shows; the sentences come from the page. A translation is another such file. */

export const words = {
  copied: "Copied.",
  notCopied:
    "Your browser didn't allow copying. The words are selected: copy them with your keyboard or a long press.",
  needed: (/** @type {string} */ label) => `Please fill in “${label}”. Three words are enough.`,
  /** @param {string} moment */
  momentHint: (moment) => `Finish the sentence: “If …” If you leave it empty: ${moment}`,
};
