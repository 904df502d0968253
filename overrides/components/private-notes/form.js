/** The fields of one note: what stands in them, whether something would be lost, which day it is for. */

import { makeNote } from "./record.js";
import { dayInWords, localDay, stamp } from "./time.js";
import { words } from "./strings.js";

const PLAIN = ["slept", "sleep", "hard", "settled", "good", "practice", "before", "after", "free"];

export class NoteForm {
  /** @type {object | null} the note that is being changed */
  base = null;
  #dayChosen = false;

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.boxes = [...form.querySelectorAll(".private-notes__sign")];
    form.addEventListener("input", ({ target }) => {
      if (target.name === "day") this.#dayChosen = true;
    });
    this.clear();
  }

  #field(name) {
    return this.form.elements[name];
  }

  /** What is written, without the day. */
  get #written() {
    const found = Object.fromEntries(PLAIN.map((name) => [name, this.#field(name).value]));
    const ticked = this.boxes.filter(({ checked }) => checked).map(({ dataset }) => dataset.words);
    const own = this.#field("sign").value.split("\n").map((line) => line.trim());
    return { ...found, signs: [...ticked, ...own].filter(Boolean) };
  }

  /** The day in the field, or today where it was emptied. */
  get day() {
    return this.#field("day").value || localDay(new Date());
  }

  /** Whether leaving would lose something: text that is not kept. Emptied fields are nothing to lose. */
  get dirty() {
    const values = JSON.stringify(this.#written);
    const some = Object.values(this.#written).some((value) => value.length);
    return some && values !== this.start;
  }

  /** @returns {object} the note as it would be kept. @throws {RangeError} where a field is longer than a note can be */
  note(now = new Date()) {
    return makeNote({ ...this.#written, day: this.day }, stamp(now), this.base);
  }

  /** Empties the fields and turns to today. */
  clear() {
    this.form.reset();
    this.#fill({ signs: [], day: localDay(new Date()) }, null);
  }

  /** Puts a note into the fields, to change it. */
  change(entry) {
    this.form.reset();
    this.#fill(entry, entry);
    this.form.querySelectorAll("details").forEach((fold) => (fold.open ||= [...fold.querySelectorAll("textarea, input")].some((field) => (field.type === "checkbox" ? field.checked : field.value))));
  }

  /** A day that nobody chose follows the clock, until something is typed. */
  followClock() {
    if (!this.base && !this.#dayChosen && !this.dirty) this.#field("day").value = localDay(new Date());
  }

  #fill(entry, base) {
    this.base = base;
    this.#dayChosen = Boolean(base);
    for (const name of PLAIN) this.#set(name, entry[name] ?? "");
    for (const box of this.boxes) box.checked = entry.signs.includes(box.dataset.words);
    const known = this.boxes.map(({ dataset }) => dataset.words);
    this.#field("sign").value = entry.signs.filter((sign) => !known.includes(sign)).join("\n");
    this.#field("day").value = entry.day;
    this.start = JSON.stringify(this.#written);
    this.#label();
  }

  /** A choice that is no longer offered stays a choice. */
  #set(name, value) {
    const field = this.#field(name);
    if (field.tagName === "SELECT" && ![...field.options].some((option) => option.value === value)) field.add(new Option(value, value));
    field.value = value;
  }

  #label() {
    const part = (name) => this.form.querySelector(`.private-notes__${name}`);
    part("form-title").textContent = this.base ? words.writeAgain(dayInWords(this.base.day)) : words.writeNew;
    part("keep").textContent = this.base ? words.keepChange : words.keep;
    part("leave").hidden = !this.base;
  }
}
