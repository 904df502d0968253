/** `<short-way>`: ticks beside the steps; a press keeps them (localStorage), another forgets them. */

import { readJson, SiteElement, storeText } from "../shared/shared.js";
import { words } from "./strings.js";

const KEY = "way-ticks";

/** The ticked steps by the name of the way. @returns {Record<string, string[]>} */
function load() {
  const stored = readJson(KEY);
  return stored && typeof stored === "object" && !Array.isArray(stored) ? stored : {};
}

/** Whether the device took it. @param {Record<string, string[]>} ticks */
const save = (ticks) => storeText(KEY, Object.keys(ticks).length ? JSON.stringify(ticks) : null);

export class ShortWay extends SiteElement {
  #name = this.dataset.name ?? "";
  #boxes = /** @type {HTMLInputElement[]} */ (this.all(".short-way__tick"));

  setUp() {
    this.press("keep", () => this.#turn(true));
    this.press("forget", () => this.#turn(false));
    this.on(this, "change", () => this.#write());
    this.child("ways").hidden = false;
    const ticked = load()[this.#name];
    if (Array.isArray(ticked)) this.#show(ticked);
  }

  /** Shows the boxes with these steps ticked, or no boxes. @param {string[] | null} ticked */
  #show(ticked) {
    for (const box of this.#boxes) {
      box.hidden = !ticked;
      box.checked = ticked?.includes(box.name) ?? false;
    }
    this.child("keep").hidden = Boolean(ticked);
    this.child("forget").hidden = !ticked;
  }

  #write() {
    const ticks = this.#boxes.filter((box) => box.checked).map((box) => box.name);
    return save({ ...load(), [this.#name]: ticks });
  }

  #turn(/** @type {boolean} */ on) {
    const { [this.#name]: _gone, ...others } = load();
    const done = on ? this.#write() : save(others);
    if (!on || done) {
      this.#show(on ? [] : null);
      this.child(on ? "forget" : "keep").focus();
    }
    this.child("status").textContent = !on ? words.forgotten : done ? words.on : words.refused;
  }
}
