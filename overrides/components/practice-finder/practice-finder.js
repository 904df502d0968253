/** Find a practice: from what a reader feels and has to practices that fit, each with its reason. README.md says how. */

import {
  addressFor,
  factsOf,
  isOld,
  isPlace,
  lengthFor,
  nothing,
  ranked,
  readAddress,
} from "../practice-choices/filters.js";
import { Choices } from "../practice-choices/choices.js";
import { lengthInWords, words } from "../practice-choices/strings.js";
import { copy } from "../share-button/share-button.js";
import { words as shared } from "../share-button/strings.js";

const FEW = 3; // suggestions on the home page

/** @typedef {import("../practice-choices/filters.js").Filters} Filters @typedef {import("../practice-choices/filters.js").Facts} Facts */

export class PracticeFinder extends HTMLElement {
  #choices = /** @type {Choices} */ (/** @type {unknown} */ (undefined)); // set when connected
  #cards = /** @type {Map<string, {card: HTMLElement, facts: Facts}>} */ (/** @type {unknown} */ (undefined)); // set when connected
  /** @type {AbortController | undefined} */
  #stop;

  connectedCallback() {
    try {
      this.#choices ??= new Choices(this.#form);
      this.#cards ??= this.#read();
      this.#stop = new AbortController();
      const { signal } = this.#stop;
      this.addEventListener("change", () => this.#changed(), { signal });
      this.addEventListener("submit", (event) => event.preventDefault(), { signal });
      this.#part("clear").addEventListener("click", () => this.#ask(nothing()), { signal });
      this.#part("unfold").addEventListener("click", () => this.#unfold(), { signal });
      // A tap has a detail, the arrow keys have none: whoever walks the feelings by keys keeps them all in view.
      this.addEventListener(
        "click",
        ({ target, detail }) =>
          this.toggleAttribute(
            "data-folded",
            this.hasAttribute("data-folded") ||
              (target instanceof HTMLInputElement && target.name === "feel" && detail > 0),
          ),
        { signal },
      );
      this.querySelector(".practice-finder__share")?.addEventListener("click", () => this.#share(), {
        signal,
      });
      for (const name of this.#full ? ["popstate", "hashchange"] : [])
        window.addEventListener(name, () => isPlace(location.href) || this.#readAddress(), { signal });
      this.#choices.form.hidden = false;
      this.#part("plain").hidden = true;
      this.#readAddress();
    } catch (error) {
      this.#part("plain").hidden = false;
      this.#form.hidden = true;
      console.error("practice-finder: the plain links stay", error);
    }
  }

  disconnectedCallback() {
    this.#stop?.abort();
  }

  /** In full: every practice that fits, and an address to share. On the home page a feeling never enters the address. */
  get #full() {
    return this.hasAttribute("data-full");
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`.practice-finder__${name}`));
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  /** The feeling that is chosen. @returns {HTMLInputElement | null} */
  get #feeling() {
    return this.querySelector("[name=feel]:checked");
  }

  #read() {
    const { content } = /** @type {HTMLTemplateElement} */ (this.#part("cards"));
    const cards = [
      .../** @type {NodeListOf<HTMLElement>} */ (content.querySelectorAll("[data-practice]")),
    ].map((card) => ({ card, facts: factsOf(card.dataset) }));
    return new Map(cards.map((card) => [card.facts.practice, card]));
  }

  get #all() {
    return [...this.#cards.values()].map(({ facts }) => facts);
  }

  #readAddress() {
    const { filters, bad } = this.#full
      ? readAddress(location.href, this.#choices.allowed)
      : { filters: this.#choices.filters, bad: [] };
    this.#choices.filters = filters;
    const message = this.#part("bad");
    message.hidden = !bad.length;
    message.textContent = bad.length ? words.bad(bad) : "";
    this.#show();
    if (this.#full && isOld(location.href))
      history.replaceState(history.state, "", addressFor(location.href, filters)); // what is felt moves behind "#"
  }

  #changed() {
    this.#part("bad").hidden = true;
    if (this.#full) this.#part("copied").textContent = "";
    this.#show();
    if (this.#full) history.replaceState(history.state, "", addressFor(location.href, this.#choices.filters)); // last: browsers limit how often
  }

  /** Asks for something else by a button, which may be gone afterwards: focus goes to the count, or to the feelings. @param {Filters} filters */
  #ask(filters) {
    this.#choices.filters = filters;
    this.#changed();
    /** @type {HTMLElement | null} */
    const next = this.#part("line").hidden ? this.querySelector("[name=feel]") : this.#part("count");
    next?.focus();
  }

  /** The address of what is asked, copied by a press; what is felt goes nowhere by itself. */
  async #share() {
    const address = addressFor(location.href, this.#choices.filters);
    this.#part("copied").textContent = (await copy(address)) ? shared.copied : shared.thisIsTheLink(address);
  }

  #unfold() {
    this.removeAttribute("data-folded");
    this.#feeling?.focus();
  }

  #show() {
    const { filters } = this.#choices;
    const some = Object.values(filters).some(Boolean);
    const first = this.#feeling?.dataset.first;
    const matches = some ? ranked(this.#all, filters, first) : [];
    const shown = this.#full ? matches : matches.slice(0, FEW);
    this.#choices.count(this.#all);
    if (!filters.feel) this.removeAttribute("data-folded");
    this.#part("rest").hidden = !(this.#full || some);
    this.#part("line").hidden = !some;
    this.#part("list").hidden = !shown.length;
    this.#part("list").replaceChildren(...shown.map((facts) => this.#suggestion(facts, filters)));
    this.#part("count").textContent = !some
      ? ""
      : matches.length
        ? words.suggested(shown.length, matches.length)
        : words.none;
    this.#more(matches.length > shown.length, matches.length, filters);
    this.#empty(some && !matches.length);
  }

  /** @param {Facts} facts of one that fits @param {Filters} filters */
  #suggestion(facts, filters) {
    const card = /** @type {HTMLElement} */ (this.#cards.get(facts.practice)?.card.cloneNode(true));
    const length = lengthFor(facts, filters.minutes);
    const link = card.querySelector("a");
    if (link && length?.query) link.href = `${link.getAttribute("href")}?${length.query}`;
    const feeling = this.#feeling?.parentElement?.textContent.trim() ?? "";
    const parts = [
      feeling,
      length ? lengthInWords(length.ms) : "",
      filters.place && this.#choices.words("place"),
      filters.sound && words.silent,
      filters.breath && words.notBreath,
    ];
    const reason = /** @type {HTMLElement} */ (card.querySelector(".practice-finder__reason"));
    reason.textContent = words.reason(parts.filter(Boolean));
    return card;
  }

  /** @param {boolean} wanted @param {number} all @param {Filters} filters */
  #more(wanted, all, filters) {
    const link = /** @type {HTMLAnchorElement} */ (this.#part("more").querySelector("a"));
    this.#part("more").hidden = !wanted;
    link.textContent = words.more(all);
    link.href = addressFor(new URL(this.dataset.library ?? "", location.href).href, filters);
  }

  /** @param {boolean} empty */
  #empty(empty) {
    this.#part("empty").hidden = !empty;
    if (!empty) return;
    const { one, buttons } = this.#choices.waysOut(this.#all, () => this.#ask(this.#choices.filters));
    this.#part("why").textContent = one ? words.loosen : words.loosenAll;
    this.#part("ways").replaceChildren(...buttons);
  }
}
