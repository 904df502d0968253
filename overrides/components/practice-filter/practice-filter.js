/** `<practice-filter>`: hides those cards of /practices/ that do not fit, counts, keeps the address. */

import { ChoicesElement } from "../practice-choices/choices.js";
import { NOT_SAFE, factsOf, fits, lengthFor } from "../practice-choices/filters.js";
import { words } from "../practice-choices/strings.js";
/** @import { Facts } from "../practice-choices/filters.js" */

/** @typedef {{card: HTMLElement, link: HTMLAnchorElement, href: string, facts: Facts}} Entry */

export class PracticeFilter extends ChoicesElement {
  /** What holds this filter and the printed cards. */
  #list = /** @type {HTMLElement} */ (this.parentElement);
  #cards = this.all("[data-practice]", this.#list).map((card) => {
    const link = /** @type {HTMLAnchorElement} */ (card.querySelector("a"));
    return { card, link, href: link.getAttribute("href") ?? "", facts: factsOf(card.dataset) };
  });
  practices = this.#cards.map(({ facts }) => facts);

  setUp() {
    try {
      this.listen();
      this.readAddress();
    } catch (error) {
      this.hidden = true;
      throw error;
    }
  }

  readAddress() {
    super.readAddress();
    if (this.#unsafe) this.#reveal();
  }

  changed() {
    super.changed();
    this.#reveal();
  }

  get #unsafe() {
    return this.filters.feel === NOT_SAFE;
  }

  show() {
    const { filters } = this;
    const unsafe = this.#unsafe;
    const narrowed = Object.values(filters).some(Boolean);
    let shown = 0;
    for (const entry of this.#cards) {
      const fit = !unsafe && fits(entry.facts, filters);
      entry.card.hidden = !fit;
      if (fit) shown += 1;
      if (fit) this.#offer(entry, filters.minutes);
    }
    for (const section of this.#list.querySelectorAll("section"))
      section.hidden = !section.querySelector("[data-practice]:not([hidden])");
    this.count();
    const all = this.#cards.length;
    const count = !narrowed ? words.all(all) : shown ? words.some(shown, all) : words.none;
    this.child("help").hidden = !unsafe;
    this.child("clear").hidden = !narrowed;
    this.child("count").textContent = unsafe ? words.notSafe : count;
    this.showWaysOut(!shown && !unsafe);
  }

  /** On a phone what follows from a choice may stand below the screen: its count, or help, comes into sight. */
  #reveal() {
    this.child(this.#unsafe ? "help" : "count").scrollIntoView({ block: "nearest" });
  }

  /** Where the minutes ask for another length than the usual one, a card that fits says so and opens it.
   *  @param {Entry} entry @param {string} minutes */
  #offer({ card, link, href, facts }, minutes) {
    const length = lengthFor(facts, minutes);
    link.setAttribute("href", length?.query ? `${href}?${length.query}` : href);
    card.querySelector("[data-offered]")?.remove();
    if (!length?.query) return;
    const offered = document.createElement("li");
    offered.dataset.offered = "";
    offered.textContent = words.offered(length.ms);
    card.querySelector("ul")?.append(offered);
  }
}
