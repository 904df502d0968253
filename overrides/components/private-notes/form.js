/** The fields of one note (a native form): what stands in them, whether something would be lost, which day
 *  it is for. */

import { PLAIN, dayInWords, localDay, makeNote, timestamp } from "./note.js";
import { words } from "./strings.js";
/** @import { Note } from "./note.js" */

export class NoteForm {
  /** The note that is being changed. @type {Note | null} */
  base = null;
  #dayChosen = false;
  #start = "";

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.boxes = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll(".private-notes__sign")]);
    this.#field("day").addEventListener("input", () => (this.#dayChosen = true));
    this.clear();
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
    const written = this.#written;
    return Object.values(written).some((value) => value.length) && JSON.stringify(written) !== this.#start;
  }

  /** The note as it would be kept. Throws RangeError where a field is longer than a note can be. */
  note(now = new Date()) {
    const day = this.#field("day").value || localDay(now);
    return makeNote({ ...this.#written, day }, timestamp(now), this.base);
  }

  /** Empties the fields and turns to today. */
  clear() {
    this.#fill(null);
  }

  /** Puts a note into the fields, to change it. @param {Note} note */
  change(note) {
    this.#fill(note);
    for (const fold of this.form.querySelectorAll("details")) {
      const fields = /** @type {HTMLInputElement[]} */ ([...fold.querySelectorAll("textarea, input")]);
      fold.open ||= fields.some((field) => (field.type === "checkbox" ? field.checked : field.value !== ""));
    }
  }

  /** A day that nobody chose follows the clock, until something is typed. */
  followClock() {
    if (!this.base && !this.#dayChosen && !this.dirty) this.#field("day").value = localDay(new Date());
  }

  /** @param {Note | null} note */
  #fill(note) {
    this.form.reset();
    this.base = note;
    this.#dayChosen = note !== null;
    for (const name of PLAIN) this.#set(this.#field(name), note?.[name] ?? "");
    const offered = this.boxes.map(({ dataset }) => dataset.words);
    for (const box of this.boxes) box.checked = note?.signs.includes(box.dataset.words ?? "") ?? false;
    this.#field("sign").value = (note?.signs ?? []).filter((sign) => !offered.includes(sign)).join("\n");
    this.#field("day").value = note?.day ?? localDay(new Date());
    this.#start = JSON.stringify(this.#written);
    const part = (/** @type {string} */ name) =>
      /** @type {HTMLElement} */ (this.form.querySelector(`.private-notes__${name}`));
    part("form-title").textContent = note ? words.writeAgain(dayInWords(note.day)) : words.writeNew;
    part("keep").textContent = note ? words.keepChange : words.keep;
    part("leave").hidden = !note;
  }

  /** A choice that is no longer offered stays a choice. @param {any} field @param {string} value */
  #set(field, value) {
    if (field.tagName === "SELECT" && ![...field.options].some((option) => option.value === value))
      field.add(new Option(value, value));
    field.value = value;
  }
}
