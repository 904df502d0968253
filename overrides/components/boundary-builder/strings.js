/** Every word the script shows. The sentences themselves come from the page. A translation is another file like this one. */

export const words = {
  copied: "Copied.",
  notCopied:
    "Your browser didn't allow copying. The words are selected: copy them with your keyboard or a long press.",
  /** @param {string} label */
  needed: (label) => `Please fill in “${label}”. Three words are enough.`,
  /** @param {string} moment */
  momentHint: (moment) => `Finish the sentence: “If …” If you leave it empty: ${moment}`,
};
