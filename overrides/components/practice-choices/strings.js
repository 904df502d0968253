/** The words that change while a reader asks; those that stand still are in the .html templates. */

const lower = (text) => text[0].toLowerCase() + text.slice(1);

const ASKED = { feel: "what you feel", minutes: "the minutes", place: "the place", position: "the position", sound: "sound", breath: "the breath" };

/** A length as cards say it. @param {number} ms */
export function lengthInWords(ms) {
  if (ms < 45_000) return `${Math.round(ms / 1000)} seconds`;
  const minutes = Math.max(1, Math.round(ms / 60_000));
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}

export const words = {
  option: (text, many) => `${text} (${many})`,
  many: (many) => `(${many})`,
  all: (all) => `All ${all} practices are shown.`,
  some: (some, all) => `${some} of ${all} practices ${some === 1 ? "fits" : "fit"}.`,
  none: "No practice fits all of this.",
  loosen: "It would help to let go of one thing:",
  loosenAll: "It would help to let go of more than one thing:",
  with: (any, many) => `${any[0].toUpperCase()}${any.slice(1)} (${many})`,
  clear: "Start again",
  offered: (ms) => `Offered at ${lengthInWords(ms)}`,
  suggested: (shown, all) => (shown < all ? `${shown} to begin with, of ${all} that fit.` : all === 1 ? "1 practice fits." : `${all} practices fit.`),
  reason: (parts) => `Fits: ${parts.map(lower).join(", ")}`,
  silent: "silent",
  notBreath: "not the breath",
  more: (all) => `See all ${all} in the library`,
  notSafe: "If you are not safe, help comes first. No practice here is for that.",
  bad: (names) => `The address asked for something that is not a choice here, so it was left out: ${names.map((name) => ASKED[name]).join(", ")}.`,
};
