/** From what a reader wrote to sentences and a plan, by the patterns of the content. Pure: no document. */

const SLOT = /\{(\w+)\}/g;
const ENDED = /[.!?\u2026]["'\u201d\u2019)]*$/u;

/** @param {string} text */
const clean = (text) => text.replace(/\s+/gu, " ").trim();

/** A whole sentence: a capital first, a stop at the end. @param {string} text */
export function sentence(text) {
  const [first = "", ...rest] = clean(text);
  const capitalised = first.toUpperCase() + rest.join("");
  return !capitalised || ENDED.test(capitalised) ? capitalised : `${capitalised}.`;
}

/** A part of a sentence: no stop at the end; a capital goes where only small letters follow it. @param {string} text */
export const inner = (text) =>
  clean(text)
    .replace(/[\s.!?\u2026]+$/u, "")
    .replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());

/** A pattern with its parts put in, or nothing where a part is empty. What was put in is not read again.
 *  @param {string} pattern @param {Record<string, string>} parts */
function fill(pattern, parts) {
  const names = [...pattern.matchAll(SLOT)].map((slot) => slot[1]);
  if (names.some((name) => !parts[name])) return "";
  return pattern.replace(SLOT, (_, name) => parts[name]);
}

/**
 * What the page gives: for each aim its patterns by firmness and what its field is called, the plan, a moment for each situation.
 * @typedef {{aims: Record<string, {ask: string, hint: string, patterns: Record<string, string[]>}>, plan: string[], moments: Record<string, string>}} Content
 * @typedef {Record<"situation" | "aim" | "firmness" | "facts" | "effect" | "ask" | "offer" | "moment", string>} Said what the reader wrote and chose
 */

/**
 * @param {Content} content
 * @param {Said} said
 * @returns {{short: string, long: string, plan: string}} one sentence, all of them a line each, the plan a line each
 */
export function compose(content, said) {
  const parts = {
    facts: sentence(said.facts),
    effect: sentence(said.effect),
    ask: inner(said.ask),
    offer: inner(said.offer),
  };
  const patterns = content.aims[said.aim].patterns[said.firmness];
  const short = fill(patterns.find((pattern) => pattern.includes("{ask}")) ?? "", parts);
  const long = patterns.map((pattern) => fill(pattern, parts)).filter(Boolean);
  const moment = inner(said.moment).replace(/^(?:if|when)\s+/iu, "") || content.moments[said.situation];
  const plan = content.plan.map((pattern) => fill(pattern, { moment, line: short })).filter(Boolean);
  return { short, long: long.join("\n"), plan: plan.join("\n") };
}
