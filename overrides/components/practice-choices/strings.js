/** The words that change while a reader asks; those that stand still are in the .html templates. */

const lower = (/** @type {string} */ text) => text[0].toLowerCase() + text.slice(1);

/** @type {Record<string, string>} */
const SUBJECTS = {
  feel: "what you feel",
  minutes: "the minutes",
  place: "the place",
  position: "the position",
  sound: "sound",
  breath: "the breath",
};

/** A length as cards say it. @param {number} ms */
export function lengthInWords(ms) {
  if (ms < 45_000) return `${Math.round(ms / 1000)} seconds`;
  const minutes = Math.max(1, Math.round(ms / 60_000));
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}

export const words = {
  option: (/** @type {string} */ text, /** @type {number} */ many) => `${text} (${many})`,
  many: (/** @type {number} */ many) => `(${many})`,
  all: (/** @type {number} */ all) => `All ${all} practices are shown.`,
  /** @param {number} some @param {number} all */
  some: (some, all) => `${some} of ${all} practices ${some === 1 ? "fits" : "fit"}.`,
  none: "No practice fits all of this.",
  loosen: "Try removing one of your choices:",
  loosenAll: "Try removing more than one of your choices:",
  /** @param {string} any "any length" @param {number} many */
  with: (any, many) => `${any[0].toUpperCase()}${any.slice(1)} (${many})`,
  clear: "Start again",
  offered: (/** @type {number} */ ms) => `Timer set to ${lengthInWords(ms)}`,
  suggested: (/** @type {number} */ shown, /** @type {number} */ all) =>
    shown < all
      ? `Showing ${shown} of ${all} that fit.`
      : all === 1
        ? "1 practice fits."
        : `${all} practices fit.`,
  reason: (/** @type {string[]} */ parts) => `Matches: ${parts.map(lower).join(", ")}`,
  silent: "silent",
  notBreath: "no breathing exercise",
  more: (/** @type {number} */ all) => `See all ${all} that fit`,
  notSafe: "If you are not safe, help comes first. No practice here is for that.",
  bad: (/** @type {string[]} */ names) =>
    `This link asks for something we don't offer, so we left it out: ${names.map((name) => SUBJECTS[name]).join(", ")}.`,
};
