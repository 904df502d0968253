/** The filter above the cards of /practices/: hides what does not fit, counts, keeps the address. README.md says how. */

import { NOT_SAFE, addressFor, factsOf, fits, isOld, isPlace, lengthFor, nothing, readAddress } from "../practice-choices/asking.js";
import { Choices } from "../practice-choices/choices.js";
import { words } from "../practice-choices/strings.js";

export class PracticeFilter extends HTMLElement {
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
      for (const name of ["popstate", "hashchange"]) window.addEventListener(name, () => isPlace(location.href) || this.#readAddress(), { signal });
      this.#readAddress();
    } catch (error) {
      this.hidden = true;
      console.error("practice-filter: the list stays as printed", error);
    }
  }

  disconnectedCallback() {
    this.#stop?.abort();
  }

  #part(name) {
    return this.querySelector(`.practice-filter__${name}`);
  }

  #read() {
    return [...this.parentElement.querySelectorAll("[data-practice]")].map((card) => {
      const link = card.querySelector("a");
      return { card, link, href: link.getAttribute("href"), facts: factsOf(card.dataset) };
    });
  }

  get #all() {
    return this.#cards.map(({ facts }) => facts);
  }

  #readAddress() {
    const { asked, bad } = readAddress(location.href, this.#choices.allowed);
    this.#choices.asked = asked;
    const message = this.#part("bad");
    message.hidden = !bad.length;
    message.textContent = bad.length ? words.bad(bad) : "";
    this.#show();
    if (isOld(location.href)) history.replaceState(history.state, "", addressFor(location.href, asked)); // what is felt moves behind "#"
  }

  #changed() {
    this.#part("bad").hidden = true;
    this.#show();
    history.replaceState(history.state, "", addressFor(location.href, this.#choices.asked)); // last: browsers limit how often
  }

  /** Asks for something else by a button, which may be gone afterwards: focus goes to the count. */
  #ask(asked) {
    this.#choices.asked = asked;
    this.#changed();
    this.#part("count").focus();
  }

  #show() {
    const { asked } = this.#choices;
    const unsafe = asked.feel === NOT_SAFE;
    let shown = 0;
    for (const entry of this.#cards) {
      const fit = !unsafe && fits(entry.facts, asked);
      entry.card.hidden = !fit;
      if (fit) shown += 1;
      if (fit) this.#offer(entry, asked.minutes);
    }
    for (const section of this.parentElement.querySelectorAll("section")) section.hidden = !section.querySelector("[data-practice]:not([hidden])");
    this.#choices.count(this.#all);
    this.#say(shown, unsafe, Object.values(asked).some(Boolean));
  }

  /** Where the minutes ask for another length than the usual one, the card says so and opens it. */
  #offer({ card, link, href, facts }, minutes) {
    const length = lengthFor(facts, minutes);
    link.setAttribute("href", length.query ? `${href}?${length.query}` : href);
    card.querySelector("[data-offered]")?.remove();
    if (!length.query) return;
    const offered = document.createElement("li");
    offered.setAttribute("data-offered", "");
    offered.textContent = words.offered(length.ms);
    card.querySelector("ul").append(offered);
  }

  #say(shown, unsafe, narrowed) {
    const empty = !shown && !unsafe;
    this.#part("help").hidden = !unsafe;
    this.#part("empty").hidden = !empty;
    this.#part("clear").hidden = !narrowed;
    this.#part("count").textContent = unsafe ? words.notSafe : empty ? words.none : narrowed ? words.some(shown, this.#cards.length) : words.all(this.#cards.length);
    if (!empty) return;
    const { one, buttons } = this.#choices.waysOut(this.#all, () => this.#ask(this.#choices.asked));
    this.#part("why").textContent = one ? words.loosen : words.loosenAll;
    this.#part("ways").replaceChildren(...buttons);
  }
}
