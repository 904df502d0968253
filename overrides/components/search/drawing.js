/** Draws what the search and the glossary's filter show: answers, the panel with help, the ways on. */

import { pageAddress } from "./loading.js";
import { words } from "./strings.js";

/**
 * An element of the search.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} name its part, for the class
 * @param {Record<string, string | number>} attributes
 * @param {(Node | string)[]} children
 */
export function element(tag, name, attributes = {}, ...children) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  node.append(...children);
  return node;
}

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** One answer: kind, title, and the first line that answers. @param {import("./matching.js").Answer} answer */
export function answerItem({ page, by, name, section }) {
  const link = element(
    "a",
    "search-answer__link",
    { href: pageAddress(page.url, section?.[0]) },
    capital(page.title),
  );
  const because = name === "aka" || name === "everyday" ? ` ${words.by(by)}` : "";
  const item = element(
    "li",
    "search-answer",
    {},
    element("span", "search-answer__kind", {}, words.kinds[page.kind], because),
    link,
  );
  if (section)
    item.append(element("p", "search-answer__line", {}, element("b", "", {}, section[1]), " ", section[2]));
  else if (page.line) item.append(element("p", "search-answer__line", {}, page.line));
  return item;
}

/** The panel above all answers, or nothing. @param {import("./danger.js").Danger[]} dangers */
export function dangerPanel(dangers) {
  if (!dangers.length) return [];
  /** @param {string} url @param {string} title @param {Node | string} say */
  const item = (url, title, say) =>
    element("li", "", {}, element("a", "search-danger__link", { href: pageAddress(url) }, title), say);
  const items = dangers.map(({ url, title, say }) =>
    item(url, title, element("span", "search-danger__say", {}, say)),
  );
  if (!dangers.some(({ url }) => url === "help/")) items.push(item("help/", words.help, ""));
  const heading = element("h2", "search-danger__title", {}, words.helpFirst);
  return [
    element(
      "section",
      "search-danger",
      { "aria-label": words.helpFirst },
      heading,
      element("ul", "", {}, ...items),
    ),
  ];
}

/** Links that lead on where the search does not: the finder, the glossary, help. */
export function waysOn() {
  /** @param {string} url @param {string} text */
  const link = (url, text) => element("li", "", {}, element("a", "", { href: pageAddress(url) }, text));
  return element(
    "ul",
    "search-ways",
    {},
    link("tools/find/", words.finder),
    link("glossary/", words.glossary),
    link("help/", words.help),
  );
}

/** Whether a key goes to an input method and not to the page: it takes arrows, Escape and Enter to choose among its words.
 *  Safari tells it of the last one by the number alone. @param {KeyboardEvent} event */
export const composing = (event) => event.isComposing || event.keyCode === 229;

/** Moves focus by arrow keys among the field and the links that follow it; true when it did.
 *  @param {string} key @param {HTMLElement} input @param {HTMLElement[]} links */
export function walk(key, input, links) {
  const active = /** @type {HTMLElement | null} */ (document.activeElement);
  const at = active ? links.indexOf(active) : -1;
  if (key === "ArrowDown") (links[at + 1] ?? active)?.focus();
  else if (key === "ArrowUp" && at >= 0) (links[at - 1] ?? input).focus();
  else return false;
  return true;
}
