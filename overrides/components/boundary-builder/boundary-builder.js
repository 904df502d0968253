/** `<boundary-builder>`: the gate, then the fields (`<template>`), which exist only while they are used. */

import { SiteElement } from "../shared/shared.js";
import { copy } from "../share-button/share-button.js";
import { compose } from "./compose.js";
import { words } from "./strings.js";
/** @import { Content, Fields } from "./compose.js" */

export class BoundaryBuilder extends SiteElement {
  /** @type {Content} */
  #content = JSON.parse(this.child("patterns").textContent);

  setUp() {
    for (const button of this.all("[data-answer]"))
      this.on(button, "click", () => this.#answer(button.dataset.answer === "no"));
    this.press("back", () => this.#again());
    this.on(window, "pagehide", () => this.#shut());
    // A page that comes back as it was left is shut once more, whatever the leaving missed.
    this.on(window, "pageshow", ({ persisted }) => persisted && this.#shut());
    this.#shut();
  }

  /** Back to the gate; every field is taken out of the page, so that nothing can bring it back. */
  #shut() {
    this.child("room").replaceChildren();
    this.#show("gate");
  }

  #again() {
    this.#shut();
    this.#focusHeading("gate");
  }

  /** Shows one of three, with all that belongs to it. @param {"gate" | "help" | "open"} name */
  #show(name) {
    for (const part of ["gate", "help", "open"]) this.child(part).hidden = part !== name;
    this.child("plain").hidden = true;
    this.child("answers").hidden = false;
    this.child("back").hidden = false;
    /** @type {HTMLDetailsElement[]} */
    const folds = this.all(".boundary-builder__example, .boundary-builder__fold");
    for (const fold of folds) fold.open = false;
  }

  /** The gate is answered; `safe` only where every question was. @param {boolean} safe */
  #answer(safe) {
    this.#show(safe ? "open" : "help");
    if (safe) this.#furnish();
    this.#focusHeading(safe ? "form" : "help");
  }

  #focusHeading(/** @type {string} */ name) {
    this.child(name).querySelector("h2")?.focus();
  }

  #furnish() {
    const { content } = /** @type {HTMLTemplateElement} */ (this.child("blank"));
    this.child("room").replaceChildren(content.cloneNode(true));
    this.child("form").addEventListener("submit", (event) => this.#submit(event));
    this.child("form").addEventListener("change", () => this.#fit());
    this.press("clear", () => this.#again());
    for (const button of this.all("[data-copies]"))
      button.addEventListener("click", () => this.#copy(button.dataset.copies ?? ""));
    for (const field of this.all("[data-result]")) field.addEventListener("input", () => this.#grow(field));
    this.#fit();
  }

  get #fields() {
    return /** @type {Fields} */ (Object.fromEntries(new FormData(this.form)));
  }

  /** Words beside the fields that depend on what is chosen. */
  #fit() {
    const { aim, situation } = this.#fields;
    const { ask, hint } = this.#content.aims[aim];
    this.one("label[for=builder-ask]").textContent = ask;
    this.one("#builder-ask-hint").textContent = hint;
    this.one("#builder-moment-hint").textContent = words.momentHint(this.#content.moments[situation]);
  }

  #submit(/** @type {Event} */ event) {
    event.preventDefault();
    const sentences = compose(this.#content, this.#fields);
    const problem = this.child("problem");
    problem.hidden = Boolean(sentences.short);
    problem.textContent = sentences.short ? "" : words.needed(this.#content.aims[this.#fields.aim].ask);
    this.child("results").hidden = !sentences.short;
    if (!sentences.short) return this.one("#builder-ask").focus();
    for (const [name, text] of Object.entries(sentences)) {
      const field = this.#result(name);
      field.value = text;
      const same = name === "long" && sentences.long === sentences.short;
      /** @type {HTMLElement} */ (field.parentElement).hidden = same;
      this.#grow(field);
    }
    this.child("status").textContent = "";
    // The sentences for this situation, copied from the list below.
    const lines = this.all(`[data-situation="${CSS.escape(this.#fields.situation)}"] li`);
    this.child("near").replaceChildren(...lines.map((line) => line.cloneNode(true)));
    return this.#focusHeading("results");
  }

  /** The field of a result: short, long or plan. @param {string} name @returns {HTMLTextAreaElement} */
  #result(name) {
    return this.one(`[data-result=${name}]`);
  }

  /** As high as its words, so that none are hidden on the screen or on paper. @param {HTMLElement} field */
  #grow(field) {
    field.style.height = "auto";
    if (field.scrollHeight) field.style.height = `${field.scrollHeight + 2}px`;
  }

  async #copy(/** @type {string} */ name) {
    const field = this.#result(name);
    const status = this.child("status");
    status.textContent = "";
    const done = await copy(field.value);
    if (!status.isConnected) return;
    status.textContent = done ? words.copied : words.notCopied;
    if (done) return;
    field.focus();
    field.select();
  }
}
