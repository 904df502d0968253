/** Every word the filter shows or says. A translation is another file like this one. */

export const words = {
  label: "Find a word",
  hint: "Your own words will do: “wound up”, “can’t switch off”, “vegas nerve”.",
  clear: "Clear",
  count: (count, typed) => (count === 1 ? `1 word for “${typed}”` : `${count} words for “${typed}”`),
  nearest: (typed) => `Nothing fits “${typed}”. These come nearest:`,
  nothing: (typed) => `Nothing fits “${typed}”. Every word stands in the list below.`,
  by: (name) => `“${name}” →`,
  also: "Also on this site",
  failed: "The search could not be fetched. Every word stands in the list below.",
  inText: "found in the text of its page",
};
