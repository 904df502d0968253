/** The link that carries a session: `?pattern=4-6&rounds=12&cues=tones`, read strictly, nothing private in it. */

import { parsePattern, patternOf, spansOfPattern } from "./pattern.js";
import { defaultPlan } from "./practice.js";
import { MOST_ROUNDS } from "./schedule.js";
import { words } from "./strings.js";

export const CUES = ["tones", "voice", "vibration", "still"];

/** @typedef {import("./practice.js").PracticeData} PracticeData @typedef {import("./practice.js").Plan} Plan */

/** Why a pattern is refused, in words. @param {PracticeData} practice @param {import("./pattern.js").Refusal} refused */
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

/** A value as read: what it sets, or why it is refused (`phase`: where in the pattern).
 *  @typedef {{plan?: Partial<Plan>, cues?: string[], why?: string, phase?: number}} ReadValue */

/** @type {Record<string, (text: string, practice: PracticeData) => ReadValue>} */
const READERS = {
  pattern(text, practice) {
    if (practice.kind !== "breath") return { why: "" };
    const kinds = practice.spans.map(({ kind }) => kind);
    if (practice.presets.includes(text)) return { plan: { spans: spansOfPattern(text, kinds) } };
    const read = parsePattern(text, kinds, practice.bounds);
    if ("spans" in read) return { plan: { spans: read.spans } };
    return { why: refusal(practice, read), ...("phase" in read && { phase: read.phase }) };
  },
  rounds(text, { kind }) {
    if (kind !== "breath") return { why: "" };
    if (text === "open") return { plan: { rounds: null } };
    const rounds = /^[0-9]{1,3}$/.test(text) ? Number(text) : 0;
    return rounds >= 1 && rounds <= MOST_ROUNDS
      ? { plan: { rounds } }
      : { why: words.badRounds(MOST_ROUNDS) };
  },
  minutes(text, { kind }) {
    if (kind === "breath") return { why: "" };
    if (text === "open" && kind === "open") return { plan: { minutes: null } };
    const minutes = /^[0-9]{1,2}(\.5)?$/.test(text) ? Number(text) : 0;
    return minutes >= 1 && minutes <= 60 ? { plan: { minutes } } : { why: words.badMinutes };
  },
  cues(text) {
    const cues = text.split(",");
    return cues.every((cue) => CUES.includes(cue)) && new Set(cues).size === cues.length
      ? { cues }
      : { why: "" };
  },
};

/** @param {string} name "pattern", "rounds", "minutes" or "cues" @param {string} text @param {PracticeData} practice */
export const readValue = (name, text, practice) => READERS[name](text, practice);

/**
 * @param {string} search the query of an address
 * @param {PracticeData} practice
 * @returns {{plan: Partial<Plan>, cues: string[], messages: string[]}} a value that cannot be used leaves a message
 */
export function readAddress(search, practice) {
  const query = new URLSearchParams(search);
  /** @type {ReturnType<typeof readAddress>} */
  const address = { plan: {}, cues: [], messages: [] };
  for (const [name, reader] of Object.entries(READERS)) {
    const { value, repeated } = only(query, name);
    if (value === undefined && !repeated) continue;
    const { plan, cues, why } = value === undefined ? { why: "" } : reader(value, practice);
    Object.assign(address.plan, plan);
    if (cues) address.cues = cues;
    if (why !== undefined) address.messages.push(words.badAddress(name, why));
  }
  return address;
}

/**
 * The address of this practice with this plan and these cues; what is as given is left out.
 * @param {string} page absolute address of the practice's own page
 * @param {PracticeData} practice
 * @param {Plan} plan
 * @param {string[]} cues
 */
export function linkTo(page, practice, plan, cues) {
  const link = new URL(page);
  link.search = link.hash = "";
  const given = defaultPlan(practice);
  const query = link.searchParams;
  if (patternOf(plan.spans) !== patternOf(given.spans)) query.set("pattern", patternOf(plan.spans));
  if (plan.rounds !== given.rounds) query.set("rounds", String(plan.rounds ?? "open"));
  if (plan.minutes !== given.minutes) query.set("minutes", String(plan.minutes ?? "open"));
  if (cues.length) query.set("cues", cues.join(","));
  return link.href.replaceAll("%2C", ",");
}
