/** What moves while a session runs: word, number, dial, drawing and facts, all painted from one moment
 *  (DOM, SVG). */

import { Dial, redrawShape } from "./dial.js";
import { countRounds, lastStretch, stateAt } from "./schedule.js";
import { lengthInWords, words } from "./strings.js";
/** @import { TimerOptions } from "./options.js" */
/** @import { PracticeTimer } from "./practice-timer.js" */
/** @import { Session, State } from "./schedule.js" */

const SCENE = ".practice-drawing__scene";
/** @type {WeakMap<HTMLElement, string>} */
const written = new WeakMap(); // what the timer wrote last; the page itself may show it in another language

/** Touch the page only when our own text changes, so that a translation of it stays. */
export function write(/** @type {HTMLElement} */ element, /** @type {string} */ text) {
  if ((written.get(element) ?? element.textContent) === text) return;
  written.set(element, text);
  element.textContent = text;
}

/** Seconds below a minute, else minutes and seconds. @param {number} seconds */
function clockFace(seconds) {
  const whole = Math.ceil(seconds);
  return whole < 60 ? String(whole) : `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** A copy of the page's drawing without its words, for the timer's card, so that the present step is in view
 *  on a phone; null when no part of it belongs to a step. Of a breath only whole scenes count: the postures
 *  that most of them show do not change while it runs. Its styles (practice-drawing.css) light the present
 *  step by the timer's `data-step`. @param {string} kind of practice */
function copyDrawing(kind) {
  const drawing = document.querySelector(".practice-drawing");
  if (!drawing?.querySelector(kind === "breath" ? `${SCENE}[data-steps]` : "[data-steps]")) return null;
  const copy = /** @type {HTMLElement} */ (drawing.cloneNode(true));
  for (const part of copy.querySelectorAll("figcaption, .practice-drawing__words, ol")) part.remove();
  copy.classList.add("practice-timer__drawing");
  copy.setAttribute("aria-hidden", "true"); // the page's own is read
  return copy;
}

export class Face {
  #timer;
  #practice;
  #dial;
  /** @type {HTMLElement | null | undefined} not looked for yet */
  #drawing;

  /** @param {PracticeTimer} timer @param {Element[]} added face and next step, from the template */
  constructor(timer, [face, next]) {
    this.#timer = timer;
    this.#practice = timer.options.practice;
    this.#dial = new Dial(this.#practice.kind);
    const { dial, bar } = this.#dial;
    timer.child("stage").append(dial, bar, face, next);
  }

  #write(/** @type {string} */ name, /** @type {string} */ text) {
    write(this.#timer.child(name), text);
  }

  /** "Round 5 of 19", "Step 2 of 9"; "" for an open practice. @param {Session} session
   *  @param {State} moment */
  place(session, { round, phase }) {
    const { kind, says } = this.#practice;
    if (kind === "breath") return words.round(round, countRounds(session));
    return kind === "steps" ? words.step(phase + 1, says.length) : "";
  }

  /** @param {Session} session @param {State} moment @param {number} elapsed milliseconds, below 0 while
   *  getting ready */
  paint(session, moment, elapsed) {
    const ready = elapsed < 0;
    const { kind, says } = this.#practice;
    this.#write("word", ready ? words.getReady : moment.done ? words.theEnd : says[moment.phase]);
    const left = kind === "open" ? (moment.remaining ?? 0) / 1000 : moment.count;
    this.#write("number", ready ? String(Math.ceil(-elapsed / 1000)) : left ? clockFace(left) : "");
    const next = kind === "steps" && !moment.done && says[moment.phase + 1];
    this.#write("next", next ? words.next(next) : "");
    const time = moment.remaining === null ? words.gone(Math.max(0, elapsed)) : words.left(moment.remaining);
    this.#write("facts", [this.place(session, moment), time].filter(Boolean).join(" · "));
    this.#dial.paint(session, moment);
    this.#showStep(ready || moment.done ? "" : String(moment.phase + 1));
  }

  /** For the drawing on the page and its copy in the card; where no scene has steps of its own, the whole
   *  stays. @param {string} step from 1, "" without */
  #showStep(step) {
    if (this.#drawing === undefined) {
      this.#drawing = copyDrawing(this.#practice.kind);
      if (this.#drawing) this.#timer.child("stage").append(this.#drawing);
    }
    if (this.#timer.dataset.step === step) return;
    this.#timer.dataset.step = step;
    const scenes = this.#drawing ? this.#timer.all(`${SCENE}[data-steps]`, this.#drawing) : [];
    for (const scene of scenes) scene.hidden = !scene.dataset.steps?.split(" ").includes(step || "1");
  }

  /** Nothing runs: facts, shape and list show what Start would run. @param {TimerOptions} options
   *  @param {boolean} ended */
  rest({ facts, plan, session, isBreath }, ended) {
    delete this.#timer.dataset.step;
    this.#write("facts", facts);
    if (!ended) this.#dial.paint(session, stateAt(session, 0)); // before it is needed: Start answers at once
    const shape = /** @type {SVGSVGElement} */ (this.#timer.querySelector(".practice-timer__shape > svg"));
    if (isBreath) redrawShape(shape, plan.spans);
    const items = this.#timer.all(".practice-timer__phases li");
    lastStretch(session).spans.forEach(({ ms }, phase) => {
      items[phase].hidden = !ms;
      const seconds = this.#timer.one(".practice-timer__seconds", items[phase]);
      write(seconds, ms < 60000 ? words.seconds(ms) : lengthInWords(ms));
    });
  }
}
