/** The fields of the settings (native controls) and what they offer, fetched when a reader opens them. What the
 *  timer has too is asked of its options, since a module imported here would become a request of its own. */

import { whenVoices } from "../read-aloud/voice.js";
import { panelWords } from "./panel-strings.js";
/** @import { TimerOptions } from "./options.js" */
/** @import { PracticeTimer } from "./practice-timer.js" */

const ABOUT = [1, 2, 3, 5, 10, 20]; // minutes
const MOST_PATTERNS = 6; // of a practice
const LONGEST_NAME = 30; // letters

/** The practice's own lengths and some whole minutes, the shortest first: what each sets, the minutes that it
 *  is about, its words and whether it is chosen. @param {TimerOptions} options */
function lengthsOnOffer(options) {
  const { plan, practice, isBreath } = options;
  const unit = isBreath ? "rounds" : "minutes";
  const lengthOf = (/** @type {number | null} */ number) => options.lengthOf({ ...plan, [unit]: number });
  const written = practice.kind === "steps" ? options.totalOf({ ...plan, minutes: null }) : null;
  const unnumbered = written ? panelWords.asWritten(lengthOf(null)) : lengthOf(null);
  /** @type {Map<number | null, {text: string, about: number}>} */
  const lengths = new Map([[null, { text: unnumbered, about: 0 }]]);
  for (const { [unit]: number } of practice.lengths)
    if (number && number * 60000 !== written) lengths.set(number, { text: lengthOf(number), about: 0 });
  for (const about of isBreath ? ABOUT : []) {
    const rounds = options.roundsAbout(about);
    const exact = options.totalOf({ ...plan, rounds }) === about * 60000;
    const text = exact ? panelWords.exactly(about, rounds) : panelWords.about(about, lengthOf(rounds));
    lengths.set(rounds, { text, about });
  }
  if (!lengths.has(plan[unit])) lengths.set(plan[unit], { text: options.length, about: 0 });
  const last = written ? 0 : Infinity; // as written comes first, until stopped last
  return [...lengths]
    .sort(([one], [other]) => (one ?? last) - (other ?? last))
    .map(([number, rest]) => ({ plan: { [unit]: number }, chosen: number === plan[unit], ...rest }));
}

/** A name as it is stored: spaces once, cut to its longest; "" for what is no name. @param {unknown} text */
function cleanName(text) {
  return typeof text === "string" ? text.replace(/\s+/g, " ").trim().slice(0, LONGEST_NAME).trim() : "";
}

export class SettingsPanel {
  #timer;
  #options;
  /** In the order of the menu. */
  #lengths = /** @type {ReturnType<typeof lengthsOnOffer>} */ ([]);
  /** @type {number[]} when the reader tapped */
  #taps = [];

  constructor(/** @type {PracticeTimer} */ timer) {
    this.#timer = timer;
    const { options } = timer;
    this.#options = options;
    const panel = timer.child("settings");
    const on = (/** @type {string} */ name, /** @type {(target: any) => void} */ action) =>
      panel.addEventListener(name, ({ target }) => action(target));
    on("change", (target) => this.#change(target));
    on("input", ({ type, name, valueAsNumber }) => type === "range" && options.set(name, valueAsNumber));
    on("click", (target) => this.#press(target.closest("button")));
    whenVoices(() => this.show());
  }

  /** @param {string} name @returns {HTMLInputElement} */
  #field(name) {
    return this.#timer.one(`[name=${name}]`);
  }

  #row(/** @type {string} */ name) {
    return this.#timer.one(`[data-row=${name}]`);
  }

  /** The seconds of the phases. @returns {HTMLInputElement[]} */
  get #seconds() {
    return this.#timer.all("[name=seconds]");
  }

  /** The patterns that the reader named here ("4-6", in seconds), without all that does not fit.
   *  @returns {{name: string, pattern: string}[]} */
  get #patterns() {
    const { practice, settings } = this.#options;
    const stored = settings.patterns[practice.slug];
    const fits = (/** @type {unknown} */ text) =>
      typeof text === "string" && this.#options.read("pattern", text).plan;
    return (Array.isArray(stored) ? stored : [])
      .map((entry) => ({ name: cleanName(entry?.name), pattern: entry?.pattern }))
      .filter(({ name, pattern }) => name && fits(pattern))
      .slice(0, MOST_PATTERNS);
  }

  /** The name of the present pattern; undefined without one. */
  get #patternName() {
    return this.#patterns.find(({ pattern }) => pattern === this.#options.pattern)?.name;
  }

  #change(/** @type {HTMLInputElement} */ input) {
    const { name, value, type } = input;
    const options = this.#options;
    /** @type {Record<string, () => void>} */
    const actions = {
      motion: () => options.set("motion", value),
      background: () => options.set("background", value),
      length: () => {
        const { plan, about } = this.#lengths[/** @type {any} */ (input).selectedIndex];
        options.setLength(plan, about);
      },
      own: () => {
        const { plan, why } = options.read(options.isBreath ? "rounds" : "minutes", value);
        this.#refuse("length", [input], why, panelWords.keeps(options.length));
        if (plan) options.setLength(plan);
      },
      pattern: () => value && this.#choosePattern(value),
      seconds: () => this.#choosePattern(this.#seconds.map((field) => field.value).join("-")),
      pace: () => this.#choosePace(Number(value) * 1000),
      bell: () => options.setBell(Number(value)),
    };
    if (type === "checkbox") options.set(/** @type {"tones"} */ (name), input.checked);
    else actions[name]?.();
  }

  #press(/** @type {HTMLButtonElement | null} */ button) {
    /** @type {Record<string, () => void>} */
    const actions = {
      tap: () => this.#tap(),
      test: () => this.#timer.player.sound.test(),
      forget: () => {
        this.#options.forget();
        /** @type {HTMLElement} */ (this.#row("motion").firstElementChild).focus();
      },
      keep: () => this.#keep(),
      remove: () => this.#remove(),
    };
    actions[button?.name ?? ""]?.();
  }

  #choosePattern(/** @type {string} */ text) {
    const { plan, why, phase } = this.#options.read("pattern", text);
    const fields = this.#seconds.filter((_, index) => phase === undefined || index === phase);
    this.#refuse("pattern", fields, why, panelWords.keeps(this.#options.pattern));
    if (plan?.spans) this.#options.choosePattern(plan.spans);
  }

  /** One breath of the reader's own, from which the pattern slows down. @param {number} ms 0 for none */
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

  /** Keep the pattern under the name that was typed; one of the same name is replaced. */
  #keep() {
    const field = this.#field("name");
    const name = cleanName(field.value);
    const others = this.#patterns.filter((entry) => entry.name !== name);
    const room = name && others.length < MOST_PATTERNS;
    if (room) this.#options.storeOwn("patterns", [...others, { name, pattern: this.#options.pattern }]);
    const why = name ? panelWords.tooMany(MOST_PATTERNS) : panelWords.nameNeeded;
    this.#refuse("pattern", [field], room ? undefined : why);
    this.#timer.child("pattern-status").textContent = room ? panelWords.patternStored(name) : "";
    if (room) field.value = "";
  }

  #remove() {
    const chosen = this.#patternName;
    const others = this.#patterns.filter(({ name }) => name !== chosen);
    if (chosen) this.#options.storeOwn("patterns", others);
    this.#timer.child("pattern-status").textContent = "";
    this.#field("pattern").focus();
  }

  /** Say beside the fields why a value is refused, and what stays; without `why` it is not.
   *  @param {string} name @param {Element[]} fields @param {string} [why] */
  #refuse(name, fields, why, stays = "") {
    const row = this.#row(name);
    for (const input of row.querySelectorAll("input")) input.removeAttribute("aria-invalid");
    const refusal = this.#timer.one(".practice-timer__refusal", row);
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
    const boxes = /** @type {HTMLInputElement[]} */ (this.#timer.all(".practice-timer__tick"));
    for (const box of boxes) box.checked = Boolean(settings[/** @type {"tones"} */ (box.name)]);
    for (const name of /** @type {const} */ (["volume", "backgroundVolume", "background", "motion"]))
      this.#field(name).value = String(settings[name]);
    this.#value("cues", options.cues);
    this.#value("motion", panelWords.motion[settings.motion]);
    this.#timer.child("memory").hidden = !options.remembered;
    const code = /** @type {HTMLTextAreaElement} */ (this.#timer.one("[name=code]"));
    code.value = code.defaultValue.replace("{address}", options.link(options.practice.embed));
  }

  /** Say beside a row what is picked. @param {string} name @param {string} text */
  #value(name, text) {
    this.#timer.one(".practice-timer__value", this.#row(name)).textContent = text;
  }

  /** A field keeps what was refused until it is mended. */
  #fill(/** @type {HTMLInputElement} */ input, /** @type {number | string} */ value) {
    if (!input.hasAttribute("aria-invalid")) input.value = String(value);
  }

  #showLength() {
    const { length, plan, bell } = this.#options;
    this.#lengths = lengthsOnOffer(this.#options);
    const choices = this.#lengths.map(({ text, chosen }) => new Option(text, "", false, chosen));
    this.#field("length").replaceChildren(...choices);
    this.#fill(this.#field("own"), plan.rounds ?? plan.minutes ?? "");
    this.#value("length", length);
    const bells = this.#field("bell");
    if (bells) bells.value = String(bell);
  }

  #showPattern() {
    const { plan, session, pattern, rate } = this.#options;
    const chosenName = this.#patternName;
    const select = this.#field("pattern");
    for (const option of select.querySelectorAll("[data-named]")) option.remove();
    const named = this.#patterns.map(({ name, pattern: text }) => {
      const option = new Option(`${name}: ${text}`, text, false, name === chosenName);
      option.dataset.named = "";
      return option;
    });
    select.querySelector("[value='']")?.before(...named);
    if (!chosenName) select.value = pattern;
    if (!select.value) select.value = ""; // "My own"
    const remove = this.#field("remove");
    remove.hidden = !chosenName;
    remove.textContent = panelWords.remove(chosenName ?? "");
    this.#seconds.forEach((input, phase) => this.#fill(input, plan.spans[phase].ms / 1000));
    this.#fill(this.#field("pace"), plan.own ? plan.own / 1000 : "");
    const eased = session.stretches.length - 1; // rounds that lead in
    this.#timer.child("eases").textContent = eased ? panelWords.easesIn(eased) : "";
    this.#value("pattern", `${chosenName ?? pattern} · ${rate}`);
  }
}
