/** `<practice-booklet>`: the sheets of chosen practices, got from their own pages, printed as one small book. */

import { words } from "./strings.js";

/** @param {string} textContent */
const line = (textContent) => Object.assign(document.createElement("li"), { textContent });
const MOST = 20; // practices in a booklet: their names fit on the cover in large print
const PATIENCE_MS = 20_000;

export class PracticeBooklet extends HTMLElement {
  #stop = new AbortController();
  /** Names of the practices, in the order in which they were chosen. @type {Set<string>} */
  #chosen = new Set();
  #run = 0; // a change of choice outdates the sheets that are on their way
  #pages = this.#part("pages");
  #cover = this.#part("cover");
  #boxes = [...this.querySelectorAll(/** @type {"input"} */ (".booklet__tick"))];
  #size = /** @type {HTMLInputElement} */ (this.#part("size"));

  connectedCallback() {
    const { signal } = this.#stop;
    document.body.append(this.#pages); // away from the page's own styles
    for (const part of this.querySelectorAll(".booklet__tick, .booklet__bar")) part.removeAttribute("hidden");
    this.addEventListener("change", (event) => this.#change(event), { signal });
    this.addEventListener("submit", (event) => this.#submit(event), { signal });
    window.addEventListener("hashchange", () => this.#readAddress(), { signal });
    this.#readAddress();
  }

  disconnectedCallback() {
    this.#stop.abort();
    this.#pages.remove();
  }

  /** @param {string} name @param {string} [practice] whose row it stands in @returns {HTMLElement} */
  #part(name, practice) {
    const row = practice ? `[data-name="${practice}"] ` : "";
    return /** @type {HTMLElement} */ (this.querySelector(`${row}.booklet__${name}`));
  }

  /** @param {string} practice */
  #title(practice) {
    return this.#part("name", practice).textContent ?? "";
  }

  /** Takes the choice from the address, as near as it can, and says what was left out. */
  #readAddress() {
    const asked = new URLSearchParams(location.hash.slice(1));
    if (!asked.has("practices")) return;
    const names = (asked.get("practices") ?? "").split(",").map((name) => name.trim().toLowerCase());
    const once = [...new Set(names.filter(Boolean))];
    const known = new Set(this.#boxes.map((box) => box.name));
    const good = once.filter((name) => known.has(name));
    const unknown = once.filter((name) => !known.has(name));
    const over = good.slice(MOST).map((name) => this.#title(name));
    this.#chosen = new Set(good.slice(0, MOST));
    this.#size.checked = asked.get("print") === "large";
    const left = [words.chosen(this.#chosen.size, MOST)];
    if (unknown.length) left.push(words.unknown(unknown));
    if (once.length < names.filter(Boolean).length) left.push(words.repeated);
    if (over.length) left.push(words.over(over, MOST));
    this.#show(left.join(" "));
  }

  /** @param {Event} event */
  #change({ target }) {
    const box = /** @type {HTMLInputElement} */ (target);
    const full = box !== this.#size && box.checked && this.#chosen.size >= MOST;
    if (box !== this.#size && !full) this.#chosen[box.checked ? "add" : "delete"](box.name);
    this.#show(full ? words.full(MOST) : words.chosen(this.#chosen.size, MOST));
    const size = this.#size.checked ? "&print=large" : "";
    history.replaceState(history.state, "", `#practices=${[...this.#chosen].join(",")}${size}`); // last: browsers limit how often
  }

  /** Ticks what is chosen, drops a booklet of another choice. @param {string} said */
  #show(said) {
    this.#run += 1;
    this.#pages.hidden = true;
    for (const box of this.#boxes) box.checked = this.#chosen.has(box.name);
    this.#part("status").textContent = said;
  }

  /** @param {Event} event */
  async #submit(event) {
    event.preventDefault();
    const names = [...this.#chosen];
    this.#show(names.length ? words.collecting(names.length) : words.none);
    if (!names.length) return;
    const run = this.#run;
    const sheets = await Promise.all(names.map((name) => this.#sheet(name).catch(() => null)));
    if (run !== this.#run) return;
    const missing = names.filter((_, place) => !sheets[place]).map((name) => this.#title(name));
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
    const link = this.#part(this.#size.checked ? "large" : "sheet", name);
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
