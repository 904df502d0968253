/** The buttons that move notes: to files, to paper, from a file. */

import { download } from "./dom.js";
import { printNotes } from "./printing.js";
import { newestFirst } from "./record.js";
import { words } from "./strings.js";
import { localDay } from "./time.js";
import { BadFile, fromFile, toCsv, toJson } from "./transfer.js";

const fileName = () => words.file(localDay(new Date()));

export const saveJson = (entries, name = fileName()) => download(`${name}.json`, toJson(entries), "application/json");
export const saveText = (text, name) => download(`${name}.json`, text, "application/json");

export class Files {
  /** @param {HTMLElement} place @param {{journal: object, say: (text: string) => void, sorry: (error: Error) => void, label: Function, paper: HTMLElement}} does */
  constructor(place, does) {
    this.does = does;
    this.place = place;
    const press = (name, action) => place.querySelector(`[name=${name}]`).addEventListener("click", action);
    press("json", () => this.#save(saveJson));
    press("csv", () => this.#save((entries) => download(`${fileName()}.csv`, toCsv(entries), "text/csv")));
    press("print", () => printNotes(does.paper, newestFirst(does.journal.entries.values()), does.label));
    this.input = place.querySelector("input[type=file]");
    this.input.addEventListener("change", () => this.#read(this.input.files[0]));
  }

  /** Only what can be done now is offered. */
  show() {
    const { journal } = this.does;
    this.place.querySelector(".private-notes__exports").hidden = !journal.entries.size;
  }

  #save(way) {
    way(this.does.journal.entries.values());
    this.does.say(words.exported);
  }

  async #read(file) {
    if (!file) return;
    const { journal, say, sorry } = this.does;
    try {
      const { entries, unread } = fromFile(await file.text());
      const counts = await journal.absorb(entries);
      say(words.imported({ ...counts, unread }));
    } catch (error) {
      if (error instanceof BadFile) say(error.reason === "newer" ? words.newerFile : words.unreadable);
      else sorry(error);
    } finally {
      this.input.value = "";
    }
  }
}
