/** `<practice-finder>`: practices that fit what a reader feels, each with its reason (`<template>`). */

import { ChoicesElement } from "../practice-choices/choices.js";
import { addressFor, factsOf, lengthFor, ranked } from "../practice-choices/filters.js";
import { lengthInWords, words } from "../practice-choices/strings.js";
import { copyInWords } from "../share-button/share-button.js";
/** @import { Facts } from "../practice-choices/filters.js" */

const FEW = 3; // suggestions on the home page

export class PracticeFinder extends ChoicesElement {
  /** In full: all that fit, and an address to share. On the home page a feeling never enters the address. */
  inAddress = this.hasAttribute("data-full");
  #cards = this.all("[data-practice]", /** @type {HTMLTemplateElement} */ (this.child("cards")).content);
  practices = this.#cards.map(({ dataset }) => factsOf(dataset));

  setUp() {
    this.listen();
    this.press("unfold", () => {
      this.removeAttribute("data-folded");
      this.#feeling?.focus();
    });
    // A tap has a detail, the arrow keys have none: whoever walks by keys keeps all feelings in view.
    this.on(this, "click", ({ target, detail }) => {
      if (target.matches("input[name=feel]") && detail > 0) this.dataset.folded = "";
    });
    // The address of what is chosen, copied by a press; what is felt goes nowhere by itself.
    const share = async () => {
      const address = addressFor(location.href, this.filters);
      this.child("copied").textContent = await copyInWords(address);
    };
    if (this.inAddress) this.press("share", share);
    this.readAddress();
    this.form.hidden = false;
    this.child("plain").hidden = true;
  }

  /** The feeling that is chosen. @returns {HTMLInputElement | null} */
  get #feeling() {
    return this.querySelector("[name=feel]:checked");
  }

  /** The count, or the feelings where nothing is counted. */
  get next() {
    return this.child("line").hidden ? this.one("[name=feel]") : this.child("count");
  }

  changed() {
    if (this.inAddress) this.child("copied").textContent = "";
    super.changed();
  }

  show() {
    const { filters } = this;
    const some = Object.values(filters).some(Boolean);
    const matches = some ? ranked(this.practices, filters, this.#feeling?.dataset.first) : [];
    const shown = this.inAddress ? matches : matches.slice(0, FEW);
    this.count();
    if (!filters.feel) this.removeAttribute("data-folded");
    this.child("rest").hidden = !(this.inAddress || some);
    this.child("line").hidden = !some;
    this.child("list").hidden = !shown.length;
    this.child("list").replaceChildren(...shown.map((facts) => this.#suggestion(facts)));
    const count = matches.length ? words.suggested(shown.length, matches.length) : words.none;
    this.child("count").textContent = some ? count : "";
    const more = this.child("more");
    const link = /** @type {HTMLAnchorElement} */ (more.querySelector("a"));
    more.hidden = matches.length <= shown.length;
    link.textContent = words.more(matches.length);
    link.href = addressFor(new URL(this.dataset.library ?? "", location.href).href, filters);
    this.showWaysOut(some && !matches.length);
  }

  /** The card of a practice that fits, with its reason. @param {Facts} facts */
  #suggestion(facts) {
    const { minutes, place, sound, breath } = this.filters;
    const card = /** @type {HTMLElement} */ (this.#cards[this.practices.indexOf(facts)].cloneNode(true));
    const length = lengthFor(facts, minutes);
    const link = card.querySelector("a");
    if (link && length?.query) link.href = `${link.getAttribute("href")}?${length.query}`;
    const parts = [
      this.#feeling?.parentElement?.textContent.trim() ?? "",
      length ? lengthInWords(length.ms) : "",
      place && this.wordsOf("place", place),
      sound && words.silent,
      breath && words.notBreath,
    ];
    this.one(".practice-finder__reason", card).textContent = words.reason(parts.filter(Boolean));
    return card;
  }
}
