/** `<boundary-builder>`: the gate, then the fields. Nothing is stored; the fields exist only while they are used. README.md says how. */

import { copy } from "../share-button/share-button.js";
import { compose } from "./compose.js";
import { words } from "./strings.js";

export class BoundaryBuilder extends HTMLElement {
  #content = /** @type {import("./compose.js").Content} */ (/** @type {unknown} */ (undefined)); // set when connected
  /** @type {AbortController | undefined} */
  #stop;

  connectedCallback() {
    this.#content = JSON.parse(this.#part("patterns").textContent);
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    for (const button of this.#all("[data-answer]"))
      button.addEventListener("click", () => this.#answer(button.dataset.answer ?? ""), { signal });
    this.#part("back").addEventListener("click", () => this.#again(), { signal });
    window.addEventListener("pagehide", () => this.#shut(), { signal });
    // A page that comes back as it was left is shut once more, whatever the leaving missed.
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.#shut(), { signal });
    this.#shut();
  }

  disconnectedCallback() {
    this.#stop?.abort();
  }

  /** @param {string} name */
  #part(name) {
    return this.#one(`.boundary-builder__${name}`);
  }

  /** @param {string} selector of what stands in the page or among the fields */
  #one(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  /** @param {string} selector */
  #all(selector) {
    return /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(selector));
  }

  /** Back to the gate, with every field gone: they are taken out of the page, so that nothing can bring them back. */
  #shut() {
    this.#part("room").replaceChildren();
    this.#show("gate");
  }

  #again() {
    this.#shut();
    this.#part("gate").querySelector("h2")?.focus();
  }

  /** Shows one of the three: the gate, help, or the fields with all that belongs to them. @param {"gate" | "help" | "open"} name */
  #show(name) {
    for (const part of ["gate", "help", "open"]) this.#part(part).hidden = part !== name;
    this.#part("plain").hidden = true;
    this.#part("answers").hidden = false;
    this.#part("back").hidden = false;
    const folds = this.#all(".boundary-builder__example, .boundary-builder__fold");
    for (const fold of /** @type {NodeListOf<HTMLDetailsElement>} */ (folds)) fold.open = false;
  }

  /** @param {string} answer */
  #answer(answer) {
    const safe = answer === "no";
    this.#show(safe ? "open" : "help");
    if (safe) this.#furnish();
    this.#part(safe ? "form" : "help")
      .querySelector("h2")
      ?.focus();
  }

  #furnish() {
    this.#part("room").replaceChildren(
      /** @type {HTMLTemplateElement} */ (this.#part("blank")).content.cloneNode(true),
    );
    const form = this.#part("form");
    form.addEventListener("submit", (event) => this.#submitted(event));
    form.addEventListener("change", () => this.#fit());
    this.#part("clear").addEventListener("click", () => this.#again());
    for (const button of this.#all("[data-copies]"))
      button.addEventListener("click", () => this.#copy(button.dataset.copies ?? ""));
    for (const field of this.#all("[data-result]")) field.addEventListener("input", () => this.#grow(field));
    this.#fit();
  }

  get #said() {
    const form = /** @type {HTMLFormElement} */ (this.#part("form"));
    return /** @type {import("./compose.js").Said} */ (Object.fromEntries(new FormData(form)));
  }

  /** Words beside the fields that depend on what is chosen. */
  #fit() {
    const { aim, situation } = this.#said;
    const { ask, hint } = this.#content.aims[aim];
    this.#one("label[for=builder-ask]").textContent = ask;
    this.#one("#builder-ask-hint").textContent = hint;
    this.#one("#builder-moment-hint").textContent = words.momentHint(this.#content.moments[situation]);
  }

  /** @param {Event} event */
  #submitted(event) {
    event.preventDefault();
    const sentences = compose(this.#content, this.#said);
    const problem = this.#part("problem");
    problem.hidden = Boolean(sentences.short);
    problem.textContent = sentences.short ? "" : words.needed(this.#content.aims[this.#said.aim].ask);
    this.#part("results").hidden = !sentences.short;
    if (!sentences.short) return this.#one("#builder-ask").focus();
    for (const [name, text] of Object.entries(sentences)) this.#write(name, text);
    this.#box("long").hidden = sentences.long === sentences.short;
    this.#part("status").textContent = "";
    this.#near();
    return this.#part("results").querySelector("h2")?.focus();
  }

  /** The field of a result: short, long or plan. @param {string} name */
  #result(name) {
    return /** @type {HTMLTextAreaElement} */ (this.#one(`[data-result=${name}]`));
  }

  /** What holds that field, its heading and its button. @param {string} name */
  #box(name) {
    return /** @type {HTMLElement} */ (this.#result(name).parentElement);
  }

  /** @param {string} name @param {string} text */
  #write(name, text) {
    this.#result(name).value = text;
    this.#box(name).hidden = false;
    this.#grow(this.#result(name));
  }

  /** As high as its words, so that none are hidden on the screen or on paper. @param {HTMLElement} field */
  #grow(field) {
    field.style.height = "auto";
    if (field.scrollHeight) field.style.height = `${field.scrollHeight + 2}px`;
  }

  /** The sentences for this situation, copied from the list below. */
  #near() {
    const lines = this.querySelectorAll(`[data-situation="${CSS.escape(this.#said.situation)}"] li`);
    this.#part("near").replaceChildren(...[...lines].map((line) => line.cloneNode(true)));
  }

  /** @param {string} name */
  async #copy(name) {
    const field = this.#result(name);
    const status = this.#part("status");
    status.textContent = "";
    const done = await copy(field.value);
    if (!status.isConnected) return;
    status.textContent = done ? words.copied : words.notCopied;
    if (done) return;
    field.focus();
    field.select();
  }
}
