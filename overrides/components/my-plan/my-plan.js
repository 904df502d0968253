/** `<my-plan>`: five questions, and a plan that stands in the address after "#" (History API). */

import { factsOf } from "../practice-choices/filters.js";
import { lengthInWords } from "../practice-choices/strings.js";
import { readText, SiteElement, storeText } from "../shared/shared.js";
import { copy } from "../share-button/share-button.js";
import { words as shared } from "../share-button/strings.js";
import { QUESTIONS, hashOf, practicesFor, readPlan } from "./plan.js";
import { words } from "./strings.js";
/** @import { Answers } from "./plan.js" */

const KEY = "my-plan";

export class MyPlan extends SiteElement {
  #hash = "";

  setUp() {
    this.on(this.form, "submit", (event) => this.#submit(event));
    this.on(window, "popstate", () => this.#open(location.hash));
    this.press("change", () => this.#ask());
    this.press("print", () => print());
    this.press("copy", () => this.#copy());
    this.press("keep", () => this.#keep());
    this.child("plain").hidden = true;
    this.#open(location.hash || (readText(KEY) ?? ""));
  }

  /** @returns {HTMLInputElement[]} */
  get #inputs() {
    return this.all("form input");
  }

  /** @param {(input: HTMLInputElement) => boolean} which @returns {Answers} the values of those inputs */
  #values(which) {
    const inputs = this.#inputs.filter((input) => input.value && which(input));
    const values = (/** @type {string} */ question) =>
      inputs.filter(({ name }) => name === question).map(({ value }) => value);
    return /** @type {Answers} */ (Object.fromEntries(QUESTIONS.map((name) => [name, values(name)])));
  }

  /** The practices of any answers. @param {Answers} answers */
  practicesFor(answers) {
    const { content } = /** @type {HTMLTemplateElement} */ (this.child("cards"));
    const cards = this.all("[data-practice]", content);
    const first = this.#inputs.find(({ value }) => value === answers.feel[0])?.dataset.first;
    const all = cards.map((card) => factsOf(card.dataset));
    return practicesFor(all, answers, first).map((practice) => ({
      ...practice,
      card: cards[all.indexOf(practice.facts)],
    }));
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    history.pushState(null, "", `#${hashOf(this.#values(({ checked }) => checked))}`);
    this.#open(location.hash);
    this.child("title").focus();
  }

  #ask() {
    this.child("plan").hidden = true;
    this.form.hidden = false;
    this.form.querySelector("input")?.focus();
  }

  /** Shows the plan of an address, or the questions where it asks for none. @param {string} hash */
  #open(hash) {
    const read = readPlan(
      hash,
      this.#values(() => true),
    );
    const unsafe = Boolean(read?.unsafe);
    this.child("unsafe").hidden = !unsafe;
    this.form.hidden = Boolean(read) && !unsafe;
    this.child("plan").hidden = !read || unsafe;
    if (!read || unsafe) return;
    const { answers, left } = read;
    this.#hash = `#${hashOf(answers)}`;
    for (const input of this.#inputs) {
      const chosen = answers[/** @type {"feel"} */ (input.name)];
      input.checked = input.value ? chosen.includes(input.value) : !chosen.length;
    }
    this.child("left").textContent = left.length ? words.left(left) : "";
    const practices = this.practicesFor(answers).map((practice) => this.#practice(practice));
    this.child("practices").replaceChildren(...practices);
    this.#choose("guide", answers.feel[0]);
    this.#choose("person", answers.ask[0] ?? "nobody");
    this.child("status").textContent = "";
    this.#nameKeep();
  }

  /** @param {ReturnType<MyPlan["practicesFor"]>[number]} practice */
  #practice({ card, query, ms, loose }) {
    const item = /** @type {HTMLElement} */ (card.cloneNode(true));
    const link = item.querySelector("a");
    if (link && query) link.href = `${link.getAttribute("href")}?${query}`;
    const note = /** @type {HTMLElement} */ (item.querySelector(".my-plan__length"));
    note.textContent = words.length(lengthInWords(ms), loose);
    return item;
  }

  /** The template of an answer, or of none. @param {string} name @param {string} [answer] */
  #choose(name, answer = "") {
    /** @type {HTMLTemplateElement} */
    const template = this.one(`template[data-${name}="${CSS.escape(answer)}"]`);
    this.child(name).replaceChildren(template.content.cloneNode(true));
  }

  async #copy() {
    const address = new URL(this.#hash, location.href).href;
    this.child("status").textContent = (await copy(address)) ? shared.copied : shared.thisIsTheLink(address);
  }

  #nameKeep() {
    this.child("keep").textContent = readText(KEY) === this.#hash ? words.forget : words.keep;
  }

  #keep() {
    const forget = readText(KEY) === this.#hash;
    const done = storeText(KEY, forget ? null : this.#hash);
    this.child("status").textContent = !done ? words.refused : forget ? words.gone : words.here;
    this.#nameKeep();
  }
}
