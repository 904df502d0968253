/** Find by the moment: from what a reader feels and has to practices that fit, each with its reason. README.md says how. */

import { addressFor, factsOf, isOld, isPlace, lengthFor, nothing, ranked, readAddress } from "../practice-choices/asking.js";
import { Choices } from "../practice-choices/choices.js";
import { lengthInWords, words } from "../practice-choices/strings.js";
import { copy } from "../share-button/share-button.js";
import { words as shared } from "../share-button/strings.js";

const FEW = 3; // suggestions on the home page

export class PracticeFinder extends HTMLElement {
  #choices;
  #cards;
  #stop;

  connectedCallback() {
    try {
      this.#choices ??= new Choices(this.querySelector("form"));
      this.#cards ??= this.#read();
      this.#stop = new AbortController();
      const { signal } = this.#stop;
      this.addEventListener("change", () => this.#changed(), { signal });
      this.addEventListener("submit", (event) => event.preventDefault(), { signal });
      this.#part("clear").addEventListener("click", () => this.#ask(nothing()), { signal });
      this.#part("unfold").addEventListener("click", () => this.#unfold(), { signal });
      // A tap has a detail, the arrow keys have none: whoever walks the feelings by keys keeps them all in view.
      this.addEventListener("click", ({ target, detail }) => this.toggleAttribute("data-folded", this.hasAttribute("data-folded") || (target.name === "feel" && detail > 0)), { signal });
      this.#part("share")?.addEventListener("click", () => this.#share(), { signal });
      for (const name of this.#full ? ["popstate", "hashchange"] : []) window.addEventListener(name, () => isPlace(location.href) || this.#readAddress(), { signal });
      this.#choices.form.hidden = false;
      this.#part("plain").hidden = true;
      this.#readAddress();
    } catch (error) {
      this.#part("plain").hidden = false;
      this.querySelector("form").hidden = true;
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

  #part(name) {
    return this.querySelector(`.practice-finder__${name}`);
  }

  #read() {
    const cards = [...this.#part("cards").content.querySelectorAll("[data-practice]")];
    return new Map(cards.map((card) => [card.dataset.practice, { card, facts: factsOf(card.dataset) }]));
  }

  get #all() {
    return [...this.#cards.values()].map(({ facts }) => facts);
  }

  #readAddress() {
    const { asked, bad } = this.#full ? readAddress(location.href, this.#choices.allowed) : { asked: this.#choices.asked, bad: [] };
    this.#choices.asked = asked;
    const message = this.#part("bad");
    message.hidden = !bad.length;
    message.textContent = bad.length ? words.bad(bad) : "";
    this.#show();
    if (this.#full && isOld(location.href)) history.replaceState(history.state, "", addressFor(location.href, asked)); // what is felt moves behind "#"
  }

  #changed() {
    this.#part("bad").hidden = true;
    if (this.#full) this.#part("copied").textContent = "";
    this.#show();
    if (this.#full) history.replaceState(history.state, "", addressFor(location.href, this.#choices.asked)); // last: browsers limit how often
  }

  /** Asks for something else by a button, which may be gone afterwards: focus goes to the count, or to the feelings. */
  #ask(asked) {
    this.#choices.asked = asked;
    this.#changed();
    (this.#part("line").hidden ? this.querySelector("[name=feel]") : this.#part("count")).focus();
  }

  /** The address of what is asked, copied by a press; what is felt goes nowhere by itself. */
  async #share() {
    const address = addressFor(location.href, this.#choices.asked);
    this.#part("copied").textContent = (await copy(address)) ? shared.copied : shared.thisIsTheLink(address);
  }

  #unfold() {
    this.removeAttribute("data-folded");
    this.querySelector("[name=feel]:checked")?.focus();
  }

  #show() {
    const { asked } = this.#choices;
    const some = Object.values(asked).some(Boolean);
    const first = this.querySelector("[name=feel]:checked")?.dataset.first;
    const found = some ? ranked(this.#all, asked, first) : [];
    const shown = this.#full ? found : found.slice(0, FEW);
    this.#choices.count(this.#all);
    if (!asked.feel) this.removeAttribute("data-folded");
    this.#part("rest").hidden = !(this.#full || some);
    this.#part("line").hidden = !some;
    this.#part("list").hidden = !shown.length;
    this.#part("list").replaceChildren(...shown.map((facts) => this.#suggestion(facts, asked)));
    this.#part("count").textContent = !some ? "" : found.length ? words.suggested(shown.length, found.length) : words.none;
    this.#more(found.length > shown.length, found.length, asked);
    this.#empty(some && !found.length);
  }

  #suggestion(facts, asked) {
    const card = this.#cards.get(facts.practice).card.cloneNode(true);
    const length = lengthFor(facts, asked.minutes);
    const link = card.querySelector("a");
    if (length.query) link.href = `${link.getAttribute("href")}?${length.query}`;
    const feeling = this.querySelector("[name=feel]:checked")?.parentElement.textContent.trim();
    const parts = [feeling, lengthInWords(length.ms), asked.place && this.#choices.words("place"), asked.sound && words.silent, asked.breath && words.notBreath];
    card.querySelector(".practice-finder__reason").textContent = words.reason(parts.filter(Boolean));
    return card;
  }

  #more(wanted, all, asked) {
    const link = this.#part("more").querySelector("a");
    this.#part("more").hidden = !wanted;
    link.textContent = words.more(all);
    link.href = addressFor(new URL(this.dataset.library, location.href).href, asked);
  }

  #empty(empty) {
    this.#part("empty").hidden = !empty;
    if (!empty) return;
    const { one, buttons } = this.#choices.waysOut(this.#all, () => this.#ask(this.#choices.asked));
    this.#part("why").textContent = one ? words.loosen : words.loosenAll;
    this.#part("ways").replaceChildren(...buttons);
  }
}
