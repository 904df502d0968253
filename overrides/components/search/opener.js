/** Opens the search: by its link in the header, by Ctrl+K or Cmd+K, by "#search" in the address. Without
 *  scripts the link leads to the glossary. The dialog and its index are fetched (`import()`) when they are
 *  about to be wanted. */

import { addressWith, oldWordsIn, wordsIn } from "./address.js";
/** @import { SearchDialog } from "./dialog.js" */

const SIGNS = ["pointerenter", "pointerdown", "focus"]; // that the search is about to open
const OWN = "glossary-filter, list-filter"; // pages on which "q" is a filter's
const apple = /^(Mac|iP)/.test(navigator.platform);

export class SearchOpener {
  /** @type {Promise<SearchDialog> | undefined} */
  #coming;
  /** Once it is here. @type {SearchDialog | undefined} */
  #dialog;
  #opening = false;
  #opener = /** @type {HTMLAnchorElement | null} */ (document.querySelector("[data-search-open]"));

  constructor() {
    if (!this.#opener) return;
    this.#prepare(this.#opener);
    document.addEventListener("keydown", (event) => {
      const alone = event.ctrlKey !== event.metaKey && !event.shiftKey && !event.altKey;
      if (alone && isK(event)) this.#openBy(event);
    });
    window.addEventListener("hashchange", () => this.#readAddress());
    this.#readAddress();
  }

  #prepare(/** @type {HTMLAnchorElement} */ opener) {
    opener.setAttribute("role", "button");
    opener.setAttribute("aria-haspopup", "dialog");
    opener.setAttribute("aria-keyshortcuts", apple ? "Meta+K" : "Control+K");
    const keys = opener.querySelector("kbd");
    if (apple && keys) keys.textContent = "⌘ K";
    for (const sign of SIGNS)
      opener.addEventListener(sign, () => this.#bring().catch(() => {}), { once: true });
    opener.addEventListener("click", (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) this.#openBy(event); // else: a new tab
    });
    opener.addEventListener("keydown", (event) => event.key === " " && this.#openBy(event));
  }

  #openBy(/** @type {Event} */ event) {
    event.preventDefault();
    this.#open();
  }

  /** "#search=words", or an old "?q=words", opens the search and asks for them. */
  #readAddress() {
    const old = document.querySelector(OWN) ? null : oldWordsIn(location.href);
    if (old !== null) history.replaceState(history.state, "", addressWith(location.href, "search", old));
    const typed = wordsIn(location.href, "search");
    if (typed !== null) this.#open(typed);
  }

  #bring() {
    this.#coming ??= import("./dialog.js").then(
      ({ SearchDialog }) => (this.#dialog = new SearchDialog(apple ? "⌘K" : "Ctrl+K")),
    );
    this.#coming.catch(() => (this.#coming = undefined));
    return this.#coming;
  }

  /** @param {string} [typed] */
  async #open(typed) {
    if (this.#opening) return;
    this.#opening = true;
    const early = this.#dialog ? null : collectKeys();
    try {
      const dialog = await this.#bring();
      dialog.open(typed ?? early?.text());
    } catch (error) {
      console.error("search: the dialog did not come, the plain page helps", error);
      if (this.#opener) location.assign(this.#opener.href);
    } finally {
      this.#opening = false;
      early?.stop();
    }
  }
}

/** The letter K, or the key that has it elsewhere. @param {KeyboardEvent} event */
const isK = ({ key, code }) => (/^[a-z]$/i.test(key) ? key.toLowerCase() === "k" : code === "KeyK");

/** Keeps what is typed before the field is there, so that no letter is lost on a slow line. */
function collectKeys() {
  const listening = new AbortController();
  let letters = "";
  const collect = (/** @type {KeyboardEvent} */ event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Backspace") letters = letters.slice(0, -1);
    else if (event.key.length === 1) letters += event.key;
    else return;
    event.preventDefault();
    event.stopPropagation(); // a space would press the opener again
  };
  document.addEventListener("keydown", collect, { capture: true, signal: listening.signal });
  return { text: () => letters.trimStart(), stop: () => listening.abort() };
}
