/** One note as a reader sees it, on the screen and on paper. */

import { button, make } from "./dom.js";
import { words } from "./strings.js";
import { dayInWords, timeOf } from "./time.js";

const LONG = 1200; // characters shown before "Show all of it"

/** What a note says, in order: [[label, text], ...]. @param {(list: string, name: string) => string} label words of a choice */
export function linesOf(entry, label) {
  const said = { ...entry, sleep: [label("slept", entry.slept), entry.sleep].filter(Boolean).join(". "), settled: label("settled", entry.settled), signs: entry.signs.join(", ") };
  return Object.entries(words.fields).map(([field, name]) => [name, said[field]]).filter(([, text]) => text);
}

/** What is searched: all that the note shows, in small letters. */
export const hayOf = (entry, label) => [dayInWords(entry.day), entry.day, ...linesOf(entry, label).map(([, text]) => text)].join("\n").normalize("NFC").toLowerCase();

function lineOf([name, text], whole) {
  const shown = make("dd", "words", whole || text.length <= LONG ? text : `${text.slice(0, LONG).toWellFormed?.() ?? text.slice(0, LONG)} …`);
  shown.dir = "auto";
  if (!whole && text.length > LONG) {
    const all = button(words.showAll, () => {
      shown.textContent = text;
      shown.tabIndex = -1;
      shown.focus();
    }, "link");
    shown.append(make("br"), all);
  }
  return make("div", "line", make("dt", "name", name), shown);
}

/** @param {{whole?: boolean, change?: () => void, remove?: () => void}} options on paper all of it, and nothing to press */
export function noteItem(entry, label, { whole = false, change, remove } = {}) {
  const day = dayInWords(entry.day);
  const lines = make("dl", "lines", ...linesOf(entry, label).map((line) => lineOf(line, whole)));
  const item = make("li", "note", make("h4", "day", words.at(day, timeOf(entry.written))), lines);
  if (change) item.append(make("div", "ways", named(words.change, day, change), named(words.remove, day, remove)));
  item.dataset.id = entry.id;
  return item;
}

function named(text, day, press) {
  const made = button(text, press);
  made.setAttribute("aria-label", words.ofDay(text, day));
  return made;
}
