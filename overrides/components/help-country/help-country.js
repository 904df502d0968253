/** `<help-country>`: one country's numbers first, by the device's clock or by choice. README.md says how. */

import { byClock } from "./clock.js";
import { words } from "./strings.js";

export class HelpCountry extends HTMLElement {
  /** @type {AbortController | undefined} */
  #stop;

  connectedCallback() {
    try {
      this.#stop = new AbortController();
      const select = this.#select;
      select.addEventListener("change", () => this.#choose(select), { signal: this.#stop.signal });
      select.hidden = false;
      this.#byClock();
    } catch (error) {
      console.error("help-country: the numbers stay as printed", error);
    }
  }

  disconnectedCallback() {
    this.#stop?.abort();
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`.help-country__${name}`));
  }

  get #select() {
    return /** @type {HTMLSelectElement} */ (this.#part("select"));
  }

  get #templates() {
    return [...this.querySelectorAll("template")];
  }

  #byClock() {
    const { zone, template } = byClock(this.#templates);
    if (!template) return;
    this.#select.value = template.dataset.country ?? "";
    this.#show(template, words.clock(zone));
  }

  /** @param {HTMLSelectElement} select */
  #choose({ value }) {
    const template = this.#templates.find(({ dataset }) => dataset.country === value);
    if (template) this.#show(template, words.chosen(value));
  }

  /** The menu beside the title names the country. @param {HTMLTemplateElement} template @param {string} why */
  #show({ content }, why) {
    this.#part("title").textContent = words.title;
    this.#part("card").replaceChildren(content.cloneNode(true));
    this.#part("why").textContent = why;
  }
}
