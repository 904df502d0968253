/** What a reader asks for, and whether a practice fits. Pure: no document, no clock. The twin of macros/content/finder.py. */

/** @typedef {"feel" | "minutes" | "place" | "position" | "sound" | "breath"} Name */

/** @type {Name[]} */
export const NAMES = ["feel", "minutes", "place", "position", "sound", "breath"];
export const NOT_SAFE = "not-safe";
const SLACK_MS = 20_000; // whole breaths seldom end on the minute

/**
 * What is asked: a value for each name, "" for any. `sound` and `breath` are "" or "off".
 * @typedef {Record<Name, string>} Asked
 * A length on offer: the query asks the practice's page for it, "" where it is the usual one.
 * @typedef {{ms: number, query: string}} Length
 */

export const nothing = () => /** @type {Asked} */ (Object.fromEntries(NAMES.map((name) => [name, ""])));

/**
 * Reads strictly what an address asks for after "#", which no host is sent; an old one asks after "?".
 * A value that is no choice, or a name given twice, is left out and named.
 * @param {string} address
 * @param {Partial<Record<Name, string[]>>} allowed the choices of each name
 * @returns {{asked: Asked, bad: Name[]}} `bad`: names whose values were left out
 */
export function readAddress(address, allowed) {
  const { hash, searchParams } = new URL(address);
  const query = new URLSearchParams([...new URLSearchParams(hash.slice(1)), ...searchParams]);
  const asked = nothing();
  /** @type {Name[]} */
  const bad = [];
  for (const [name, choices] of /** @type {[Name, string[]][]} */ (Object.entries(allowed))) {
    const values = query.getAll(name);
    if (!values.length) continue;
    const both = name === "sound" || name === "breath";
    if (values.length > 1 || !(choices.includes(values[0]) || (both && values[0] === "on"))) bad.push(name);
    else if (values[0] !== "on") asked[name] = values[0];
  }
  return { asked, bad };
}

/** Whether an address asks after "?", as old ones do. @param {string} address */
export const isOld = (address) => NAMES.some((name) => new URL(address).searchParams.has(name));

/** Whether an address names a place on the page, and so asks for nothing. @param {string} address */
export const isPlace = (address) => /^#[^=]+$/.test(new URL(address).hash);

/** The address with what is asked after "#" and nowhere else. @param {string} address @param {Asked} asked */
export function addressFor(address, asked) {
  const link = new URL(address);
  for (const name of NAMES) link.searchParams.delete(name);
  link.hash = new URLSearchParams(NAMES.filter((name) => asked[name]).map((name) => [name, asked[name]])).toString();
  return link.href;
}

/** @typedef {ReturnType<typeof factsOf>} Facts */

/**
 * A practice's facts from its data attributes.
 * @param {DOMStringMap} data
 */
export function factsOf(data) {
  /** @param {string} name */
  const words = (name) => (data[name] ?? "").split(" ").filter(Boolean);
  const lengths = words("lengths").map((word) => {
    const [ms, query = ""] = word.split("?");
    return { ms: Number(ms), query };
  });
  return { practice: data.practice ?? "", feel: words("feel"), place: words("place"), position: words("position"), sound: data.sound, breath: data.breath, sure: Number(data.sure), lengths };
}

/** The length to suggest: the usual one, or the longest that the minutes hold; nothing when even the shortest is longer.
 *  @param {Pick<Facts, "lengths">} facts @param {string} minutes "" for any @returns {Length | undefined} */
export function lengthFor({ lengths }, minutes) {
  if (!minutes) return lengths[0];
  const held = lengths.filter(({ ms }) => ms <= Number(minutes) * 60_000 + SLACK_MS);
  return held.reduce((/** @type {Length | undefined} */ best, each) => (best && best.ms >= each.ms ? best : each), undefined);
}

/** Whether a practice suits all that is asked. @param {Facts} facts @param {Asked} asked */
export function fits(facts, asked) {
  if (/** @type {const} */ (["feel", "place", "position"]).some((name) => asked[name] && !facts[name].includes(asked[name]))) return false;
  if (/** @type {const} */ (["sound", "breath"]).some((name) => asked[name] === "off" && facts[name] !== "off")) return false;
  return Boolean(lengthFor(facts, asked.minutes));
}

/** How many fit. @param {Facts[]} all @param {Asked} asked */
export const count = (all, asked) => all.filter((facts) => fits(facts, asked)).length;

/** Best first: long enough to fill half the time, then the editors' first choice, then as its author ranks the feeling.
 *  @param {Facts[]} all @param {Asked} asked @param {string} [first] the editors' first choice */
export function ranked(all, asked, first) {
  /** @param {Facts} facts one that fits */
  const rank = (facts) => [
    asked.minutes && (lengthFor(facts, asked.minutes)?.ms ?? 0) * 2 < Number(asked.minutes) * 60_000 ? 1 : 0,
    facts.practice === first ? 0 : 1,
    asked.feel ? facts.feel.indexOf(asked.feel) : 0,
    facts.sure,
  ];
  const held = all.filter((facts) => fits(facts, asked)).map((facts) => ({ facts, rank: rank(facts) }));
  held.sort((a, b) => a.rank.map((value, at) => value - b.rank[at]).find(Boolean) ?? 0);
  return held.map(({ facts }) => facts);
}

/** What could be let go so that something fits again, and how many would: [["minutes", 4], ...].
 *  @param {Facts[]} all @param {Asked} asked @returns {[Name, number][]} */
export function loosenings(all, asked) {
  const chosen = NAMES.filter((name) => asked[name]);
  return chosen.map((name) => /** @type {[Name, number]} */ ([name, count(all, { ...asked, [name]: "" })])).filter(([, many]) => many);
}
