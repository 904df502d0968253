/** The link that carries a session (URLSearchParams), `?pattern=4-6&rounds=12&cues=tones`, and what a reader
 *  types of it: read strictly. */

import { defaultPlan } from "./practice.js";
import { FASTEST_ROUND_MS, MOST_ROUNDS, roundMs } from "./schedule.js";
import { words } from "./strings.js";
/** @import { Plan, PracticeData } from "./practice.js" */
/** @import { Bounds, Span } from "./schedule.js" */

export const CUES = ["tones", "voice", "vibration", "still"];

/** "4-0-5.5" @param {Span[]} spans */
export const patternOf = (spans) => spans.map(({ ms }) => ms / 1000).join("-");

/** The spans of a pattern that is right. @param {string} text "4-2-4-2" @param {string[]} kinds
 *  @returns {Span[]} */
const spansOfPattern = (text, kinds) =>
  text.split("-").map((seconds, phase) => ({ kind: kinds[phase], ms: Math.round(Number(seconds) * 1000) }));

/** Why a pattern is refused, and its phase.
 *  @typedef {{code: "count"} | {code: "fast"} | {code: "number" | "low" | "high", phase: number}} Refusal */

/** A reader's pattern ("4-6", "4-0-5.5-0"), strictly; a hold may always be 0. Returns its spans, or why not.
 *  @param {string} text @param {string[]} kinds @param {Bounds} bounds
 *  @returns {{spans: Span[]} | Refusal} */
export function parsePattern(text, kinds, bounds) {
  const parts = text.split("-");
  if (parts.length !== kinds.length) return { code: "count" };
  const spans = spansOfPattern(text, kinds);
  for (const [phase, { kind, ms }] of spans.entries()) {
    if (!/^[0-9]{1,2}(\.[05])?$/.test(parts[phase])) return { code: "number", phase };
    if (ms < bounds[kind][0] && !(kind === "hold" && !ms)) return { code: "low", phase };
    if (ms > bounds[kind][1]) return { code: "high", phase };
  }
  return roundMs(spans) < FASTEST_ROUND_MS ? { code: "fast" } : { spans };
}

/** Why a pattern is refused, in words. @param {PracticeData} practice @param {Refusal} refused */
function refusal({ says, spans, bounds }, refused) {
  if (refused.code === "count") return words.refused.count(spans.length);
  if (refused.code === "fast") return words.refused.fast;
  const { code, phase } = refused;
  if (code === "number") return words.refused.number(says[phase]);
  return words.refused[code](says[phase], bounds[spans[phase].kind][code === "high" ? 1 : 0]);
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

/** @param {string} name "pattern", "rounds", "minutes" or "cues" @param {string} text
 *  @param {PracticeData} practice */
export const readValue = (name, text, practice) => READERS[name](text, practice);

/** What an address sets; a value that cannot be used leaves a message. @param {string} search the query
 *  @param {PracticeData} practice */
export function readAddress(search, practice) {
  const query = new URLSearchParams(search);
  /** @type {{plan: Partial<Plan>, cues: string[], messages: string[]}} */
  const address = { plan: {}, cues: [], messages: [] };
  for (const [name, reader] of Object.entries(READERS)) {
    const values = query.getAll(name);
    if (!values.length) continue;
    const { plan, cues, why } = values.length > 1 ? { why: "" } : reader(values[0], practice);
    Object.assign(address.plan, plan);
    if (cues) address.cues = cues;
    if (why !== undefined) address.messages.push(words.badAddress(name, why));
  }
  return address;
}

/** The address of this practice with this plan and these cues; what is as given is left out.
 *  @param {PracticeData} practice @param {Plan} plan @param {string[]} cues
 *  @param {string} page absolute address of the practice's own page, or of its bare timer */
export function linkTo(practice, plan, cues, page = practice.page) {
  const link = new URL(page);
  link.search = link.hash = "";
  const usual = defaultPlan(practice);
  const [pattern, given] = [patternOf(plan.spans), patternOf(usual.spans)];
  if (pattern !== given) link.searchParams.set("pattern", pattern);
  for (const name of /** @type {const} */ (["rounds", "minutes"]))
    if (plan[name] !== usual[name]) link.searchParams.set(name, String(plan[name] ?? "open"));
  if (cues.length) link.searchParams.set("cues", cues.join(","));
  return link.href.replaceAll("%2C", ",");
}
