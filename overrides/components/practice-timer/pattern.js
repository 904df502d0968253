/** A breathing pattern as text, "4-6": the seconds of the phases in order. */

import { FASTEST_ROUND_MS, roundMs } from "./schedule.js";

/**
 * @typedef {import("./schedule.js").Span} Span @typedef {import("./schedule.js").Bounds} Bounds
 * @typedef {{code: "count"} | {code: "fast"} | {code: "number" | "low" | "high", phase: number}} Refusal of a pattern, and its phase
 */

/** "4-0-5.5" @param {Span[]} spans */
export const patternOf = (spans) => spans.map(({ ms }) => ms / 1000).join("-");

/** The spans of a pattern that is known to be right. @param {string} text "4-2-4-2" @param {string[]} kinds @returns {Span[]} */
export const spansOfPattern = (text, kinds) =>
  text.split("-").map((seconds, phase) => ({ kind: kinds[phase], ms: Math.round(Number(seconds) * 1000) }));

/**
 * A reader's pattern ("4-6", "4-0-5.5-0": seconds of the phases in order), strictly; a hold may always be 0.
 * @param {string} text
 * @param {string[]} kinds
 * @param {Bounds} bounds
 * @returns {{spans: Span[]} | Refusal} spans, or why not
 */
export function parsePattern(text, kinds, bounds) {
  const parts = text.split("-");
  if (parts.length !== kinds.length) return { code: "count" };
  /** @type {Span[]} */
  const spans = [];
  for (const [phase, part] of parts.entries()) {
    const kind = kinds[phase];
    if (!/^[0-9]{1,2}(\.[05])?$/.test(part)) return { code: "number", phase };
    const ms = Math.round(Number(part) * 1000);
    if (ms < bounds[kind][0] && !(kind === "hold" && !ms)) return { code: "low", phase };
    if (ms > bounds[kind][1]) return { code: "high", phase };
    spans.push({ kind, ms });
  }
  return roundMs(spans) < FASTEST_ROUND_MS ? { code: "fast" } : { spans };
}
