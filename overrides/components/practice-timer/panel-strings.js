/** Every word that the timer's settings change. A translation is another file like this one. */

export const panelWords = {
  untilStop: "Until I stop",
  /** @param {number} minutes @param {string} length */
  about: (minutes, length) => `About ${minutes} min: ${length}`,
  /** @param {number} minutes @param {number} rounds */
  exactly: (minutes, rounds) => `${minutes} min: ${rounds} ${rounds === 1 ? "round" : "rounds"}`,
  /** @param {string} length */
  asWritten: (length) => `Usual: ${length}`,
  tapPace: "Tap each time you breathe in",
  /** @param {number} taps */
  tapMore: (taps) => `${taps}: keep tapping`,
  /** @param {number} rounds */
  easesIn: (rounds) => `Slows down over the first ${rounds} rounds.`,
  /** @param {number} ms */
  badPace: (ms) => `Choose between 3 and ${ms / 1000} seconds.`,
  /** @param {string} was */
  keeps: (was) => `We kept ${was}.`,
  /** @type {Record<string, string>} */
  motion: { device: "My device setting", still: "Still", moving: "Moving" },
  nameNeeded: "Give the pattern a name first.",
  /** @param {number} most */
  tooMany: (most) => `You have ${most} patterns here already. Delete one first.`,
  /** @param {string} name */
  patternKept: (name) => `“${name}” is kept on this device.`,
  /** @param {string} name */
  remove: (name) => `Delete “${name}”`,
};
