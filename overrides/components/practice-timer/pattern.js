/** A breathing pattern as text, "4-6": the seconds of the phases in order. Pure. */

import { FASTEST_ROUND_MS, roundMs } from "./schedule.js";
/** @import { Bounds, Span } from "./schedule.js" */

/** Why a pattern is refused, and its phase.
 * @typedef {{code: "count"} | {code: "fast"} | {code: "number" | "low" | "high", phase: number}} Refusal */

/** "4-0-5.5" @param {Span[]} spans */
export const patternOf = (spans) => spans.map(({ ms }) => ms / 1000).join("-");

/** The spans of a pattern that is right. @param {string} text "4-2-4-2" @param {string[]} kinds
 *  @returns {Span[]} */
export const spansOfPattern = (text, kinds) =>
  text.split("-").map((seconds, phase) => ({ kind: kinds[phase], ms: Math.round(Number(seconds) * 1000) }));

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
