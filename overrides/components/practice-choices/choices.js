/** The controls of a form that asks for a practice: what they say, how many each would leave, what could be let go. */

import { NAMES, NOT_SAFE, count, loosenings, nothing } from "./filters.js";
import { words } from "./strings.js";

/** @typedef {import("./filters.js").Name} Name @typedef {import("./filters.js").Filters} Filters @typedef {import("./filters.js").Facts} Facts */

export class Choices {
  /** @param {HTMLFormElement} form with controls named as in filters.js; those it lacks are never filters */
  constructor(form) {
    this.form = form;
    this.options = [...form.querySelectorAll("select")].flatMap((select) =>
      [...select.querySelectorAll("option")].map((option) => ({
        option,
        text: option.text,
        select,
        name: /** @type {Name} */ (select.name),
      })),
    );
    this.boxes = [
      .../** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("input[type=checkbox]")),
    ].map((box) => {
      const many = document.createElement("span");
      many.className = "practice-choices__many";
      box.parentElement?.append(many);
      return { box, many };
    });
  }

  get #controls() {
    return /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (
      this.form.querySelectorAll("input, select")
    );
  }

  /** The values that an address may give each name. */
  get allowed() {
    /** @type {Partial<Record<Name, string[]>>} */
    const values = {};
    for (const control of this.#controls) {
      const offered =
        control instanceof HTMLSelectElement
          ? [...control.options].map(({ value }) => value)
          : [control.value];
      const name = /** @type {Name} */ (control.name);
      if (NAMES.includes(name)) (values[name] ??= []).push(...offered.filter(Boolean));
    }
    return values;
  }

  get filters() {
    return /** @type {Filters} */ ({ ...nothing(), ...Object.fromEntries(new FormData(this.form)) });
  }

  set filters(filters) {
    for (const control of this.#controls) {
      const name = /** @type {Name} */ (control.name);
      if (!NAMES.includes(name)) continue;
      if (control instanceof HTMLSelectElement) control.value = filters[name];
      else control.checked = control.value === filters[name];
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
    const box = this.boxes.find(({ box }) => box.name === name);
    if (box) return box.box.dataset.any ?? "";
    /** @type {HTMLElement | null} */
    const control = this.form.querySelector(`[name="${name}"]`);
    return (
      this.options.find(({ option, name: of }) => of === name && !option.value)?.text ??
      control?.dataset.any ??
      ""
    );
  }

  /** The words of what is chosen for a name: "in bed". @param {Name} name */
  words(name) {
    const value = this.filters[name];
    return this.options.find(({ option, name: of }) => of === name && option.value === value)?.text ?? "";
  }

  /** Buttons for an empty result: each lets go of one thing, and says how many practices that brings.
   *  @param {Facts[]} all @param {() => void} press called once it let go */
  waysOut(all, press) {
    /** @param {string} text @param {Filters} filters */
    const button = (text, filters) => {
      const node = document.createElement("button");
      node.type = "button";
      node.className = "button";
      node.textContent = text;
      node.addEventListener("click", () => {
        this.filters = filters;
        press();
      });
      return node;
    };
    const one = loosenings(all, this.filters).map(([name, many]) =>
      button(words.with(this.any(name), many), { ...this.filters, [name]: "" }),
    );
    return { one: one.length > 0, buttons: [...one, button(words.clear, nothing())] };
  }
}
