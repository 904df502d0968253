/** The base of the finder and the filter: a form that asks for a practice (FormData) and may stand in the
 *  address (History API). */

import { SiteElement } from "../shared/shared.js";
import * as asking from "./filters.js";
import { words } from "./strings.js";
/** @import { Facts, Filters } from "./filters.js" */

export class ChoicesElement extends SiteElement {
  /** Whether what is chosen stands in the address. */
  inAddress = true;
  /** Every practice. @type {Facts[]} */
  practices = [];
  /** The controls of the form, named as the filters. @type {(HTMLInputElement | HTMLSelectElement)[]} */
  #controls = this.all("form [name]");
  #options = [...this.querySelectorAll("select")].flatMap((select) =>
    [...select.options].map((option) => ({ option, text: option.text, select })),
  );
  #boxes = this.#controls
    .filter(({ type }) => type === "checkbox")
    .map((box) => {
      const many = Object.assign(document.createElement("span"), { className: "practice-choices__many" });
      box.parentElement?.append(many);
      return { box, many };
    });

  /** What has the focus when a button that was pressed may be gone. @returns {HTMLElement} */
  get next() {
    return this.child("count");
  }

  listen() {
    this.on(this, "change", () => this.changed());
    this.on(this, "submit", (event) => event.preventDefault());
    this.press("clear", () => this.#ask(asking.nothing()));
    for (const name of this.inAddress ? ["popstate", "hashchange"] : [])
      this.on(window, name, () => asking.isPlace(location.href) || this.readAddress());
  }

  get filters() {
    return /** @type {Filters} */ ({ ...asking.nothing(), ...Object.fromEntries(new FormData(this.form)) });
  }

  set filters(filters) {
    for (const control of this.#controls) {
      const value = filters[control.name];
      if (control instanceof HTMLSelectElement) control.value = value;
      else control.checked = control.value === value;
    }
  }

  /** The values that an address may give each name. */
  get #allowed() {
    const values = /** @type {Record<string, string[]>} */ ({});
    for (const control of this.#controls) {
      const offered = control instanceof HTMLSelectElement ? [...control.options] : [control];
      (values[control.name] ??= []).push(...offered.map(({ value }) => value).filter(Boolean));
    }
    return values;
  }

  readAddress() {
    const { filters, bad } = this.inAddress
      ? asking.readAddress(location.href, this.#allowed)
      : { filters: this.filters, bad: [] };
    this.filters = filters;
    this.child("bad").hidden = !bad.length;
    this.child("bad").textContent = bad.length ? words.bad(bad) : "";
    this.show();
    if (this.inAddress && asking.isOld(location.href)) this.#writeAddress(); // what is felt moves behind "#"
  }

  changed() {
    this.child("bad").hidden = true;
    this.show();
    if (this.inAddress) this.#writeAddress(); // last: browsers limit how often
  }

  #writeAddress() {
    history.replaceState(history.state, "", asking.addressFor(location.href, this.filters));
  }

  /** Chooses something else by a button. @param {Filters} filters */
  #ask(filters) {
    this.filters = filters;
    this.changed();
    this.next.focus();
  }

  /** Writes behind each choice how many practices it would leave. */
  count() {
    const { filters, practices } = this;
    for (const { option, text, select } of this.#options) {
      const many = asking.count(practices, { ...filters, [select.name]: option.value });
      option.text = option.value === asking.NOT_SAFE ? text : words.option(text, many);
      select.toggleAttribute("data-chosen", Boolean(filters[select.name]));
    }
    for (const { box, many } of this.#boxes)
      many.textContent = words.many(asking.count(practices, { ...filters, [box.name]: box.value }));
  }

  /** The words of a value: "in bed"; of "", what any is called: "any length", "with sound". */
  wordsOf(/** @type {string} */ name, /** @type {string} */ value) {
    const option = this.#options.find(({ option, select }) => select.name === name && option.value === value);
    return option?.text ?? this.#controls.find((control) => control.name === name)?.dataset.any ?? "";
  }

  /** Ways out of an empty result: each button lets go of one thing, and says how many practices that brings.
   *  @param {boolean} empty */
  showWaysOut(empty) {
    this.child("empty").hidden = !empty;
    if (!empty) return;
    const { filters } = this;
    const buttons = asking
      .loosenings(this.practices, filters)
      .map(({ name, many }) =>
        this.#button(words.with(this.wordsOf(name, ""), many), { ...filters, [name]: "" }),
      );
    this.child("why").textContent = buttons.length ? words.loosen : words.loosenAll;
    this.child("ways").replaceChildren(...buttons, this.#button(words.clear, asking.nothing()));
  }

  #button(/** @type {string} */ textContent, /** @type {Filters} */ filters) {
    const onclick = () => this.#ask(filters);
    const button = document.createElement("button");
    return Object.assign(button, { type: "button", className: "button", textContent, onclick });
  }
}
