/** The link that carries a session: `?pattern=4-6&rounds=12&cues=tones`, read strictly, nothing private in it. */

import { defaultChoice, patternOf } from "./practice.js";
import { MOST_ROUNDS, parsePattern } from "./schedule.js";
import { words } from "./strings.js";

export const CUES = ["tones", "voice", "vibration", "still"];

/** @typedef {import("./practice.js").PracticeData} PracticeData @typedef {import("./practice.js").Choice} Choice */

/** Why a pattern is refused, in words. @param {PracticeData} practice @param {import("./schedule.js").Refusal} refused */
export function refusal({ says, spans, bounds }, refused) {
  if (refused.code === "count") return words.refused.count(spans.length);
  if (refused.code === "fast") return words.refused.fast;
  const { code, phase } = refused;
  if (code === "number") return words.refused.number(says[phase]);
  return words.refused[code](says[phase], bounds[spans[phase].kind][code === "high" ? 1 : 0]);
}

/** One value of a query, or a reason. @param {URLSearchParams} query @param {string} name @returns {{value?: string, repeated?: boolean}} */
function only(query, name) {
  const values = query.getAll(name);
  return values.length > 1 ? { repeated: true } : { value: values[0] };
}

/** What one value chooses, or why not. @type {Record<string, (text: string, practice: PracticeData) => {choice?: Partial<Choice>, cues?: string[], why?: string}>} */
const readers = {
  pattern(text, practice) {
    if (practice.kind !== "breath") return { why: "" };
    const read = parsePattern(text, practice.spans.map(({ kind }) => kind), practice.bounds);
    return "spans" in read ? { choice: { spans: read.spans } } : { why: refusal(practice, read) };
  },
  rounds(text, { kind }) {
    if (kind !== "breath") return { why: "" };
    if (text === "open") return { choice: { rounds: null } };
    const rounds = /^[0-9]{1,3}$/.test(text) ? Number(text) : 0;
    return rounds >= 1 && rounds <= MOST_ROUNDS ? { choice: { rounds } } : { why: words.badRounds(MOST_ROUNDS) };
  },
  minutes(text, { kind }) {
    if (kind === "breath") return { why: "" };
    if (text === "open" && kind === "open") return { choice: { minutes: null } };
    const minutes = /^[0-9]{1,2}(\.5)?$/.test(text) ? Number(text) : 0;
    return minutes >= 1 && minutes <= 60 ? { choice: { minutes } } : { why: words.badMinutes };
  },
  cues(text) {
    const cues = text.split(",");
    return cues.every((cue) => CUES.includes(cue)) && new Set(cues).size === cues.length ? { cues } : { why: "" };
  },
};

/**
 * @param {string} search the query of an address
 * @param {PracticeData} practice
 * @returns {{choice: Partial<Choice>, cues: string[], messages: string[]}} a value that cannot be used leaves a message
 */
export function readAddress(search, practice) {
  const query = new URLSearchParams(search);
  /** @type {ReturnType<typeof readAddress>} */
  const found = { choice: {}, cues: [], messages: [] };
  for (const [name, reader] of Object.entries(readers)) {
    const { value, repeated } = only(query, name);
    if (value === undefined && !repeated) continue;
    const { choice, cues, why } = value === undefined ? { why: "" } : reader(value, practice);
    Object.assign(found.choice, choice);
    if (cues) found.cues = cues;
    if (why !== undefined) found.messages.push(words.badAddress(name, why));
  }
  return found;
}

/**
 * The address of this practice with these choices; what is as given is left out.
 * @param {string} page absolute address of the practice's own page
 * @param {PracticeData} practice
 * @param {Choice} choice
 * @param {string[]} cues
 */
export function linkTo(page, practice, choice, cues) {
  const link = new URL(page);
  link.search = link.hash = "";
  const given = defaultChoice(practice);
  const query = link.searchParams;
  if (patternOf(choice.spans) !== patternOf(given.spans)) query.set("pattern", patternOf(choice.spans));
  if (choice.rounds !== given.rounds) query.set("rounds", String(choice.rounds ?? "open"));
  if (choice.minutes !== given.minutes) query.set("minutes", String(choice.minutes ?? "open"));
  if (cues.length) query.set("cues", cues.join(","));
  return link.href.replaceAll("%2C", ",");
}
