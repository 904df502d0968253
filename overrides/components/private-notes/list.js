/** The notes as a list, newest first, drawn in pieces as the reader comes to them. Search is here too. */

import { button, make } from "./dom.js";
import { hayOf, noteItem } from "./note.js";
import { inPieces } from "./pieces.js";
import { words } from "./strings.js";
import { dayInWords } from "./time.js";

const PIECE = 12;
const WAIT_MS = 120;

export class NoteList {
  #hay = new WeakMap(); // each note's text to search, made once
  #left = [];
  #search = null;

  /** @param {HTMLElement} place @param {{label: Function, change: Function, remove: Function}} does */
  constructor(place, does) {
    this.does = does;
    this.field = place.querySelector("input[type=search]");
    this.count = place.querySelector(".private-notes__count");
    this.list = place.querySelector(".private-notes__list");
    this.more = button("", () => this.#morePressed(), "more");
    this.list.after(this.more);
    this.watch = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && this.#more(), { rootMargin: "600px" });
    this.watch.observe(this.more);
    this.field.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.show(this.entries), WAIT_MS);
    });
  }

  /** @param {object[]} entries newest first @param {string} [day] only those of one day */
  async show(entries, day = "") {
    this.entries = entries;
    this.#search?.abort();
    this.#search = new AbortController();
    const { signal } = this.#search;
    const found = day ? entries.filter((entry) => entry.day === day) : await this.#matching(entries, signal);
    if (signal.aborted) return;
    this.count.textContent = day ? words.onDay(dayInWords(day), found.length) : words.found(found.length, entries.length);
    this.#left = found;
    this.list.replaceChildren();
    this.#more();
  }

  async #matching(entries, signal) {
    const sought = this.field.value.normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean);
    if (!sought.length) return entries;
    const found = [];
    await inPieces(entries, (entry) => {
      const hay = this.#hayOf(entry);
      if (sought.every((word) => hay.includes(word))) found.push(entry);
    }, signal);
    return found;
  }

  #hayOf(entry) {
    if (!this.#hay.has(entry)) this.#hay.set(entry, hayOf(entry, this.does.label));
    return this.#hay.get(entry);
  }

  #more() {
    const { label, change, remove } = this.does;
    const next = this.#left.slice(0, PIECE);
    this.#left = this.#left.slice(PIECE);
    this.list.append(...next.map((entry) => noteItem(entry, label, { change: () => change(entry), remove: () => remove(entry) })));
    this.more.hidden = !this.#left.length;
    this.more.textContent = words.more(this.#left.length);
    // A piece that did not fill the window leaves the watched button in view, which is not seen again unless looked at anew.
    this.watch.unobserve(this.more);
    this.watch.observe(this.more);
  }

  /** By keyboard: the first of the new ones takes the focus, so that reading goes on where it was. */
  #morePressed() {
    const last = this.list.lastElementChild;
    this.#more();
    last?.nextElementSibling?.querySelector("button")?.focus();
  }

  empty() {
    this.#search?.abort();
    clearTimeout(this.timer);
    this.#left = [];
    this.entries = [];
    this.#hay = new WeakMap();
    this.field.value = "";
    this.count.textContent = "";
    this.list.replaceChildren();
    this.more.hidden = true;
  }
}
