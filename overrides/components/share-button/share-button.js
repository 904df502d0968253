/** Gives the page's address to others: `<share-button>` by the system's own sheet (Web Share), else a copy
 *  (Clipboard API), else the address in words; the "#" beside each heading by a copy. */

import { words } from "./strings.js";
/** @import { PracticeTimer } from "../practice-timer/practice-timer.js" */

/** Puts an address where it can be pasted. Returns whether that worked. @param {string} address */
export async function copy(address) {
  try {
    await navigator.clipboard.writeText(address);
    return true;
  } catch {
    return false;
  }
}

/** Copies an address, and says in words that it is copied, or the address itself. @param {string} address */
export const copyInWords = async (address, copied = words.copied) =>
  (await copy(address)) ? copied : words.thisIsTheLink(address);

/** The page's own address, without search, highlight or another place. @param {string} [section] a heading's id */
function cleanAddress(section = "") {
  const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="canonical"]'));
  const address = new URL(canonical ? canonical.href : location.href);
  address.search = "";
  address.hash = section;
  return address;
}

export class ShareButton extends HTMLElement {
  connectedCallback() {
    const button = /** @type {HTMLElement | null} */ (this.querySelector(".share-button__button"));
    if (!button) throw new Error("share-button: the button is missing");
    button.addEventListener("click", () => this.share());
    button.hidden = false;
    this.dataset.ready = "";
  }

  /** Called by a press, as the system's sheet demands. On a practice page what was picked in its timer goes
   *  along. */
  async share() {
    const timer = /** @type {PracticeTimer | null} */ (document.querySelector("practice-timer"));
    const address = cleanAddress();
    address.search = timer?.query ?? "";
    const url = address.href.replaceAll("%2C", ",");
    const status = /** @type {HTMLElement} */ (this.querySelector(".share-button__status"));
    status.textContent = "";
    if (navigator.share) {
      try {
        return await navigator.share({ title: this.dataset.title, url });
      } catch (error) {
        if (error instanceof Error && error.name === "AbortError") return undefined;
      }
    }
    status.textContent = await copyInWords(url, address.search ? words.copiedWithTimer : words.copied);
    return undefined;
  }
}

/** The "#" beside each heading copies the link to that section, says so, and still goes there. */
export function startSectionLinks() {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll(".page-text .headerlink[href^='#']");
  if (!links.length) return;
  const status = document.createElement("p");
  status.className = "share-button-status";
  status.setAttribute("role", "status");
  document.querySelector(".page-text")?.append(status);
  for (const link of links) {
    const name = nameHeading(link);
    link.setAttribute("aria-label", words.copySection(name));
    link.title = words.copySection(name);
    link.addEventListener("click", async ({ ctrlKey, metaKey, shiftKey }) => {
      if (ctrlKey || metaKey || shiftKey) return;
      const { href } = cleanAddress(decodeURIComponent(link.hash.slice(1)));
      status.textContent = "";
      link.parentElement?.after(status);
      status.textContent = await copyInWords(href, words.copiedSection(name));
    });
  }
}

/** The link's words are no part of the heading's name, which is read out in lists of headings.
 *  Returns that name. @param {HTMLAnchorElement} link */
function nameHeading(link) {
  const heading = /** @type {HTMLElement} */ (link.parentElement);
  const text = document.createElement("span");
  text.id = `name-of-${heading.id}`;
  text.append(...heading.childNodes);
  heading.append(text, link);
  heading.setAttribute("aria-labelledby", text.id);
  return text.textContent.trim();
}
