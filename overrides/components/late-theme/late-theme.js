/** Brings the theme's own script, which only the search and the list of contents need, after the reader's first sign. */

import { holdIndex, mindIndex } from "./search-index.js";

const SIGNS = ["pointermove", "pointerdown", "keydown", "focusin", "wheel"];
const REST_MS = 300; // signs follow each other; the theme's long task must not fall between a finger and its tap
const PATIENCE_MS = 5000; // the longest rest between tries
const HOLD_MS = 400; // the theme shuts the search 125 ms after its start when the address has a "#part"
const BUSY = "practice-timer:is([data-state=ready], [data-state=running], [data-state=paused])";

/** Does nothing where the page loads the theme's script itself, as while writing (`make serve`). */
export class LateTheme {
  #address;
  #rest = 0;
  #pause = REST_MS;
  #signs;

  /** @param {Document} document */
  constructor(document) {
    this.#address = document.querySelector("script[data-theme]")?.dataset.theme;
    if (!this.#address) return;
    this.#listen();
    if (asked()) this.#bring();
  }

  #listen() {
    this.#signs = new AbortController();
    const options = { signal: this.#signs.signal, passive: true, capture: true };
    for (const name of SIGNS) document.addEventListener(name, () => this.#seen(), options);
    document.querySelector("#__search")?.addEventListener("change", () => afterPaint(() => this.#bring()), options);
    window.addEventListener("beforeprint", openFolds, options);
  }

  #seen() {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => whenQuiet(() => this.#quiet()), this.#pause);
  }

  /* Nothing is taken from a running practice; the next sign asks again. */
  #quiet() {
    if (!document.querySelector(BUSY)) this.#bring();
  }

  #bring() {
    if (this.#signs.signal.aborted) return;
    this.#signs.abort();
    const script = document.createElement("script");
    const opened = document.querySelector("#__search:checked");
    holdIndex(document.querySelector("#__search"));
    script.onload = () => (arrived() ? start(opened, script.src) : this.#again(script));
    script.onerror = () => this.#again(script);
    script.src = this.#address;
    document.head.append(script);
  }

  /* The network was cut, or a log-in page came. The next sign tries once more, each time after a longer rest. */
  #again(script) {
    script.remove();
    this.#pause = Math.min(this.#pause * 2, PATIENCE_MS);
    this.#listen();
  }
}

/** A page in the script's place loads too, and does nothing. */
const arrived = () => "component$" in window;

/** Does the address itself ask for the search, or for something in a closed fold? The theme answers both. */
function asked() {
  if (new URLSearchParams(location.search).has("q") || document.querySelector("#__search")?.checked) return true;
  return Boolean(document.querySelector(":target")?.closest("details:not([open])"));
}

/** The theme waits for an event that has long been. */
function start(opened, theme) {
  mindIndex(theme);
  document.dispatchEvent(new Event("DOMContentLoaded"));
  if (opened) holdOpen(opened);
}

/** What the reader opened before the theme came stays open, unless the reader shuts it. A timer ends this, since timers run
 *  in the order of their times: on a busy phone too the theme's own comes first. */
function holdOpen(toggle) {
  const hold = new AbortController();
  setTimeout(() => hold.abort(), HOLD_MS);
  let byReader = false; // while a press of the reader's is being answered, and no longer: they may be typing
  const { signal } = hold;
  for (const name of ["click", "keydown"]) {
    window.addEventListener(name, ({ isTrusted }) => { if (isTrusted) byReader = true; }, { signal, capture: true });
    window.addEventListener(name, () => { byReader = false; }, { signal });
  }
  toggle.addEventListener("click", (event) => { if (!byReader && !toggle.checked) event.preventDefault(); }, { signal });
}

/** On paper every fold is open; the theme does so too, once it is here. */
function openFolds() {
  const folds = [...document.querySelectorAll("details:not([open])")];
  for (const fold of folds) fold.open = true;
  window.addEventListener("afterprint", () => { for (const fold of folds) fold.open = false; }, { once: true });
}

function afterPaint(then) {
  requestAnimationFrame(() => setTimeout(then));
}

function whenQuiet(then) {
  if (window.requestIdleCallback) requestIdleCallback(then, { timeout: 3000 });
  else then();
}
