/** The lengths on offer in the settings: the practice's own and some whole minutes, the shortest first. */

import { panelWords } from "./panel-strings.js";
/** @import { TimerOptions } from "./options.js" */

const ABOUT = [1, 2, 3, 5, 10, 20]; // minutes

/** Value, words and whether it is chosen. @param {TimerOptions} options */
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
    const about = panelWords.about(minutes, options.lengthOf({ ...plan, rounds }));
    lengths.set(rounds, [`m${minutes}`, exact ? panelWords.exactly(minutes, rounds) : about]);
  }
  return lengths;
}

/** Value and words by minutes. @param {TimerOptions} options */
function lengthsInMinutes(options) {
  const { plan, practice } = options;
  const open = { ...plan, minutes: null };
  const written = practice.kind === "steps" ? options.totalOf(open) : null;
  /** @type {Map<number | null, [string, string]>} */
  const lengths = new Map([[null, ["open", panelWords.untilStop]]]);
  if (written) lengths.set(null, ["written", panelWords.asWritten(options.lengthOf(open))]);
  for (const { minutes } of practice.lengths)
    if (minutes && minutes * 60000 !== written)
      lengths.set(minutes, [`n${minutes}`, options.lengthOf({ ...plan, minutes })]);
  return lengths;
}
