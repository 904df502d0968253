/** The search: a dialog over the page (`<dialog>`), brought by opener.js when it is about to open. */

import { addressWith, wordsIn } from "./address.js";
import { Delays, answerItem, composing, dangerPanel, element, searchField, walk, waysOn } from "./drawing.js";
import { schemeMenu } from "../scheme-switch/scheme-switch.js";
import { dangers, matcher } from "./loading.js";
import { words } from "./strings.js";
/** @import { DangerMatcher } from "./danger.js" */
/** @import { Answer, Matcher } from "./matching.js" */

const NAME = "search"; // in the address
const LONGEST = 150; // letters of a query
const FEW = 8; // answers shown at first
const STORE_MS = 400; // rest before the address follows; browsers limit how often it may change
const SAY_MS = 900; // rest before the count is said

export class SearchDialog {
  #ui;
  /** @type {Matcher | undefined} */
  #matcher;
  /** @type {DangerMatcher} */
  #dangers = () => [];
  #failed = false;
  #before = location.href; // the address to go back to
  /** Answers that are not shown yet. @type {Answer[]} */
  #rest = [];
  #delays = new Delays();

  /** @param {Document} document @param {string} keys what opens the search, as shown */
  constructor(document, keys) {
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
    this.#failed = false;
    dangers().then((check) => {
      this.#dangers = check;
      this.#show();
    }, console.error);
    matcher().then(
      (ready) => {
        this.#matcher = ready;
        this.#show();
      },
      (error) => {
        console.error("search: the index did not come", error);
        this.#failed = true;
        this.#show();
      },
    );
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
    if (this.#failed) this.load();
    input.focus();
    if (typed) input.setSelectionRange(input.value.length, input.value.length);
    else input.select();
    this.#changed();
  }

  /** @param {string} keys */
  #build(keys) {
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
    const { dialog, form, input, clear, close, again, more, body } = this.#ui;
    input.addEventListener("input", () => this.#changed());
    clear.addEventListener("click", () => this.#clear());
    close.addEventListener("click", () => dialog.close());
    again.addEventListener("click", () => this.load());
    more.addEventListener("click", () => this.#unfold());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#links[0]?.click();
    });
    dialog.addEventListener("keydown", (event) => this.#keys(event));
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

  /** @param {KeyboardEvent} event */
  #keys(event) {
    if (composing(event)) return;
    if (event.key === "Escape") this.#ui.dialog.close();
    else if (!walk(event.key, this.#ui.input, this.#links)) return;
    event.preventDefault();
  }

  #clear() {
    this.#ui.input.value = "";
    this.#changed();
    this.#ui.input.focus();
  }

  #changed() {
    this.#show();
    this.#delays.set("store", STORE_MS, () => this.#ui.dialog.open && this.#store(this.#address));
  }

  /** What is typed, for Back and for sharing; words of danger are kept out of the history of the device. */
  get #address() {
    const typed = this.#dangers(this.#typed).length ? "" : this.#typed;
    return typed ? addressWith(location.href, NAME, typed) : this.#before;
  }

  /** @param {string} address */
  #store(address) {
    this.#delays.set("store", 0, () => {});
    if (address !== location.href) history.replaceState(history.state, "", address);
  }

  #show() {
    const typed = this.#typed;
    const { clear, panel, state, again, list, more, ways, status } = this.#ui;
    const risks = typed ? this.#dangers(typed) : [];
    const others = (/** @type {{url: string}} */ page) => !risks.some(({ url }) => url === page.url);
    const { near, answers } = (typed && this.#matcher?.find(typed, others)) || { near: false, answers: [] };
    clear.hidden = !typed;
    panel.replaceChildren(...dangerPanel(risks));
    state.textContent = this.#summary(typed, near, answers.length);
    again.hidden = !this.#failed;
    list.replaceChildren(...answers.slice(0, FEW).map(answerItem));
    list.hidden = !answers.length;
    this.#rest = answers.slice(FEW);
    more.hidden = !this.#rest.length;
    more.textContent = words.more(this.#rest.length);
    ways.hidden = !(this.#failed || near || (typed && this.#matcher && !answers.length));
    const help = risks.length ? `. ${words.helpAbove}` : "";
    this.#delays.set("say", SAY_MS, () => (status.textContent = `${state.textContent}${help}`));
  }

  /** @param {string} typed @param {boolean} near @param {number} count */
  #summary(typed, near, count) {
    if (this.#failed) return words.failed;
    if (!this.#matcher) return words.loading;
    if (!typed) return words.hint;
    return !count ? words.nothing(typed) : near ? words.nearest(typed) : words.count(count, typed);
  }

  #unfold() {
    const items = this.#rest.map(answerItem);
    this.#rest = [];
    this.#ui.list.append(...items);
    this.#ui.more.hidden = true;
    items[0]?.querySelector("a")?.focus();
  }
}
