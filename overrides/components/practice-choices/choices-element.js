/** The base of the finder and the filter: a form that may stand in the address (History API). */

import { SiteElement } from "../shared/shared.js";
import { Choices } from "./choices.js";
import { addressFor, isOld, isPlace, nothing, readAddress } from "./filters.js";
import { words } from "./strings.js";
/** @import { Facts, Filters } from "./filters.js" */

export class ChoicesElement extends SiteElement {
  choices = /** @type {Choices} */ (/** @type {unknown} */ (undefined)); // set by `listen`

  /** Whether what is chosen stands in the address. */
  get inAddress() {
    return true;
  }

  /** Every practice. @returns {Facts[]} */
  get practices() {
    return [];
  }

  /** Shows what fits. */
  show() {}

  /** What has the focus when a button that was pressed may be gone. @returns {HTMLElement} */
  get next() {
    return this.child("count");
  }

  /** Throws where the form is missing. */
  listen() {
    this.choices ??= new Choices(this.form);
    this.on(this, "change", () => this.changed());
    this.on(this, "submit", (event) => event.preventDefault());
    this.press("clear", () => this.ask(nothing()));
    for (const name of this.inAddress ? ["popstate", "hashchange"] : [])
      this.on(window, name, () => isPlace(location.href) || this.readAddress());
  }

  readAddress() {
    const { filters, bad } = this.inAddress
      ? readAddress(location.href, this.choices.allowed)
      : { filters: this.choices.filters, bad: [] };
    this.choices.filters = filters;
    this.child("bad").hidden = !bad.length;
    this.child("bad").textContent = bad.length ? words.bad(bad) : "";
    this.show();
    if (this.inAddress && isOld(location.href)) this.#writeAddress(); // what is felt moves behind "#"
  }

  changed() {
    this.child("bad").hidden = true;
    this.show();
    if (this.inAddress) this.#writeAddress(); // last: browsers limit how often
  }

  #writeAddress() {
    history.replaceState(history.state, "", addressFor(location.href, this.choices.filters));
  }

  /** Chooses something else by a button. @param {Filters} filters */
  ask(filters) {
    this.choices.filters = filters;
    this.changed();
    this.next.focus();
  }

  /** Ways out of an empty result. @param {boolean} empty */
  showWaysOut(empty) {
    this.child("empty").hidden = !empty;
    if (!empty) return;
    const { one, buttons } = this.choices.waysOut(this.practices, (filters) => this.ask(filters));
    this.child("why").textContent = one ? words.loosen : words.loosenAll;
    this.child("ways").replaceChildren(...buttons);
  }
}
