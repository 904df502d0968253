/** A session left in the middle (reload, a link, Back), so that it can be taken up again: sessionStorage, this tab only. */

import { countRounds, roundMs, totalMs } from "./schedule.js";

const LEFT_KEY = "practice-timer-session";

/** @typedef {{session: import("./schedule.js").Session, elapsed: number, practised: number}} LeftSession milliseconds */

/** @param {string} slug @param {LeftSession} left */
export function saveSession(slug, left) {
  try {
    sessionStorage.setItem(LEFT_KEY, JSON.stringify({ slug, ...left }));
  } catch {
    // refused or full: then it cannot be taken up again
  }
}

export function forgetSession() {
  try {
    sessionStorage.removeItem(LEFT_KEY);
  } catch {
    // refused: nothing was stored
  }
}

/** The session that was left on this practice; null without one, or when it does not fit the practice.
 *  @param {import("./practice.js").PracticeData} practice @returns {LeftSession | null} */
export function leftSession({ slug, spans }) {
  try {
    const left = JSON.parse(sessionStorage.getItem(LEFT_KEY) ?? "{}");
    const { session, elapsed, practised } = left;
    /** @param {import("./schedule.js").Stretch} stretch */
    const fitting = (stretch) => fits(stretch, spans);
    if (left.slug !== slug || !session.stretches.every(fitting)) return null;
    const total = totalMs(session) ?? Infinity;
    const numbers = Number.isFinite(elapsed) && Number.isFinite(practised);
    const inside = numbers && elapsed > 0 && elapsed < total && practised >= 0 && practised <= elapsed;
    return inside && countRounds(session) !== 0 ? { session, elapsed, practised } : null;
  } catch {
    return null;
  }
}

/** Whether a stored stretch has the practice's own phases. @param {import("./schedule.js").Stretch} stretch
 *  @param {import("./schedule.js").Span[]} own */
function fits({ spans, rounds }, own) {
  const alike = spans.length === own.length && spans.every(({ kind }, phase) => kind === own[phase].kind);
  const whole = spans.every(({ ms }) => Number.isInteger(ms) && ms >= 0) && roundMs(spans) > 0;
  return alike && whole && (rounds === null || (Number.isInteger(rounds) && rounds > 0));
}
