/** `<help-country>`: one country's numbers first, by the device's clock (Intl) or by choice. */

import { SiteElement } from "../shared/shared.js";
import { byClock } from "./clock.js";
import { words } from "./strings.js";

export class HelpCountry extends SiteElement {
  setUp() {
    const select = this.#select;
    this.on(select, "change", () => this.#choose(select.value));
    select.hidden = false;
    this.#byClock();
  }

  get #select() {
    return /** @type {HTMLSelectElement} */ (this.child("select"));
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

  /** @param {string} country */
  #choose(country) {
    const template = this.#templates.find(({ dataset }) => dataset.country === country);
    if (template) this.#show(template, words.chosen(country));
  }

  /** The menu names the country. @param {HTMLTemplateElement} template @param {string} why */
  #show({ content }, why) {
    this.child("title").textContent = words.title;
    this.child("card").replaceChildren(content.cloneNode(true));
    this.child("why").textContent = why;
  }
}
