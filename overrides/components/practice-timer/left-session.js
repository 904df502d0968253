/** A session left in the middle (reload, a link, Back), so that it can be taken up again: sessionStorage,
 *  this tab only. */

import { readJson, storeText } from "../shared/shared.js";
import { countRounds, roundMs, totalMs } from "./schedule.js";
/** @import { PracticeData } from "./practice.js" */
/** @import { Session, Span, Stretch } from "./schedule.js" */

const LEFT_KEY = "practice-timer-session";

/** @typedef {{session: Session, elapsed: number, practised: number}} LeftSession milliseconds */

/** Where the device refuses, it cannot be taken up again. @param {string} slug @param {LeftSession} left */
export const saveSession = (slug, left) =>
  storeText(LEFT_KEY, JSON.stringify({ slug, ...left }), "sessionStorage");

export const forgetSession = () => storeText(LEFT_KEY, null, "sessionStorage");

/** The session that was left on this practice; null without one, or when it does not fit the practice.
 *  @param {PracticeData} practice @returns {LeftSession | null} */
export function leftSession({ slug, spans }) {
  try {
    const { session, elapsed, practised, ...left } = readJson(LEFT_KEY, "sessionStorage");
    const fitting = (/** @type {Stretch} */ stretch) => fits(stretch, spans);
    if (left.slug !== slug || !session.stretches.every(fitting)) return null;
    const total = totalMs(session) ?? Infinity;
    const numbers = Number.isFinite(elapsed) && Number.isFinite(practised);
    const inside = numbers && elapsed > 0 && elapsed < total && practised >= 0 && practised <= elapsed;
    return inside && countRounds(session) !== 0 ? { session, elapsed, practised } : null;
  } catch {
    return null;
  }
}

/** Whether a stored stretch has the practice's own phases. @param {Stretch} stretch @param {Span[]} own */
function fits({ spans, rounds }, own) {
  const alike = spans.length === own.length && spans.every(({ kind }, phase) => kind === own[phase].kind);
  const whole = spans.every(({ ms }) => Number.isInteger(ms) && ms >= 0) && roundMs(spans) > 0;
  return alike && whole && (rounds === null || (Number.isInteger(rounds) && rounds > 0));
}
