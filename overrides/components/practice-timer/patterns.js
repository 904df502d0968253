/** Breathing patterns that a reader named, at most six for a practice. They are stored with the settings (localStorage). */

export const MOST_PATTERNS = 6;
export const LONGEST_NAME = 30; // letters

/** @typedef {{name: string, pattern: string}} NamedPattern `pattern`: seconds of the phases in order, "4-6"
 *  @typedef {import("./options.js").TimerOptions} TimerOptions */

/** A name as it is kept: spaces once, cut to its longest; "" for what is no name. @param {unknown} text */
export function cleanName(text) {
  return typeof text === "string" ? text.replace(/\s+/g, " ").trim().slice(0, LONGEST_NAME).trim() : "";
}

/** The named patterns of a practice, without all that does not fit. @param {TimerOptions} options @returns {NamedPattern[]} */
export function namedPatterns(options) {
  const stored = options.storedPatterns;
  if (!Array.isArray(stored)) return [];
  /** @type {NamedPattern[]} */
  const patterns = [];
  for (const entry of stored) {
    const name = cleanName(entry?.name);
    if (name && typeof entry.pattern === "string" && options.read("pattern", entry.pattern).plan)
      patterns.push({ name, pattern: entry.pattern });
  }
  return patterns.slice(0, MOST_PATTERNS);
}

/** Keep the present pattern under a name; one of the same name is replaced. Returns whether there was room.
 *  @param {TimerOptions} options @param {string} name cleaned */
export function keepPattern(options, name) {
  const others = namedPatterns(options).filter((entry) => entry.name !== name);
  if (others.length >= MOST_PATTERNS) return false;
  options.storedPatterns = [...others, { name, pattern: options.pattern }];
  return true;
}

/** @param {TimerOptions} options @param {string} name */
export function removePattern(options, name) {
  options.storedPatterns = namedPatterns(options).filter((entry) => entry.name !== name);
}

/** The name of the present pattern; undefined without one. @param {TimerOptions} options */
export const patternName = (options) =>
  namedPatterns(options).find(({ pattern }) => pattern === options.pattern)?.name;
