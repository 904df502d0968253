/** What moves while a session runs: word, number, dial, drawing and facts, all painted from one moment. */

import { Dial, redrawShape } from "./dial.js";
import { clockFace, write } from "./dom.js";
import { copyDrawing, showScene } from "./drawing.js";
import { countRounds, lastStretch, stateAt } from "./schedule.js";
import { lengthInWords, words } from "./strings.js";

/** @typedef {import("./schedule.js").Session} Session @typedef {import("./schedule.js").State} State */

export class Face {
  #timer;
  #practice;
  #dial;
  /** @type {Record<string, HTMLElement>} */
  #parts = {};
  /** @type {HTMLElement | null | undefined} not looked for yet */
  #drawing;

  /** @param {HTMLElement} timer @param {import("./practice.js").PracticeData} practice @param {Element[]} added face and next step, from the template */
  constructor(timer, practice, [face, next]) {
    this.#timer = timer;
    this.#practice = practice;
    this.#dial = new Dial(practice.kind);
    const { dial, bar } = this.#dial;
    /** @type {HTMLElement} */ (timer.querySelector(".practice-timer__stage")).append(dial, bar, face, next);
  }

  /** @param {string} name @param {string} text */
  #write(name, text) {
    const part = (this.#parts[name] ??= /** @type {HTMLElement} */ (
      this.#timer.querySelector(`.practice-timer__${name}`)
    ));
    write(part, text);
  }

  /** "Round 5 of 19", "Step 2 of 9"; "" for an open practice. @param {Session} session @param {State} moment */
  place(session, { round, phase }) {
    const { kind, says } = this.#practice;
    if (kind === "breath") return words.round(round, countRounds(session));
    return kind === "steps" ? words.step(phase + 1, says.length) : "";
  }

  /** @param {Session} session @param {State} moment @param {number} elapsed milliseconds, below 0 while getting ready */
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

  /** For the drawing on the page and its copy in the card. @param {string} step from 1, "" without */
  #showStep(step) {
    if (this.#drawing === undefined) {
      this.#drawing = copyDrawing(document, this.#practice.kind);
      if (this.#drawing) this.#timer.querySelector(".practice-timer__stage")?.append(this.#drawing);
    }
    if (this.#timer.dataset.step === step) return;
    this.#timer.dataset.step = step;
    if (this.#drawing) showScene(this.#drawing, step || "1");
  }

  /** Nothing runs: facts, shape and list show what Start would run. @param {import("./options.js").TimerOptions} options @param {boolean} ended */
  rest({ facts, plan, session, isBreath }, ended) {
    delete this.#timer.dataset.step;
    this.#write("facts", facts);
    if (!ended) this.#dial.paint(session, stateAt(session, 0)); // drawn before it is needed: Start answers at once
    const shape = /** @type {SVGSVGElement} */ (this.#timer.querySelector(".practice-timer__shape > svg"));
    if (isBreath) redrawShape(shape, plan.spans);
    const items = /** @type {NodeListOf<HTMLElement>} */ (
      this.#timer.querySelectorAll(".practice-timer__phases li")
    );
    lastStretch(session).spans.forEach(({ ms }, phase) => {
      items[phase].hidden = !ms;
      write(
        /** @type {HTMLElement} */ (items[phase].querySelector(".practice-timer__seconds")),
        ms < 60000 ? words.seconds(ms) : lengthInWords(ms),
      );
    });
  }
}
