/** `<my-practices>`, `<keep-practice>`: favourites and the last used (localStorage), only if asked for. */

import { readJson, SiteElement, storeText } from "../shared/shared.js";
import { words } from "./strings.js";

const KEY = "my-practices";
const MOST = 50;

const isName = (/** @type {unknown} */ name) => typeof name === "string" && /^[a-z0-9-]{1,80}$/.test(name);

/** Practices by name. @typedef {{practices: string[], last: string}} Memory */

/** @returns {Memory | undefined} nothing while it is off, unreadable or refused by the browser */
function load() {
  const stored = readJson(KEY);
  if (stored === null) return undefined;
  const { practices = [], last = "" } = stored;
  const names = [...new Set(Array.isArray(practices) ? practices.filter(isName) : [])].slice(0, MOST);
  return { practices: names, last: isName(last) ? last : "" };
}

/** Whether the browser took it. @param {Memory} memory */
const save = ({ practices, last }) =>
  storeText(KEY, JSON.stringify({ practices: practices.slice(-MOST), last }));

/** The link to a practice, from the cards in the page or in its template. @param {string} name */
function linkTo(name) {
  /** @type {HTMLTemplateElement | null} */
  const template = document.querySelector("template.practice-finder__cards");
  const card = `:is(.practice-finder__card, .practice-card)[data-practice="${name}"] a`;
  /** @type {HTMLAnchorElement | null | undefined} */
  const printed = template?.content.querySelector(card) ?? document.querySelector(card);
  if (!printed) return undefined; // a practice that is no more
  const href = printed.getAttribute("href")?.split("?")[0] ?? "";
  return Object.assign(document.createElement("a"), { href, textContent: printed.textContent });
}

class MemoryElement extends SiteElement {
  block = "my-practices";

  setUp() {
    for (const name of ["storage", "pageshow"]) this.on(window, name, () => this.show());
    this.show();
  }
}

export class MyPractices extends MemoryElement {
  setUp() {
    super.setUp();
    this.press("start", () => this.#turn(true));
    this.press("forget", () => this.#turn(false));
  }

  show() {
    const memory = load();
    this.child("off").hidden = Boolean(memory);
    this.child("on").hidden = !memory;
    if (!memory) return;
    const last = linkTo(memory.last);
    this.child("last").hidden = !last;
    this.child("last-link").replaceChildren(last ?? "");
    const links = memory.practices.map(linkTo).filter((link) => link !== undefined);
    const items = links.map((link) => {
      const item = document.createElement("li");
      item.append(link);
      return item;
    });
    this.child("list").replaceChildren(...items);
    this.child("empty").textContent = links.length ? "" : words.empty;
  }

  #turn(/** @type {boolean} */ on) {
    const done = on ? save({ practices: [], last: "" }) : storeText(KEY, null);
    this.child("status").textContent = !on ? words.forgotten : done ? "" : words.refused;
    this.show();
    this.child(load() ? "forget" : "offer").focus();
  }
}

export class KeepPractice extends MemoryElement {
  #name = this.dataset.practice ?? "";

  setUp() {
    super.setUp();
    this.press("keep", () => this.#turn());
    this.on(document, "practice-timer-start", () => {
      const memory = load();
      if (memory) save({ ...memory, last: this.#name });
    });
  }

  show() {
    const memory = load();
    this.child("keep").hidden = !memory;
    this.child("keep").textContent = memory?.practices.includes(this.#name) ? words.remove : words.keep;
  }

  #turn() {
    const memory = load();
    if (!memory) return;
    const others = memory.practices.filter((name) => name !== this.#name);
    const practices = others.length < memory.practices.length ? others : [...others, this.#name];
    this.child("status").textContent = save({ ...memory, practices }) ? "" : words.refused;
    this.show();
  }
}
