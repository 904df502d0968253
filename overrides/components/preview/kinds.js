/** What a preview says, by the kind of link. All of it stands on the page; nothing is fetched. */

import { words } from "./strings.js";

/**
 * A part of a card: its name in the style sheet, its words, and a label before them if it has one.
 * @typedef {{name: string, text: string, label: string}} Line
 * A card: its lines, and the words that lead on.
 * @typedef {{lines: Line[], open: string}} Card
 */

/** @param {string} name @param {string} text @returns {Line} */
const line = (name, text, label = "") => ({ name, text, label });

/** A word: its plain line and its status, which stand on the link. @param {HTMLAnchorElement} link
 *  @returns {Card} */
function term({ dataset, textContent }) {
  return {
    lines: [line("main", dataset.short ?? ""), line("note", words.status(dataset.status ?? ""))],
    open: words.open(textContent),
  };
}

/** A citation: title, authors and year, then what the page's own list says of the source. Null if it is not
 *  listed. @param {HTMLAnchorElement} link @returns {Card | null} */
function source({ ownerDocument, dataset }) {
  const item = ownerDocument.getElementById(`source-${dataset.source}`);
  if (!item) return null;
  /** @param {string} part */
  const text = (part) => item.querySelector(`.source-list__${part}`)?.textContent.trim() ?? "";
  const by = [text("authors"), text("year")].filter(Boolean).join(", ");
  const facts = [...item.querySelectorAll("dt[data-card]")].map((name) =>
    line("fact", name.nextElementSibling?.textContent ?? "", name.textContent),
  );
  return { lines: [line("title", text("title")), line("note", by), ...facts], open: words.source };
}

/** A practice on the evidence map: name, label, what you do, time; all of it stands on the link.
 *  @param {HTMLAnchorElement} link @returns {Card} */
function practice({ dataset, textContent }) {
  const name = textContent.trim();
  const { label = "", summary = "", facts = "" } = dataset;
  const lines = [line("title", name), line("note", label), line("fact", summary), line("note", facts)];
  return { lines, open: words.open(name) };
}

/** By selector. @type {Record<string, (link: HTMLAnchorElement) => Card | null>} */
export const KINDS = {
  "a.term-link[data-short]": term,
  "a.cite[data-source]": source,
  "a.evidence-map__mark": practice,
};
