/** Two small pictures over time, sleep and time to settle, and a table that says the same. Dots only: no line, no aim. */

import { drawn, make } from "./dom.js";
import { words } from "./strings.js";
import { addDays, dayInShort, dayInWords, daysBetween, localDay } from "./time.js";

const ROW_REM = 1.75; // as high as a line of words beside it
const EDGE = 2; // percent left free at both ends

export class NotePictures {
  /** @param {HTMLElement} place @param {(list: string, name: string) => string} label @param {(list: string) => string[]} names in order */
  constructor(place, label, names) {
    this.label = label;
    this.names = names;
    this.span = place.querySelector("select");
    this.figures = place.querySelector(".private-notes__figures");
    this.table = place.querySelector(".private-notes__same");
    this.span.addEventListener("change", () => this.show(this.entries));
  }

  show(entries, today = localDay(new Date())) {
    this.entries = entries;
    const from = addDays(today, 1 - Number(this.span.value));
    const shown = entries.filter(({ day, slept, settled }) => day >= from && day <= today && (slept || settled)).reverse();
    const lists = [["slept", words.pictureSleep], ["settled", words.pictureSettled]];
    this.figures.replaceChildren(make("p", "figure-note", words.pictureFrom(dayInWords(from), dayInWords(today))), ...lists.map(([list, title]) => this.#figure(list, title, shown, from, today)));
    this.table.replaceChildren(...(shown.length ? [this.#table(shown)] : []));
  }

  #figure(list, title, shown, from, today) {
    const names = this.names(list);
    const said = shown.filter((entry) => names.includes(entry[list]));
    const heading = make("h4", "figure-title", title);
    if (!said.length) return make("figure", "figure", heading, make("p", "figure-none", words.pictureNone));
    const rows = make("ul", "rows", ...names.map((name) => make("li", "row", this.label(list, name))));
    rows.setAttribute("aria-hidden", "true");
    return make("figure", "figure", heading, make("div", "plot", rows, this.#dots(list, names, said, from, today)));
  }

  /** Hidden from screen readers: the table has every dot. */
  #dots(list, names, said, from, today) {
    const across = (day) => EDGE + (daysBetween(from, day) / Math.max(1, daysBetween(from, today))) * (100 - 2 * EDGE);
    const down = (name) => `${(names.indexOf(name) + 0.5) * ROW_REM}rem`;
    const rules = names.map((name) => drawn("line", { class: "private-notes__rule", x1: "0", x2: "100%", y1: down(name), y2: down(name) }));
    const dots = said.map((entry) => drawn("circle", { class: "private-notes__dot", cx: `${across(entry.day).toFixed(2)}%`, cy: down(entry[list]), r: "0.3rem" }));
    return drawn("svg", { class: "private-notes__dots", width: "100%", height: `${names.length * ROW_REM}rem`, "aria-hidden": "true" }, ...rules, ...dots);
  }

  #table(shown) {
    const head = make("tr", "", ...words.columns.map((text) => cell("th", text, "col")));
    const rows = shown.map((entry) => make("tr", "", cell("th", dayInShort(entry.day), "row"), ...["slept", "settled"].map((list) => make("td", "", this.label(list, entry[list]) || words.unsaid))));
    return make("table", "table", make("caption", "caption", words.pictureCaption), make("thead", "", head), make("tbody", "", ...rows));
  }

  empty() {
    this.entries = [];
    this.figures.replaceChildren();
    this.table.replaceChildren();
  }
}

function cell(tag, text, scope) {
  const made = make(tag, "", text);
  made.scope = scope;
  return made;
}
