/** All notes on paper: drawn only while the page prints, and gone afterwards. */

import { noteItem } from "./note.js";

const UNPRINTED = "private-notes__unprinted";

/** Everything beside the way from the page's body down to `place`. */
function* othersThan(place) {
  for (let node = place; node !== document.body; node = node.parentElement) {
    for (const other of node.parentElement.children) if (other !== node) yield other;
  }
}

/** @param {HTMLElement} place empty, shown on paper alone @param {object[]} entries newest first */
export function printNotes(place, entries, label) {
  const list = place.querySelector("ol");
  const others = [...othersThan(place)];
  const turn = (printing) => {
    place.closest("private-notes").classList.toggle("private-notes--printing", printing);
    for (const other of others) other.classList.toggle(UNPRINTED, printing);
    place.hidden = !printing;
  };
  const end = () => {
    turn(false);
    list.replaceChildren();
  };
  list.append(...entries.map((entry) => noteItem(entry, label, { whole: true })));
  turn(true);
  window.addEventListener("afterprint", end, { once: true });
  window.print();
}
