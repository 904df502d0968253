/** `<four-week-start>`: reminders for the plan, as a calendar file made here. README.md says how; nothing is kept. */

import { calendar, dateAfter } from "./calendar.js";
import { words } from "./strings.js";

const GONE_MS = 60_000; // how long the made file may be fetched by the browser that asked for it
const HOUR = "09:00";

/** A random name for the event, without anything that tells of this site. */
function newUid() {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  return bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Tomorrow on this device's own calendar, as 2026-11-23. */
function tomorrow() {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() + 1)).toISOString().slice(0, 10);
}

export class FourWeekStart extends HTMLElement {
  /** @type {AbortController | undefined} */
  #stop;

  connectedCallback() {
    const form = this.#form;
    const { start, time, title } = this.#fields;
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    start.value = tomorrow();
    time.value = HOUR;
    title.value = words.title;
    form.addEventListener("submit", (event) => this.#make(event), { signal });
    start.addEventListener("change", () => this.#date(), { signal });
    this.#part("print").hidden = typeof window.print !== "function";
    this.#part("print").addEventListener("click", () => window.print(), { signal });
    this.#part("plain").hidden = true;
    form.hidden = false;
  }

  disconnectedCallback() {
    this.#stop?.abort();
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`.four-week-start__${name}`));
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  get #fields() {
    return /** @type {Record<"start" | "time" | "title" | "rests" | "alarm", HTMLInputElement>} */ (
      /** @type {unknown} */ (this.#form.elements)
    );
  }

  get #days() {
    return Number(this.dataset.days);
  }

  /** A date in words, as "Mon, 23 Nov"; dates are reckoned without a zone, so they are shown without one. @param {Date} date */
  #inWords(date) {
    return new Intl.DateTimeFormat(words.locale, {
      timeZone: "UTC",
      weekday: "short",
      day: "numeric",
      month: "short",
    }).format(date);
  }

  /** @param {Event} event */
  #make(event) {
    event.preventDefault();
    const { start, time, title, rests, alarm } = this.#fields;
    const good = start.checkValidity() && time.checkValidity();
    this.#part("problem").hidden = good;
    this.#part("problem").textContent = good ? "" : words.problem;
    this.#part("status").textContent = "";
    if (!good) return (start.checkValidity() ? time : start).focus();
    const without = rests.checked ? (this.dataset.rests ?? "").split(" ").filter(Boolean).map(Number) : [];
    const plan = {
      start: start.value,
      time: time.value,
      title: title.value.trim() || words.title,
      days: this.#days,
      without,
      alarm: alarm.checked,
    };
    this.#hand(calendar({ ...plan, uid: newUid(), now: new Date() }));
    this.#date();
    this.#part("status").textContent = words.done(
      this.#days - without.length,
      this.#inWords(dateAfter(start.value, 0)),
    );
    return undefined;
  }

  /** Hands the file to the browser's own downloads; nothing is sent. @param {string} text */
  #hand(text) {
    const address = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = words.file;
    link.hidden = true;
    this.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), GONE_MS);
  }

  /** Writes each day's date into the plan, for paper; takes them out when the first day is not one. */
  #date() {
    const { start } = this.#fields;
    /** @type {NodeListOf<HTMLElement>} */
    const days = document.querySelectorAll(".four-week-plan [data-day]");
    for (const day of days) {
      const name = /** @type {HTMLElement} */ (day.querySelector(".four-week-plan__name"));
      const date =
        name.querySelector(".four-week-plan__date") ?? name.appendChild(document.createElement("span"));
      date.className = "four-week-plan__date";
      if (start.checkValidity())
        date.textContent = this.#inWords(dateAfter(start.value, Number(day.dataset.day) - 1));
      else date.remove();
    }
  }
}
