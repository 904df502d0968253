/** Every word that changes while the timer is used; those that stand still are in the .html templates beside. */

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
  getReady: "Get ready",
  theEnd: "That is the end",

  rounds: (count) => oneOrMany(count, "round", "rounds"),
  steps: (count) => oneOrMany(count, "step", "steps"),
  rate: (tenths) => `${tenths / 10} breaths a minute`,
  untilStop: "Until I stop",
  seconds: (ms) => `${ms / 1000} s`,
  round: (round, rounds) => (rounds ? `Round ${round} of ${rounds}` : `Round ${round}`),
  step: (step, steps) => `Step ${step} of ${steps}`,
  left,
  gone: (ms) => `${lengthInWords(Math.floor(ms / 1000) * 1000)} so far`,
  next: (say) => `Next: ${say}`,

  started: (length) => `Started. ${length}.`,
  paused: "Paused.",
  pausedAway: "Paused while you were away. Resume when you like.",
  pausedAsleep: "Paused while your device slept. Resume when you like.",
  pausedCall: "Paused: your device took the sound away. Resume when you like.",
  halfway: "Halfway.",
  ended: (length) => `That is the end. ${length}.`,
  pace: (slower, ms) => `${slower ? "Slower" : "Faster"} from the next breath in${ms === null ? "" : `: ${left(ms)}`}.`,
  paceLimit: (slower) => `This is as ${slower ? "slow" : "fast"} as this practice goes.`,
  lastBreath: "This is the last breath, so the pace stays.",

  about: (minutes, length) => `About ${minutes} min: ${length}`,
  asWritten: (length) => `As written: ${length}`,
  tapPace: "Tap at each breath in",
  tapMore: (taps) => `${taps}: keep tapping`,
  easesIn: (rounds) => `Slows down over the first ${rounds} rounds.`,
  silent: "Silent",
  cues: { tones: "Tones", voice: "Voice", vibration: "Vibration", bell: "Bells" },
  soundAsleep: "Sound has not started. Tap Pause and Resume, or follow by eye.",
  screenMayDim: "Your screen may dim: this device did not let the timer keep it on.",
  copied: "The link is copied.",

  refused: {
    count: (want) => `The pattern needs ${want} numbers, one for each phase.`,
    number: (say) => `“${say}” needs seconds, whole or half.`,
    low: (say, ms) => `“${say}” is at least ${ms / 1000} s here. A shorter one would hurry the breath.`,
    high: (say, ms) => `“${say}” is at most ${ms / 1000} s here. A longer one can strain.`,
    fast: "That is faster than 20 breaths a minute, which this site does not teach.",
  },
  badRounds: (most) => `Rounds go from 1 to ${most}.`,
  badMinutes: "Minutes go from 1 to 60.",
  badPace: (ms) => `Your own breath: between 3 and ${ms / 1000} s.`,
  keeps: (was) => `Still ${was}.`,
  badAddress: (name, why) => `The link asked for a ${name} that cannot be used. ${why}`.trim(),
  linkCues: (names) => `This link turns on: ${names}. You can change that below.`,
};
