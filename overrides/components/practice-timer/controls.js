/** The buttons and lines that the element adds, and which of them are there in which state. */

import { part } from "./dom.js";
import { words } from "./strings.js";

/** Buttons by state; `breath`, `steps` and `hold` say for which practices. */
const SHOWN = {
  start: ["idle", "ready", "running", "paused", "stopped", "ended"],
  stop: ["ready", "running", "paused"],
  restart: ["paused"],
  skipCount: ["ready"],
  nextStep: ["running", "paused"],
  noHolds: ["idle", "stopped", "ended"],
  slower: ["running", "paused"],
  faster: ["running", "paused"],
};
const ONLY = { nextStep: "steps", slower: "breath", faster: "breath" };

/** What the first button says and does. */
export const FIRST = { ready: "pause", running: "pause", paused: "resume" };

/**
 * @param {import("./practice.js").PracticeData} practice
 * @param {Object<string, () => void>} actions one for each button
 */
export function buildControls(practice, actions) {
  const button = (name) => part(`button practice-timer__button--${name}`, "button", { type: "button", click: actions[name] }, words[name]);
  const buttons = Object.fromEntries([...Object.keys(SHOWN), "full"].map((name) => [name, button(name)]));
  const { start, stop, restart, skipCount, nextStep, noHolds, slower, faster, full } = buttons;
  const word = part("word", "p");
  const number = part("number", "p");
  return {
    buttons,
    word,
    number,
    face: part("face", "div", { role: "timer", "aria-label": practice.title }, word, number),
    next: part("next", "p"),
    status: part("status", "p", { role: "status" }),
    note: part("note", "p"),
    main: part("row", "div", {}, start, noHolds, stop, restart),
    second: part("row practice-timer__row--quiet", "div", {}, skipCount, nextStep, slower, faster, full),
    end: buildEnd(actions.answer),
  };
}

function buildEnd(answer) {
  const choices = Object.entries(words.answers).map(([name, text]) =>
    part("button", "button", { type: "button", click: () => answer(name) }, text),
  );
  const row = part("row", "div", { role: "group", "aria-label": words.question }, ...choices);
  const reply = part("reply", "p", { role: "status" });
  const question = part("question", "p", {}, words.question);
  return Object.assign(part("end", "div", { hidden: true }, part("end-line", "p", {}, words.endLine), question, row, reply), {
    reply,
    row,
  });
}

/** Show what belongs to a state; a button that goes hands its focus to the first. */
export function showControls({ buttons }, state, { kind, hold }) {
  const focused = document.activeElement;
  for (const [name, states] of Object.entries(SHOWN)) {
    const fits = name === "noHolds" ? hold : !ONLY[name] || ONLY[name] === kind;
    buttons[name].hidden = !fits || !states.includes(state);
  }
  buttons.start.textContent = words[FIRST[state] ?? "start"];
  if (focused?.hidden && Object.values(buttons).includes(focused)) buttons.start.focus({ preventScroll: true });
}
