/** Matters that stand until they are settled: damage set aside, notes the storage has lost, and whether this still helps. */

import { saveJson, saveText } from "./files.js";
import { words } from "./strings.js";
import { daysBetween, localDay } from "./time.js";

const FIRST_DAYS = 14;
const AGAIN_DAYS = 56;

export class Standing {
  /** @param {{journal: object, notices: object, sorry: (error: Error) => void}} does */
  constructor(does) {
    this.does = does;
  }

  show() {
    this.#asides();
    this.#vanished();
    this.#ask();
  }

  #asides() {
    const { journal, notices, sorry } = this.does;
    const save = async () => saveText(await journal.asidesAsText(), words.file("set-aside"));
    const drop = () => journal.dropAsides().then(() => notices.say(words.asideDropped), sorry);
    const some = journal.asides && journal.status === "open";
    notices.stand("asides", some ? words.asides(journal.asides) : "", [
      [words.asideSave, save],
      [words.asideDrop, drop],
    ]);
  }

  #vanished() {
    const { journal, notices, sorry } = this.does;
    const { size } = journal.vanished;
    notices.stand("vanished", size ? words.vanished(size) : "", [
      [words.vanishedBack, () => journal.restoreVanished().catch(sorry)],
      [words.vanishedSave, () => saveJson(journal.vanished.values())],
      [words.vanishedDrop, () => journal.letGo()],
    ]);
  }

  #ask() {
    this.does.notices.stand("ask", this.#timeToAsk() ? words.ask : "", [
      [words.askYes, () => this.#asked(words.askedYes)],
      [words.askLess, () => this.#asked(words.askedLess)],
    ]);
  }

  /** After a fortnight of notes, and then now and again. */
  #timeToAsk() {
    const { status, entries, askedOn } = this.does.journal;
    if (status !== "open" || !entries.size) return false;
    const today = localDay(new Date());
    if (askedOn) return daysBetween(askedOn, today) >= AGAIN_DAYS;
    let first = today;
    for (const { written } of entries.values()) if (written < first) first = written.slice(0, 10);
    return daysBetween(first, today) >= FIRST_DAYS;
  }

  async #asked(text) {
    const { journal, notices, sorry } = this.does;
    try {
      await journal.asked(localDay(new Date()));
      this.#ask();
      notices.say(text);
    } catch (error) {
      sorry(error);
    }
  }
}
