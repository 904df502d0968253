/** `<work-sheet>`: boxes that grow, printing, and keeping in the notes, only when that is pressed. README.md says how. */

import { keepFreeNote } from "../private-notes/add.js";
import { words } from "./strings.js";

export class WorkSheet extends HTMLElement {
  #stop = new AbortController();

  connectedCallback() {
    const { signal } = this.#stop;
    const press = (/** @type {string} */ name, /** @type {() => void} */ work) =>
      this.#part(name).addEventListener("click", work, { signal });
    this.#form.addEventListener("input", () => this.#typed(), { signal });
    press("print", () => window.print());
    press("keep", () => this.#keep());
    press("clear", () => this.#clear(words.cleared));
    document.addEventListener("exit-page-leave", () => this.#clear(""), { signal });
    for (const name of ["print", "after"]) this.#part(name).hidden = false;
    this.#part("plain").hidden = true;
    this.#mirror();
  }

  disconnectedCallback() {
    this.#stop.abort();
    this.#guard(false);
  }

  /** @param {string} name @returns {HTMLElement} */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`.worksheet__${name}`));
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  /** Each box holds its words a second time, so that it grows with them, and paper cuts none off. */
  #mirror() {
    for (const field of this.querySelectorAll("textarea")) {
      const box = /** @type {HTMLElement} */ (field.parentElement);
      box.dataset.typed = `${field.value} `;
    }
  }

  #typed() {
    this.#mirror();
    this.#part("status").textContent = "";
    this.#guard(this.#text !== "");
  }

  /** The browser asks before leaving only while something typed would be lost. @param {boolean} on */
  #guard(on) {
    window[on ? "addEventListener" : "removeEventListener"]("beforeunload", this.#warn);
  }

  #warn = (/** @type {Event} */ event) => event.preventDefault();

  /** What is filled in, as the text of a note; empty where nothing is. */
  get #text() {
    const parts = [...this.querySelectorAll(".worksheet__part")].map((part) => {
      /** @type {NodeListOf<HTMLInputElement | HTMLTextAreaElement>} */
      const fields = part.querySelectorAll("textarea, input:checked");
      const lines = [...fields].map((field) => this.#line(field)).filter(Boolean);
      return lines.length ? [part.querySelector("h2")?.textContent, ...lines].join("\n") : "";
    });
    const said = parts.filter(Boolean).join("\n\n");
    return said && `${this.#part("title").textContent}\n\n${said}`;
  }

  /** A cell says its row and its column before its words. @param {HTMLInputElement | HTMLTextAreaElement} field */
  #line(field) {
    if (field.type === "checkbox") return field.labels?.[0].textContent?.trim();
    const names = [field.closest("[role=group]"), field.closest(".worksheet__cell")].map(
      (place) => place?.querySelector(".worksheet__row-name, .worksheet__name")?.textContent,
    );
    return field.value.trim() && [...names, field.value.trim()].filter(Boolean).join(": ");
  }

  async #keep() {
    const text = this.#text;
    const kept = text ? await keepFreeNote(text).catch(() => null) : null;
    if (kept && this.#text === text) this.#guard(false);
    this.#part("status").textContent = text ? words[kept ? "kept" : "notKept"] : words.empty;
  }

  /** @param {string} said */
  #clear(said) {
    this.#form.reset();
    this.#typed();
    this.#part("status").textContent = said;
  }
}
