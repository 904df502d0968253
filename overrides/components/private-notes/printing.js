/** All notes on paper: drawn only while the page prints, and gone afterwards. */

import { noteItem } from "./note.js";

/** @param {HTMLElement} place empty, shown on paper alone @param {object[]} entries newest first */
export function printNotes(place, entries, label) {
  const list = place.querySelector("ol");
  list.append(...entries.map((entry) => noteItem(entry, label, { whole: true })));
  const root = document.documentElement;
  root.toggleAttribute("data-private-notes-print", true);
  place.hidden = false;
  const end = () => {
    root.removeAttribute("data-private-notes-print");
    list.replaceChildren();
    place.hidden = true;
  };
  window.addEventListener("afterprint", end, { once: true });
  window.print();
  return end;
}
