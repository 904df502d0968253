/** Deleting one note or everything, each with ten seconds to undo it. */

import { Stale } from "./shelf.js";
import { words } from "./strings.js";
import { dayInWords } from "./time.js";

export class Deleting {
  /** @param {HTMLElement} place @param {{journal: object, notices: object, sorry: (error: Error) => void, emptied: () => void}} does */
  constructor(place, does) {
    this.does = does;
    this.ask = place.querySelector(".private-notes__delete-all");
    this.sure = place.querySelector(".private-notes__delete-sure");
    this.no = place.querySelector(".private-notes__delete-no");
    this.ask.addEventListener("click", () => this.#turn(true));
    this.no.addEventListener("click", () => this.#turn(false));
    place.querySelector(".private-notes__delete-yes").addEventListener("click", () => this.#all());
  }

  #turn(asking) {
    this.sure.hidden = !asking;
    this.ask.hidden = asking;
    (asking ? this.no : this.ask).focus();
  }

  async one(entry) {
    const { journal, notices, sorry } = this.does;
    try {
      const gone = await journal.remove(entry.id);
      notices.offerUndo(words.deletedOne(dayInWords(entry.day)), () => this.#undo(journal.keep(gone)));
    } catch (error) {
      sorry(error);
    }
  }

  async #all() {
    const { journal, notices, sorry, emptied } = this.does;
    try {
      const memory = await journal.deleteAll();
      this.#turn(false);
      emptied();
      notices.clear();
      notices.offerUndo(words.deletedAll, () => this.#undo(journal.putBack(memory)));
    } catch (error) {
      sorry(error);
    }
  }

  async #undo(work) {
    const { notices, sorry } = this.does;
    try {
      await work;
      notices.say(words.undone);
    } catch (error) {
      if (error instanceof Stale) notices.say(words.notUndone);
      else sorry(error);
    }
  }
}
