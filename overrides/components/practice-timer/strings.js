/** Every word that the timer changes while it is used; settings: panel-strings.js, the rest: templates. */

/** @param {number} count @param {string} one @param {string} many */
const oneOrMany = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** A length in words: 156000 is "2 min 36 s". @param {number} ms */
export function lengthInWords(ms) {
  const minutes = Math.floor(ms / 60000);
  const rest = ms % 60000;
  const parts = minutes ? [`${minutes} min`] : [];
  if (rest || !minutes) parts.push(`${rest / 1000} s`);
  return parts.join(" ");
}

/** What is left, in whole seconds. @param {number} ms */
const left = (ms) => `${lengthInWords(Math.ceil(ms / 1000) * 1000)} left`;

/** What a link may ask for, by its name in the address. @type {Record<string, string>} */
const ASKED = {
  pattern: "a pattern",
  rounds: "a number of rounds",
  minutes: "a number of minutes",
  cues: "a sound or signal",
};

export const words = {
  start: "Start",
  pause: "Pause",
  resume: "Resume",
  full: "Full screen",
  leaveFull: "Leave full screen",
  soundOn: "Turn sound on",
  soundOff: "Turn sound off",
  getReady: "Get ready",
  theEnd: "Finished",

  rounds: (/** @type {number} */ count) => oneOrMany(count, "round", "rounds"),
  steps: (/** @type {number} */ count) => oneOrMany(count, "step", "steps"),
  rate: (/** @type {number} */ tenths) => `${tenths / 10} breaths a minute`,
  untilStop: "Until I stop",
  seconds: (/** @type {number} */ ms) => `${ms / 1000} s`,
  /** @param {number} round @param {number | null} rounds */
  round: (round, rounds) => (rounds ? `Round ${round} of ${rounds}` : `Round ${round}`),
  step: (/** @type {number} */ step, /** @type {number} */ steps) => `Step ${step} of ${steps}`,
  left,
  gone: (/** @type {number} */ ms) => `${lengthInWords(Math.floor(ms / 1000) * 1000)} so far`,
  next: (/** @type {string} */ say) => `Next: ${say}`,
  /** @param {string} place "Round 5 of 19", or how much is over: "4 min" */
  goOn: (place) => `Go on at ${place[0].toLowerCase()}${place.slice(1)}`,

  started: (/** @type {string} */ length) => `Started. ${length}.`,
  paused: "Paused.",
  pausedAway: "Paused while you were away. Resume when you like.",
  pausedAsleep: "Paused while your device slept. Resume when you like.",
  pausedCall: "Paused, because a call or another app took the sound. Tap Resume when you like.",
  pausedDialog: "Paused while something else was open. Resume when you like.",
  halfway: "Halfway.",
  ended: (/** @type {string} */ length) => `Finished. ${length}.`,
  /** @param {boolean} slower @param {number | null} ms that are left */
  pace: (slower, ms) =>
    `${slower ? "Slower" : "Faster"} from the next breath in${ms === null ? "" : `: ${left(ms)}`}.`,
  /** @param {boolean} slower */
  paceLimit: (slower) => `This is as ${slower ? "slow" : "fast"} as this practice goes.`,
  lastBreath: "This is the last breath, so the pace stays.",

  silent: "Silent",
  cues: {
    tones: "Tones",
    voice: "Voice",
    vibration: "Vibration",
    bell: "Bells",
    background: "Background sound",
  },
  soundAsleep: "No sound yet. Tap Pause, then Resume. Or just follow the screen.",
  noBackground: "The background sound didn't load. Check your connection.",
  noVoice: "Your device has no voice for this now. The words stay on the screen.",
  screenMayDim: "Your screen may turn off during this practice.",
  notStored: "This browser didn't keep your change. It holds until you leave the page.",
  partAway: "That didn't load. Check your connection, then try again.",

  refused: {
    count: (/** @type {number} */ want) => `This pattern has ${want} numbers, one for each step.`,
    number: (/** @type {string} */ say) => `“${say}” needs whole or half seconds.`,
    /** @param {string} say @param {number} ms */
    low: (say, ms) => `“${say}” must be at least ${ms / 1000} seconds. Shorter may hurry your breath.`,
    /** @param {string} say @param {number} ms */
    high: (say, ms) => `“${say}” can be up to ${ms / 1000} seconds. Longer may strain.`,
    fast: "That is more than 20 breaths a minute. Please choose a slower pattern.",
  },
  badRounds: (/** @type {number} */ most) => `Choose 1 to ${most} rounds.`,
  badMinutes: "Choose 1 to 60 minutes.",
  /** @param {string} name @param {string} why */
  badAddress: (name, why) => `This link asks for ${ASKED[name]} that doesn't work here. ${why}`.trim(),
  sent: (/** @type {string} */ plan) => `Someone sent you this timer: ${plan}.`,
  linkCues: (/** @type {string} */ names) => `This link turns on: ${names}. You can change that below.`,
};
