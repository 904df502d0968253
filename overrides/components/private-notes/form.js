/** The fields of one note (a native form): what stands in them, whether something would be lost, which day
 *  it is for. */

import { PLAIN, dayInWords, localDay, makeNote, timestamp } from "./note.js";
import { words } from "./strings.js";
/** @import { Note } from "./note.js" */

export class NoteForm {
  /** The note that is being changed. @type {Note | null} */
  base = null;
  #start = "";

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.boxes = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll(".private-notes__sign")]);
    this.fill(null);
  }

  /** @param {string} name @returns {any} */
  #field(name) {
    return this.form.elements.namedItem(name);
  }

  /** What is written, without the day. */
  get #written() {
    const fields = Object.fromEntries(PLAIN.map((name) => [name, String(this.#field(name).value)]));
    const ticked = this.boxes.filter(({ checked }) => checked).map(({ dataset }) => dataset.words ?? "");
    const lines = String(this.#field("sign").value).split("\n");
    return { ...fields, signs: [...ticked, ...lines.map((line) => line.trim())].filter(Boolean) };
  }

  /** What is written, to be compared with what was written before. */
  get text() {
    return JSON.stringify(this.#written);
  }

  /** Whether leaving would lose something that is typed and not kept. */
  get dirty() {
    return Object.values(this.#written).some((value) => value.length) && this.text !== this.#start;
  }

  /** The note as it would be kept. Throws RangeError where a field is longer than a note can be. */
  note(now = new Date()) {
    const day = this.#field("day").value || localDay(now);
    return makeNote({ ...this.#written, day }, timestamp(now), this.base);
  }

  /** A day that nobody chose follows the clock, until something is typed. */
  followClock() {
    const day = this.#field("day");
    if (this.base || this.dirty || day.value !== day.defaultValue) return;
    day.value = day.defaultValue = localDay(new Date());
  }

  /** Puts a note into the fields, to change it, and opens the folds that have words; null empties them, for
   *  a new one of today. @param {Note | null} note */
  fill(note) {
    this.form.reset();
    this.base = note;
    for (const name of PLAIN) {
      const field = this.#field(name);
      const value = note?.[name] ?? "";
      field.value = value;
      if (field.add && field.value !== value) field.add(new Option(value, value, false, true));
    }
    const signs = new Set(note?.signs);
    for (const box of this.boxes) box.checked = signs.delete(box.dataset.words ?? "");
    this.#field("sign").value = [...signs].join("\n");
    const day = this.#field("day");
    day.value = day.defaultValue = note?.day ?? localDay(new Date());
    this.#start = this.text;
    for (const fold of this.form.querySelectorAll("details")) {
      const fields = /** @type {HTMLInputElement[]} */ ([...fold.querySelectorAll("textarea, input")]);
      fold.open ||= fields.some((field) => (field.type === "checkbox" ? field.checked : field.value !== ""));
    }
    const part = (/** @type {string} */ name) =>
      /** @type {HTMLElement} */ (this.form.querySelector(`.private-notes__${name}`));
    part("form-title").textContent = note ? words.writeAgain(dayInWords(note.day)) : words.writeNew;
    part("keep").textContent = note ? words.keepChange : words.keep;
    part("leave").hidden = !note;
    this.form.dispatchEvent(new Event("input")); // nothing would be lost now
  }
}
