/** Draws what the search and the filters show (DOM): answers, the panel with help, the ways on. */

import { pageAddress } from "./loading.js";
import { words } from "./strings.js";
/** @import { Danger } from "./danger.js" */
/** @import { Answer } from "./matching.js" */

/** `element("p", "search__state", {id: "x"}, "text")`: an element with a class, attributes and children.
 *  @template {keyof HTMLElementTagNameMap} Tag @param {Tag} tag @param {string} name
 *  @param {Record<string, string | number>} attributes @param {(Node | string)[]} children */
export function element(tag, name, attributes = {}, ...children) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  node.append(...children);
  return node;
}

/** The field of a search, which no browser fills in or corrects. @param {string} name its class
 *  @param {Record<string, string | number>} more */
export const searchField = (name, more) =>
  element("input", name, {
    type: "search",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    enterkeyhint: "go",
    ...more,
  });

export const capital = (/** @type {string} */ text) => text.charAt(0).toUpperCase() + text.slice(1);

/** @param {string} url of a page of the site @param {string} title @param {string} [name] the link's class
 *  @param {Node | string} [after] */
export const linkItem = (url, title, name = "", after = "") =>
  element("li", "", {}, element("a", name, { href: pageAddress(url) }, title), after);

/** One answer: kind, title, and the first line that answers. @param {Answer} answer */
export function answerItem({ page, by, name, section }) {
  const because = name === "aka" || name === "everyday" ? ` ${words.by(by)}` : "";
  const kind = element("span", "search-answer__kind", {}, words.kinds[page.kind], because);
  const href = pageAddress(page.url, section?.[0]);
  const link = element("a", "search-answer__link", { href }, capital(page.title));
  const line = section ? [element("b", "", {}, section[1]), " ", section[2]] : page.line ? [page.line] : [];
  const lines = line.length ? [element("p", "search-answer__line", {}, ...line)] : [];
  return element("li", "search-answer", {}, kind, link, ...lines);
}

/** The panel above all answers, or nothing. @param {Danger[]} dangers */
export function dangerPanel(dangers) {
  if (!dangers.length) return [];
  const items = dangers.map(({ url, title, say }) =>
    linkItem(url, title, "search-danger__link", element("span", "search-danger__say", {}, say)),
  );
  if (!dangers.some(({ url }) => url === "help/"))
    items.push(linkItem("help/", words.help, "search-danger__link"));
  const heading = element("h2", "search-danger__title", {}, words.helpFirst);
  const list = element("ul", "", {}, ...items);
  return [element("section", "search-danger", { "aria-label": words.helpFirst }, heading, list)];
}

/** Links that lead on where the search does not: the finder, the glossary, help. */
export const waysOn = () =>
  element(
    "ul",
    "search-ways",
    {},
    linkItem("tools/find/", words.finder),
    linkItem("glossary/", words.glossary),
    linkItem("help/", words.help),
  );

/** Whether a key goes to an input method and not to the page: it takes arrows, Escape and Enter to choose
 *  among its words. Safari tells it of the last one by the number alone. @param {KeyboardEvent} event */
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

/** Delays what it is called with until `wait` milliseconds pass without another call. @param {number} wait */
export function delayed(wait) {
  let waiting = 0;
  return (/** @type {() => void} */ action) => {
    clearTimeout(waiting);
    waiting = setTimeout(action, wait);
  };
}
