/** The notes as a list, newest first, and the search in it. Only what is near the window is drawn: it stays quick with thousands. */

import { make } from "./dom.js";
import { hayOf, noteItem } from "./note.js";
import { inPieces } from "./pieces.js";
import { words } from "./strings.js";
import { dayInWords } from "./time.js";

const PIECE = 4; // notes drawn together
const GUESS = 1300; // pixels of a piece that was never drawn
const NEAR = "1000px 0px"; // how far from the window pieces are drawn, so that the Tab key always finds the next
const WAIT_MS = 120;

export class NoteList {
  #hay = new WeakMap(); // each note's text to search, made once
  #pieces = new Map(); // each piece's notes
  #search = null;

  /** @param {HTMLElement} place @param {{label: Function, change: Function, remove: Function}} does */
  constructor(place, does) {
    this.does = does;
    this.field = place.querySelector("input[type=search]");
    this.count = place.querySelector(".private-notes__count");
    this.list = place.querySelector(".private-notes__list");
    this.watch = new IntersectionObserver((seen) => seen.forEach((each) => this.#turn(each)), { rootMargin: NEAR });
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
    this.#lay(found);
  }

  async #matching(entries, signal) {
    const sought = this.field.value.normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean);
    if (!sought.length) return entries;
    const found = [];
    await inPieces(
      entries,
      (entry) => {
        const hay = this.#hayOf(entry);
        if (sought.every((word) => hay.includes(word))) found.push(entry);
      },
      signal,
    );
    return found;
  }

  #hayOf(entry) {
    if (!this.#hay.has(entry)) this.#hay.set(entry, hayOf(entry, this.does.label));
    return this.#hay.get(entry);
  }

  /** Lays out every piece, empty but as high as it may become, and draws the first. */
  #lay(found) {
    this.#clear();
    for (let at = 0; at < found.length; at += PIECE) {
      const piece = make("ol", "piece");
      piece.start = at + 1;
      piece.style.minHeight = `${Math.min(GUESS, (found.length - at) * (GUESS / PIECE))}px`;
      this.#pieces.set(piece, found.slice(at, at + PIECE));
    }
    this.list.replaceChildren(...this.#pieces.keys());
    for (const piece of this.#pieces.keys()) this.watch.observe(piece);
    if (this.list.firstElementChild) this.#draw(this.list.firstElementChild);
  }

  /**
   * A piece comes near and is drawn, or goes far and is emptied; never the one that somebody is using, nor the first, so
   * that the Tab key leads from the search into the list wherever the window is.
   */
  #turn({ target, isIntersecting, boundingClientRect }) {
    const stays = target === this.list.firstElementChild || target.contains(document.activeElement);
    if (isIntersecting) this.#draw(target);
    else if (target.childElementCount && !stays) {
      target.style.minHeight = `${boundingClientRect.height}px`;
      target.replaceChildren();
    }
  }

  #draw(piece) {
    if (piece.childElementCount) return;
    const { label, change, remove } = this.does;
    const items = this.#pieces.get(piece).map((entry) => noteItem(entry, label, { change: () => change(entry), remove: () => remove(entry) }));
    piece.replaceChildren(...items);
    piece.style.minHeight = "";
  }

  #clear() {
    this.watch.disconnect();
    this.#pieces.clear();
    this.list.replaceChildren();
  }

  empty() {
    this.#search?.abort();
    clearTimeout(this.timer);
    this.entries = [];
    this.#hay = new WeakMap();
    this.field.value = "";
    this.count.textContent = "";
    this.#clear();
  }
}
