/** The controls of a form that asks for a practice (FormData): counts, words, what could be let go. */

import { NAMES, NOT_SAFE, count, loosenings, nothing } from "./filters.js";
import { words } from "./strings.js";
/** @import { Facts, Filters, Name } from "./filters.js" */

export class Choices {
  /** @param {HTMLFormElement} form with controls named as in filters.js; those it lacks are never filters */
  constructor(form) {
    this.form = form;
    this.options = [...form.querySelectorAll("select")].flatMap((select) =>
      [...select.options].map((option) => ({
        option,
        text: option.text,
        select,
        name: /** @type {Name} */ (select.name),
      })),
    );
    this.boxes = [
      .../** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("input[type=checkbox]")),
    ].map((box) => {
      const many = Object.assign(document.createElement("span"), { className: "practice-choices__many" });
      box.parentElement?.append(many);
      return { box, many };
    });
  }

  /** The controls that are filters. @returns {(HTMLInputElement | HTMLSelectElement)[]} */
  get #controls() {
    const controls = [
      .../** @type {NodeListOf<HTMLInputElement>} */ (this.form.querySelectorAll("input, select")),
    ];
    return controls.filter(({ name }) => NAMES.includes(/** @type {Name} */ (name)));
  }

  /** The values that an address may give each name. */
  get allowed() {
    /** @type {Partial<Record<Name, string[]>>} */
    const values = {};
    for (const control of this.#controls) {
      const offered = control instanceof HTMLSelectElement ? [...control.options] : [control];
      const list = (values[/** @type {Name} */ (control.name)] ??= []);
      list.push(...offered.map(({ value }) => value).filter(Boolean));
    }
    return values;
  }

  get filters() {
    return /** @type {Filters} */ ({ ...nothing(), ...Object.fromEntries(new FormData(this.form)) });
  }

  set filters(filters) {
    for (const control of this.#controls) {
      const value = filters[/** @type {Name} */ (control.name)];
      if (control instanceof HTMLSelectElement) control.value = value;
      else control.checked = control.value === value;
    }
  }

  /** Writes behind each choice how many practices it would leave. @param {Facts[]} all */
  count(all) {
    const { filters } = this;
    for (const { option, text, select, name } of this.options) {
      const help = option.value === NOT_SAFE;
      option.text = help ? text : words.option(text, count(all, { ...filters, [name]: option.value }));
      select.toggleAttribute("data-chosen", Boolean(filters[name]));
    }
    for (const { box, many } of this.boxes)
      many.textContent = words.many(count(all, { ...filters, [box.name]: box.value }));
  }

  /** What "any" is called for a name: "any length", "with sound". @param {Name} name @returns {string} */
  any(name) {
    const box = this.boxes.find(({ box }) => box.name === name)?.box;
    if (box) return box.dataset.any ?? "";
    /** @type {HTMLElement | null} */
    const control = this.form.querySelector(`[name="${name}"]`);
    const option = this.options.find(({ option, name: of }) => of === name && !option.value);
    return option?.text ?? control?.dataset.any ?? "";
  }

  /** The words of what is chosen for a name: "in bed". @param {Name} name */
  words(name) {
    const value = this.filters[name];
    return this.options.find(({ option, name: of }) => of === name && option.value === value)?.text ?? "";
  }

  /** Buttons for an empty result: each lets go of one thing, and says how many practices that brings.
   *  @param {Facts[]} all @param {(filters: Filters) => void} press called with what is left */
  waysOut(all, press) {
    /** @param {string} textContent @param {Filters} filters */
    const button = (textContent, filters) =>
      Object.assign(document.createElement("button"), {
        type: "button",
        className: "button",
        textContent,
        onclick: () => press(filters),
      });
    const one = loosenings(all, this.filters).map(([name, many]) =>
      button(words.with(this.any(name), many), { ...this.filters, [name]: "" }),
    );
    return { one: one.length > 0, buttons: [...one, button(words.clear, nothing())] };
  }
}
