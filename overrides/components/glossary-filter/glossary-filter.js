/** The element on /glossary/: finds words as one types, in the list that is printed there. README.md says how. */

import { words } from "./strings.js";
import { keepThemeSearchShut } from "./theme-search.js";

const LONGEST = 100; // letters of a query
const STORE_MS = 400; // rest before the address follows; browsers limit how often it may change
const SAY_MS = 900; // rest before the count is said

function part(name, tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  if (name) element.className = `glossary-filter__${name}`;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

export class GlossaryFilter extends HTMLElement {
  #ui;
  #matcher;
  #loading;
  #listeners;
  #entries;
  #waiting = {};

  connectedCallback() {
    try {
      this.#ui ??= this.#build();
      this.#readAddress();
      this.#listen();
    } catch (error) {
      console.error("glossary-filter: the list stays as printed", error);
    }
  }

  disconnectedCallback() {
    this.#listeners?.abort();
    Object.values(this.#waiting).forEach(clearTimeout);
  }

  /** The parts of the printed list that give way to the results. */
  get #printed() {
    return [...this.parentElement.children].filter((child) => child !== this);
  }

  #build() {
    const input = part("input", "input", { type: "search", id: "glossary-filter-input", maxlength: LONGEST, autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "go", "aria-describedby": "glossary-filter-hint" });
    const clear = part("clear", "button", { type: "button", hidden: "" }, words.clear);
    const form = part("form", "form", { role: "search" }, part("label", "label", { for: input.id }, words.label), part("row", "div", {}, input, clear), part("hint", "p", { id: "glossary-filter-hint" }, words.hint));
    const ui = { form, input, clear, count: part("count", "p", { hidden: "" }), results: part("results", "ol", { hidden: "" }), status: part("status", "p", { role: "status" }) };
    this.append(form, ui.count, ui.results, ui.status);
    return ui;
  }

  #listen() {
    const { form, input, clear } = this.#ui;
    this.#listeners = new AbortController();
    const on = (target, name, listener) => target.addEventListener(name, listener, { signal: this.#listeners.signal });
    on(input, "focus", () => this.#load());
    on(input, "input", () => this.#changed());
    on(clear, "click", () => this.#clear());
    on(form, "submit", (event) => {
      event.preventDefault();
      this.#links[0]?.click();
    });
    on(this, "keydown", (event) => this.#keys(event));
    on(window, "popstate", () => this.#readAddress());
    keepThemeSearchShut(this, () => this.#writeAddress(), this.#listeners.signal);
  }

  get #links() {
    return [...this.#ui.results.querySelectorAll("a")];
  }

  get #asked() {
    return this.#ui.input.value.trim().slice(0, LONGEST);
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

  #readAddress() {
    const asked = new URLSearchParams(location.search).get("q") ?? "";
    if (asked === this.#ui.input.value) return;
    this.#ui.input.value = asked.slice(0, LONGEST);
    this.#show();
  }

  #changed() {
    this.#later("store", STORE_MS, () => this.#writeAddress());
    this.#show();
  }

  #writeAddress() {
    const address = new URL(location.href);
    if (this.#asked) address.searchParams.set("q", this.#asked);
    else address.searchParams.delete("q");
    address.hash = "";
    history.replaceState(history.state, "", address);
  }

  async #show() {
    const asked = this.#asked;
    this.#ui.clear.hidden = !this.#ui.input.value;
    if (!asked) return this.#draw("", { near: false, found: [] });
    if (!this.#matcher) await this.#load();
    if (asked === this.#asked) this.#draw(asked, this.#matcher.find(asked));
  }

  #draw(asked, { near, found }) {
    const { count, results } = this.#ui;
    const summary = !asked ? "" : !found.length ? words.nothing(asked) : near ? words.nearest(asked) : words.count(found.length, asked);
    results.replaceChildren(...found.map((hit) => this.#entry(hit)).filter(Boolean));
    for (const printed of this.#printed) printed.hidden = Boolean(found.length);
    results.hidden = !found.length;
    count.textContent = summary;
    count.hidden = !asked;
    this.#later("say", SAY_MS, () => (this.#ui.status.textContent = summary));
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

  #keys(event) {
    const links = this.#links;
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") this.#clear();
    else if (event.key === "ArrowDown") (links[at + 1] ?? document.activeElement).focus();
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? this.#ui.input).focus();
    else return;
    event.preventDefault();
  }

  #clear() {
    this.#ui.input.value = "";
    this.#changed();
    this.#ui.input.focus();
  }

  #later(name, wait, action) {
    clearTimeout(this.#waiting[name]);
    this.#waiting[name] = setTimeout(action, wait);
  }
}
