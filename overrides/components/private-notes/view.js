/** Notes as a reader sees them, on the screen and on paper. What was typed goes in as text, never as markup. */

import { dayInWords, newestFirst } from "./note.js";
import { words } from "./strings.js";

/** @typedef {import("./note.js").Note} Note */
/** @typedef {(list: "slept" | "settled", name: string) => string} Label the words of a choice */

const AT_ONCE = 20; // notes shown before "Show older notes"
const UNPRINTED = "private-notes__unprinted";

/** `make("p", "words", text)` has the class `private-notes__words`. @param {string} tag @param {string} [name] @param {...(Node|string)} children */
export function make(tag, name, ...children) {
  const element = document.createElement(tag);
  if (name) element.className = `private-notes__${name}`;
  element.append(...children);
  return element;
}

/** @param {string} text @param {() => void} press */
export function button(text, press) {
  const element = /** @type {HTMLButtonElement} */ (make("button", "button", text));
  element.type = "button";
  element.addEventListener("click", press);
  return element;
}

/** What a note says, in order: [[label, text], ...]. @param {Note} note @param {Label} label */
function linesOf(note, label) {
  const said = {
    ...note,
    sleep: [label("slept", note.slept), note.sleep].filter(Boolean).join(". "),
    settled: label("settled", note.settled),
    signs: note.signs.join(", "),
  };
  return Object.entries(words.fields)
    .map(([field, name]) => [name, said[/** @type {keyof typeof words.fields} */ (field)]])
    .filter(([, text]) => text);
}

/** @param {Note} note @param {Label} label @param {{change: (note: Note) => void, remove: (note: Note) => void}} [does] without it, as on paper, nothing to press */
function noteItem(note, label, does) {
  const day = dayInWords(note.day);
  const lines = linesOf(note, label).map(([name, text]) => {
    const said = make("dd", "words", text);
    said.dir = "auto";
    return make("div", "line", make("dt", "name", name), said);
  });
  const item = make(
    "li",
    "note",
    make("h4", "day", words.at(day, note.written.slice(11, 16))),
    make("dl", "lines", ...lines),
  );
  if (!does) return item;
  const press = (/** @type {string} */ text, /** @type {() => void} */ work) => {
    const element = button(text, work);
    element.setAttribute("aria-label", words.ofDay(text, day));
    return element;
  };
  item.append(
    make(
      "div",
      "ways",
      press(words.change, () => does.change(note)),
      press(words.remove, () => does.remove(note)),
    ),
  );
  return item;
}

/** Shows notes in a list, newest first, the older ones on a press. @param {HTMLElement} place @param {Iterable<Note>} notes @param {Label} label @param {{change: (note: Note) => void, remove: (note: Note) => void}} does */
export function showNotes(place, notes, label, does) {
  const rest = newestFirst(notes);
  const list = make("ol", "list");
  const more = button(words.older, () => {
    const items = rest.splice(0, AT_ONCE).map((note) => noteItem(note, label, does));
    list.append(...items);
    more.hidden = rest.length === 0;
    items[0].tabIndex = -1;
    items[0].focus();
  });
  list.append(...rest.splice(0, AT_ONCE).map((note) => noteItem(note, label, does)));
  more.hidden = rest.length === 0;
  place.replaceChildren(list, more);
}

/** Prints all notes: they are drawn only while the page prints. @param {HTMLElement} place empty, shown on paper alone @param {Iterable<Note>} notes @param {Label} label */
export function printNotes(place, notes, label) {
  const list = /** @type {HTMLElement} */ (place.querySelector("ol"));
  /** @type {Element[]} */
  const others = [];
  for (
    let node = /** @type {HTMLElement} */ (place);
    node !== document.body;
    node = /** @type {HTMLElement} */ (node.parentElement)
  ) {
    others.push(...[...(node.parentElement?.children ?? [])].filter((other) => other !== node));
  }
  const turn = (/** @type {boolean} */ printing) => {
    place.closest("private-notes")?.classList.toggle("private-notes--printing", printing);
    for (const other of others) other.classList.toggle(UNPRINTED, printing);
    place.hidden = !printing;
  };
  list.append(...newestFirst(notes).map((note) => noteItem(note, label)));
  turn(true);
  window.addEventListener(
    "afterprint",
    () => {
      turn(false);
      list.replaceChildren();
    },
    { once: true },
  );
  window.print();
}
