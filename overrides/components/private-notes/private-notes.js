/** `<private-notes>`: brings the fields, the views and the keeping together. README.md says how. */

import { NoteCalendar } from "./calendar.js";
import { Deleting } from "./deleting.js";
import { Files, saveJson, saveText } from "./files.js";
import { NoteForm } from "./form.js";
import { Journal } from "./journal.js";
import { NoteList } from "./list.js";
import { Notices } from "./notices.js";
import { Passphrase } from "./passphrase.js";
import { Persistence } from "./persistence.js";
import { NotePictures } from "./pictures.js";
import { isBlank, newestFirst } from "./record.js";
import { Stale } from "./shelf.js";
import { Standing } from "./standing.js";
import { Newer } from "./store.js";
import { words } from "./strings.js";
import { dayInWords, localDay } from "./time.js";

const AWAY_MS = 5 * 60_000; // an open lock closes after so long out of sight

export class PrivateNotes extends HTMLElement {
  #stop;
  #view = "";

  connectedCallback() {
    try {
      this.#build();
      this.#listen();
      this.journal.load().then(() => {
        this.#part("plain").hidden = true;
        this.#part("app").hidden = false;
        this.dataset.ready = "";
      });
    } catch (error) {
      console.error("private-notes: the plain words stay", error);
    }
  }

  disconnectedCallback() {
    this.#stop?.abort();
    this.journal?.close();
    this.journal = undefined;
  }

  #part(name) {
    return this.querySelector(`.private-notes__${name}`);
  }

  #build() {
    this.journal = new Journal();
    this.notices = new Notices(this.#part("standing"), this.#part("passing"));
    this.notices.onleft = () => this.#part(this.#part("views").hidden ? "form-title" : "views-title").focus();
    this.form = new NoteForm(this.#part("form"));
    this.lists = Object.fromEntries(["slept", "settled"].map((list) => [list, new Map([...this.form.form.elements[list].options].filter(({ value }) => value).map(({ value, text }) => [value, text]))]));
    const label = (list, name) => (name ? (this.lists[list].get(name) ?? name) : "");
    const names = (list) => [...this.lists[list].keys()];
    const shared = { journal: this.journal, say: (text) => this.notices.say(text), sorry: (error) => this.#sorry(error), label };
    this.views = {
      list: new NoteList(this.#part("view--list"), { label, change: (entry) => this.#change(entry), remove: (entry) => this.#remove(entry) }),
      calendar: new NoteCalendar(this.#part("view--calendar"), { label, open: (day) => this.#openDay(day) }),
      pictures: new NotePictures(this.#part("view--pictures"), label, names),
    };
    this.files = new Files(this.#part("files"), { ...shared, paper: this.#part("paper") });
    this.passphrase = new Passphrase(this.#part("gate"), this.#part("lock-form"), shared);
    this.standing = new Standing({ ...shared, notices: this.notices });
    this.persistence = new Persistence(this.#part("care"), shared.say);
    this.deleting = new Deleting(this.#part("end"), { ...shared, notices: this.notices, emptied: () => this.#emptied() });
  }

  #listen() {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const press = (name, action) => this.#part(name).addEventListener("click", action, { signal });
    this.journal.addEventListener("change", () => this.#show(), { signal });
    this.journal.addEventListener("deleted", () => this.notices.say(words.deletedElsewhere), { signal });
    this.form.form.addEventListener("submit", (event) => this.#keep(event), { signal });
    this.form.form.addEventListener("input", () => this.#guard(), { signal });
    this.form.form.addEventListener("focusin", () => this.form.followClock(), { signal });
    press("clear", () => this.#clear(words.cleared));
    press("leave", () => this.#clear(""));
    press("lock", () => this.#lock());
    press("afresh", () => this.journal.startAfresh().catch((error) => this.#sorry(error)));
    this.querySelectorAll(".private-notes__raw").forEach((raw) => raw.addEventListener("click", async () => saveText(await this.journal.everythingAsText(), words.file(localDay(new Date()))), { signal }));
    this.querySelectorAll("[data-view]").forEach((tab) => tab.addEventListener("click", () => this.#turn(tab.dataset.view === this.#view ? "" : tab.dataset.view), { signal }));
    document.addEventListener("visibilitychange", () => this.#seen(), { signal });
    document.addEventListener("exit-page-leave", () => this.#leave(), { signal });
    window.addEventListener("pagehide", () => this.#hide(), { signal });
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.journal.load(), { signal });
  }

  /* ---------- what is shown ---------- */

  #show() {
    const { journal } = this;
    const { status } = journal;
    this.dataset.status = status;
    const usable = status === "open" || status === "none" || status === "refused";
    this.#part("gate").hidden = status !== "locked";
    this.#part("newer").hidden = status !== "newer";
    this.#part("broken").hidden = status !== "broken";
    this.#part("form").hidden = !usable && !this.form.dirty;
    this.#part("views").hidden = status !== "open" || !journal.entries.size;
    this.#part("care").hidden = !(status === "open" || status === "none");
    this.#part("end").hidden = status === "none" && !journal.vanished.size;
    this.#part("lock").hidden = !(journal.locks && status === "open");
    this.files.show();
    this.passphrase.show();
    this.standing.show();
    this.persistence.show();
    this.#guard();
    this.#refreshView();
  }

  /** Nothing of what was written is shown until the reader asks for it; the same button hides it again. */
  #turn(view) {
    this.#view = view;
    this.#refreshView();
  }

  #refreshView() {
    const shown = this.#part("views").hidden ? "" : this.#view;
    const entries = shown ? newestFirst(this.journal.entries.values()) : [];
    this.querySelectorAll("[data-view]").forEach((tab) => tab.setAttribute("aria-expanded", String(tab.dataset.view === shown)));
    for (const [name, view] of Object.entries(this.views)) {
      this.#part(`view--${name}`).hidden = name !== shown;
      if (name === shown) view.show(entries);
      else view.empty();
    }
  }

  #openDay(day) {
    this.#turn("list");
    this.views.list.show(newestFirst(this.journal.entries.values()), day);
    this.views.list.count.focus();
  }

  /* ---------- writing ---------- */

  async #keep(event) {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    try {
      const made = this.form.note();
      if (isBlank(made)) return this.notices.say(words.empty);
      const { entry, both } = await this.journal.keep(made, this.form.base);
      this.form.clear();
      this.#guard();
      this.notices.say(both ? words.keptBoth : words.kept(dayInWords(entry.day)));
    } catch (error) {
      this.#sorry(error, true);
    } finally {
      this.busy = false;
      this.#show();
    }
    return undefined;
  }

  /** Says kindly why something was not done; where words were to be kept, offers them as a file. */
  #sorry(error, typed = false) {
    const kinds = { QuotaExceededError: "full", RangeError: "tooLong" };
    const kind = error instanceof Stale ? "locked" : error instanceof Newer ? "newer" : (kinds[error?.name] ?? "refused");
    const save = () => saveJson([this.form.note()], words.typedFile(localDay(new Date())));
    if (typed) this.notices.say(words.sorry[kind], kind === "tooLong" ? [] : [[words.saveTyped, save]]);
    else this.notices.say(words.notDone[kind]);
    if (error instanceof Stale || error instanceof Newer) this.journal.load();
  }

  #change(entry) {
    if (this.form.dirty) return this.notices.say(words.stillTyped);
    this.form.change(entry);
    this.#part("form-title").focus();
    return undefined;
  }

  async #remove(entry) {
    if (this.form.base?.id === entry.id && !this.form.dirty) this.#clear("");
    await this.deleting.one(entry);
  }

  /** Everything is deleted, so nothing of it may stay in the page either. */
  #emptied() {
    this.#turn("");
    this.form.clear();
    this.#guard();
    this.passphrase.wipe();
  }

  #clear(text) {
    this.form.clear();
    this.#guard();
    this.#part("form-title").focus();
    if (text) this.notices.say(text);
  }

  get #loses() {
    return this.form.dirty || this.journal.vanished.size > 0;
  }

  #warn = (event) => {
    if (this.#loses) event.preventDefault();
  };

  /** The browser asks before leaving only while something would be lost: what is typed, or what only the page still holds. */
  #guard() {
    window[this.#loses ? "addEventListener" : "removeEventListener"]("beforeunload", this.#warn);
  }

  /* ---------- coming and going ---------- */

  #lock() {
    this.#turn("");
    this.journal.lock();
    this.notices.say(words.locked);
    this.#part("gate").elements.passphrase.focus();
  }

  #seen() {
    clearTimeout(this.away);
    if (document.hidden) this.hiddenAt = Date.now();
    if (document.hidden) this.away = setTimeout(() => this.journal.lock(), AWAY_MS);
    else if (Date.now() - this.hiddenAt > AWAY_MS) this.journal.lock();
    else this.journal.refresh();
    if (!document.hidden) this.form.followClock();
  }

  /** Leaving in the usual way: the lock closes and nothing stays shown. */
  #hide() {
    this.#turn("");
    this.notices.clear();
    this.passphrase.wipe();
    this.journal.lock();
  }

  /** Leaving quickly: also what was typed is gone, and everything that this page knew. */
  #leave() {
    this.form.clear();
    this.#hide();
    this.journal.leave();
    this.#guard();
  }
}
