/** From what a reader wrote to sentences and a plan, by the patterns of the content. Pure: no document. */

const SLOT = /\{(\w+)\}/g;
const ENDED = /[.!?\u2026]["'\u201d\u2019)]*$/u;

const clean = (text) => text.replace(/\s+/gu, " ").trim();

/** A whole sentence: a capital first, a stop at the end. */
export function sentence(text) {
  const [first = "", ...rest] = clean(text);
  const found = first.toUpperCase() + rest.join("");
  return !found || ENDED.test(found) ? found : `${found}.`;
}

/** A part of a sentence: no stop at the end; a capital goes where only small letters follow it. */
export const inner = (text) => clean(text).replace(/[\s.!?\u2026]+$/u, "").replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());

/** A pattern with its parts put in, or nothing where a part is empty. What was put in is not read again. */
function fill(pattern, parts) {
  const names = [...pattern.matchAll(SLOT)].map((found) => found[1]);
  if (names.some((name) => !parts[name])) return "";
  return pattern.replace(SLOT, (_, name) => parts[name]);
}

/**
 * @param {{aims: object, plan: string[], moments: object}} content from the page
 * @param {{situation: string, aim: string, firmness: string, facts: string, effect: string, ask: string, offer: string, moment: string}} said
 * @returns {{short: string, long: string, plan: string}} one sentence, all of them a line each, the plan a line each
 */
export function compose(content, said) {
  const parts = { facts: sentence(said.facts), effect: sentence(said.effect), ask: inner(said.ask), offer: inner(said.offer) };
  const patterns = content.aims[said.aim].patterns[said.firmness];
  const short = fill(patterns.find((pattern) => pattern.includes("{ask}")), parts);
  const long = patterns.map((pattern) => fill(pattern, parts)).filter(Boolean);
  const moment = inner(said.moment).replace(/^(?:if|when)\s+/iu, "") || content.moments[said.situation];
  const plan = content.plan.map((pattern) => fill(pattern, { moment, line: short })).filter(Boolean);
  return { short, long: long.join("\n"), plan: plan.join("\n") };
}
