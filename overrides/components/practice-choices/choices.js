/** The controls of a form that asks for a practice: what they say, how many each would leave, what could be let go. */

import { NAMES, NOT_SAFE, count, loosenings, nothing } from "./asking.js";
import { words } from "./strings.js";

export class Choices {
  /** @param {HTMLFormElement} form with controls named as in asking.js; those it lacks are never asked */
  constructor(form) {
    this.form = form;
    this.options = [...form.querySelectorAll("select option")].map((option) => ({ option, text: option.text, name: option.parentElement.name }));
    this.boxes = [...form.querySelectorAll("input[type=checkbox]")].map((box) => {
      const many = document.createElement("span");
      many.className = "practice-choices__many";
      box.parentElement.append(many);
      return { box, many };
    });
  }

  /** The values that an address may give each name. */
  get allowed() {
    const found = {};
    for (const control of this.form.elements) {
      const values = control.tagName === "SELECT" ? [...control.options].map(({ value }) => value) : [control.value];
      if (NAMES.includes(control.name)) (found[control.name] ??= []).push(...values.filter(Boolean));
    }
    return found;
  }

  get asked() {
    return { ...nothing(), ...Object.fromEntries(new FormData(this.form)) };
  }

  set asked(asked) {
    for (const control of this.form.elements) {
      if (!NAMES.includes(control.name)) continue;
      if (control.tagName === "SELECT") control.value = asked[control.name];
      else control.checked = control.value === asked[control.name];
    }
  }

  /** Writes behind each choice how many practices it would leave. */
  count(all) {
    const { asked } = this;
    for (const { option, text, name } of this.options) {
      const help = option.value === NOT_SAFE;
      option.text = help ? text : words.option(text, count(all, { ...asked, [name]: option.value }));
      option.parentElement.toggleAttribute("data-chosen", Boolean(asked[name]));
    }
    for (const { box, many } of this.boxes) many.textContent = words.many(count(all, { ...asked, [box.name]: box.value }));
  }

  /** What "any" is called for a name: "any length", "with sound". */
  any(name) {
    const box = this.boxes.find(({ box }) => box.name === name);
    if (box) return box.box.dataset.any;
    return this.options.find(({ option, name: of }) => of === name && !option.value)?.text ?? this.form.querySelector(`[name="${name}"]`).dataset.any;
  }

  /** The words of what is chosen for a name: "in bed". */
  words(name) {
    const value = this.asked[name];
    return this.options.find(({ option, name: of }) => of === name && option.value === value)?.text ?? "";
  }

  /** Buttons for an empty result: each lets go of one thing, and says how many practices that brings. */
  waysOut(all, press) {
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
