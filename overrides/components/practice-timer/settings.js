/** What a reader chose, on this device only (localStorage), and only once something was chosen. */

import { readJson, readText, storeText } from "../shared/shared.js";

const KEY = "practice-timer";
const COPY = "practice-timer-before"; // written by an earlier release; forgotten with the rest
const VERSION = 1;

/**
 * @typedef {{tones: boolean, volume: number, background: string, backgroundVolume: number, playAnyway:
 *   boolean,
 *   voice: boolean, vibration: boolean, keepGoing: boolean, readPhases: boolean, motion: string,
 *   practices: Record<string, unknown>, patterns: Record<string, unknown>}} Settings
 *   volumes 0 to 1, `background` "none", "waves" or "noise", `motion` "device", "still" or "moving"; by slug:
 *   `practices`
 *   the query of what was chosen, `patterns` the patterns that the reader named
 */

/** Silent until chosen. @type {Readonly<Settings>} */
const DEFAULTS = Object.freeze({
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
  practices: {},
  patterns: {},
});

const isShare = (/** @type {any} */ value) => Number.isFinite(value) && value >= 0 && value <= 1;
/** @param {any} value */
const isTable = (value) => Boolean(value) && typeof value === "object" && !Array.isArray(value);
/** @type {Record<string, (value: any) => boolean>} */
const CHECKS = {
  volume: isShare,
  backgroundVolume: isShare,
  background: (value) => ["none", "waves", "noise"].includes(value),
  motion: (value) => ["device", "still", "moving"].includes(value),
  practices: isTable,
  patterns: isTable,
};

/** Only known names with values that fit; everything else falls back. @param {Record<string, any>} stored
 *  @returns {Settings} */
function clean(stored) {
  /** @type {Settings & Record<string, any>} */
  const settings = { ...DEFAULTS, practices: {}, patterns: {} };
  if (stored?.version !== VERSION) return settings;
  for (const [name, standard] of Object.entries(DEFAULTS)) {
    const check = CHECKS[name] ?? ((value) => typeof value === typeof standard);
    if (Object.hasOwn(stored, name) && check(stored[name])) settings[name] = stored[name];
  }
  return settings;
}

/** What is stored now, by whichever tab. */
export const loadSettings = () => clean(readJson(KEY));

/** Stores a change beside what other tabs stored meanwhile; returns false where the device refuses.
 *  @param {Partial<Settings>} change */
export const storeSettings = (change) =>
  storeText(KEY, JSON.stringify({ ...loadSettings(), ...change, version: VERSION }));

/** Whether anything is remembered. */
export const hasSettings = () => readText(KEY) !== null;

export function forgetSettings() {
  storeText(KEY, null);
  storeText(COPY, null);
}

/** Whether another tab changed what is stored. @param {StorageEvent} event */
export const changedElsewhere = ({ key }) => key === KEY || key === null;
