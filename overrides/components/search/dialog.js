/** The search: a dialog over the page. README.md says how it behaves. Brought by opener.js when it is about to open. */

import { addressWith, wordsIn } from "./address.js";
import { answerItem, composing, dangerPanel, element, walk, waysOn } from "./drawing.js";
import { schemeMenu } from "../scheme-switch/scheme-switch.js";
import { dangers, matcher } from "./loading.js";
import { words } from "./strings.js";

const NAME = "search"; // in the address
const LONGEST = 150; // letters of a query
const FEW = 8; // answers shown at first
const STORE_MS = 400; // rest before the address follows; browsers limit how often it may change
const SAY_MS = 900; // rest before the count is said

export class SearchDialog {
  #ui;
  /** @type {import("./matching.js").Matcher | undefined} */
  #matcher;
  /** @type {import("./danger.js").DangerMatcher} */
  #dangers = () => [];
  #failed = false;
  #before = location.href; // the address to go back to
  /** @type {Record<string, number>} */
  #waiting = {};

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
      this.#before =
        wordsIn(location.href, NAME) === null ? location.href : addressWith(location.href, NAME, "");
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
    const input = element("input", "search__input", {
      type: "search",
      id: "search-input",
      maxlength: LONGEST,
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      enterkeyhint: "go",
      placeholder: words.label,
    });
    const clear = element("button", "search__button", { type: "button", hidden: "" }, words.clear);
    const close = element("button", "search__button", { type: "button" }, words.close);
    const label = element("label", "search__label", { for: "search-input" }, words.label);
    const form = element("form", "search__form", { role: "search" }, label, input, clear, close);
    const panel = element("div", "search__panel");
    const state = element("p", "search__state");
    const again = element("button", "search__button", { type: "button", hidden: "" }, words.again);
    const list = element("ol", "search__answers", { hidden: "" });
    const more = element("button", "search__button search__more", { type: "button", hidden: "" });
    const ways = element("div", "search__ways", { hidden: "" }, element("p", "", {}, words.also), waysOn());
    const body = element("div", "search__body", {}, panel, state, again, list, more, ways);
    const status = element("p", "search__status", { role: "status" });
    const foot = element(
      "div",
      "search__foot",
      {},
      element("span", "search__keys", {}, `${words.keys} ${words.opens(keys)}`),
      schemeMenu() ?? "",
    );
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
    this.#later("store", STORE_MS, () => this.#ui.dialog.open && this.#store(this.#address));
  }

  /** What is typed, for Back and for sharing; words of danger are kept out of the history of the device. */
  get #address() {
    const typed = this.#dangers(this.#typed).length ? "" : this.#typed;
    return typed ? addressWith(location.href, NAME, typed) : this.#before;
  }

  /** @param {string} address */
  #store(address) {
    clearTimeout(this.#waiting.store);
    if (address !== location.href) history.replaceState(history.state, "", address);
  }

  #show() {
    const typed = this.#typed;
    const { clear, panel, state, again, list, more, ways, status } = this.#ui;
    const risks = typed ? this.#dangers(typed) : [];
    const named = risks.map(({ url }) => url);
    const { near, answers } =
      typed && this.#matcher
        ? this.#matcher.find(typed, ({ url }) => !named.includes(url))
        : { near: false, answers: [] };
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
    this.#later("say", SAY_MS, () => {
      status.textContent =
        typed && risks.length ? `${state.textContent}. ${words.helpAbove}` : state.textContent;
    });
  }

  /** @type {import("./matching.js").Answer[]} */
  #rest = [];

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

  /** @param {string} name @param {number} wait milliseconds @param {() => void} action */
  #later(name, wait, action) {
    clearTimeout(this.#waiting[name]);
    this.#waiting[name] = setTimeout(action, wait);
  }
}
