/** The search: a dialog over the page (`<dialog>`), brought by opener.js when it is about to open. */

import { addressWith, wordsIn } from "./address.js";
import {
  answerItem,
  composing,
  dangerPanel,
  delayed,
  element,
  searchField,
  walk,
  waysOn,
} from "./drawing.js";
import { schemeMenu } from "../scheme-switch/scheme-switch.js";
import { SearchData } from "./loading.js";
import { words } from "./strings.js";
/** @import { Answer } from "./matching.js" */

const NAME = "search"; // in the address
const LONGEST = 150; // letters of a query
const FEW = 8; // answers shown at first
const STORE_MS = 400; // rest before the address follows; browsers limit how often it may change
const SAY_MS = 900; // rest before the count is said

export class SearchDialog {
  #ui;
  #data = new SearchData();
  #before = location.href; // the address to go back to
  /** Answers that are not shown yet. @type {Answer[]} */
  #rest = [];
  #storeLater = delayed(STORE_MS);
  #sayLater = delayed(SAY_MS);

  /** @param {string} keys what opens the search, as shown */
  constructor(keys) {
    this.#ui = this.#build(keys);
    document.body.append(this.#ui.dialog);
    this.#listen();
    this.load();
  }

  get #typed() {
    return this.#ui.input.value.trim().slice(0, LONGEST);
  }

  get #links() {
    return [...this.#ui.body.querySelectorAll("a")];
  }

  /** Brings the words of danger and the index, and shows what they give; again after a failure. */
  load() {
    this.#data.load(() => this.#show());
    this.#show();
  }

  /** Opens with these words, or with those of the last time. @param {string} [typed] */
  open(typed) {
    const { dialog, input } = this.#ui;
    if (typed) input.value = typed.slice(0, LONGEST);
    if (!dialog.open) {
      const { href } = location;
      this.#before = wordsIn(href, NAME) === null ? href : addressWith(href, NAME, "");
      dialog.showModal();
    }
    if (this.#data.failed) this.load();
    input.focus();
    if (typed) input.setSelectionRange(input.value.length, input.value.length);
    else input.select();
    this.#changed();
  }

  #build(/** @type {string} */ keys) {
    const id = "search-input";
    const input = searchField("search__input", { id, maxlength: LONGEST, placeholder: words.label });
    const label = element("label", "search__label", { for: id }, words.label);
    /** @param {string} text @param {string} more classes */
    const button = (text, more = "") => element("button", `search__button${more}`, { type: "button" }, text);
    const [clear, close, again] = [button(words.clear), button(words.close), button(words.again)];
    const form = element("form", "search__form", { role: "search" }, label, input, clear, close);
    const panel = element("div", "search__panel");
    const state = element("p", "search__state");
    const list = element("ol", "search__answers", { hidden: "" });
    const more = button("", " search__more");
    const ways = element("div", "search__ways", { hidden: "" }, element("p", "", {}, words.also), waysOn());
    const body = element("div", "search__body", {}, panel, state, again, list, more, ways);
    const status = element("p", "search__status", { role: "status" });
    const hint = element("span", "search__keys", {}, `${words.keys} ${words.opens(keys)}`);
    const foot = element("div", "search__foot", {}, hint, schemeMenu() ?? "");
    const dialog = element("dialog", "search", { "aria-label": words.search }, form, body, foot, status);
    return { dialog, form, input, clear, close, panel, state, again, list, more, ways, body, status };
  }

  #listen() {
    const { dialog, form, input, clear, close, again, list, more, body } = this.#ui;
    input.addEventListener("input", () => this.#changed());
    clear.addEventListener("click", () => {
      input.value = "";
      this.#changed();
      input.focus();
    });
    close.addEventListener("click", () => dialog.close());
    again.addEventListener("click", () => this.load());
    more.addEventListener("click", () => {
      const items = this.#rest.splice(0).map(answerItem);
      list.append(...items);
      more.hidden = true;
      items[0]?.querySelector("a")?.focus();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#links[0]?.click();
    });
    dialog.addEventListener("keydown", (event) => {
      if (composing(event)) return;
      if (event.key === "Escape") dialog.close();
      else if (!walk(event.key, input, this.#links)) return;
      event.preventDefault();
    });
    dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
    dialog.addEventListener("close", () => this.#store(this.#before));
    /* A place on this very page: the dialog gives way. */
    body.addEventListener("click", ({ target }) => {
      const link = target instanceof Element && target.closest("a");
      if (!link || link.pathname !== location.pathname || link.host !== location.host) return;
      this.#before = link.href;
      dialog.close();
    });
  }

  #changed() {
    this.#show();
    this.#storeLater(() => this.#ui.dialog.open && this.#store(this.#address));
  }

  /** What is typed, for Back and for sharing; words of danger are kept out of the history of the device. */
  get #address() {
    const typed = this.#data.dangers(this.#typed).length ? "" : this.#typed;
    return typed ? addressWith(location.href, NAME, typed) : this.#before;
  }

  #store(/** @type {string} */ address) {
    this.#storeLater(() => {});
    if (address !== location.href) history.replaceState(history.state, "", address);
  }

  #show() {
    const typed = this.#typed;
    const { clear, panel, state, again, list, more, ways, status } = this.#ui;
    const risks = typed ? this.#data.dangers(typed) : [];
    const others = (/** @type {{url: string}} */ page) => !risks.some(({ url }) => url === page.url);
    const { near = false, answers = [] } = this.#data.matcher?.find(typed, others) ?? {};
    clear.hidden = !typed;
    panel.replaceChildren(...dangerPanel(risks));
    state.textContent = this.#summary(typed, near, answers.length);
    again.hidden = !this.#data.failed;
    list.replaceChildren(...answers.slice(0, FEW).map(answerItem));
    list.hidden = !answers.length;
    this.#rest = answers.slice(FEW);
    more.hidden = !this.#rest.length;
    more.textContent = words.more(this.#rest.length);
    ways.hidden = !(this.#data.failed || near || (typed && this.#data.matcher && !answers.length));
    const help = risks.length ? `. ${words.helpAbove}` : "";
    this.#sayLater(() => (status.textContent = `${state.textContent}${help}`));
  }

  /** @param {string} typed @param {boolean} near @param {number} count */
  #summary(typed, near, count) {
    if (this.#data.failed) return words.failed;
    if (!this.#data.matcher) return words.loading;
    if (!typed) return words.hint;
    return !count ? words.nothing(typed) : near ? words.nearest(typed) : words.count(count, typed);
  }
}
