/** Breathing patterns that a reader named, at most six for a practice. They are stored with the settings
 *  (localStorage). */

/** @import { TimerOptions } from "./options.js" */

export const MOST_PATTERNS = 6;
const LONGEST_NAME = 30; // letters

/** `pattern` in seconds, "4-6". @typedef {{name: string, pattern: string}} NamedPattern */

/** A name as it is stored: spaces once, cut to its longest; "" for what is no name. @param {unknown} text */
export function cleanName(text) {
  return typeof text === "string" ? text.replace(/\s+/g, " ").trim().slice(0, LONGEST_NAME).trim() : "";
}

/** The named patterns of a practice, without all that does not fit. @param {TimerOptions} options
 *  @returns {NamedPattern[]} */
export function namedPatterns(options) {
  const stored = options.storedPatterns;
  if (!Array.isArray(stored)) return [];
  return stored
    .map((entry) => ({ name: cleanName(entry?.name), pattern: entry?.pattern }))
    .filter(
      ({ name, pattern }) => name && typeof pattern === "string" && options.read("pattern", pattern).plan,
    )
    .slice(0, MOST_PATTERNS);
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
