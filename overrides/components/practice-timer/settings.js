/** What is stored on this device alone: what a reader chose, once something was chosen (localStorage); and a
 *  session left in the middle (reload, a link, Back), to be taken up again in its tab (sessionStorage). */

import { readJson, readText, storeText } from "../shared/shared.js";
import { countRounds, roundMs, totalMs } from "./schedule.js";
/** @import { PracticeData } from "./practice.js" */
/** @import { Session, Span, Stretch } from "./schedule.js" */

const KEY = "practice-timer";
const COPY = "practice-timer-before"; // written by an earlier release; forgotten with the rest
const SESSION = "practice-timer-session";
const VERSION = 1;

/** Silent until chosen. By slug: `practices` has the query of what was chosen, `patterns` those that the
 *  reader named. */
const DEFAULTS = {
  tones: false,
  volume: 0.5,
  background: "none",
  backgroundVolume: 0.5,
  playAnyway: false,
  voice: false,
  vibration: false,
  keepGoing: false,
  readPhases: false,
  motion: "device",
  practices: /** @type {Record<string, unknown>} */ ({}),
  patterns: /** @type {Record<string, unknown>} */ ({}),
};
/** @typedef {typeof DEFAULTS} Settings */

const isShare = (/** @type {any} */ value) => Number.isFinite(value) && value >= 0 && value <= 1;
const isTable = (/** @type {any} */ value) =>
  Boolean(value) && typeof value === "object" && !Array.isArray(value);
/** Which stored values fit; else those of the default's type. @type {Record<string, (value: any) => boolean>} */
const CHECKS = {
  volume: isShare,
  backgroundVolume: isShare,
  background: (value) => ["none", "waves", "noise"].includes(value),
  motion: (value) => ["device", "still", "moving"].includes(value),
  practices: isTable,
  patterns: isTable,
};

/** What is stored now, by whichever tab: only names that are here and values that fit, else the defaults. */
export function loadSettings() {
  const stored = readJson(KEY);
  /** @type {Settings & Record<string, any>} */
  const settings = { ...DEFAULTS };
  if (stored?.version !== VERSION) return settings;
  for (const [name, standard] of Object.entries(DEFAULTS)) {
    const fitting = CHECKS[name] ?? ((value) => typeof value === typeof standard);
    if (fitting(stored[name])) settings[name] = stored[name];
  }
  return settings;
}

/** Stores a change beside what other tabs stored meanwhile; returns false where the device refuses. */
export const storeSettings = (/** @type {Partial<Settings>} */ change) =>
  storeText(KEY, JSON.stringify({ ...loadSettings(), ...change, version: VERSION }));

/** Whether anything is remembered. */
export const hasSettings = () => readText(KEY) !== null;

/** Forgets all: choices, and a session that was left. */
export function forgetAll() {
  storeText(KEY, null);
  storeText(COPY, null);
  forgetSession();
}

/** Whether another tab changed what is stored. @param {StorageEvent} event */
export const changedElsewhere = ({ key }) => key === KEY || key === null;

/** @typedef {{session: Session, elapsed: number, practised: number}} LeftSession milliseconds */

/** Where the device refuses, it cannot be taken up again. @param {string} slug @param {LeftSession} left */
export const saveSession = (slug, left) =>
  storeText(SESSION, JSON.stringify({ slug, ...left }), "sessionStorage");

export const forgetSession = () => storeText(SESSION, null, "sessionStorage");

/** The session that was left on this practice; null without one, or when it does not fit the practice.
 *  @param {PracticeData} practice @returns {LeftSession | null} */
export function leftSession({ slug, spans }) {
  try {
    const { session, elapsed, practised, ...left } = readJson(SESSION, "sessionStorage");
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
