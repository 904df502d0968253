/** Every word of the search. A translation is another file like this one. */

export const words = {
  search: "Search",
  label: "What are you looking for?",
  clear: "Clear",
  close: "Close",
  hint: "Your own words will do: “can’t sleep”, “box breathing”, “how do I say no”.",
  keys: "Arrow keys move, Enter opens, Escape closes.",
  /** @param {string} keys */
  opens: (keys) => `${keys} opens the search on any page.`,
  loading: "Loading search …",
  failed: "Search didn't load.",
  again: "Try again",
  /** @param {number} count @param {string} typed */
  count: (count, typed) => (count === 1 ? `1 page for “${typed}”` : `${count} pages for “${typed}”`),
  /** @param {string} typed */
  nearest: (typed) => `No exact match for “${typed}”. Closest pages:`,
  /** @param {string} typed */
  nothing: (typed) => `No match for “${typed}”.`,
  /** @param {number} count */
  more: (count) => `Show ${count} more`,
  /** @param {string} name */
  by: (name) => `· “${name}”`,
  helpFirst: "Help comes first",
  helpAbove: "Help is shown above.",
  help: "Get help now",
  finder: "Find a practice by how you feel",
  glossary: "See all words",
  also: "Also on this site:",
  kinds: {
    practice: "Practice",
    guide: "Guide",
    help: "Help",
    tool: "Tool",
    term: "Word",
    about: "About",
    page: "Page",
  },
};
