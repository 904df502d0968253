/** Every word the script shows. The sentences themselves come from the page. A translation is another file like this one. */

export const words = {
  copied: "Copied.",
  notCopied: "This browser does not let a page copy. The words are marked: copy them with your keyboard or a long press.",
  needed: (label) => `Please fill in “${label}”. Three words are enough.`,
  momentHint: (moment) => `It goes after “If”. Left empty: ${moment}`,
};
