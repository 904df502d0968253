/** `<nearest-pages>`: on the page for unknown addresses, says which pages may have been meant. Whatever was typed is only ever text. */

import { certain, nearest } from "./matching.js";

const SHOWN = 120; // signs of the address that are shown

export class NearestPages extends HTMLElement {
  async connectedCallback() {
    const root = new URL(this.dataset.root, location.href);
    if (!location.pathname.startsWith(root.pathname)) return;
    const path = location.pathname.slice(root.pathname.length);
    this.#say(path);
    try {
      const pages = await (await fetch(new URL("addresses.json", root))).json();
      const meant = certain(path, pages);
      /* Only the letters' case, a slash or an ending were wrong: there, and Back does not lead here again. */
      if (meant !== undefined) location.replace(new URL(meant, root).href + location.search + location.hash);
      this.#list(meant === undefined ? nearest(path, pages) : [meant], pages, root, meant !== undefined);
    } catch (error) {
      console.warn("nearest-pages: only the places are shown", error);
    }
  }

  #say(path) {
    let shown = path;
    try {
      shown = decodeURIComponent(path);
    } catch {
      /* Shown as it stands. */
    }
    this.querySelector(".nearest-pages__address").textContent = shown.length > SHOWN ? `${shown.slice(0, SHOWN)}\u2026` : shown;
    this.hidden = !path;
  }

  #list(found, pages, root, sure) {
    const heading = this.querySelector(".nearest-pages__heading");
    const list = this.querySelector(".nearest-pages__list");
    if (sure) heading.textContent = heading.dataset.certain;
    list.replaceChildren(
      ...found.map((url) => {
        const link = Object.assign(document.createElement("a"), { href: new URL(url, root).href, textContent: pages[url].charAt(0).toUpperCase() + pages[url].slice(1) });
        const item = document.createElement("li");
        item.append(link);
        return item;
      }),
    );
    heading.hidden = list.hidden = !found.length;
  }
}
