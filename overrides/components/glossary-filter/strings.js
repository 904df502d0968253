/** Every word the filter shows or says. A translation is another file like this one. */

export const words = {
  label: "Find a word",
  hint: "Your own words will do: “wound up”, “can’t switch off”, “vegas nerve”.",
  clear: "Clear",
  count: (count, asked) => (count === 1 ? `1 word for “${asked}”` : `${count} words for “${asked}”`),
  nearest: (asked) => `Nothing fits “${asked}”. These come nearest:`,
  nothing: (asked) => `Nothing fits “${asked}”. Every word stands in the list below.`,
  by: (name) => `“${name}” →`,
  inText: "found in the text of its page",
};
