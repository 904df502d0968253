/** Every word the filter shows or says. A translation is another such file. */

export const words = {
  label: "Find a word",
  hint: "Your own words will do: “wound up”, “can’t switch off”, “vegas nerve”.",
  clear: "Clear",
  /** @param {number} count @param {string} typed */
  count: (count, typed) => (count === 1 ? `1 word for “${typed}”` : `${count} words for “${typed}”`),
  nearest: (/** @type {string} */ typed) => `No exact match for “${typed}”. Closest words:`,
  nothing: (/** @type {string} */ typed) => `No match for “${typed}”. All words are in the list below.`,
  by: (/** @type {string} */ name) => `“${name}” →`,
  also: "Also on this site",
  failed: "Search didn't load. All words are in the list below.",
  inText: "in the text of its page",
};
