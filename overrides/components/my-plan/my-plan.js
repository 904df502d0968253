/** `<my-plan>`: five questions, and a plan that stands in the address after "#". README.md says how. */

import { factsOf } from "../practice-choices/filters.js";
import { lengthInWords } from "../practice-choices/strings.js";
import { copy } from "../share-button/share-button.js";
import { words as shared } from "../share-button/strings.js";
import { QUESTIONS, hashOf, practicesFor, readPlan } from "./plan.js";
import { words } from "./strings.js";

const KEY = "my-plan";

/** @param {(storage: Storage) => string | null | void} use @returns {string | null | undefined} undefined where the browser refuses */
function stored(use) {
  try {
    return use(localStorage) ?? null;
  } catch {
    return undefined;
  }
}
const saved = () => stored((storage) => storage.getItem(KEY));

/** @typedef {import("./plan.js").Answers} Answers */

export class MyPlan extends HTMLElement {
  /** @type {AbortController | undefined} */
  #stop;
  #hash = "";

  connectedCallback() {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.#form.addEventListener("submit", (event) => this.#make(event), { signal });
    window.addEventListener("popstate", () => this.#open(location.hash), { signal });
    const presses = /** @type {Record<string, () => void>} */ ({
      change: () => this.#ask(),
      print: () => print(),
      copy: () => this.#copy(),
      keep: () => this.#keep(),
    });
    for (const [name, press] of Object.entries(presses))
      this.#part(name).addEventListener("click", press, { signal });
    this.#part("plain").hidden = true;
    this.#open(location.hash || (saved() ?? ""));
  }

  disconnectedCallback() {
    this.#stop?.abort();
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`.my-plan__${name}`));
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  get #inputs() {
    return [.../** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll("form input"))];
  }

  /** @param {(input: HTMLInputElement) => boolean} which @returns {Answers} the values of those inputs */
  #values(which) {
    const values = (/** @type {string} */ name) =>
      this.#inputs
        .filter((input) => input.name === name && input.value && which(input))
        .map(({ value }) => value);
    return /** @type {Answers} */ (Object.fromEntries(QUESTIONS.map((name) => [name, values(name)])));
  }

  /** The practices of any answers. @param {Answers} answers */
  practicesFor(answers) {
    const { content } = /** @type {HTMLTemplateElement} */ (this.#part("cards"));
    const cards = [.../** @type {NodeListOf<HTMLElement>} */ (content.querySelectorAll("[data-practice]"))];
    const first = this.#inputs.find(({ value }) => value === answers.feel[0])?.dataset.first;
    const all = cards.map((card) => factsOf(card.dataset));
    return practicesFor(all, answers, first).map((found) => ({
      ...found,
      card: cards[all.indexOf(found.facts)],
    }));
  }

  /** @param {SubmitEvent} event */
  #make(event) {
    event.preventDefault();
    history.pushState(null, "", `#${hashOf(this.#values(({ checked }) => checked))}`);
    this.#open(location.hash);
    this.#part("title").focus();
  }

  #ask() {
    this.#part("plan").hidden = true;
    this.#form.hidden = false;
    this.#form.querySelector("input")?.focus();
  }

  /** Shows the plan of an address, or the questions where it asks for none. @param {string} hash */
  #open(hash) {
    const read = readPlan(
      hash,
      this.#values(() => true),
    );
    const unsafe = Boolean(read?.unsafe);
    this.#part("unsafe").hidden = !unsafe;
    this.#form.hidden = Boolean(read) && !unsafe;
    this.#part("plan").hidden = !read || unsafe;
    if (!read || unsafe) return;
    const { answers, left } = read;
    this.#hash = `#${hashOf(answers)}`;
    for (const input of this.#inputs)
      input.checked = input.value
        ? answers[/** @type {"feel"} */ (input.name)].includes(input.value)
        : !answers[/** @type {"feel"} */ (input.name)].length;
    this.#part("left").textContent = left.length ? words.left(left) : "";
    this.#part("practices").replaceChildren(
      ...this.practicesFor(answers).map((found) => this.#practice(found)),
    );
    this.#choose("guide", answers.feel[0]);
    this.#choose("person", answers.ask[0] ?? "nobody");
    this.#part("status").textContent = "";
    this.#part("keep").textContent = saved() === this.#hash ? words.forget : words.keep;
  }

  /** @param {ReturnType<MyPlan["practicesFor"]>[number]} found */
  #practice({ card, query, ms, loose }) {
    const item = /** @type {HTMLElement} */ (card.cloneNode(true));
    const link = item.querySelector("a");
    if (link && query) link.href = `${link.getAttribute("href")}?${query}`;
    const note = /** @type {HTMLElement} */ (item.querySelector(".my-plan__length"));
    note.textContent = words.length(lengthInWords(ms), loose);
    return item;
  }

  /** Puts the template of an answer, or the one without an answer, in its place. @param {string} name @param {string} [answer] */
  #choose(name, answer = "") {
    const template = /** @type {HTMLTemplateElement} */ (
      this.querySelector(`template[data-${name}="${CSS.escape(answer)}"]`)
    );
    this.#part(name).replaceChildren(template.content.cloneNode(true));
  }

  async #copy() {
    const address = new URL(this.#hash, location.href).href;
    this.#part("status").textContent = (await copy(address)) ? shared.copied : shared.thisIsTheLink(address);
  }

  #keep() {
    const forget = saved() === this.#hash;
    const done = stored((storage) => (forget ? storage.removeItem(KEY) : storage.setItem(KEY, this.#hash)));
    this.#part("status").textContent = done === undefined ? words.refused : forget ? words.gone : words.here;
    this.#part("keep").textContent = saved() === this.#hash ? words.forget : words.keep;
  }
}
