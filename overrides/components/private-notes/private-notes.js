/** `<private-notes>`: brings fields, list and storage (IndexedDB) together. */

import { download, SiteElement } from "../shared/shared.js";
import { NoteForm } from "./form.js";
import { Journal } from "./journal.js";
import { dayInWords, fromFile, isBlank, localDay, toJson } from "./note.js";
import { words } from "./strings.js";
import { button, make, printNotes, showNotes } from "./view.js";
/** @import { Note } from "./note.js" */

const UNDO_MS = 10_000;
const PASSING_MS = 8000;
/** The words for an error, by its name. @param {Record<string, string>} texts @param {any} error */
const reason = (texts, error) => texts[error?.name] ?? texts.other;

/** @param {string} name @param {string} text */
const save = (name, text) => download(`${name}-${localDay(new Date())}.json`, "application/json", text);

export class PrivateNotes extends SiteElement {
  #journal = new Journal(() => this.#show());
  #form = new NoteForm(this.child("form"));
  #shown = false;
  #drawn = "[]";
  #busy = false;

  setUp() {
    this.#listen();
    this.child("print").hidden = typeof window.print !== "function";
    this.#journal.load().then(() => {
      this.child("plain").hidden = true;
      this.child("app").hidden = false;
      this.dataset.ready = "";
    });
  }

  #listen() {
    const form = this.child("form");
    this.on(form, "submit", (event) => this.#keep(event));
    this.on(form, "input", () => this.guard(this.#form.dirty));
    this.on(form, "focusin", () => this.#form.followClock());
    this.press("clear", () => this.#clear(words.cleared));
    this.press("leave", () => this.#clear(""));
    this.press("show", () => this.#draw(!this.#shown));
    this.press("export", () => this.#save(toJson(this.#journal.notes.values())));
    this.press("print", () => printNotes(this, this.#journal.notes.values()));
    this.press("persist", () => this.#persist());
    for (const raw of this.all(".private-notes__raw"))
      this.on(raw, "click", () => this.#try(async () => this.#save(await this.#journal.everythingAsText())));
    this.on(this.child("file"), "change", ({ target }) => this.#import(target));
    this.on(this.child("gate"), "submit", (event) => this.#open(event));
    this.press("delete-all", () => this.#confirm(true));
    this.press("delete-no", () => this.#confirm(false));
    this.press("delete-yes", () => this.#deleteAll());
    this.on(document, "visibilitychange", () => document.hidden || this.#journal.load());
    this.on(document, "exit-page-leave", () => this.#leave());
    this.on(window, "pagehide", () => this.#draw(false));
  }

  #show() {
    const { status, notes, unread } = this.#journal;
    this.dataset.status = status;
    const hidden = {
      gate: status !== "locked",
      newer: status !== "newer",
      form: ["locked", "newer"].includes(status) && !this.#form.dirty,
      views: !notes.size,
      exports: !notes.size,
      care: !["open", "empty"].includes(status),
      end: ["empty", "refused"].includes(status),
      unread: !unread,
    };
    for (const [name, off] of Object.entries(hidden)) this.child(name).hidden = off;
    this.#form.followClock();
    this.child("unread-count").textContent = unread ? words.unread(unread) : "";
    this.#draw();
    this.#showPersistence();
  }

  /** Nothing of what was written is shown until the reader asks for it; the same button hides it again. The
   *  list is drawn anew only if it has changed: a reader may stand in it. */
  #draw(shown = this.#shown) {
    this.#shown = shown;
    const notes = this.#shown ? [...this.#journal.notes.values()] : [];
    const drawn = JSON.stringify(notes);
    this.child("show").textContent = this.#shown ? words.hide : words.show;
    this.child("show").setAttribute("aria-expanded", String(this.#shown));
    this.child("count").textContent = this.#shown ? words.count(notes.length) : "";
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    showNotes(this.child("notes"), notes, {
      change: (note) => this.#change(note),
      remove: (note) => this.#remove(note),
    });
  }

  /** A word at the foot of the window; with a way to go on it stays, or stays for `ms`. @param {string} text
   *  @param {string} [label] @param {() => void} [work] */
  #say(text, label = "", work = () => {}, ms = label ? 0 : PASSING_MS) {
    const notice = make("div", "notice", make("p", "notice-text", text));
    const drop = () => {
      const focused = notice.contains(document.activeElement);
      notice.remove();
      if (focused) this.child("form-title").focus();
    };
    const way = button(label, () => (drop(), work()));
    if (label) notice.append(make("div", "ways", way));
    this.child("passing").replaceChildren(notice);
    if (ms) setTimeout(drop, ms);
    return way;
  }

  /** @param {Event} event */
  async #keep(event) {
    event.preventDefault();
    if (this.#busy) return;
    this.#busy = true;
    try {
      const typed = this.#form.note();
      if (isBlank(typed)) return void this.#say(words.empty);
      const { text } = this.#form;
      const { note, both } = await this.#journal.keep(typed, this.#form.base);
      if (this.#form.text === text) this.#form.fill(null);
      else this.#form.base = note; // typed on meanwhile: the next press adds it to the note
      this.#say(both ? words.storedBoth : words.stored(dayInWords(note.day)));
    } catch (error) {
      const label = error instanceof RangeError ? "" : words.saveTyped;
      this.#say(reason(words.typedIsSafe, error), label, () => save("note", toJson([this.#form.note()])));
    } finally {
      this.#busy = false;
    }
  }

  /** Empties the fields; says `text` where there is one. @param {string} text */
  #clear(text) {
    this.#form.fill(null);
    this.child("form-title").focus();
    if (text) this.#say(text);
  }

  /** @param {Note} note */
  #change(note) {
    if (this.#form.dirty) return void this.#say(words.stillTyped);
    this.#form.fill(note);
    this.child("form-title").focus();
  }

  /** Uses the storage; says so kindly when that fails. @param {() => Promise<void>} work */
  async #try(work) {
    try {
      await work();
    } catch (error) {
      this.#say(reason(words.notDone, error));
      this.#journal.load();
    }
  }

  /** @param {Note} note */
  #remove(note) {
    return this.#try(async () => {
      await this.#journal.remove(note.id);
      if (this.#form.base?.id === note.id && !this.#form.dirty) this.#clear("");
      this.#offerUndo(words.deletedOne(dayInWords(note.day)), () => this.#journal.keep(note));
    });
  }

  /** @param {string} text @param {() => Promise<unknown>} work */
  #offerUndo(text, work) {
    const undo = () => void this.#try(async () => (await work(), void this.#say(words.undone)));
    this.#say(text, words.undo, undo, UNDO_MS).focus();
  }

  /** @param {boolean} open whether the question stands there */
  #confirm(open) {
    this.child("delete-sure").hidden = !open;
    this.child("delete-all").hidden = open;
    this.child(open ? "delete-no" : "delete-all").focus();
  }

  #deleteAll() {
    return this.#try(async () => {
      const everything = await this.#journal.deleteAll();
      this.#confirm(false);
      this.#form.fill(null);
      this.#offerUndo(words.deletedAll, () => this.#journal.putBack(everything));
    });
  }

  /** @param {string} text */
  #save(text) {
    save("notes", text);
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

  /** Opens notes that an earlier version locked, or only saves a file. @param {SubmitEvent} event */
  async #open(event) {
    event.preventDefault();
    const secret = /** @type {HTMLInputElement} */ (this.one("[name=passphrase]"));
    const say = (/** @type {string} */ text) => (this.child("gate-word").textContent = text);
    if (this.#busy) return;
    if (!globalThis.crypto?.subtle) return void say(words.noCrypto);
    this.#busy = true;
    say(words.opening);
    await this.#try(async () => {
      const opened = await this.#journal.readLocked(secret.value);
      if (!opened) return void say(words.wrong);
      secret.value = "";
      say("");
      if (event.submitter?.getAttribute("name") === "save") return this.#save(toJson(opened.notes.values()));
      await this.#journal.bringOver(opened);
      this.#say(words.broughtOver);
    });
    this.#busy = false;
  }

  /** What the browser says about keeping the notes. */
  async #showPersistence() {
    const persistent = await navigator.storage?.persisted?.().catch(() => false);
    const text = persistent ? words.persisted : words.notPersisted;
    this.child("persist-state").textContent = text;
    this.child("persist").hidden = Boolean(persistent) || !navigator.storage?.persist;
    return text;
  }

  async #persist() {
    await navigator.storage.persist().catch(() => false);
    this.#say(await this.#showPersistence());
  }

  /** Leaving quickly: what is typed and shown goes; the device keeps what it has. */
  #leave() {
    this.#form.fill(null);
    this.#draw(false);
    this.child("passing").replaceChildren();
    /** @type {HTMLFormElement} */ (this.child("gate")).reset();
  }
}
