/** Notes on the screen and on paper (window.print). What was typed goes in as text, never as markup. */

import { dayInWords, newestFirst } from "./note.js";
import { words } from "./strings.js";
/** @import { Note } from "./note.js" */

/** @typedef {{change: (note: Note) => void, remove: (note: Note) => void}} Actions */

const AT_ONCE = 20; // notes shown before "Show older notes"

/** A `private-notes__name`. @param {string} tag @param {string} name @param {...(Node|string)} children */
export function make(tag, name, ...children) {
  const element = document.createElement(tag);
  element.className = `private-notes__${name}`;
  element.append(...children);
  return element;
}

/** @param {string} text @param {() => void} press */
export const button = (text, press) =>
  Object.assign(/** @type {HTMLButtonElement} */ (make("button", "button", text)), {
    type: "button",
    onclick: press,
  });

/** The words of a choice, as the form offers it. @param {"slept" | "settled"} list @param {string} name */
const choice = (list, name) =>
  name && (document.querySelector(`[name=${list}] > [value="${name}"]`)?.textContent ?? name);

/** What a note says, in order. @param {Note} note */
function linesOf(note) {
  const texts = {
    ...note,
    sleep: [choice("slept", note.slept), note.sleep].filter(Boolean).join(". "),
    settled: choice("settled", note.settled),
    signs: note.signs.join(", "),
  };
  return Object.entries(words.fields).flatMap(([field, name]) => {
    const text = texts[/** @type {keyof typeof words.fields} */ (field)];
    if (!text) return [];
    const value = Object.assign(make("dd", "words", text), { dir: "auto" });
    return [make("div", "line", make("dt", "name", name), value)];
  });
}

/** @param {Note} note @param {Actions} [actions] without them, as on paper, nothing to press */
function noteItem(note, actions) {
  const day = dayInWords(note.day);
  const title = make("h4", "day", words.at(day, note.written.slice(11, 16)));
  const item = make("li", "note", title, make("dl", "lines", ...linesOf(note)));
  if (!actions) return item;
  const buttons = /** @type {const} */ (["change", "remove"]).map((name) => {
    const element = button(words[name], () => actions[name](note));
    element.setAttribute("aria-label", words.ofDay(words[name], day));
    return element;
  });
  item.append(make("div", "ways", ...buttons));
  return item;
}

/** Shows notes in a list, newest first, the older ones on a press. @param {HTMLElement} place
 *  @param {Iterable<Note>} notes @param {Actions} actions */
export function showNotes(place, notes, actions) {
  const rest = newestFirst(notes);
  const list = make("ol", "list");
  const draw = () => {
    const items = rest.splice(0, AT_ONCE).map((note) => noteItem(note, actions));
    list.append(...items);
    older.hidden = rest.length === 0;
    return items[0];
  };
  const older = button(words.older, () => {
    const first = draw();
    first.tabIndex = -1;
    first.focus();
  });
  draw();
  place.replaceChildren(list, older);
}

/** Prints all notes, and nothing else of the page: they are drawn only while it prints.
 *  @param {HTMLElement} element @param {Iterable<Note>} notes */
export function printNotes(element, notes) {
  const turn = (/** @type {boolean} */ printing) => {
    const items = printing ? newestFirst(notes).map((note) => noteItem(note)) : [];
    element.classList.toggle("private-notes--printing", printing);
    element.querySelector(".private-notes__paper ol")?.replaceChildren(...items);
  };
  turn(true);
  window.addEventListener("afterprint", () => turn(false), { once: true });
  window.print();
}
