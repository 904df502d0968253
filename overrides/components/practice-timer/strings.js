/** Every word the timer adds to the page. A translation replaces this file and nothing else. */

const oneOrMany = (count, one, many) => `${count} ${count === 1 ? one : many}`;
const decimal = (number) => String(Number(number));

/** A length in words: 156000 is "2 min 36 s". @param {number} ms */
export function lengthInWords(ms) {
  const minutes = Math.floor(ms / 60000);
  const rest = ms % 60000;
  const parts = minutes ? [`${minutes} min`] : [];
  if (rest || !minutes) parts.push(`${decimal(rest / 1000)} s`);
  return parts.join(" ");
}

/** What is left, in whole seconds. @param {number} ms */
const left = (ms) => `${lengthInWords(Math.ceil(ms / 1000) * 1000)} left`;

export const words = {
  start: "Start",
  pause: "Pause",
  resume: "Resume",
  stop: "Stop",
  restart: "Restart",
  skipCount: "Skip the count",
  nextStep: "Next step",
  noHolds: "Without holds",
  slower: "Slower",
  faster: "Faster",
  full: "Full screen",
  leaveFull: "Leave full screen",
  getReady: "Get ready",
  theEnd: "That is the end",
  choose: "Choose",

  rounds: (count) => oneOrMany(count, "round", "rounds"),
  steps: (count) => oneOrMany(count, "step", "steps"),
  rate: (tenths) => `${decimal(tenths / 10)} breaths a minute`,
  untilStop: "Until I stop",
  asWritten: "As written",
  seconds: (ms) => decimal(ms / 1000),
  short: (ms) => `${decimal(ms / 1000)} s`,
  round: (round, rounds) => (rounds ? `Round ${round} of ${rounds}` : `Round ${round}`),
  step: (step, steps) => `Step ${step} of ${steps}`,
  left,
  gone: (ms) => `${lengthInWords(Math.floor(ms / 1000) * 1000)} so far`,
  endsOut: "ends after an out-breath",
  next: (say) => `Next: ${say}`,

  started: (length) => `Started. ${length}.`,
  paused: "Paused.",
  pausedAway: "Paused while you were away. Resume when you like.",
  pausedAsleep: "Paused while your device slept. Resume when you like.",
  pausedCall: "Paused: your device took the sound away. Resume when you like.",
  halfway: "Halfway.",
  ended: (length) => `That is the end. ${length}.`,
  slowerNow: (ms) => `Slower from the next breath in${ms === null ? "" : `: ${left(ms)}`}.`,
  fasterNow: (ms) => `Faster from the next breath in${ms === null ? "" : `: ${left(ms)}`}.`,
  slowest: "This is as slow as this practice goes.",
  fastest: "This is as fast as this practice goes.",
  lastBreath: "This is the last breath, so the pace stays.",

  endLine: "Stay as long as you like.",
  question: "How is it now? (if you want to say)",
  answers: { easier: "A little easier", same: "About the same", worse: "Worse" },
  thanks: {
    easier: "Good to know. Nothing is kept of this answer.",
    same: "That is fine. Nothing is kept of this answer.",
    worse: "Then this is not for now, and you did nothing wrong. Try one of these instead.",
  },

  length: "Length",
  roundsLabel: "Own number of rounds",
  minutesLabel: "Own number of minutes",
  about: (minutes) => `About ${minutes} min`,
  pattern: "Pattern",
  asGiven: "As given",
  own: "My own",
  secondsFor: (say) => `${say}, seconds`,
  ownPace: "Start at my own pace: seconds for one of my breaths",
  tapPace: "Tap at each breath in",
  tapMore: (taps) => `${taps}: keep tapping`,
  easesIn: (rounds) => `Slows down over the first ${rounds} rounds.`,
  cues: "Sound, voice, vibration",
  silent: "Silent",
  tones: "Tones",
  tonesLong: "Tones: rising in, falling out",
  volume: "Volume",
  test: "Test tone",
  noSound: "No sound? Check the volume and the ring switch.",
  soundAsleep: "Sound has not started. Tap Pause and Resume, or follow by eye.",
  playAnyway: "Play even when the ring switch is off (stops other sound)",
  voice: "Voice",
  voiceLong: "Voice of this device",
  noVoice: "Voice: this device has none of its own, and no words are sent elsewhere.",
  vibration: "Vibration",
  bells: "Bells",
  bellLabel: "Bell",
  noBell: "No bell",
  bellEach: (minutes) => `Every ${decimal(minutes)} min`,
  keepGoing: "Keep going with sound when the screen is off or hidden",
  readPhases: "Tell my screen reader each phase",
  motion: "Motion",
  motions: { device: "As my device says", still: "Still: word, number, bar", moving: "Moving" },
  share: "Share",
  shareLink: "Share this timer",
  copied: "The link is copied.",
  linkIs: "This is the link:",
  embedLabel: "To put this timer on another page, copy:",
  running: "Stop first to change this.",
  remembered: "Your choices stay on this device.",
  forget: "Forget my choices",
  screenMayDim: "Your screen may dim: this device did not let the timer keep it on.",

  refused: {
    count: (want) => `The pattern needs ${want} numbers, one for each phase.`,
    number: (say) => `“${say}” needs seconds, whole or half.`,
    low: (say, ms) => `“${say}” is at least ${decimal(ms / 1000)} s here. A shorter one would hurry the breath.`,
    high: (say, ms) => `“${say}” is at most ${decimal(ms / 1000)} s here. A longer one can strain.`,
    fast: "That is faster than 20 breaths a minute, which this site does not teach.",
  },
  badRounds: (most) => `Rounds go from 1 to ${most}.`,
  badMinutes: "Minutes go from 1 to 60.",
  badOwnPace: (ms) => `Your own breath: between 3 and ${decimal(ms / 1000)} s.`,
  keeps: (was) => `Still ${was}.`,
  badAddress: (name, why) => `The link asked for a ${name} that cannot be used. ${why}`.trim(),
  linkCues: (names) => `This link turns on: ${names}. You can change that below.`,
};
