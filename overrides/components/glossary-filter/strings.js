/** Every word the filter shows or says. A translation is another file like this one. */

export const words = {
  label: "Find a word",
  hint: "Your own words will do: “wound up”, “can’t switch off”, “vegas nerve”.",
  clear: "Clear",
  /** @param {number} count @param {string} typed */
  count: (count, typed) => (count === 1 ? `1 word for “${typed}”` : `${count} words for “${typed}”`),
  /** @param {string} typed */
  nearest: (typed) => `No exact match for “${typed}”. Closest words:`,
  /** @param {string} typed */
  nothing: (typed) => `No match for “${typed}”. All words are in the list below.`,
  /** @param {string} name */
  by: (name) => `“${name}” →`,
  also: "Also on this site",
  failed: "Search didn't load. All words are in the list below.",
  inText: "in the text of its page",
};
