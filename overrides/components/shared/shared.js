/** What most elements use: a base class, texts on the device (localStorage), downloads. */

/** An element that stands where it was printed, for as long as its page. */
export class SiteElement extends HTMLElement {
  #ready = false;
  /** What the class of each child begins with. */
  block = this.localName;

  connectedCallback() {
    if (this.#ready) return;
    this.#ready = true;
    try {
      this.setUp();
    } catch (error) {
      console.error(`${this.localName}: the page stays as printed`, error);
    }
  }

  /** What the element does once. @returns {unknown} */
  setUp() {
    return undefined;
  }

  /** Draws what the element shows now, for those that draw more than once. */
  show() {}

  get form() {
    return /** @type {HTMLFormElement} */ (this.one("form"));
  }

  /** The child with the class `block__name`. @template {HTMLElement} [T=HTMLElement] @param {string} name
   *  @returns {T} */
  child(name) {
    return this.one(`.${this.block}__${name}`);
  }

  /** @template {HTMLElement} [T=HTMLElement] @param {string} selector @param {ParentNode} [place]
   *  @returns {T} */
  one(selector, place = this) {
    return /** @type {T} */ (place.querySelector(selector));
  }

  /** @template {HTMLElement} [T=HTMLElement] @param {string} selector @param {ParentNode} [place]
   *  @returns {T[]} */
  all(selector, place = this) {
    return /** @type {T[]} */ ([...place.querySelectorAll(selector)]);
  }

  /** @param {EventTarget} target @param {string} name @param {(event: any) => void} listener */
  on(target, name, listener) {
    target.addEventListener(name, listener);
  }

  /** While on, the browser asks before the page is left ("beforeunload"). @param {boolean} on */
  guard(on) {
    window[on ? "addEventListener" : "removeEventListener"]("beforeunload", this.#warn);
  }

  #warn = (/** @type {Event} */ event) => event.preventDefault();

  /** At a press of the child `name`. @param {string} name @param {() => void} action */
  press(name, action) {
    this.on(this.child(name), "click", action);
  }
}

/** @typedef {"localStorage" | "sessionStorage"} Kind */

/** Null without one, and where the browser refuses. @param {string} key @param {Kind} [kind] */
export function readText(key, kind = "localStorage") {
  try {
    return window[kind].getItem(key);
  } catch {
    return null;
  }
}

/** What was stored as JSON; null without it. @param {string} key @param {Kind} [kind] @returns {any} */
export function readJson(key, kind) {
  try {
    return JSON.parse(readText(key, kind) ?? "null");
  } catch {
    return null;
  }
}

/** Stores a text, or removes it: null. Returns whether the device did. @param {string} key
 *  @param {string | null} text @param {Kind} [kind] */
export function storeText(key, text, kind = "localStorage") {
  try {
    if (text === null) window[kind].removeItem(key);
    else window[kind].setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** Hands a file made here to the browser's own downloads; nothing is sent. @param {string} name
 *  @param {string} type "text/calendar" @param {string} text */
export function download(name, type, text) {
  const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = Object.assign(document.createElement("a"), { href, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(href), 60_000); // the browser may fetch it a little later
}
