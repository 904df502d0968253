/** The notes of a month as words on their days. A day without a note is only a day without a note. */

import { button, make } from "./dom.js";
import { words } from "./strings.js";
import { addDays, dayInShort, dayInWords, localDay, monthInWords, weekday } from "./time.js";

const MOST = 4; // words on a day; the list has the rest

/** A few words for a note: choices and signs, or how it begins. */
function gist(entry, label) {
  const said = [entry.slept && words.gistSlept(label("slept", entry.slept)), entry.settled && words.gistSettled(label("settled", entry.settled)), ...entry.signs].filter(Boolean);
  const begins = [entry.sleep, entry.hard, entry.good, entry.free].find(Boolean) ?? "";
  return said.length ? said.slice(0, MOST) : [begins.slice(0, 40)];
}

const monthOf = (day) => day.slice(0, 7);
const later = (month, by) => monthOf(addDays(`${month}-15`, by * 30));

export class NoteCalendar {
  /** @param {HTMLElement} place @param {{label: Function, open: (day: string) => void}} does */
  constructor(place, does) {
    this.does = does;
    this.title = place.querySelector(".private-notes__month");
    this.grid = place.querySelector(".private-notes__days");
    this.none = place.querySelector(".private-notes__no-days");
    const [before, after] = place.querySelectorAll("button");
    before.addEventListener("click", () => this.#turn(-1));
    after.addEventListener("click", () => this.#turn(1));
  }

  /** Opens at the month of the newest note, unless the reader has turned to another. */
  show(entries) {
    this.entries = entries;
    this.month ??= monthOf(entries[0]?.day ?? localDay(new Date()));
    this.#draw();
  }

  #turn(by) {
    this.month = later(this.month, by);
    this.#draw();
  }

  #draw() {
    const days = Map.groupBy ? Map.groupBy(this.#ofMonth, ({ day }) => day) : grouped(this.#ofMonth);
    this.title.textContent = monthInWords(this.month);
    this.none.hidden = days.size > 0;
    this.none.textContent = words.noneInMonth;
    const cells = [];
    for (let day = `${this.month}-01`; monthOf(day) === this.month; day = addDays(day, 1)) cells.push(this.#cell(day, days.get(day) ?? []));
    cells[0].style.gridColumnStart = String(weekday(`${this.month}-01`) + 1);
    this.grid.replaceChildren(...cells);
  }

  get #ofMonth() {
    return this.entries.filter(({ day }) => monthOf(day) === this.month);
  }

  #cell(day, entries) {
    const date = make("span", "date", dayInShort(day));
    if (!entries.length) return make("li", "gap", date);
    const open = button("", () => this.does.open(day), "day-button");
    open.append(date, ...entries.flatMap((entry) => gist(entry, this.does.label)).slice(0, MOST).map((text) => make("span", "gist", text)));
    open.setAttribute("aria-label", `${words.dayNotes(dayInWords(day), entries.length)}: ${open.innerText}`);
    return make("li", "noted", open);
  }

  empty() {
    this.entries = [];
    this.month = undefined;
    this.grid.replaceChildren();
    this.title.textContent = "";
  }
}

function grouped(entries) {
  const days = new Map();
  for (const entry of entries) days.set(entry.day, [...(days.get(entry.day) ?? []), entry]);
  return days;
}
