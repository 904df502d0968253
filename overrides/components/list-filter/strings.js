/** Every word the filter says at work; label and hint stand in the page. */

export const words = {
  clear: "Clear",
  /** @param {number} shown @param {number} all @param {string} one "question" @param {string} many
   *  "questions" */
  count: (shown, all, one, many) =>
    `${shown} of ${all} ${all === 1 ? one : many} ${shown === 1 ? "matches" : "match"}.`,
  none: (/** @type {string} */ many) => `No ${many} match all of those words. Try one word.`,
};
