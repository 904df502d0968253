/** Every word that the timer changes while it is used; those of its settings are in panel-strings.js, those that stand still
 * in the .html templates. A translation is another file like this one. */

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

  /** @param {number} count */
  rounds: (count) => oneOrMany(count, "round", "rounds"),
  /** @param {number} count */
  steps: (count) => oneOrMany(count, "step", "steps"),
  /** @param {number} tenths */
  rate: (tenths) => `${tenths / 10} breaths a minute`,
  untilStop: "Until I stop",
  /** @param {number} ms */
  seconds: (ms) => `${ms / 1000} s`,
  /** @param {number} round @param {number | null} rounds */
  round: (round, rounds) => (rounds ? `Round ${round} of ${rounds}` : `Round ${round}`),
  /** @param {number} step @param {number} steps */
  step: (step, steps) => `Step ${step} of ${steps}`,
  left,
  /** @param {number} ms */
  gone: (ms) => `${lengthInWords(Math.floor(ms / 1000) * 1000)} so far`,
  /** @param {string} say */
  next: (say) => `Next: ${say}`,
  /** @param {string} place "Round 5 of 19", or how much is over: "4 min" */
  goOn: (place) => `Go on at ${place[0].toLowerCase()}${place.slice(1)}`,

  /** @param {string} length */
  started: (length) => `Started. ${length}.`,
  paused: "Paused.",
  pausedAway: "Paused while you were away. Resume when you like.",
  pausedAsleep: "Paused while your device slept. Resume when you like.",
  pausedCall: "Paused, because a call or another app took the sound. Tap Resume when you like.",
  pausedDialog: "Paused while something else was open. Resume when you like.",
  halfway: "Halfway.",
  /** @param {string} length */
  ended: (length) => `Finished. ${length}.`,
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
  notKept: "This browser didn't keep your change. It holds until you leave the page.",
  partAway: "That didn't load. Check your connection, then try again.",

  refused: {
    /** @param {number} want */
    count: (want) => `This pattern has ${want} numbers, one for each step.`,
    /** @param {string} say */
    number: (say) => `“${say}” needs whole or half seconds.`,
    /** @param {string} say @param {number} ms */
    low: (say, ms) => `“${say}” must be at least ${ms / 1000} seconds. Shorter may hurry your breath.`,
    /** @param {string} say @param {number} ms */
    high: (say, ms) => `“${say}” can be up to ${ms / 1000} seconds. Longer may strain.`,
    fast: "That is more than 20 breaths a minute. Please choose a slower pattern.",
  },
  /** @param {number} most */
  badRounds: (most) => `Choose 1 to ${most} rounds.`,
  badMinutes: "Choose 1 to 60 minutes.",
  /** @param {string} name @param {string} why */
  badAddress: (name, why) => `This link asks for a ${name} that doesn't work here. ${why}`.trim(),
  /** @param {string} plan */
  sent: (plan) => `Someone sent you this timer: ${plan}.`,
  /** @param {string} names */
  linkCues: (names) => `This link turns on: ${names}. You can change that below.`,
};
