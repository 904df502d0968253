/** The controls of a form that asks for a practice: what they say, how many each would leave, what could be let go. */

import { NAMES, NOT_SAFE, count, loosenings, nothing } from "./asking.js";
import { words } from "./strings.js";

/** @typedef {import("./asking.js").Name} Name @typedef {import("./asking.js").Asked} Asked @typedef {import("./asking.js").Facts} Facts */

export class Choices {
  /** @param {HTMLFormElement} form with controls named as in asking.js; those it lacks are never asked */
  constructor(form) {
    this.form = form;
    this.options = [...form.querySelectorAll("select")].flatMap((select) =>
      [...select.querySelectorAll("option")].map((option) => ({ option, text: option.text, select, name: /** @type {Name} */ (select.name) })),
    );
    this.boxes = [.../** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("input[type=checkbox]"))].map((box) => {
      const many = document.createElement("span");
      many.className = "practice-choices__many";
      box.parentElement?.append(many);
      return { box, many };
    });
  }

  get #controls() {
    return /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (this.form.querySelectorAll("input, select"));
  }

  /** The values that an address may give each name. */
  get allowed() {
    /** @type {Partial<Record<Name, string[]>>} */
    const found = {};
    for (const control of this.#controls) {
      const values = control instanceof HTMLSelectElement ? [...control.options].map(({ value }) => value) : [control.value];
      const name = /** @type {Name} */ (control.name);
      if (NAMES.includes(name)) (found[name] ??= []).push(...values.filter(Boolean));
    }
    return found;
  }

  get asked() {
    return /** @type {Asked} */ ({ ...nothing(), ...Object.fromEntries(new FormData(this.form)) });
  }

  set asked(asked) {
    for (const control of this.#controls) {
      const name = /** @type {Name} */ (control.name);
      if (!NAMES.includes(name)) continue;
      if (control instanceof HTMLSelectElement) control.value = asked[name];
      else control.checked = control.value === asked[name];
    }
  }

  /** Writes behind each choice how many practices it would leave. @param {Facts[]} all */
  count(all) {
    const { asked } = this;
    for (const { option, text, select, name } of this.options) {
      const help = option.value === NOT_SAFE;
      option.text = help ? text : words.option(text, count(all, { ...asked, [name]: option.value }));
      select.toggleAttribute("data-chosen", Boolean(asked[name]));
    }
    for (const { box, many } of this.boxes) many.textContent = words.many(count(all, { ...asked, [box.name]: box.value }));
  }

  /** What "any" is called for a name: "any length", "with sound". @param {Name} name @returns {string} */
  any(name) {
    const box = this.boxes.find(({ box }) => box.name === name);
    if (box) return box.box.dataset.any ?? "";
    /** @type {HTMLElement | null} */
    const control = this.form.querySelector(`[name="${name}"]`);
    return this.options.find(({ option, name: of }) => of === name && !option.value)?.text ?? control?.dataset.any ?? "";
  }

  /** The words of what is chosen for a name: "in bed". @param {Name} name */
  words(name) {
    const value = this.asked[name];
    return this.options.find(({ option, name: of }) => of === name && option.value === value)?.text ?? "";
  }

  /** Buttons for an empty result: each lets go of one thing, and says how many practices that brings.
   *  @param {Facts[]} all @param {() => void} press called once it let go */
  waysOut(all, press) {
    /** @param {string} text @param {Asked} asked */
    const button = (text, asked) => {
      const found = document.createElement("button");
      found.type = "button";
      found.className = "button";
      found.textContent = text;
      found.addEventListener("click", () => {
        this.asked = asked;
        press();
      });
      return found;
    };
    const one = loosenings(all, this.asked).map(([name, many]) => button(words.with(this.any(name), many), { ...this.asked, [name]: "" }));
    return { one: one.length > 0, buttons: [...one, button(words.clear, nothing())] };
  }
}
