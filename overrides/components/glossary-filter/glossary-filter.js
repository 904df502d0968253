/** The element on /glossary/: finds words as one types, in the list that is printed there. README.md says how. */

import { words } from "./strings.js";
import { TypedFilter, part } from "./typed-filter.js";

export class GlossaryFilter extends TypedFilter {
  #results = part("results", "ol", { hidden: "" });
  #matcher;
  #loading;
  #entries;

  get words() {
    return words;
  }

  get between() {
    return [this.#results];
  }

  near() {
    this.#load();
  }

  enter() {
    this.#links[0]?.click();
  }

  /** The parts of the printed list that give way to the results. */
  get #printed() {
    return [...this.parentElement.children].filter((child) => child !== this);
  }

  get #links() {
    return [...this.#results.querySelectorAll("a")];
  }

  /** Reads the words and the library at the first sign of use; a page that is only read pays for neither. */
  #load() {
    this.#loading ??= import("./matching.js").then(async ({ Matcher }) => {
      const { terms } = JSON.parse(this.querySelector(".glossary-filter__data").textContent);
      const matcher = new Matcher(terms);
      await matcher.ready;
      this.#matcher = matcher;
    });
    return this.#loading;
  }

  async show() {
    const { asked } = this;
    if (!asked) return this.#draw("", { near: false, found: [] });
    if (!this.#matcher) await this.#load();
    if (asked === this.asked) this.#draw(asked, this.#matcher.find(asked));
  }

  #draw(asked, { near, found }) {
    const summary = !asked ? "" : !found.length ? words.nothing(asked) : near ? words.nearest(asked) : words.count(found.length, asked);
    this.#results.replaceChildren(...found.map((hit) => this.#entry(hit)).filter(Boolean));
    for (const printed of this.#printed) printed.hidden = Boolean(found.length);
    this.#results.hidden = !found.length;
    this.tell(summary);
  }

  /** The term's entry in the printed list, with the word that matched where that is not its title. */
  #entry({ term, by, kind }) {
    this.#entries ??= new Map([...this.parentElement.querySelectorAll("[data-term]")].map((entry) => [entry.dataset.term, entry]));
    const printed = this.#entries.get(term.id);
    if (!printed) return null;
    const entry = printed.cloneNode(true);
    entry.removeAttribute("data-term");
    if (kind === "aka" || kind === "everyday") entry.prepend(part("by", "span", {}, words.by(by), " "));
    else if (kind === "text") entry.append(part("where", "span", {}, words.inText));
    return entry;
  }

  key(name) {
    const links = this.#links;
    const at = links.indexOf(document.activeElement);
    if (name === "ArrowDown") (links[at + 1] ?? document.activeElement).focus();
    else if (name === "ArrowUp" && at >= 0) (links[at - 1] ?? this.ui.input).focus();
    else return false;
    return true;
  }
}
