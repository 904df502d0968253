/** `<help-country>`: one country's numbers first, by the device's clock (Intl) or by choice. */

import { SiteElement } from "../shared/shared.js";
import { byClock } from "./clock.js";
import { words } from "./strings.js";

export class HelpCountry extends SiteElement {
  setUp() {
    const select = /** @type {HTMLSelectElement} */ (this.child("select"));
    const templates = [...this.querySelectorAll("template")];
    this.on(select, "change", () => {
      const template = templates.find(({ dataset }) => dataset.country === select.value);
      if (template) this.#show(template, words.chosen(select.value));
    });
    select.hidden = false;
    const { zone, template } = byClock(templates);
    if (!template) return;
    select.value = template.dataset.country ?? "";
    this.#show(template, words.clock(zone));
  }

  /** The menu names the country. @param {HTMLTemplateElement} template @param {string} why */
  #show({ content }, why) {
    this.child("title").textContent = words.title;
    this.child("card").replaceChildren(content.cloneNode(true));
    this.child("why").textContent = why;
  }
}
