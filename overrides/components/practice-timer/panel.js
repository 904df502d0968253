/** The fields of the settings (native controls), fetched when a reader opens them. */

import { lengthsOnOffer } from "./lengths.js";
import { panelWords } from "./panel-strings.js";
import * as patterns from "./patterns.js";
/** @import { TimerOptions } from "./options.js" */
/** @import { PracticeTimer } from "./practice-timer.js" */

export class SettingsPanel {
  #timer;
  #options;
  #test;
  #presets;
  /** @type {number[]} when the reader tapped */
  #taps = [];

  /** @param {PracticeTimer} timer @param {TimerOptions} options @param {() => void} test plays the test sound */
  constructor(timer, options, test) {
    this.#timer = timer;
    this.#options = options;
    this.#test = test;
    /** @type {HTMLOptionElement[]} */
    const presets = timer.all("[name=pattern] option");
    this.#presets = presets.map(({ value }) => value);
    const panel = timer.child("settings");
    /** @param {string} name @param {(target: any) => void} action */
    const on = (name, action) => panel.addEventListener(name, ({ target }) => action(target));
    on("change", (target) => this.#change(target));
    on("input", (target) => this.#slide(target));
    on("click", (target) => this.#press(target.closest("button")));
    globalThis.speechSynthesis?.addEventListener?.("voiceschanged", () => this.show());
    this.show();
  }

  /** @param {string} name @returns {HTMLInputElement} */
  #field(name) {
    return this.#timer.one(`[name=${name}]`);
  }

  /** @param {string} name */
  #row(name) {
    return this.#timer.one(`[data-row=${name}]`);
  }

  /** The seconds of the phases. @returns {HTMLInputElement[]} */
  get #seconds() {
    return this.#timer.all("[name=seconds]");
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
    this.#refuse("length", [input], why, panelWords.keeps(options.length));
    if (plan) options.chooseOwnLength(plan);
  }

  /** @param {string} text */
  #choosePattern(text) {
    const { plan, why, phase } = this.#options.read("pattern", text);
    const fields = this.#seconds.filter((_, index) => phase === undefined || index === phase);
    this.#refuse("pattern", fields, why, panelWords.keeps(this.#options.pattern));
    if (plan?.spans) this.#options.choosePattern(plan.spans);
  }

  /** @param {number} ms */
  #choosePace(ms) {
    const limit = this.#options.paceLimit(ms);
    this.#refuse("pattern", [this.#field("pace")], limit === null ? undefined : panelWords.badPace(limit));
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
    const name = patterns.cleanName(field.value);
    const room = name && patterns.keepPattern(this.#options, name);
    const why = name ? panelWords.tooMany(patterns.MOST_PATTERNS) : panelWords.nameNeeded;
    this.#refuse("pattern", [field], room ? undefined : why);
    this.#timer.child("pattern-status").textContent = room ? panelWords.patternStored(name) : "";
    if (room) field.value = "";
  }

  /** Delete the named pattern that is chosen. */
  #remove() {
    const name = patterns.patternName(this.#options);
    if (name) patterns.removePattern(this.#options, name);
    this.#timer.child("pattern-status").textContent = "";
    this.#field("pattern").focus();
  }

  #forget() {
    this.#options.forget();
    /** @type {HTMLElement} */ (this.#row("motion").firstElementChild).focus();
  }

  /** Say beside the fields why a value is refused, and what stays; without `why` it is not.
   *  @param {string} name @param {Element[]} fields @param {string} [why] */
  #refuse(name, fields, why, stays = "") {
    const row = this.#row(name);
    for (const input of row.querySelectorAll("input")) input.removeAttribute("aria-invalid");
    const refusal = /** @type {HTMLElement} */ (row.querySelector(".practice-timer__refusal"));
    refusal.textContent = why === undefined ? "" : `${why} ${stays}`.trim();
    for (const field of why === undefined ? [] : fields) {
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
    this.#timer.child("no-voice").hidden = options.can("voice");
    /** @type {HTMLInputElement[]} */
    const boxes = this.#timer.all(".practice-timer__tick");
    for (const box of boxes) box.checked = Boolean(settings[/** @type {"tones"} */ (box.name)]);
    for (const name of /** @type {const} */ (["volume", "backgroundVolume", "background", "motion"]))
      this.#field(name).value = String(settings[name]);
    this.#value("cues", options.cues);
    this.#value("motion", panelWords.motion[settings.motion]);
    this.#timer.child("memory").hidden = !options.remembered;
    /** @type {HTMLTextAreaElement} */
    const code = this.#timer.one("[name=code]");
    code.value = code.defaultValue.replace("{address}", options.link("embed"));
  }

  /** Say beside a row what is picked. @param {string} name @param {string} text */
  #value(name, text) {
    /** @type {HTMLElement} */ (this.#row(name).querySelector(".practice-timer__value")).textContent = text;
  }

  /** A field keeps what was refused until it is mended. @param {HTMLInputElement} input
   *  @param {number | string} value */
  #fill(input, value) {
    if (!input.hasAttribute("aria-invalid")) input.value = String(value);
  }

  #showLength() {
    const { length, plan, bell } = this.#options;
    const lengths = lengthsOnOffer(this.#options);
    const choices = lengths.map(({ value, text, chosen }) => new Option(text, value, false, chosen));
    this.#field("length").replaceChildren(...choices);
    this.#fill(this.#field("own"), plan.rounds ?? plan.minutes ?? "");
    this.#value("length", length);
    const bells = this.#field("bell");
    if (bells) bells.value = String(bell);
  }

  #showPattern() {
    const { plan, pattern, rate, leadInRounds } = this.#options;
    const chosenName = patterns.patternName(this.#options);
    const select = this.#field("pattern");
    for (const option of select.querySelectorAll("[data-named]")) option.remove();
    const named = patterns.namedPatterns(this.#options).map(({ name, pattern: text }) => {
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
    this.#timer.child("eases").textContent = leadInRounds ? panelWords.easesIn(leadInRounds) : "";
    this.#value("pattern", `${chosenName ?? pattern} · ${rate}`);
  }
}
