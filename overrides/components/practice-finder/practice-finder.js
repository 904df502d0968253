/** `<practice-finder>`: practices that fit what a reader feels, each with its reason (`<template>`). */

import { ChoicesElement } from "../practice-choices/choices-element.js";
import { addressFor, factsOf, lengthFor, ranked } from "../practice-choices/filters.js";
import { lengthInWords, words } from "../practice-choices/strings.js";
import { copy } from "../share-button/share-button.js";
import { words as shared } from "../share-button/strings.js";
/** @import { Facts, Filters } from "../practice-choices/filters.js" */

const FEW = 3; // suggestions on the home page

export class PracticeFinder extends ChoicesElement {
  #cards = /** @type {Map<string, {card: HTMLElement, facts: Facts}>} */ (/** @type {unknown} */ (undefined));

  setUp() {
    const { form } = this;
    const plain = this.child("plain");
    try {
      this.#cards ??= this.#read();
      this.listen();
      this.press("unfold", () => this.#unfold());
      // A tap has a detail, the arrow keys have none: whoever walks by keys keeps all feelings in view.
      this.on(this, "click", ({ target, detail }) => {
        if (target.matches("input[name=feel]") && detail > 0) this.dataset.folded = "";
      });
      if (this.inAddress) this.press("share", () => this.#share());
      form.hidden = false;
      plain.hidden = true;
      this.readAddress();
    } catch (error) {
      plain.hidden = false;
      form.hidden = true;
      console.error("practice-finder: the plain links stay", error);
    }
  }

  /** In full: all that fit, and an address to share. On the home page a feeling never enters the address. */
  get inAddress() {
    return this.hasAttribute("data-full");
  }

  /** The feeling that is chosen. @returns {HTMLInputElement | null} */
  get #feeling() {
    return this.querySelector("[name=feel]:checked");
  }

  #read() {
    const { content } = /** @type {HTMLTemplateElement} */ (this.child("cards"));
    const cards = this.all("[data-practice]", content).map((card) => ({
      card,
      facts: factsOf(card.dataset),
    }));
    return new Map(cards.map((card) => [card.facts.practice, card]));
  }

  get practices() {
    return [...this.#cards.values()].map(({ facts }) => facts);
  }

  /** The count, or the feelings where nothing is counted. */
  get next() {
    return this.child("line").hidden ? this.one("[name=feel]") : this.child("count");
  }

  changed() {
    if (this.inAddress) this.child("copied").textContent = "";
    super.changed();
  }

  /** The address of what is chosen, copied by a press; what is felt goes nowhere by itself. */
  async #share() {
    const address = addressFor(location.href, this.choices.filters);
    this.child("copied").textContent = (await copy(address)) ? shared.copied : shared.thisIsTheLink(address);
  }

  #unfold() {
    this.removeAttribute("data-folded");
    this.#feeling?.focus();
  }

  show() {
    const { filters } = this.choices;
    const some = Object.values(filters).some(Boolean);
    const matches = some ? ranked(this.practices, filters, this.#feeling?.dataset.first) : [];
    const shown = this.inAddress ? matches : matches.slice(0, FEW);
    this.choices.count(this.practices);
    if (!filters.feel) this.removeAttribute("data-folded");
    this.child("rest").hidden = !(this.inAddress || some);
    this.child("line").hidden = !some;
    this.child("list").hidden = !shown.length;
    this.child("list").replaceChildren(...shown.map((facts) => this.#suggestion(facts, filters)));
    const count = matches.length ? words.suggested(shown.length, matches.length) : words.none;
    this.child("count").textContent = some ? count : "";
    const more = this.child("more");
    const link = /** @type {HTMLAnchorElement} */ (more.querySelector("a"));
    more.hidden = matches.length <= shown.length;
    link.textContent = words.more(matches.length);
    link.href = addressFor(new URL(this.dataset.library ?? "", location.href).href, filters);
    this.showWaysOut(some && !matches.length);
  }

  /** @param {Facts} facts of one that fits @param {Filters} filters */
  #suggestion(facts, filters) {
    const card = /** @type {HTMLElement} */ (this.#cards.get(facts.practice)?.card.cloneNode(true));
    const length = lengthFor(facts, filters.minutes);
    const link = card.querySelector("a");
    if (link && length?.query) link.href = `${link.getAttribute("href")}?${length.query}`;
    const parts = [
      this.#feeling?.parentElement?.textContent.trim() ?? "",
      length ? lengthInWords(length.ms) : "",
      filters.place && this.choices.words("place"),
      filters.sound && words.silent,
      filters.breath && words.notBreath,
    ];
    const reason = /** @type {HTMLElement} */ (card.querySelector(".practice-finder__reason"));
    reason.textContent = words.reason(parts.filter(Boolean));
    return card;
  }
}
