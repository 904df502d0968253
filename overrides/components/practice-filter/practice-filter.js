/** The filter above the cards of /practices/: hides what does not fit, counts, keeps the address. README.md says how. */

import {
  NOT_SAFE,
  addressFor,
  factsOf,
  fits,
  isOld,
  isPlace,
  lengthFor,
  nothing,
  readAddress,
} from "../practice-choices/filters.js";
import { Choices } from "../practice-choices/choices.js";
import { words } from "../practice-choices/strings.js";

/** @typedef {import("../practice-choices/filters.js").Filters} Filters @typedef {import("../practice-choices/filters.js").Facts} Facts */

/** @typedef {{card: HTMLElement, link: HTMLAnchorElement, href: string, facts: Facts}} Entry a printed card */

export class PracticeFilter extends HTMLElement {
  #choices = /** @type {Choices} */ (/** @type {unknown} */ (undefined)); // set when connected
  #cards = /** @type {Entry[]} */ (/** @type {unknown} */ (undefined)); // set when connected
  /** @type {AbortController | undefined} */
  #stop;

  connectedCallback() {
    try {
      this.#choices ??= new Choices(/** @type {HTMLFormElement} */ (this.querySelector("form")));
      this.#cards ??= this.#read();
      this.#stop = new AbortController();
      const { signal } = this.#stop;
      this.addEventListener("change", () => this.#changed(), { signal });
      this.addEventListener("submit", (event) => event.preventDefault(), { signal });
      this.#part("clear").addEventListener("click", () => this.#ask(nothing()), { signal });
      for (const name of ["popstate", "hashchange"])
        window.addEventListener(name, () => isPlace(location.href) || this.#readAddress(), { signal });
      this.#readAddress();
    } catch (error) {
      this.hidden = true;
      console.error("practice-filter: the list stays as printed", error);
    }
  }

  disconnectedCallback() {
    this.#stop?.abort();
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`.practice-filter__${name}`));
  }

  /** What holds this filter and the printed cards. */
  get #list() {
    return /** @type {HTMLElement} */ (this.parentElement);
  }

  #read() {
    const cards = /** @type {NodeListOf<HTMLElement>} */ (this.#list.querySelectorAll("[data-practice]"));
    return [...cards].map((card) => {
      const link = /** @type {HTMLAnchorElement} */ (card.querySelector("a"));
      return { card, link, href: link.getAttribute("href") ?? "", facts: factsOf(card.dataset) };
    });
  }

  get #all() {
    return this.#cards.map(({ facts }) => facts);
  }

  #readAddress() {
    const { filters, bad } = readAddress(location.href, this.#choices.allowed);
    this.#choices.filters = filters;
    const message = this.#part("bad");
    message.hidden = !bad.length;
    message.textContent = bad.length ? words.bad(bad) : "";
    this.#show();
    if (isOld(location.href)) history.replaceState(history.state, "", addressFor(location.href, filters)); // what is felt moves behind "#"
  }

  #changed() {
    this.#part("bad").hidden = true;
    this.#show();
    history.replaceState(history.state, "", addressFor(location.href, this.#choices.filters)); // last: browsers limit how often
  }

  /** Asks for something else by a button, which may be gone afterwards: focus goes to the count. @param {Filters} filters */
  #ask(filters) {
    this.#choices.filters = filters;
    this.#changed();
    this.#part("count").focus();
  }

  #show() {
    const { filters } = this.#choices;
    const unsafe = filters.feel === NOT_SAFE;
    let shown = 0;
    for (const entry of this.#cards) {
      const fit = !unsafe && fits(entry.facts, filters);
      entry.card.hidden = !fit;
      if (fit) shown += 1;
      if (fit) this.#offer(entry, filters.minutes);
    }
    for (const section of this.#list.querySelectorAll("section"))
      section.hidden = !section.querySelector("[data-practice]:not([hidden])");
    this.#choices.count(this.#all);
    this.#say(shown, unsafe, Object.values(filters).some(Boolean));
  }

  /** Where the minutes ask for another length than the usual one, the card says so and opens it. @param {Entry} entry one that fits @param {string} minutes */
  #offer({ card, link, href, facts }, minutes) {
    const length = lengthFor(facts, minutes);
    link.setAttribute("href", length?.query ? `${href}?${length.query}` : href);
    card.querySelector("[data-offered]")?.remove();
    if (!length?.query) return;
    const offered = document.createElement("li");
    offered.setAttribute("data-offered", "");
    offered.textContent = words.offered(length.ms);
    card.querySelector("ul")?.append(offered);
  }

  /** @param {number} shown @param {boolean} unsafe @param {boolean} narrowed */
  #say(shown, unsafe, narrowed) {
    const empty = !shown && !unsafe;
    this.#part("help").hidden = !unsafe;
    this.#part("empty").hidden = !empty;
    this.#part("clear").hidden = !narrowed;
    this.#part("count").textContent = unsafe
      ? words.notSafe
      : empty
        ? words.none
        : narrowed
          ? words.some(shown, this.#cards.length)
          : words.all(this.#cards.length);
    if (!empty) return;
    const { one, buttons } = this.#choices.waysOut(this.#all, () => this.#ask(this.#choices.filters));
    this.#part("why").textContent = one ? words.loosen : words.loosenAll;
    this.#part("ways").replaceChildren(...buttons);
  }
}
