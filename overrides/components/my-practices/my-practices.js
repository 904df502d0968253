/** `<my-practices>`, `<keep-practice>`: favourites and the last used (localStorage), only if asked for. */

import { readJson, SiteElement, storeText } from "../shared/shared.js";
import { words } from "./strings.js";

const KEY = "my-practices";
const MOST = 50;

/** @param {unknown} name @returns {name is string} */
const isName = (name) => typeof name === "string" && /^[a-z0-9-]{1,80}$/.test(name);

/** @typedef {{practices: string[], last: string}} Memory practices by name */

/** @returns {Memory | undefined} nothing while it is off, unreadable or refused by the browser */
function load() {
  const stored = readJson(KEY);
  if (stored === null) return undefined;
  const { practices = [], last = "" } = stored;
  const names = [...new Set((Array.isArray(practices) ? practices : []).filter(isName))].slice(0, MOST);
  return { practices: names, last: isName(last) ? last : "" };
}

/** Whether the browser took it. @param {Memory} memory */
const save = (memory) =>
  storeText(KEY, JSON.stringify({ ...memory, practices: memory.practices.slice(-MOST) }));

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
    this.on(
      this,
      "click",
      ({ target }) => target.closest("button") && this.pressed(target.closest("button")),
    );
    this.show();
  }

  show() {}

  /** @param {HTMLButtonElement} _button */
  pressed(_button) {}
}

export class MyPractices extends MemoryElement {
  show() {
    const memory = load();
    this.child("off").hidden = Boolean(memory);
    this.child("on").hidden = !memory;
    if (!memory) return;
    const last = linkTo(memory.last);
    this.child("last").hidden = !last;
    this.child("last-link").replaceChildren(last ?? "");
    const links = memory.practices.map(linkTo).filter((link) => link !== undefined);
    this.child("list").replaceChildren(
      ...links.map((link) => {
        const item = document.createElement("li");
        item.append(link);
        return item;
      }),
    );
    this.child("empty").textContent = links.length ? "" : words.empty;
  }

  /** @param {HTMLButtonElement} button */
  pressed(button) {
    const on = button === this.child("start");
    const done = on ? save({ practices: [], last: "" }) : storeText(KEY, null);
    this.child("status").textContent = !on ? words.forgotten : done ? "" : words.refused;
    this.show();
    this.child(load() ? "forget" : "offer").focus();
  }
}

export class KeepPractice extends MemoryElement {
  setUp() {
    super.setUp();
    this.on(document, "practice-timer-start", () => {
      const memory = load();
      if (memory) save({ ...memory, last: this.#name });
    });
  }

  get #name() {
    return this.dataset.practice ?? "";
  }

  show() {
    const memory = load();
    this.child("keep").hidden = !memory;
    this.child("keep").textContent = memory?.practices.includes(this.#name) ? words.remove : words.keep;
  }

  pressed() {
    const memory = load();
    if (!memory) return;
    const others = memory.practices.filter((name) => name !== this.#name);
    const practices = others.length < memory.practices.length ? others : [...others, this.#name];
    this.child("status").textContent = save({ ...memory, practices }) ? "" : words.refused;
    this.show();
  }
}
