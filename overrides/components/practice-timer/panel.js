/** The fields of the settings: they show what was picked and hand over what is changed. Fetched when a reader opens them. */

import { lengthsOnOffer } from "./lengths.js";
import { panelWords } from "./panel-strings.js";
import {
  cleanName,
  keepPattern,
  MOST_PATTERNS,
  namedPatterns,
  patternName,
  removePattern,
} from "./patterns.js";

/** @typedef {import("./options.js").TimerOptions} TimerOptions */

export class SettingsPanel {
  #panel;
  #options;
  #test;
  #presets;
  /** @type {number[]} when the reader tapped */
  #taps = [];

  /** @param {HTMLElement} panel @param {TimerOptions} options @param {() => void} test plays the test sound */
  constructor(panel, options, test) {
    this.#panel = panel;
    this.#options = options;
    this.#test = test;
    this.#presets = [...(this.#find("[name=pattern]")?.querySelectorAll("option") ?? [])].map(
      ({ value }) => value,
    );
    panel.addEventListener("change", ({ target }) => this.#change(/** @type {HTMLInputElement} */ (target)));
    panel.addEventListener("input", ({ target }) => this.#slide(/** @type {HTMLInputElement} */ (target)));
    panel.addEventListener("click", ({ target }) =>
      this.#press(/** @type {Element} */ (target).closest("button")),
    );
    globalThis.speechSynthesis?.addEventListener?.("voiceschanged", () => this.show());
    this.show();
  }

  /** @param {string} selector */
  #find(selector) {
    return /** @type {HTMLElement | null} */ (this.#panel.querySelector(selector));
  }

  /** @param {string} name @returns {HTMLInputElement} */
  #field(name) {
    return /** @type {HTMLInputElement} */ (this.#find(`[name=${name}]`));
  }

  /** @param {string} name */
  #row(name) {
    return /** @type {HTMLElement} */ (this.#find(`[data-row=${name}]`));
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.#find(`.practice-timer__${name}`));
  }

  get #seconds() {
    return [.../** @type {NodeListOf<HTMLInputElement>} */ (this.#panel.querySelectorAll("[name=seconds]"))];
  }

  /** @param {HTMLInputElement} input */
  #change(input) {
    const { name, value, type } = input;
    const options = this.#options;
    /** @type {Record<string, () => void>} */
    const actions = {
      motion: () => options.set("motion", value),
      background: () => options.set("background", value),
      length: () => options.chooseLength(value),
      own: () => this.#chooseOwnLength(input),
      pattern: () => value && this.#choosePattern(value),
      seconds: () => this.#choosePattern(this.#seconds.map((field) => field.value).join("-")),
      pace: () => this.#choosePace(Number(value) * 1000),
      bell: () => options.setBell(Number(value)),
    };
    if (type === "checkbox") options.set(/** @type {"tones"} */ (name), input.checked);
    else actions[name]?.();
  }

  /** @param {HTMLInputElement} input */
  #slide({ type, name, valueAsNumber }) {
    if (type === "range")
      this.#options.set(/** @type {"volume" | "backgroundVolume"} */ (name), valueAsNumber);
  }

  /** @param {HTMLButtonElement | null} button */
  #press(button) {
    /** @type {Record<string, () => void>} */
    const actions = {
      tap: () => this.#tap(),
      test: this.#test,
      forget: () => this.#forget(),
      keep: () => this.#keep(),
      remove: () => this.#remove(),
    };
    actions[button?.name ?? ""]?.();
  }

  /** @param {HTMLInputElement} input */
  #chooseOwnLength(input) {
    const options = this.#options;
    const { plan, why } = options.read(options.isBreath ? "rounds" : "minutes", input.value);
    this.#refuse("length", [input], why === undefined ? "" : `${why} ${panelWords.keeps(options.length)}`);
    if (plan) options.chooseOwnLength(plan);
  }

  /** @param {string} text */
  #choosePattern(text) {
    const { plan, why, phase } = this.#options.read("pattern", text);
    const fields = this.#seconds.filter((_, index) => phase === undefined || index === phase);
    this.#refuse(
      "pattern",
      fields,
      why === undefined ? "" : `${why} ${panelWords.keeps(this.#options.pattern)}`,
    );
    if (plan?.spans) this.#options.choosePattern(plan.spans);
  }

  /** @param {number} ms */
  #choosePace(ms) {
    const limit = this.#options.paceLimit(ms);
    this.#refuse("pattern", [this.#field("pace")], limit === null ? "" : panelWords.badPace(limit));
    if (limit === null) this.#options.setPlan({ own: Math.round(ms / 100) * 100 });
  }

  /** Three taps or more, one at each breath in, give the reader's own pace. */
  #tap() {
    const now = performance.now();
    this.#taps = [...this.#taps.filter((tap) => now - tap < 60000), now].slice(-5);
    const count = this.#taps.length;
    this.#field("tap").textContent = count < 3 ? panelWords.tapMore(count) : panelWords.tapPace;
    if (count < 3) return;
    const own = Math.round((now - this.#taps[0]) / (count - 1) / 100) / 10;
    this.#field("pace").value = String(own);
    this.#choosePace(own * 1000);
  }

  /** Keep the pattern under the name that was typed. */
  #keep() {
    const field = this.#field("name");
    const name = cleanName(field.value);
    const room = name && keepPattern(this.#options, name);
    this.#refuse(
      "pattern",
      [field],
      name ? (room ? "" : panelWords.tooMany(MOST_PATTERNS)) : panelWords.nameNeeded,
    );
    this.#part("pattern-status").textContent = room ? panelWords.patternKept(name) : "";
    if (room) field.value = "";
  }

  /** Delete the named pattern that is chosen. */
  #remove() {
    const name = patternName(this.#options);
    if (name) removePattern(this.#options, name);
    this.#part("pattern-status").textContent = "";
    this.#field("pattern").focus();
  }

  #forget() {
    this.#options.forget();
    /** @type {HTMLElement} */ (this.#row("motion").firstElementChild).focus();
  }

  /** Say beside the fields why a value is refused; "" when it is not. @param {string} name @param {Element[]} fields @param {string} why */
  #refuse(name, fields, why) {
    const row = this.#row(name);
    for (const input of row.querySelectorAll("input")) input.removeAttribute("aria-invalid");
    const refusal = /** @type {HTMLElement} */ (row.querySelector(".practice-timer__refusal"));
    refusal.textContent = why;
    for (const field of why ? fields : []) {
      field.setAttribute("aria-invalid", "true");
      field.ariaDescribedByElements = [refusal];
    }
  }

  /** Close length and pattern while a session runs. @param {boolean} running */
  lock(running) {
    for (const name of ["length", "pattern"])
      this.#row(name)?.querySelector("fieldset")?.toggleAttribute("disabled", running);
  }

  /** Put what is picked into every row. */
  show() {
    const options = this.#options;
    const { settings } = options;
    this.#showLength();
    if (options.isBreath) this.#showPattern();
    for (const name of ["voice", "vibration", "playAnyway"])
      this.#field(name).closest("label")?.toggleAttribute("hidden", !options.can(name));
    this.#part("no-voice").hidden = options.can("voice");
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (
      this.#panel.querySelectorAll("[type=checkbox]")
    ))
      box.checked = Boolean(settings[/** @type {"tones"} */ (box.name)]);
    for (const name of /** @type {const} */ (["volume", "backgroundVolume", "background", "motion"]))
      this.#field(name).value = String(settings[name]);
    this.#value("cues", options.cues);
    this.#value("motion", panelWords.motion[settings.motion]);
    this.#part("memory").hidden = !options.remembered;
    const code = /** @type {HTMLTextAreaElement} */ (/** @type {unknown} */ (this.#field("code")));
    code.value = code.defaultValue.replace("{address}", options.link("embed"));
  }

  /** Say beside a row what is picked. @param {string} name @param {string} text */
  #value(name, text) {
    /** @type {HTMLElement} */ (this.#row(name).querySelector(".practice-timer__value")).textContent = text;
  }

  /** A field keeps what was refused until it is mended. @param {HTMLInputElement} input @param {number | string} value */
  #fill(input, value) {
    if (!input.hasAttribute("aria-invalid")) input.value = String(value);
  }

  #showLength() {
    const { length, plan, bell } = this.#options;
    this.#field("length").replaceChildren(
      ...lengthsOnOffer(this.#options).map(
        ({ value, text, chosen }) => new Option(text, value, false, chosen),
      ),
    );
    this.#fill(this.#field("own"), plan.rounds ?? plan.minutes ?? "");
    this.#value("length", length);
    const bells = this.#field("bell");
    if (bells) bells.value = String(bell);
  }

  #showPattern() {
    const { plan, pattern, rate, leadInRounds } = this.#options;
    const chosenName = patternName(this.#options);
    const select = this.#field("pattern");
    for (const option of select.querySelectorAll("[data-named]")) option.remove();
    const named = namedPatterns(this.#options).map(({ name, pattern: text }) => {
      const option = new Option(`${name}: ${text}`, text, false, name === chosenName);
      option.dataset.named = "";
      return option;
    });
    select.querySelector("[value='']")?.before(...named);
    if (!chosenName) select.value = this.#presets.includes(pattern) ? pattern : "";
    const remove = this.#field("remove");
    remove.hidden = !chosenName;
    remove.textContent = panelWords.remove(chosenName ?? "");
    this.#seconds.forEach((input, phase) => this.#fill(input, plan.spans[phase].ms / 1000));
    this.#fill(this.#field("pace"), plan.own ? plan.own / 1000 : "");
    this.#part("eases").textContent = leadInRounds ? panelWords.easesIn(leadInRounds) : "";
    this.#value("pattern", `${chosenName ?? pattern} · ${rate}`);
  }
}
