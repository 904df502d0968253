/** `<work-sheet>`: boxes that grow, printing, and keeping in the notes (IndexedDB) at a press. */

import { keepFreeNote } from "../private-notes/journal.js";
import { SiteElement } from "../shared/shared.js";
import { words } from "./strings.js";

export class WorkSheet extends SiteElement {
  block = "worksheet";

  setUp() {
    this.on(this.form, "input", () => this.#typed());
    this.press("print", () => window.print());
    this.press("keep", async () => {
      const text = this.#text;
      const saved = text ? await keepFreeNote(text).catch(() => null) : null;
      if (saved && this.#text === text) this.guard(false);
      this.child("status").textContent = text ? words[saved ? "stored" : "notStored"] : words.empty;
    });
    this.press("clear", () => this.#clear(words.cleared));
    this.on(document, "exit-page-leave", () => this.#clear(""));
    for (const name of ["print", "after"]) this.child(name).hidden = false;
    this.child("plain").hidden = true;
    this.#mirror();
  }

  /** Each box has its words a second time, so that it grows with them, and paper cuts none off. */
  #mirror() {
    for (const field of this.all("textarea"))
      field.parentElement?.setAttribute("data-typed", `${/** @type {HTMLTextAreaElement} */ (field).value} `);
  }

  #typed() {
    this.#mirror();
    this.child("status").textContent = "";
    this.guard(this.#text !== "");
  }

  /** What is filled in, as the text of a note; empty where nothing is. */
  get #text() {
    const parts = this.all(".worksheet__part").map((part) => {
      const fields = this.all("textarea, input:checked", part);
      const lines = fields
        .map((field) => this.#line(/** @type {HTMLInputElement} */ (field)))
        .filter(Boolean);
      return lines.length ? [part.querySelector("h2")?.textContent, ...lines].join("\n") : "";
    });
    const text = parts.filter(Boolean).join("\n\n");
    return text && `${this.child("title").textContent}\n\n${text}`;
  }

  /** A cell says its row and its column before its words. @param {HTMLInputElement} field */
  #line(field) {
    if (field.type === "checkbox") return field.labels?.[0].textContent?.trim();
    const names = [field.closest("[role=group]"), field.closest(".worksheet__cell")].map(
      (place) => place?.querySelector(".worksheet__row-name, .worksheet__name")?.textContent,
    );
    return field.value.trim() && [...names, field.value.trim()].filter(Boolean).join(": ");
  }

  #clear(/** @type {string} */ message) {
    this.form.reset();
    this.#typed();
    this.child("status").textContent = message;
  }
}
