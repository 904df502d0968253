/** `<my-practices>` and `<keep-practice>`: favourites and the last one used, on this device, only once asked for. */

import { forget, load, save } from "./store.js";
import { words } from "./strings.js";

/** The link to a practice, from the cards that stand in the page or wait in its template. @param {string} name */
function linkTo(name) {
  const template = /** @type {HTMLTemplateElement | null} */ (
    document.querySelector(".practice-finder__cards")
  );
  for (const place of [template?.content, document]) {
    const card = `:is(.practice-finder__card, .practice-card)[data-practice="${name}"] a`;
    const found = /** @type {HTMLAnchorElement | null | undefined} */ (place?.querySelector(card));
    if (!found) continue;
    const link = document.createElement("a");
    link.href = found.getAttribute("href")?.split("?")[0] ?? "";
    link.textContent = found.textContent;
    return link;
  }
  return undefined; // a practice that is no more
}

class Part extends HTMLElement {
  /** @type {AbortController | undefined} */
  stop;

  connectedCallback() {
    this.stop = new AbortController();
    const { signal } = this.stop;
    for (const name of ["storage", "pageshow"]) window.addEventListener(name, () => this.show(), { signal });
    this.addEventListener(
      "click",
      ({ target }) => this.press(/** @type {Element} */ (target).closest("button")),
      {
        signal,
      },
    );
    this.show();
  }

  disconnectedCallback() {
    this.stop?.abort();
  }

  /** @param {string} name */
  find(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`.my-practices__${name}`));
  }

  show() {}

  /** @param {HTMLButtonElement | null} _button */
  press(_button) {}
}

export class MyPractices extends Part {
  show() {
    const mine = load();
    this.find("off").hidden = Boolean(mine);
    this.find("on").hidden = !mine;
    if (!mine) return;
    const last = linkTo(mine.last);
    this.find("last").hidden = !last;
    this.find("last-link").replaceChildren(...(last ? [last] : []));
    const links = mine.practices.map(linkTo).filter((link) => link !== undefined);
    this.find("list").replaceChildren(
      ...links.map((link) => {
        const item = document.createElement("li");
        item.append(link);
        return item;
      }),
    );
    this.find("empty").textContent = links.length ? "" : words.empty;
  }

  /** @param {HTMLButtonElement | null} button */
  press(button) {
    if (!button) return;
    const on = button === this.find("start");
    const done = on ? save({ practices: [], last: "" }) : forget();
    this.find("status").textContent = !on ? words.forgotten : done ? "" : words.refused;
    this.show();
    this.find(load() ? "forget" : "start").focus();
  }
}

export class KeepPractice extends Part {
  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("practice-timer-start", () => this.#used(), { signal: this.stop?.signal });
  }

  get #name() {
    return this.dataset.practice ?? "";
  }

  #used() {
    const mine = load();
    if (mine) save({ ...mine, last: this.#name });
  }

  show() {
    const mine = load();
    this.find("keep").hidden = !mine;
    this.find("keep").textContent = mine?.practices.includes(this.#name) ? words.remove : words.keep;
  }

  press() {
    const mine = load();
    if (!mine) return;
    const others = mine.practices.filter((name) => name !== this.#name);
    const practices = others.length < mine.practices.length ? others : [...others, this.#name];
    this.find("status").textContent = save({ ...mine, practices }) ? "" : words.refused;
    this.show();
  }
}
