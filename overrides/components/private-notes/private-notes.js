/** `<private-notes>`: brings the fields, the list and the device's storage together. README.md says how. */

import { BadFile, download, fromFile, toJson } from "./file.js";
import { NoteForm } from "./form.js";
import { Journal, Locked } from "./journal.js";
import { dayInWords, isBlank, localDay } from "./note.js";
import { NewerVersion } from "./store.js";
import { words } from "./strings.js";
import { button, make, printNotes, showNotes } from "./view.js";

/** @typedef {import("./note.js").Note} Note */

const UNDO_MS = 10_000;
const PASSING_MS = 8000;
/** @type {Record<string, "full" | "long" | undefined>} */
const KINDS = { QuotaExceededError: "full", RangeError: "long" };

/** @param {unknown} error @returns {keyof typeof words.notDone} */
function kindOf(error) {
  if (error instanceof Locked) return "locked";
  if (error instanceof NewerVersion) return "newer";
  return KINDS[error instanceof Error ? error.name : ""] ?? "refused";
}
const fileName = () => `notes-${localDay(new Date())}`;

export class PrivateNotes extends HTMLElement {
  #journal = new Journal();
  #stop = new AbortController();
  #shown = false;
  #drawn = "[]";
  #busy = false;

  connectedCallback() {
    this.form = new NoteForm(/** @type {HTMLFormElement} */ (this.#part("form")));
    this.#listen();
    this.#part("print").hidden = typeof window.print !== "function";
    this.#journal.load().then(() => {
      this.#part("plain").hidden = true;
      this.#part("app").hidden = false;
      this.dataset.ready = "";
    });
  }

  disconnectedCallback() {
    this.#stop.abort();
    this.#journal.close();
  }

  /** @param {string} name @returns {HTMLElement} */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`.private-notes__${name}`));
  }

  /** The words of a choice. @param {"slept" | "settled"} list @param {string} name */
  #label = (list, name) => {
    const options = /** @type {HTMLSelectElement} */ (this.querySelector(`select[name=${list}]`)).options;
    return name && ([...options].find(({ value }) => value === name)?.text ?? name);
  };

  #listen() {
    const { signal } = this.#stop;
    const on = (
      /** @type {EventTarget} */ target,
      /** @type {string} */ name,
      /** @type {(event: any) => void} */ work,
    ) => target.addEventListener(name, work, { signal });
    const press = (/** @type {string} */ name, /** @type {() => void} */ work) =>
      on(this.#part(name), "click", work);
    on(this.#journal, "change", () => this.#show());
    on(this.#part("form"), "submit", (event) => this.#keep(event));
    on(this.#part("form"), "input", () => this.#guard());
    on(this.#part("form"), "focusin", () => this.form?.followClock());
    press("clear", () => this.#clear(words.cleared));
    press("leave", () => this.#clear(""));
    press("show", () => this.#turn(!this.#shown));
    press("export", () => this.#save(toJson(this.#journal.notes.values())));
    press("print", () => printNotes(this.#part("paper"), this.#journal.notes.values(), this.#label));
    press("persist", () => this.#persist());
    for (const raw of this.querySelectorAll(".private-notes__raw"))
      on(raw, "click", async () => this.#save(await this.#journal.everythingAsText()));
    on(this.#part("file"), "change", ({ target }) => this.#import(target));
    on(this.#part("gate"), "submit", (event) => this.#open(event));
    press("delete-all", () => this.#sure(true));
    press("delete-no", () => this.#sure(false));
    press("delete-yes", () => this.#deleteAll());
    on(
      document,
      "visibilitychange",
      () => document.hidden || this.#journal.load().then(() => this.form?.followClock()),
    );
    on(document, "exit-page-leave", () => this.#leave());
    on(window, "pagehide", () => this.#turn(false));
  }

  #show() {
    const { status, notes, unread } = this.#journal;
    const writable = ["open", "empty", "refused"].includes(status);
    this.dataset.status = status;
    this.#part("gate").hidden = status !== "locked";
    this.#part("newer").hidden = status !== "newer";
    this.#part("form").hidden = !writable && !this.form?.dirty;
    this.#part("views").hidden = !notes.size;
    this.#part("exports").hidden = !notes.size;
    this.#part("care").hidden = !["open", "empty"].includes(status);
    this.#part("end").hidden = status === "empty" || status === "refused";
    this.#part("unread").hidden = !unread;
    this.#part("unread-count").textContent = unread ? words.unread(unread) : "";
    this.#guard();
    this.#draw();
    this.#promise();
  }

  /** Nothing of what was written is shown until the reader asks for it; the same button hides it again. @param {boolean} shown */
  #turn(shown) {
    this.#shown = shown;
    this.#draw();
  }

  /** Draws the list anew, but only if it has changed: a reader may stand in it. */
  #draw() {
    const notes = this.#shown ? [...this.#journal.notes.values()] : [];
    const drawn = JSON.stringify(notes);
    this.#part("show").textContent = this.#shown ? words.hide : words.show;
    this.#part("show").setAttribute("aria-expanded", String(this.#shown));
    this.#part("count").textContent = this.#shown ? words.count(notes.length) : "";
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    showNotes(this.#part("notes"), notes, this.#label, {
      change: (note) => this.#change(note),
      remove: (note) => this.#remove(note),
    });
  }

  /** A word at the foot of the window; with ways to go on it stays. @param {string} text @param {[string, () => void][]} ways @param {number} [milliseconds] */
  #say(text, ways = [], milliseconds = ways.length ? 0 : PASSING_MS) {
    const notice = make("div", "notice", make("p", "notice-text", text));
    const drop = () => {
      const focused = notice.contains(document.activeElement);
      notice.remove();
      if (focused) this.#part("form-title").focus();
    };
    const buttons = ways.map(([label, work]) => button(label, () => (drop(), work())));
    if (buttons.length) notice.append(make("div", "ways", ...buttons));
    this.#part("passing").replaceChildren(notice);
    if (milliseconds) setTimeout(drop, milliseconds);
    return buttons;
  }

  /* ---------- writing ---------- */

  /** @param {Event} event */
  async #keep(event) {
    event.preventDefault();
    if (this.#busy || !this.form) return;
    this.#busy = true;
    try {
      const typed = this.form.note();
      if (isBlank(typed)) return void this.#say(words.empty);
      const { note, both } = await this.#journal.keep(typed, this.form.base);
      this.form.clear();
      this.#say(both ? words.storedBoth : words.stored(dayInWords(note.day)));
    } catch (error) {
      const kind = kindOf(error);
      const save = () =>
        download(`note-${localDay(new Date())}`, toJson([/** @type {NoteForm} */ (this.form).note()]));
      this.#say(words.typedIsSafe[kind], kind === "long" ? [] : [[words.saveTyped, save]]);
    } finally {
      this.#busy = false;
      this.#guard();
    }
  }

  /** @param {string} text */
  #clear(text) {
    this.form?.clear();
    this.#guard();
    this.#part("form-title").focus();
    if (text) this.#say(text);
  }

  /** @param {Note} note */
  #change(note) {
    if (this.form?.dirty) return void this.#say(words.stillTyped);
    this.form?.change(note);
    this.#part("form-title").focus();
  }

  /** The browser asks before leaving only while something typed would be lost. */
  #guard() {
    window[this.form?.dirty ? "addEventListener" : "removeEventListener"]("beforeunload", this.#warn);
  }

  #warn = (/** @type {Event} */ event) => event.preventDefault();

  /* ---------- the notes as a whole ---------- */

  /** Does something with the storage; says so kindly when it cannot be done. @param {() => Promise<void>} work */
  async #try(work) {
    try {
      await work();
    } catch (error) {
      this.#say(
        error instanceof BadFile
          ? words[error.reason === "newer" ? "newerFile" : "unreadable"]
          : words.notDone[kindOf(error)],
      );
      if (!(error instanceof BadFile)) this.#journal.load();
    }
  }

  /** @param {Note} note */
  #remove(note) {
    return this.#try(async () => {
      await this.#journal.remove(note.id);
      if (this.form?.base?.id === note.id && !this.form.dirty) this.#clear("");
      this.#offerUndo(words.deletedOne(dayInWords(note.day)), () => this.#journal.keep(note));
    });
  }

  /** @param {string} text @param {() => Promise<unknown>} work */
  #offerUndo(text, work) {
    const undo = () => void this.#try(async () => (await work(), void this.#say(words.undone)));
    this.#say(text, [[words.undo, undo]], UNDO_MS)[0].focus();
  }

  /** @param {boolean} asking */
  #sure(asking) {
    this.#part("delete-sure").hidden = !asking;
    this.#part("delete-all").hidden = asking;
    this.#part(asking ? "delete-no" : "delete-all").focus();
  }

  #deleteAll() {
    return this.#try(async () => {
      const everything = await this.#journal.deleteAll();
      this.#sure(false);
      this.form?.clear();
      this.#guard();
      this.#offerUndo(words.deletedAll, () => this.#journal.putBack(everything));
    });
  }

  /** @param {string} text */
  #save(text) {
    download(fileName(), text);
    this.#say(words.exported);
  }

  /** @param {HTMLInputElement} input */
  async #import(input) {
    const file = input.files?.[0];
    if (!file) return;
    await this.#try(async () => {
      const { notes, unread } = fromFile(await file.text());
      this.#say(words.imported({ ...(await this.#journal.absorb(notes)), unread }));
    });
    input.value = "";
  }

  /** Opens notes that an earlier version locked: to keep them without a passphrase, or to save them as a file only. @param {SubmitEvent} event */
  async #open(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const secret = /** @type {HTMLInputElement} */ (form.elements.namedItem("passphrase"));
    const say = (/** @type {string} */ text) => (this.#part("gate-word").textContent = text);
    if (this.#busy) return;
    if (!globalThis.crypto?.subtle) return void say(words.noCrypto);
    this.#busy = true;
    say(words.opening);
    await this.#try(async () => {
      const opened = await this.#journal.readLocked(secret.value);
      if (!opened) return void say(words.wrong);
      secret.value = "";
      say("");
      if (/** @type {HTMLButtonElement} */ (event.submitter)?.name === "save")
        return this.#save(toJson(opened.notes.values()));
      await this.#journal.bringOver(opened);
      this.#say(words.broughtOver);
    });
    this.#busy = false;
  }

  async #promise() {
    const persistent = await navigator.storage?.persisted?.().catch(() => false);
    this.#part("persist-state").textContent = persistent ? words.persisted : words.notPersisted;
    this.#part("persist").hidden = Boolean(persistent) || !navigator.storage?.persist;
  }

  async #persist() {
    const persistent = await navigator.storage.persist().catch(() => false);
    await this.#promise();
    this.#say(persistent ? words.persisted : words.notPersisted);
  }

  /** Leaving quickly: what is typed and shown goes; the device keeps what it has. */
  #leave() {
    this.form?.clear();
    this.#guard();
    this.#turn(false);
    this.#part("passing").replaceChildren();
    /** @type {HTMLFormElement} */ (this.#part("gate")).reset();
  }
}
