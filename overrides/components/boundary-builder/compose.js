/** From what a reader wrote to sentences and a plan, by the patterns of the content. Pure: no document. */

const SLOT = /\{(\w+)\}/g;
const ENDED = /[.!?\u2026]["'\u201d\u2019)]*$/u;

/** What the page gives: for each aim its patterns by firmness and what its field is called, the plan, a moment
 *  for each situation.
 *  @typedef {{aims: Record<string, {ask: string, hint: string, patterns: Record<string, string[]>}>,
 *   plan: string[], moments: Record<string, string>}} Content
 *  What the reader wrote and chose.
 *  @typedef {Record<"situation" | "aim" | "firmness" | "facts" | "effect" | "ask" | "offer" | "moment",
 *   string>} Fields */

const clean = (/** @type {string} */ text) => text.replace(/\s+/gu, " ").trim();

/** A whole sentence: a capital first, a stop at the end. @param {string} text */
function sentence(text) {
  const [first = "", ...rest] = clean(text);
  const capitalised = first.toUpperCase() + rest.join("");
  return !capitalised || ENDED.test(capitalised) ? capitalised : `${capitalised}.`;
}

/** A part of a sentence: no stop at the end; a capital before small letters goes. @param {string} text */
const inner = (text) =>
  clean(text)
    .replace(/[\s.!?\u2026]+$/u, "")
    .replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());

/** A pattern with its parts put in, or nothing where a part is empty. What was put in is not read again. */
function fill(/** @type {string} */ pattern, /** @type {Record<string, string>} */ parts) {
  const names = [...pattern.matchAll(SLOT)].map((slot) => slot[1]);
  if (names.some((name) => !parts[name])) return "";
  return pattern.replace(SLOT, (_, name) => parts[name]);
}

/** The `short` sentence, the `long` text with a line for each sentence, the `plan` with a line for each part.
 *  @param {Content} content @param {Fields} fields */
export function compose(content, { situation, aim, firmness, facts, effect, ask, offer, moment: typed }) {
  const parts = { facts: sentence(facts), effect: sentence(effect), ask: inner(ask), offer: inner(offer) };
  const patterns = content.aims[aim].patterns[firmness];
  const short = fill(patterns.find((pattern) => pattern.includes("{ask}")) ?? "", parts);
  const long = patterns.map((pattern) => fill(pattern, parts)).filter(Boolean);
  const moment = inner(typed).replace(/^(?:if|when)\s+/iu, "") || content.moments[situation];
  const plan = content.plan.map((pattern) => fill(pattern, { moment, line: short })).filter(Boolean);
  return { short, long: long.join("\n"), plan: plan.join("\n") };
}
