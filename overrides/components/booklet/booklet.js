/** `<practice-booklet>`: the sheets of chosen practices, fetched from their pages, printed as one book. */

import { SiteElement } from "../shared/shared.js";
import { words } from "./strings.js";

/** @param {string} textContent */
const line = (textContent) => Object.assign(document.createElement("li"), { textContent });
const MOST = 20; // practices in a booklet: their names fit on the cover in large print
const PATIENCE_MS = 20_000;

export class PracticeBooklet extends SiteElement {
  block = "booklet";
  /** Names of the practices, in the order in which they were chosen. @type {Set<string>} */
  #chosen = new Set();
  #run = 0; // a change of choice outdates the sheets that are on their way
  #pages = this.child("pages");
  #cover = this.child("cover");
  #boxes = /** @type {HTMLInputElement[]} */ (this.all(".booklet__tick"));
  #size = /** @type {HTMLInputElement} */ (this.child("size"));

  setUp() {
    document.body.append(this.#pages); // away from the page's own styles
    for (const part of this.all(".booklet__tick, .booklet__bar")) part.hidden = false;
    this.on(this, "change", ({ target }) => {
      const full = target !== this.#size && target.checked && this.#chosen.size >= MOST;
      if (target !== this.#size && !full) this.#chosen[target.checked ? "add" : "delete"](target.name);
      this.#show(full ? words.full(MOST) : words.chosen(this.#chosen.size, MOST));
      const size = this.#size.checked ? "&print=large" : ""; // the address last: browsers limit how often
      history.replaceState(history.state, "", `#practices=${[...this.#chosen].join(",")}${size}`);
    });
    this.on(this, "submit", (event) => this.#submit(event));
    this.on(window, "hashchange", () => this.#readAddress());
    this.#readAddress();
  }

  /** A child in the row of a practice. @param {string} practice @param {string} name */
  #inRow(practice, name) {
    return this.one(`[data-name="${practice}"] .booklet__${name}`);
  }

  #title = (/** @type {string} */ practice) => this.#inRow(practice, "name").textContent;

  /** Takes the choice from the address, as near as it can, and says what was left out. */
  #readAddress() {
    const query = new URLSearchParams(location.hash.slice(1));
    if (!query.has("practices")) return;
    const named = (query.get("practices") ?? "").split(",").map((name) => name.trim().toLowerCase());
    const names = named.filter(Boolean);
    const once = [...new Set(names)];
    const offered = new Set(this.#boxes.map((box) => box.name));
    const good = once.filter((name) => offered.has(name));
    const unknown = once.filter((name) => !offered.has(name));
    const over = good.slice(MOST).map(this.#title);
    this.#chosen = new Set(good.slice(0, MOST));
    this.#size.checked = query.get("print") === "large";
    const messages = [words.chosen(this.#chosen.size, MOST)];
    if (unknown.length) messages.push(words.unknown(unknown));
    if (once.length < names.length) messages.push(words.repeated);
    if (over.length) messages.push(words.over(over, MOST));
    this.#show(messages.join(" "));
  }

  /** Ticks what is chosen, drops a booklet of another choice. @param {string} message */
  #show(message) {
    this.#run += 1;
    this.#pages.hidden = true;
    for (const box of this.#boxes) box.checked = this.#chosen.has(box.name);
    this.child("status").textContent = message;
  }

  async #submit(/** @type {Event} */ event) {
    event.preventDefault();
    const names = [...this.#chosen];
    this.#show(names.length ? words.collecting(names.length) : words.none);
    if (!names.length) return;
    const run = this.#run;
    const sheets = await Promise.all(names.map((name) => this.#sheet(name).catch(() => null)));
    if (run !== this.#run) return;
    const missing = names.filter((_, place) => !sheets[place]).map(this.#title);
    if (missing.length) return this.#show(words.missing(missing));
    const list = this.#cover.querySelector("ol");
    list?.replaceChildren(...names.map((name) => line(this.#title(name))));
    this.#pages.replaceChildren(this.#cover, ...sheets.filter((sheet) => sheet !== null));
    this.#pages.classList.toggle("print-card--large", this.#size.checked);
    this.#show(words.ready(names.length));
    this.#pages.hidden = false;
    window.print();
  }

  /** A practice's sheet as its own page has it, without ids. Fails without it. @param {string} name */
  async #sheet(name) {
    const link = this.#inRow(name, this.#size.checked ? "large" : "sheet");
    const { href } = /** @type {HTMLAnchorElement} */ (link);
    const answer = await fetch(href, { signal: AbortSignal.timeout?.(PATIENCE_MS) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const main = page.querySelector("main.print-card__sheet");
    if (!answer.ok || !main) throw new Error(`${href} is no sheet: ${answer.status}`);
    const sheet = document.createElement("article");
    sheet.className = `${page.body.className} ${main.className}`;
    for (const part of main.querySelectorAll("[id]")) part.removeAttribute("id");
    sheet.append(...main.childNodes);
    return sheet;
  }
}
