/** Shows a term's plain line and status beside its link, by pointer, focus and touch. README.md says how and why.
 *  The link stays a plain link: without this file it leads to the term's page, and everything else works the same. */

import { words } from "./strings.js";

const SHOW_MS = 250; // a pointer that only passes opens nothing
const HIDE_MS = 300; // time to move the pointer from the word to the preview
const EDGE = 12;

export class TermPreviews {
  #root;
  #box;
  #link = null;
  #timer = 0;
  #dismissed = null;
  #pointer = ""; // of the last press: a click does not carry it everywhere

  /** Listens on `root` (an element or the document) for links of the class term-link. */
  constructor(root = document) {
    this.#root = root;
    const on = (name, listener, options) => root.addEventListener(name, listener, options);
    on("pointerover", (event) => this.#over(event));
    on("pointerout", (event) => this.#out(event));
    on("focusin", ({ target }) => this.#focused(target));
    on("focusout", () => this.#later(HIDE_MS, () => this.#settle()));
    on("click", (event) => this.#tapped(event));
    on("keydown", (event) => this.#escape(event), { capture: true });
    on("pointerdown", (event) => this.#pressed(event));
    window.addEventListener("beforeprint", () => this.hide());
  }

  #build() {
    const make = (name, tag) => Object.assign(document.createElement(tag), { className: `term-preview__${name}` });
    const box = Object.assign(document.createElement("div"), { className: "term-preview md-typeset", hidden: true });
    const text = Object.assign(make("text", "div"), { id: "term-preview-text", role: "tooltip" });
    text.append(make("short", "p"), make("status", "p"));
    box.append(text, make("open", "a"));
    document.body.append(box);
    return box;
  }

  #linkAt(target) {
    return target instanceof Element ? target.closest("a.term-link[data-short]") : null;
  }

  #over({ target, pointerType }) {
    if (pointerType === "touch") return;
    if (this.#box?.contains(target)) return clearTimeout(this.#timer);
    const link = this.#linkAt(target);
    if (link && link !== this.#dismissed) this.#later(this.#link ? 80 : SHOW_MS, () => this.show(link));
  }

  #out({ target, relatedTarget, pointerType }) {
    if (pointerType === "touch" || this.#within(target, relatedTarget)) return;
    if (this.#linkAt(target) || this.#box?.contains(target)) {
      this.#dismissed = null;
      this.#later(HIDE_MS, () => this.#settle());
    }
  }

  #within(from, to) {
    const link = this.#linkAt(from);
    return link !== null && link === this.#linkAt(to);
  }

  #focused(target) {
    const link = this.#linkAt(target);
    if (link?.matches(":focus-visible")) this.show(link);
  }

  /** Hides unless the pointer or the focus is still on the word or on the preview. */
  #settle() {
    if (!this.#link || this.#box.dataset.touch === "true") return;
    if (!this.#link.matches(":hover, :focus-visible") && !this.#box.matches(":hover")) this.hide();
  }

  /** The first tap shows, the second follows; "Open" in the preview follows too. A mouse click and Enter follow at once. */
  #tapped(event) {
    const link = this.#linkAt(event.target);
    if (!link || event.detail === 0 || this.#pointer !== "touch" || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (this.#link === link && this.#box.dataset.touch === "true") return;
    event.preventDefault();
    this.show(link, true);
  }

  #escape(event) {
    if (event.key !== "Escape" || !this.#link) return;
    this.#dismissed = this.#link.matches(":hover") ? this.#link : null;
    this.hide();
    event.stopPropagation();
  }

  #pressed({ target, pointerType }) {
    this.#pointer = pointerType;
    if (this.#link && !this.#box.contains(target) && this.#linkAt(target) !== this.#link) this.hide();
  }

  /** Shows the preview of `link`; `touch` adds the way to its page, since the tap itself was spent. */
  show(link, touch = false) {
    clearTimeout(this.#timer);
    this.hide();
    const box = (this.#box ??= this.#build());
    const set = (name, text) => (box.querySelector(`.term-preview__${name}`).textContent = text);
    const open = box.querySelector(".term-preview__open");
    box.querySelector(".term-preview__text").setAttribute("aria-live", touch ? "polite" : "off");
    box.dataset.touch = String(touch);
    open.hidden = !touch;
    open.href = link.href;
    box.hidden = false;
    set("short", link.dataset.short);
    set("status", words.status(link.dataset.status));
    set("open", words.open(link.textContent));
    link.setAttribute("aria-describedby", "term-preview-text");
    this.#link = link;
    this.#place(link, box);
  }

  hide() {
    clearTimeout(this.#timer);
    this.#link?.removeAttribute("aria-describedby");
    this.#link = null;
    if (this.#box) this.#box.hidden = true;
  }

  /** Below the word, above it where there is no room below; never past the sides. */
  #place(link, box) {
    const lines = [...link.getClientRects()];
    const first = lines[0] ?? link.getBoundingClientRect();
    const last = lines.at(-1) ?? first;
    const { width, height } = box.getBoundingClientRect();
    const left = Math.max(EDGE, Math.min(last.left, document.documentElement.clientWidth - width - EDGE));
    const below = last.bottom + height + EDGE < innerHeight || first.top - height < EDGE;
    box.style.left = `${left + scrollX}px`;
    box.style.top = `${(below ? last.bottom : first.top - height) + scrollY}px`;
    box.dataset.side = below ? "below" : "above";
  }

  #later(wait, action) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(action, wait);
  }
}
