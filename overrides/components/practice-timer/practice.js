/** A practice as its printed list tells it, a reader's plan for it, and the session that follows. */

import { breathSession, openSession, roundMs, stepsSession, withoutHolds } from "./schedule.js";

/**
 * @typedef {import("./schedule.js").Span} Span
 *
 * @typedef {object} PracticeData
 * @property {string} slug
 * @property {string} title
 * @property {"breath"|"steps"|"open"} kind
 * @property {string[]} says the word of each phase or step
 * @property {Span[]} spans as the list gives them
 * @property {import("./schedule.js").Bounds} bounds
 * @property {number|null} rounds breath: how many; null for the other kinds
 * @property {number|null} minutes open: how long; null for the other kinds
 * @property {{rounds: number|null, minutes: number|null}[]} lengths on offer
 * @property {string[]} presets patterns on offer, "4-2-4-2"
 * @property {string} page address of the practice's own page
 * @property {string} embed address of its bare timer
 *
 * @typedef {object} Plan what a reader picked to run
 * @property {Span[]} spans
 * @property {number|null} rounds breath: how many; null: until stopped
 * @property {number|null} minutes steps: stretched to, null as written; open: how long, null until stopped
 * @property {number} own milliseconds of one breath of the reader's own, 0: no lead-in
 */

/** @param {string} seconds */
const milliseconds = (seconds) => Math.round(Number(seconds) * 1000);
/** @param {string | undefined} text */
const numberOrNull = (text) => (text === undefined ? null : Number(text));

/** Read the data from the printed list. @param {HTMLElement} element @returns {PracticeData} */
export function readPractice(element) {
  const {
    slug = "",
    title = "",
    kind,
    rounds,
    minutes,
    page = "",
    embed = "",
    limits = "",
  } = element.dataset;
  /** @param {string} selector */
  const all = (selector) => [.../** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll(selector))];
  const items = all("[data-seconds]");
  if (!items.length) throw new Error("practice-timer: the list of phases is missing");
  return {
    slug,
    title,
    kind: /** @type {PracticeData["kind"]} */ (kind),
    page,
    embed,
    says: items.map((item) => item.querySelector(".practice-timer__say")?.textContent ?? ""),
    spans: items.map((item) => ({
      kind: item.dataset.kind ?? "",
      ms: milliseconds(item.dataset.seconds ?? ""),
    })),
    bounds: Object.fromEntries(limits.split(" ").filter(Boolean).map(readLimit)),
    rounds: numberOrNull(rounds),
    minutes: numberOrNull(minutes),
    lengths: all(".practice-timer__lengths li").map(({ dataset }) => ({
      rounds: numberOrNull(dataset.rounds),
      minutes: numberOrNull(dataset.minutes),
    })),
    presets: all("[data-pattern]").map((item) => item.dataset.pattern ?? ""),
  };
}

/** "in:2-8": least and most seconds of a kind of phase. @param {string} text @returns {[string, [number, number]]} */
function readLimit(text) {
  const [kind, range] = text.split(":");
  const [least, most] = range.split("-").map(milliseconds);
  return [kind, [least, most]];
}

/** What runs when nothing is changed. @param {PracticeData} practice @returns {Plan} */
export const defaultPlan = ({ spans, rounds, minutes }) => ({ spans, rounds, minutes, own: 0 });

/** @param {PracticeData} practice @param {Plan} plan @returns {import("./schedule.js").Session} */
export function sessionOf({ kind, spans }, plan) {
  if (kind === "breath") return breathSession(plan.spans, plan.rounds, plan.own);
  if (kind === "open") return openSession(plan.minutes);
  return stepsSession(
    spans.map((span) => span.ms / 1000),
    plan.minutes,
  );
}

/** @param {Span[]} spans */
export const hasHold = (spans) => spans.some(({ kind, ms }) => kind === "hold" && ms);

/** With holds left out, or put back as the practice gives them. @param {PracticeData} practice @param {Plan} plan @returns {Plan} */
export function toggleHolds(practice, plan) {
  if (hasHold(plan.spans)) return { ...plan, spans: withoutHolds(plan.spans) };
  const spans = plan.spans.map((span, phase) => (span.kind === "hold" ? practice.spans[phase] : span));
  return { ...plan, spans };
}

/** Whether a breath of `ms` milliseconds may lead into the pattern: not faster than allowed, and shorter than it. @param {Span[]} spans @param {number} ms */
export const mayLeadIn = (spans, ms) => ms >= 3000 && ms < roundMs(spans);
