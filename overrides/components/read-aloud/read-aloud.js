/** `<read-aloud>`: the page or a part of it in the device's own voice (SpeechSynthesis), by paragraphs. */

import { SiteElement } from "../shared/shared.js";
import { speak, stopSpeaking } from "./voice.js";
import { words } from "./strings.js";

const BLOCKS = "h2, h3, h4, p, li, dt, dd, td, th, figcaption";
const SKIPPED = `.citation, .headerlink, [hidden], [aria-hidden=true], [role=status], button, ${BLOCKS}`;
const NO_TEXT = "nav, form, .practice-timer-frame, .share-button-row";
const CLOSED = "details:not([open]) > :not(summary)";

/** What is in sight of the page's text, in order: up to its sources, or from the heading `from` to the next.
 *  @param {HTMLElement} page @param {string} [from] id of a second heading */
function textsOf(page, from) {
  const questions = /** @type {NodeListOf<HTMLDetailsElement>} */ (page.querySelectorAll(".page-question"));
  for (const fold of questions) fold.open = true; // a question is not read without its answer
  const blocks = [.../** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll(BLOCKS))];
  const start = from ? blocks.findIndex(({ id }) => id === from) : 0;
  const isEnd = (/** @type {HTMLElement} */ { id, tagName }) => (from ? tagName === "H2" : id === "sources");
  const end = blocks.findIndex((block, at) => at > start && isEnd(block));
  return blocks
    .slice(Math.max(start, 0), end < 0 ? undefined : end)
    .filter((block) => block.getClientRects().length && !block.closest(`${NO_TEXT}, ${CLOSED}`))
    .map((block) => {
      const copy = /** @type {HTMLElement} */ (block.cloneNode(true));
      for (const part of copy.querySelectorAll(SKIPPED)) part.remove();
      return copy.textContent.replace(/\s+/g, " ").trim();
    })
    .filter(Boolean);
}

export class ReadAloud extends SiteElement {
  #texts = /** @type {string[]} */ ([]);
  #at = 0;
  /** @type {SpeechSynthesisUtterance | undefined} */
  #saying;

  setUp() {
    if (!globalThis.speechSynthesis) return;
    this.press("go", () => (this.#saying ? this.#pause() : this.#go()));
    this.press("stop", () => this.#end());
    this.on(window, "pagehide", () => this.#end());
    this.on(document, "practice-timer-start", () => this.#pause(false));
    this.child("go").hidden = false;
    this.#end(false);
  }

  /** Reads on: from the start, or with the paragraph at which it was paused. */
  #go() {
    const page = /** @type {HTMLElement} */ (document.querySelector(".page-text"));
    if (!this.#texts.length) this.#texts = textsOf(page, this.dataset.from);
    const text = this.#texts[this.#at];
    if (!text) return this.#end();
    const saying = speak(text);
    this.#saying = saying;
    this.child("status").textContent = saying ? "" : words.none;
    if (!saying) return this.#end(false);
    saying.onend = () => {
      if (saying !== this.#saying) return; // paused or stopped: browsers tell an end then too
      this.#at += 1;
      this.#go();
    };
    saying.onerror = () => saying === this.#saying && this.#pause(false);
    this.child("go").textContent = words.pause;
    this.child("stop").hidden = false;
  }

  /** Browsers pause a voice each in their own way: here it is silent, and starts the paragraph again. */
  #pause(silence = true) {
    if (!this.#saying) return;
    this.#saying = undefined;
    if (silence) stopSpeaking();
    this.child("go").textContent = words.goOn;
  }

  #end(silence = Boolean(this.#saying)) {
    this.#saying = undefined;
    if (silence) stopSpeaking();
    [this.#texts, this.#at] = [[], 0];
    if (this.child("stop").contains(document.activeElement)) this.child("go").focus();
    this.child("stop").hidden = true;
    this.child("go").textContent = this.dataset.from ? words.steps : words.listen;
  }
}
