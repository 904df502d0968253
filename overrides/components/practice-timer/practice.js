/** A practice as its printed list says it (data attributes), a reader's plan for it, the session from it. */

import { breathSession, openSession, roundMs, stepsSession } from "./schedule.js";
/** @import { Bounds, Session, Span } from "./schedule.js" */

/** `says`: the word of each phase or step; `lengths` and `presets` ("4-2-4-2") are on offer; `page` and
 * `embed`: absolute addresses of the practice's own page and of its bare timer. `rounds` of a breath,
 * `minutes` of an open practice.
 * @typedef {{slug: string, kind: "breath"|"steps"|"open", says: string[], spans: Span[],
 *   bounds: Bounds, rounds: number|null, minutes: number|null, presets: string[], page: string,
 *   embed: string, lengths: {rounds: number|null, minutes: number|null}[]}} PracticeData
 * What a reader picked to run. `rounds` of a breath, null until stopped; `minutes` to which steps are
 * stretched (null as written), or of an open practice (null until stopped); `own`: milliseconds of one breath
 * of the reader's own, or 0.
 * @typedef {{spans: Span[], rounds: number|null, minutes: number|null, own: number}} Plan */

const milliseconds = (/** @type {string} */ seconds) => Math.round(Number(seconds) * 1000);
const numberOrNull = (/** @type {string | undefined} */ text) => (text === undefined ? null : Number(text));
const absolute = (/** @type {string | undefined} */ path) => new URL(path ?? "", document.baseURI).href;

/** Read the data from the printed list. @param {HTMLElement} element @returns {PracticeData} */
export function readPractice(element) {
  const { slug = "", kind, rounds, minutes, page, embed, limits = "" } = element.dataset;
  const all = (/** @type {string} */ selector) => [
    .../** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll(selector)),
  ];
  const items = all("[data-seconds]");
  if (!items.length) throw new Error("practice-timer: the list of phases is missing");
  return {
    slug,
    kind: /** @type {PracticeData["kind"]} */ (kind),
    page: absolute(page),
    embed: absolute(embed),
    says: items.map((item) => item.querySelector(".practice-timer__say")?.textContent ?? ""),
    spans: items.map(({ dataset: { kind = "", seconds = "" } }) => ({ kind, ms: milliseconds(seconds) })),
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

/** "in:2-8": least and most seconds of a kind of phase. @param {string} text
 *  @returns {[string, [number, number]]} */
function readLimit(text) {
  const [kind, range] = text.split(":");
  const [least, most] = range.split("-").map(milliseconds);
  return [kind, [least, most]];
}

/** What runs when nothing is changed. @param {PracticeData} practice @returns {Plan} */
export const defaultPlan = ({ spans, rounds, minutes }) => ({ spans, rounds, minutes, own: 0 });

/** @param {PracticeData} practice @param {Plan} plan @returns {Session} */
export function sessionOf({ kind, spans }, plan) {
  if (kind === "breath") return breathSession(plan.spans, plan.rounds, plan.own);
  return kind === "open" ? openSession(plan.minutes) : stepsSession(spans, plan.minutes);
}

/** Whether a breath may lead into the pattern. @param {Span[]} spans @param {number} ms of the breath */
export const mayLeadIn = (spans, ms) => ms >= 3000 && ms < roundMs(spans);
