/** Every word that the timer's settings change. A translation is another such file. */

export const panelWords = {
  about: (/** @type {number} */ minutes, /** @type {string} */ length) => `About ${minutes} min: ${length}`,
  /** @param {number} minutes @param {number} rounds */
  exactly: (minutes, rounds) => `${minutes} min: ${rounds} ${rounds === 1 ? "round" : "rounds"}`,
  asWritten: (/** @type {string} */ length) => `Usual: ${length}`,
  tapPace: "Tap each time you breathe in",
  tapMore: (/** @type {number} */ taps) => `${taps}: keep tapping`,
  easesIn: (/** @type {number} */ rounds) => `Slows down over the first ${rounds} rounds.`,
  badPace: (/** @type {number} */ ms) => `Choose between 3 and ${ms / 1000} seconds.`,
  keeps: (/** @type {string} */ was) => `We kept ${was}.`,
  /** @type {Record<string, string>} */
  motion: { device: "My device setting", still: "Still", moving: "Moving" },
  nameNeeded: "Give the pattern a name first.",
  tooMany: (/** @type {number} */ most) => `You have ${most} patterns here already. Delete one first.`,
  patternStored: (/** @type {string} */ name) => `“${name}” is kept on this device.`,
  remove: (/** @type {string} */ name) => `Delete “${name}”`,
};
