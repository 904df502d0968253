/** The lengths on offer in the settings: those of the practice and about so many minutes, each once, the shortest first. */

import { panelWords } from "./panel-strings.js";

const ABOUT = [1, 2, 3, 5, 10, 20]; // minutes

/** @typedef {import("./options.js").TimerOptions} TimerOptions
 *  @typedef {{value: string, text: string, chosen: boolean}} LengthOption */

/** @param {TimerOptions} options @returns {LengthOption[]} */
export function lengthsOnOffer(options) {
  const { plan, practice, isBreath } = options;
  const lengths = isBreath ? lengthsOfBreath(options) : lengthsInMinutes(options);
  const now = isBreath ? plan.rounds : plan.minutes;
  if (!lengths.has(now)) lengths.set(now, [`${isBreath ? "r" : "n"}${now}`, options.length]);
  const unnumbered = practice.kind === "steps" ? 0 : Infinity; // as written, until stopped
  return [...lengths]
    .sort(([one], [other]) => (one ?? unnumbered) - (other ?? unnumbered))
    .map(([number, [value, text]]) => ({ value, text, chosen: number === now }));
}

/** Value and words by rounds. @param {TimerOptions} options */
function lengthsOfBreath(options) {
  const { plan, practice } = options;
  /** @type {Map<number | null, [string, string]>} */
  const lengths = new Map([[null, ["open", panelWords.untilStop]]]);
  for (const { rounds } of practice.lengths)
    lengths.set(rounds, [`r${rounds}`, options.lengthOf({ ...plan, rounds })]);
  for (const minutes of ABOUT) {
    const rounds = options.roundsAbout(minutes);
    const exact = options.totalOf({ ...plan, rounds }) === minutes * 60000;
    const length = options.lengthOf({ ...plan, rounds });
    lengths.set(rounds, [
      `m${minutes}`,
      exact ? panelWords.exactly(minutes, rounds) : panelWords.about(minutes, length),
    ]);
  }
  return lengths;
}

/** Value and words by minutes. @param {TimerOptions} options */
function lengthsInMinutes(options) {
  const { plan, practice } = options;
  const open = { ...plan, minutes: null };
  const steps = practice.kind === "steps";
  const written = steps ? options.totalOf(open) : null;
  /** @type {Map<number | null, [string, string]>} */
  const lengths = new Map([
    [
      null,
      steps ? ["written", panelWords.asWritten(options.lengthOf(open))] : ["open", panelWords.untilStop],
    ],
  ]);
  for (const { minutes } of practice.lengths)
    if (minutes && minutes * 60000 !== written)
      lengths.set(minutes, [`n${minutes}`, options.lengthOf({ ...plan, minutes })]);
  return lengths;
}
