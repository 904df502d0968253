/** The "#" beside each heading copies the link to that section, says so, and still goes there. */

import { cleanAddress } from "./address.js";
import { copy } from "./share-button.js";
import { words } from "./strings.js";

export class SectionLinks {
  #status = document.createElement("p");

  /** @param {Document} document */
  constructor(document) {
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const links = document.querySelectorAll(".page-text .headerlink[href^='#']");
    if (!links.length) return;
    this.#status.className = "share-button-status";
    this.#status.setAttribute("role", "status");
    document.querySelector(".page-text")?.append(this.#status);
    for (const link of links) this.#mend(link);
  }

  /** The link's words are no part of the heading's name, which is read out in lists of headings. @param {HTMLAnchorElement} link */
  #mend(link) {
    const heading = /** @type {HTMLElement} */ (link.parentElement);
    const text = document.createElement("span");
    text.id = `name-of-${heading.id}`;
    text.append(...heading.childNodes);
    heading.append(text, link);
    heading.setAttribute("aria-labelledby", text.id);
    const name = text.textContent.trim();
    link.setAttribute("aria-label", words.copySection(name));
    link.title = words.copySection(name);
    link.addEventListener("click", (event) => this.#copy(event, link, name));
  }

  /** @param {MouseEvent} event @param {HTMLAnchorElement} link @param {string} name of the section */
  async #copy(event, link, name) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const address = cleanAddress(document, location.href, decodeURIComponent(link.hash.slice(1)));
    this.#status.textContent = "";
    link.parentElement?.after(this.#status);
    const done = await copy(address);
    this.#status.textContent = done ? words.copiedSection(name) : words.thisIsTheLink(address);
  }
}
