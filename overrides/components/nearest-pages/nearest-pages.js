/** `<nearest-pages>`: on the page for unknown addresses, says which pages may have been meant (MiniSearch).
 *  Whatever was typed is only ever text. */

import { capital, linkItem } from "../search/drawing.js";
import { matcher, pageAddress, pages, root } from "../search/loading.js";
import { SiteElement } from "../shared/shared.js";
import { decoded, meantPath, wordsOf } from "./paths.js";
/** @import { PageEntry } from "../search/matching.js" */

const SHOWN = 120; // signs of the address that are shown
const MOST = 5; // pages that are named

export class NearestPages extends SiteElement {
  async setUp() {
    const { pathname } = root();
    if (!location.pathname.startsWith(pathname)) return;
    const path = location.pathname.slice(pathname.length);
    const shown = decoded(path);
    this.child("address").textContent = shown.length > SHOWN ? `${shown.slice(0, SHOWN)}\u2026` : shown;
    this.toggleAttribute("data-asked", Boolean(path));
    // The search opens with the words of the address, or with what the reader makes of them.
    const field = /** @type {HTMLInputElement} */ (this.child("field"));
    field.value = wordsOf(path.split("/").filter(Boolean).at(-1) ?? "");
    this.on(this.child("form"), "submit", (event) => {
      event.preventDefault();
      if (field.value.trim()) location.hash = `search=${encodeURIComponent(field.value.trim())}`;
    });
    try {
      const meant = meantPath(path);
      const page = (await pages()).find(({ url }) => url === meant);
      /* Only the letters' case, a slash or an ending were wrong: there, and Back does not lead here again. */
      if (page && meant !== path) location.replace(pageAddress(meant) + location.search + location.hash);
      this.#list(page ? [page] : await this.#near(path), Boolean(page));
    } catch (error) {
      console.warn("nearest-pages: only the places are shown", error);
    }
  }

  async #near(/** @type {string} */ path) {
    const { near, answers } = (await matcher()).find(wordsOf(path));
    return near ? [] : answers.slice(0, MOST).map(({ page }) => page);
  }

  #list(/** @type {PageEntry[]} */ near, /** @type {boolean} */ sure) {
    const [heading, list] = [this.child("heading"), this.child("list")];
    if (sure) heading.textContent = heading.dataset.certain ?? "";
    list.replaceChildren(...near.map(({ url, title }) => linkItem(url, capital(title))));
    heading.hidden = list.hidden = !near.length;
  }
}
