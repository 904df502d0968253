/** Whether a practice fits what a reader asks for. Pure. The twin of macros/content/finder.py. */

const NAMES = ["feel", "minutes", "place", "position", "sound", "breath"];
const LISTS = /** @type {const} */ (["feel", "place", "position"]);
const SWITCHES = /** @type {const} */ (["sound", "breath"]);
export const NOT_SAFE = "not-safe";
const SLACK_MS = 20_000; // whole breaths seldom end on the minute

/** What is asked: a value for each of the names, "" for any. `sound` and `breath` are "" or "off".
 *  @typedef {Record<string, string>} Filters
 *  @typedef {ReturnType<typeof factsOf>} Facts */

/** @returns {Filters} that ask for nothing */
export const nothing = () => Object.fromEntries(NAMES.map((name) => [name, ""]));

/** Reads strictly what an address asks for after "#", which no host is sent; an old one asks after "?".
 *  A value that is no choice, or a name given twice, is left out, and its name is in `bad`.
 *  @param {string} address @param {Record<string, string[]>} allowed the choices of each name */
export function readAddress(address, allowed) {
  const { hash, searchParams } = new URL(address);
  const query = new URLSearchParams([...new URLSearchParams(hash.slice(1)), ...searchParams]);
  const filters = nothing();
  const bad = [];
  for (const [name, choices] of Object.entries(allowed)) {
    const values = query.getAll(name);
    if (!values.length) continue;
    const on = values[0] === "on" && (name === "sound" || name === "breath");
    if (values.length > 1 || !(choices.includes(values[0]) || on)) bad.push(name);
    else if (!on) filters[name] = values[0];
  }
  return { filters, bad };
}

/** Whether an address asks after "?", as old ones do. @param {string} address */
export const isOld = (address) => NAMES.some((name) => new URL(address).searchParams.has(name));

/** Whether an address names a place on the page, and so asks for nothing. @param {string} address */
export const isPlace = (address) => /^#[^=]+$/.test(new URL(address).hash);

/** The address with all after "#" and nowhere else. @param {string} address @param {Filters} filters */
export function addressFor(address, filters) {
  const link = new URL(address);
  for (const name of NAMES) link.searchParams.delete(name);
  link.hash = new URLSearchParams(
    NAMES.filter((name) => filters[name]).map((name) => [name, filters[name]]),
  ).toString();
  return link.href;
}

/** A practice's facts from its data attributes. Of a length on offer the query asks the practice's page for it,
 *  "" where it is the usual one. @param {DOMStringMap} data */
export function factsOf(data) {
  const words = (/** @type {string} */ name) => (data[name] ?? "").split(" ").filter(Boolean);
  const lengths = words("lengths").map((word) => {
    const [ms, query = ""] = word.split("?");
    return { ms: Number(ms), query };
  });
  return {
    practice: data.practice ?? "",
    feel: words("feel"),
    place: words("place"),
    position: words("position"),
    sound: data.sound,
    breath: data.breath,
    sure: Number(data.sure),
    lengths,
  };
}

/** The length to suggest: the usual one, or the longest that the minutes hold; nothing when even the shortest
 *  is longer. @param {Facts} facts @param {string} minutes "" for any */
export function lengthFor({ lengths }, minutes) {
  if (!minutes) return lengths[0];
  const fitting = lengths.filter(({ ms }) => ms <= Number(minutes) * 60_000 + SLACK_MS);
  return fitting.sort((one, other) => other.ms - one.ms)[0];
}

/** Whether a practice suits all that is asked. @param {Facts} facts @param {Filters} filters */
export const fits = (facts, filters) =>
  LISTS.every((name) => !filters[name] || facts[name].includes(filters[name])) &&
  SWITCHES.every((name) => filters[name] !== "off" || facts[name] === "off") &&
  Boolean(lengthFor(facts, filters.minutes));

/** How many fit. @param {Facts[]} all @param {Filters} filters */
export const count = (all, filters) => all.filter((facts) => fits(facts, filters)).length;

/** Best first: long enough to fill half the time, then the editors' first choice, then as its author ranks
 *  the feeling. @param {Facts[]} all @param {Filters} filters @param {string} [first] the editors' first
 *  choice */
export function ranked(all, filters, first) {
  const half = Number(filters.minutes) * 30_000;
  /** @param {Facts} facts one that fits */
  const rank = (facts) => [
    (lengthFor(facts, filters.minutes)?.ms ?? 0) < half ? 1 : 0,
    facts.practice === first ? 0 : 1,
    filters.feel ? facts.feel.indexOf(filters.feel) : 0,
    facts.sure,
  ];
  const fitting = all.filter((facts) => fits(facts, filters)).map((facts) => ({ facts, rank: rank(facts) }));
  fitting.sort((a, b) => a.rank.map((value, at) => value - b.rank[at]).find(Boolean) ?? 0);
  return fitting.map(({ facts }) => facts);
}

/** What could be let go so that something fits again, and how many would. */
export const loosenings = (/** @type {Facts[]} */ all, /** @type {Filters} */ filters) =>
  NAMES.filter((name) => filters[name])
    .map((name) => ({ name, many: count(all, { ...filters, [name]: "" }) }))
    .filter(({ many }) => many > 0);
