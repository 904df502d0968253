/** What a reader chose, kept on this device only, and only once something was chosen. Works without storage. */

const KEY = "practice-timer";
const COPY = "practice-timer-before";
const VERSION = 1;

/**
 * @typedef {{tones: boolean, volume: number, playAnyway: boolean, voice: boolean, vibration: boolean, keepGoing: boolean,
 *   readPhases: boolean, motion: string, practices: Record<string, unknown>}} Settings
 *   `volume` 0 to 1, `motion` "device", "still" or "moving", `practices` the query of what was chosen, by slug
 * @typedef {Record<string, any>} Stored what the device had, not looked at yet
 */

/** Silent until chosen. @type {Readonly<Settings>} */
const DEFAULTS = Object.freeze({
  tones: false,
  volume: 0.5,
  playAnyway: false,
  voice: false,
  vibration: false,
  keepGoing: false,
  readPhases: false,
  motion: "device",
  practices: {},
});

/** From each older version to the next: `{0: (old) => newer}`. @type {Record<number, (old: Stored) => Stored>} */
const MIGRATIONS = {};

/** @type {Record<string, (value: any) => boolean>} */
const fits = {
  volume: (value) => Number.isFinite(value) && value >= 0 && value <= 1,
  motion: (value) => ["device", "still", "moving"].includes(value),
  practices: (value) => Boolean(value) && typeof value === "object" && !Array.isArray(value),
};

/** Only known names with values that fit; everything else falls back. @param {Stored} stored @returns {Settings} */
function clean(stored) {
  /** @type {Settings & Stored} */
  const kept = { ...DEFAULTS, practices: {} };
  for (const [name, standard] of Object.entries(DEFAULTS)) {
    const check = fits[name] ?? ((value) => typeof value === typeof standard);
    if (Object.hasOwn(stored, name) && check(stored[name])) kept[name] = stored[name];
  }
  return kept;
}

/** @param {Stored} stored @param {typeof MIGRATIONS} migrations @param {number} version @returns {Stored} */
function migrate(stored, migrations, version) {
  let current = stored;
  while (current.version < version) {
    const step = migrations[current.version];
    if (!step) return {};
    current = { ...step(current), version: current.version + 1 };
  }
  return current.version === version ? current : {};
}

/** @template T @param {() => T} action @param {T} otherwise @returns {T} */
const safely = (action, otherwise) => {
  try {
    return action();
  } catch {
    return otherwise;
  }
};

/** @param {() => Storage} storage may throw, as may everything it does */
export function loadSettings(storage = () => localStorage, migrations = MIGRATIONS, version = VERSION) {
  return safely(() => {
    const text = storage().getItem(KEY);
    if (text === null) return clean({});
    const stored = JSON.parse(text);
    if (stored.version !== version) safely(() => storage().setItem(COPY, text), undefined);
    return clean(migrate(stored, migrations, version));
  }, clean({}));
}

/** Keeps the settings; returns false where the device refuses. @param {Settings} settings */
export function saveSettings(settings, storage = () => localStorage, version = VERSION) {
  return safely(() => {
    storage().setItem(KEY, JSON.stringify({ ...settings, version }));
    return true;
  }, false);
}

/** Whether anything is remembered. */
export const hasSettings = (storage = () => localStorage) => safely(() => storage().getItem(KEY) !== null, false);

export function forgetSettings(storage = () => localStorage) {
  safely(() => {
    storage().removeItem(KEY);
    storage().removeItem(COPY);
  }, undefined);
}
