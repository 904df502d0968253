/** What the page has to say: standing matters above the fields, passing words at the foot of the window. */

import { button, make } from "./dom.js";
import { words } from "./strings.js";

const UNDO_MS = 10_000;
const PASSING_MS = 8000;

export class Notices {
  /** @param {HTMLElement} standing @param {HTMLElement} passing both are status regions */
  constructor(standing, passing) {
    this.standing = standing;
    this.passing = passing;
  }

  /** Something that stays until it is settled; an empty text takes it away. @param {[string, () => void][]} ways */
  stand(name, text, ways = []) {
    const held = this.standing.querySelector(`[data-name="${name}"]`);
    if (held?.dataset.text === text) return;
    held?.remove();
    if (!text) return;
    const made = notice(text, ways);
    made.dataset.name = name;
    made.dataset.text = text;
    this.standing.append(made);
  }

  /** A word in passing; it takes the place of the one before. @param {[string, () => void][]} ways with them it stays */
  say(text, ways = []) {
    this.#drop(this.word);
    const made = notice(text, ways);
    this.word = made;
    this.passing.append(made);
    if (!ways.length) setTimeout(() => this.#drop(made), PASSING_MS);
  }

  /** A word with a way back, which is held in memory for ten seconds and then let go. */
  offerUndo(text, action) {
    const undo = () => {
      this.#drop(made);
      action();
    };
    const made = notice(text, [[words.undo, undo]]);
    this.passing.append(made);
    made.querySelector("button").focus();
    setTimeout(() => this.#drop(made), UNDO_MS);
  }

  #drop(made) {
    const had = made?.contains(document.activeElement);
    made?.remove();
    if (had) this.onleft?.();
  }

  clear() {
    this.passing.replaceChildren();
    this.standing.replaceChildren();
  }
}

function notice(text, ways) {
  const row = make("div", "ways", ...ways.map(([label, press]) => button(label, press)));
  return make("div", "notice", make("p", "notice-text", text), ...(ways.length ? [row] : []));
}
