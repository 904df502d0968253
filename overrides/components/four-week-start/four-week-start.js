/** `<four-week-start>`: reminders for the plan, a calendar file made here (native form); nothing is kept. */

import { download, SiteElement } from "../shared/shared.js";
import { calendar, dateAfter } from "./calendar.js";
import { words } from "./strings.js";

const HOUR = "09:00";
/** Dates are reckoned without a zone, so they are shown without one. @type {Intl.DateTimeFormatOptions} */
const SHORT = { timeZone: "UTC", weekday: "short", day: "numeric", month: "short" };

/** A random name for the event, without anything that tells of this site. */
const newUid = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Tomorrow on this device's own calendar, as 2026-11-23. */
function tomorrow() {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() + 1)).toISOString().slice(0, 10);
}

/** "Mon, 23 Nov". @param {Date} date */
const inWords = (date) => new Intl.DateTimeFormat(words.locale, SHORT).format(date);

export class FourWeekStart extends SiteElement {
  #fields = /** @type {Record<"start" | "time" | "title" | "rests" | "alarm", HTMLInputElement>} */ (
    /** @type {unknown} */ (this.form.elements)
  );

  setUp() {
    const { start, time, title } = this.#fields;
    start.value = tomorrow();
    time.value = HOUR;
    title.value = words.title;
    this.on(this.form, "submit", (event) => this.#submit(event));
    this.on(start, "change", () => this.#writeDates());
    this.child("print").hidden = typeof window.print !== "function";
    this.press("print", () => window.print());
    this.child("plain").hidden = true;
    this.form.hidden = false;
  }

  #submit(/** @type {Event} */ event) {
    event.preventDefault();
    const { start, time, title, rests, alarm } = this.#fields;
    const wrong = [start, time].find((field) => !field.checkValidity());
    this.child("problem").hidden = !wrong;
    this.child("problem").textContent = wrong ? words.problem : "";
    this.child("status").textContent = "";
    if (wrong) return wrong.focus();
    const days = Number(this.dataset.days);
    const without = rests.checked ? (this.dataset.rests ?? "").split(" ").filter(Boolean).map(Number) : [];
    const plan = { start: start.value, time: time.value, title: title.value.trim() || words.title };
    const file = { ...plan, days, without, alarm: alarm.checked, uid: newUid(), now: new Date() };
    download(words.file, "text/calendar", calendar(file));
    this.#writeDates();
    const first = inWords(dateAfter(start.value, 0));
    this.child("status").textContent = words.done(days - without.length, first);
    return undefined;
  }

  /** Writes each day's date into the plan, for paper; takes them out when the first day is not one. */
  #writeDates() {
    const { start } = this.#fields;
    for (const day of this.all(".four-week-plan [data-day]", document)) {
      const name = /** @type {HTMLElement} */ (day.querySelector(".four-week-plan__name"));
      const date =
        name.querySelector(".four-week-plan__date") ?? name.appendChild(document.createElement("span"));
      date.className = "four-week-plan__date";
      if (start.checkValidity())
        date.textContent = inWords(dateAfter(start.value, Number(day.dataset.day) - 1));
      else date.remove();
    }
  }
}
