/** Shows what stands behind a link in a card beside it, by pointer, focus and touch (Pointer Events).
 *  README.md says how and why. The links stay plain links: without this file they lead where they lead, and
 *  everything else works the same. */

import { words } from "./strings.js";

const SHOW_MS = 250; // a pointer that only passes opens nothing
const HIDE_MS = 300; // time to move the pointer from the word to the preview
const EDGE = 12;

/** One paragraph of a card. @param {string} name what its class ends with @param {string} text
 *  @param {string} [label] in bold before it */
function row(name, text, label) {
  const paragraph = Object.assign(document.createElement("p"), { className: `preview__${name}` });
  if (label) paragraph.append(Object.assign(document.createElement("strong"), { textContent: label }), " ");
  paragraph.append(text);
  return paragraph;
}

/** What a card says, by the selector of its link: its rows, and the words that lead on. All of it stands on
 *  the page; nothing is fetched. Null where there is nothing to show.
 *  @type {Record<string, (link: HTMLAnchorElement) => {rows: HTMLElement[], open: string} | null>} */
const KINDS = {
  /* A word: its plain line and its status. */
  "a.term-link[data-short]": ({ dataset, textContent }) => ({
    rows: [row("main", dataset.short ?? ""), row("note", words.status(dataset.status ?? ""))],
    open: words.open(textContent),
  }),
  /* A citation: title, authors and year, then what the page's own list says of the source. */
  "a.cite[data-source]": ({ dataset }) => {
    const item = document.getElementById(`source-${dataset.source}`);
    if (!item) return null;
    const text = (/** @type {string} */ part) =>
      item.querySelector(`.source-list__${part}`)?.textContent.trim() ?? "";
    const by = [text("authors"), text("year")].filter(Boolean).join(", ");
    const facts = [...item.querySelectorAll("dt[data-card]")].map((name) =>
      row("fact", name.nextElementSibling?.textContent ?? "", name.textContent),
    );
    return { rows: [row("title", text("title")), row("note", by), ...facts], open: words.source };
  },
  /* A practice on the evidence map: name, label, what you do, time. */
  "a.evidence-map__mark": ({ dataset, textContent }) => {
    const name = textContent.trim();
    const { label = "", summary = "", facts = "" } = dataset;
    const rows = [row("title", name), row("note", label), row("fact", summary), row("note", facts)];
    return { rows, open: words.open(name) };
  },
};
const LINKS = Object.keys(KINDS).join();

export class Previews {
  /** @type {HTMLElement | undefined} */
  #box;
  #link = /** @type {HTMLAnchorElement | null} */ (null);
  #timer = 0;
  #dismissed = /** @type {HTMLAnchorElement | null} */ (null);
  #pointer = ""; // of the last press: a click does not carry it everywhere

  constructor() {
    document.addEventListener("pointerover", (event) => this.#over(event));
    document.addEventListener("pointerout", (event) => this.#out(event));
    document.addEventListener("focusin", ({ target }) => this.#focused(target));
    document.addEventListener("focusout", () => this.#later(HIDE_MS, () => this.#hideUnlessUsed()));
    document.addEventListener("click", (event) => this.#tapped(event));
    document.addEventListener("keydown", (event) => this.#escape(event), { capture: true });
    document.addEventListener("pointerdown", (event) => this.#pressed(event));
    window.addEventListener("beforeprint", () => this.hide());
  }

  #build() {
    const make = (/** @type {string} */ name, /** @type {string} */ tag) =>
      Object.assign(document.createElement(tag), { className: name });
    const box = Object.assign(make("preview md-typeset", "div"), { hidden: true });
    const text = Object.assign(make("preview__text", "div"), { id: "preview-text", role: "tooltip" });
    box.append(text, make("preview__open", "a"));
    (document.querySelector("main") ?? document.body).append(box);
    return box;
  }

  /** @param {EventTarget | null} target @returns {HTMLAnchorElement | null} */
  #linkAt(target) {
    return target instanceof Element ? target.closest(LINKS) : null;
  }

  #inBox(/** @type {EventTarget | null} */ target) {
    return target instanceof Node && Boolean(this.#box?.contains(target));
  }

  #over(/** @type {PointerEvent} */ { target, pointerType }) {
    if (pointerType === "touch") return;
    if (this.#inBox(target)) return clearTimeout(this.#timer);
    const link = this.#linkAt(target);
    if (link && link !== this.#dismissed) this.#later(this.#link ? 80 : SHOW_MS, () => this.show(link));
  }

  #out(/** @type {PointerEvent} */ { target, relatedTarget, pointerType }) {
    const link = this.#linkAt(target);
    if (pointerType === "touch" || (link && link === this.#linkAt(relatedTarget))) return;
    if (!link && !this.#inBox(target)) return;
    this.#dismissed = null;
    this.#later(HIDE_MS, () => this.#hideUnlessUsed());
  }

  #focused(/** @type {EventTarget | null} */ target) {
    const link = this.#linkAt(target);
    if (link?.matches(":focus-visible")) this.show(link);
    else if (!this.#inBox(target)) this.#hideUnlessUsed(); // at once: it may lie over what has the focus
  }

  /** Hides unless the pointer or the focus is still on the word or on the preview. */
  #hideUnlessUsed() {
    if (!this.#link || !this.#box || this.#box.dataset.touch === "true") return;
    if (!this.#link.matches(":hover, :focus-visible") && !this.#box.matches(":hover")) this.hide();
  }

  /** The first tap shows, the second follows; so does the link in the card. A mouse click and Enter follow at
   *  once. @param {MouseEvent} event */
  #tapped(event) {
    const link = this.#linkAt(event.target);
    const keys = event.ctrlKey || event.metaKey || event.shiftKey;
    const plain = event.detail !== 0 && this.#pointer === "touch" && !keys;
    const second = link === this.#link && this.#box?.dataset.touch === "true";
    if (link && plain && !second && this.show(link, true)) event.preventDefault();
    else if (link || (event.target instanceof Element && event.target.closest(".preview__open"))) this.hide();
  }

  #escape(/** @type {KeyboardEvent} */ event) {
    if (event.key !== "Escape" || !this.#link) return;
    this.#dismissed = this.#link.matches(":hover") ? this.#link : null;
    this.hide();
    event.stopPropagation();
  }

  #pressed(/** @type {PointerEvent} */ { target, pointerType }) {
    this.#pointer = pointerType;
    if (this.#link && !this.#inBox(target) && this.#linkAt(target) !== this.#link) this.hide();
  }

  /** Shows the preview of `link`; `touch` adds the way on, since the tap itself was spent. False if there is
   *  nothing to show. @param {HTMLAnchorElement} link */
  show(link, touch = false) {
    clearTimeout(this.#timer);
    this.hide();
    const card = Object.entries(KINDS).find(([kind]) => link.matches(kind))?.[1](link);
    if (!card) return false;
    const box = (this.#box ??= this.#build());
    const [text, open] = /** @type {[HTMLElement, HTMLAnchorElement]} */ ([...box.children]);
    text.setAttribute("aria-live", touch ? "polite" : "off");
    box.dataset.touch = String(touch);
    open.hidden = !touch;
    open.href = link.href;
    open.textContent = card.open;
    box.hidden = false;
    text.replaceChildren(...card.rows);
    link.setAttribute("aria-describedby", text.id);
    this.#link = link;
    this.#place(link, box);
    if (touch) box.scrollIntoView({ block: "nearest" });
    return true;
  }

  hide() {
    clearTimeout(this.#timer);
    this.#link?.removeAttribute("aria-describedby");
    this.#link = null;
    if (this.#box) this.#box.hidden = true;
  }

  /** Below the link where there is room, or more room than between the bar and the link; never past the
   *  sides. @param {HTMLElement} link @param {HTMLElement} box */
  #place(link, box) {
    const lines = [...link.getClientRects()];
    const first = lines[0] ?? link.getBoundingClientRect();
    const last = lines.at(-1) ?? first;
    const { width, height } = box.getBoundingClientRect();
    const left = Math.max(EDGE, Math.min(last.left, document.documentElement.clientWidth - width - EDGE));
    const under = innerHeight - last.bottom;
    const bar = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    const below = under >= height + EDGE || under >= first.top - bar;
    const from = (box.offsetParent ?? document.body).getBoundingClientRect();
    box.style.left = `${left - from.left}px`;
    box.style.top = `${(below ? last.bottom : first.top - height) - from.top}px`;
    box.dataset.side = below ? "below" : "above";
  }

  /** @param {number} wait milliseconds @param {() => void} action */
  #later(wait, action) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(action, wait);
  }
}
