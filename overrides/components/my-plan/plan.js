/** From answers to a plan, and from an address to answers. Pure: no document, no clock. */

import { NOT_SAFE, lengthFor, nothing, ranked } from "../practice-choices/filters.js";
/** @import { Facts } from "../practice-choices/filters.js" */

export const QUESTIONS = /** @type {const} */ (["feel", "place", "minutes", "avoid", "ask"]);
const MOST_SIGNS = 300; // of an address; every plan made here has fewer
const FEWEST = 2;
const MOST = 3;
/** Positions that an answer rules out. @type {Record<string, string[]>} */
const POSITIONS = { lying: ["lying"], upright: ["standing", "walking"] };

/**
 * The chosen values of each question, in the order offered; none is "any", and only `avoid` has several.
 * @typedef {Record<typeof QUESTIONS[number], string[]>} Answers
 *
 */

/**
 * Reads strictly what follows the "#" of an address. What is not offered is left out, and the question named.
 * @param {string} hash
 * @param {Answers} offered
 * @returns {{answers: Answers, left: string[], unsafe: boolean} | undefined} nothing where no plan is asked
 *   for;
 *   `left`: questions with a part left out, "other" for unknown ones, "long" where the address was
 *  cut */
export function readPlan(hash, offered) {
  if (!hash.includes("=")) return undefined;
  const text = hash.replace(/^#/, "");
  const query = new URLSearchParams(text.slice(0, MOST_SIGNS));
  const left = text.length > MOST_SIGNS ? ["long"] : [];
  const answers = /** @type {Answers} */ ({});
  for (const name of QUESTIONS) {
    const given = query.getAll(name);
    const values = name === "avoid" ? given.join(" ").split(" ").filter(Boolean) : given;
    answers[name] = offered[name].filter((value) => values.includes(value));
    if (name !== "avoid") answers[name].splice(values.length > 1 ? 0 : 1);
    if (answers[name].length < values.length) left.push(name);
  }
  if ([...query.keys()].some((name) => !QUESTIONS.some((question) => question === name))) left.push("other");
  return { answers, left, unsafe: query.getAll("feel").includes(NOT_SAFE) };
}

/** What follows the "#", as in `feel=worried&avoid=breath+lying`. @param {Answers} answers */
export const hashOf = (answers) =>
  new URLSearchParams(
    QUESTIONS.filter((name) => answers[name].length).map((name) => [name, answers[name].join(" ")]),
  ).toString() || "feel=";

/**
 * Two or three practices. Where fewer than two fit, the place is let go, then the minutes; what to avoid
 *   never is.
 * @param {Facts[]} all @param {Answers} answers @param {string} [first] the editors' first choice for the
 *   feeling
 * @returns {{facts: Facts, query: string, ms: number, loose: boolean}[]} `loose`: another place, or longer
 */
export function practicesFor(all, { feel, place, minutes, avoid }, first) {
  const barred = avoid.flatMap((name) => POSITIONS[name] ?? []);
  const may = all.filter(({ position }) => position.some((name) => !barred.includes(name)));
  const off = (/** @type {string} */ name) => (avoid.includes(name) ? "off" : "");
  const loosest = { ...nothing(), feel: feel[0] ?? "", sound: off("sound"), breath: off("breath") };
  const full = { ...loosest, place: place[0] ?? "", minutes: minutes[0] ?? "" };
  /** @type {ReturnType<typeof practicesFor>} */
  const practices = [];
  for (const filters of [full, { ...full, place: "" }, loosest]) {
    for (const facts of ranked(may, filters, first)) {
      if (practices.length >= (filters === full ? MOST : FEWEST)) break;
      const { ms, query } = lengthFor(facts, filters.minutes) ?? { ms: 0, query: "" };
      if (!practices.some((practice) => practice.facts === facts))
        practices.push({ facts, query, ms, loose: filters !== full });
    }
  }
  return practices;
}
