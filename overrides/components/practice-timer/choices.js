/** What the reader chose: read from the link and the device, changed in the settings, kept when changed. */

import { CUES, linkTo, readAddress, refusal } from "./address.js";
import { defaultChoice, hasHold, mayLeadIn, patternOf, sessionOf, toggleHolds } from "./practice.js";
import { LEAD_IN_ROUNDS, MOST_ROUNDS, parsePattern, roundMs, roundsFor, tenthsAMinute, totalMs } from "./schedule.js";
import { forgetSettings, hasSettings, loadSettings, saveSettings } from "./settings.js";
import { audioSession, canVibrate, localVoice } from "./sound.js";
import { lengthInWords, words } from "./strings.js";

const ABOUT = [1, 2, 3, 5, 10, 20]; // minutes
/** @param {string} address */
const here = (address) => new URL(address, document.baseURI);
/** @param {string} path */
const bare = (path) => path.replace(/index\.html$/, "");

/**
 * @typedef {import("./schedule.js").Span} Span @typedef {import("./practice.js").Choice} Choice
 * @typedef {keyof import("./settings.js").Settings} Setting
 */

export class Choices {
  #practice;
  #pages;
  #panel;
  #told;
  #about = 0;
  /** @type {number[]} */
  #taps = [];
  bell = 0;

  /**
   * @param {import("./practice.js").PracticeData} practice with the addresses of its page and of its bare timer
   * @param {HTMLElement} panel the settings
   * @param {(name?: string, value?: any) => void} told what was changed
   */
  constructor(practice, panel, told) {
    this.#practice = practice;
    this.#pages = { page: here(practice.page), embed: here(practice.embed) };
    this.#panel = panel;
    this.#told = told;
    this.#offerWhatTheDeviceHas();
    globalThis.speechSynthesis?.addEventListener?.("voiceschanged", () => this.#offerWhatTheDeviceHas());
    this.settings = loadSettings();
    this.choice = this.#remembered();
    this.messages = this.#readLink();
    panel.addEventListener("change", ({ target }) => this.#change(/** @type {HTMLInputElement | HTMLSelectElement} */ (target)));
    panel.addEventListener("input", ({ target }) => target instanceof HTMLInputElement && target.name === "volume" && this.#set("volume", target.valueAsNumber));
    panel.addEventListener("click", ({ target }) => this.#click(/** @type {Element} */ (target).closest("button")?.name));
    this.show();
  }

  /** @template {HTMLElement} [Control=HTMLInputElement] @param {string} name @returns {Control} */
  #get(name) {
    return /** @type {Control} */ (this.#panel.querySelector(`[name=${name}]`));
  }

  /** @param {string} name */
  #row(name) {
    return /** @type {HTMLElement} */ (this.#panel.querySelector(`[data-row=${name}]`));
  }

  /** The line of a control: its label and what stands beside it. @param {string} name */
  #line(name) {
    return /** @type {HTMLElement} */ (this.#get(name).parentElement);
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.#panel.querySelector(`.practice-timer__${name}`));
  }

  /** The session that Start would run. */
  get session() {
    return sessionOf(this.#practice, this.choice);
  }

  get sounds() {
    return this.settings.tones || this.bell > 0;
  }

  /** "18 rounds, 3 min", true to the second. @param {Choice} choice */
  lengthOf(choice) {
    const total = totalMs(sessionOf(this.#practice, choice));
    const long = total === null ? words.untilStop : lengthInWords(total);
    return this.#breath && choice.rounds !== null ? `${words.rounds(choice.rounds)}, ${long}` : long;
  }

  /** What Start would run, while nothing runs. */
  get facts() {
    const length = this.lengthOf(this.choice);
    if (this.#breath) return `${length} · ${words.rate(tenthsAMinute(this.choice.spans))}`;
    return this.#practice.kind === "steps" ? `${words.steps(this.#practice.spans.length)}, ${length}` : length;
  }

  get #breath() {
    return this.#practice.kind === "breath";
  }

  /** Voices may be known only after a moment; what the device lacks stays hidden, with the reason. */
  #offerWhatTheDeviceHas() {
    const can = { voice: localVoice(), vibration: canVibrate(), playAnyway: audioSession() };
    for (const [name, able] of Object.entries(can)) this.#line(name).hidden = !able;
    this.#part("no-voice").hidden = Boolean(can.voice);
  }

  /** @param {string} name */
  #can(name) {
    return !this.#line(name).hidden;
  }

  /** What was chosen for this practice the last time, else as it is given. @returns {Choice} */
  #remembered() {
    const stored = this.settings.practices[this.#practice.slug];
    const { choice } = readAddress(typeof stored === "string" ? stored : "", this.#practice);
    return { ...defaultChoice(this.#practice), ...choice };
  }

  /** The link speaks to the timer of its own page only. */
  #readLink() {
    const { page, embed } = this.#pages;
    if (![page, embed].some(({ pathname }) => bare(pathname) === bare(location.pathname))) return [];
    const { choice, cues, messages } = readAddress(location.search, this.#practice);
    Object.assign(this.choice, choice);
    const able = cues.filter((name) => name === "still" || this.#can(name));
    for (const name of able) Object.assign(this.settings, name === "still" ? { motion: name } : { [name]: true });
    return able.length ? [...messages, words.linkCues(able.join(", "))] : messages;
  }

  /** @param {HTMLInputElement | HTMLSelectElement} input */
  #change(input) {
    const { name, value } = input;
    if (input instanceof HTMLInputElement && input.type === "checkbox") this.#set(/** @type {Setting} */ (name), input.checked);
    else if (name === "motion") this.#set(name, value);
    else if (name === "length") this.#chooseLength(value);
    else if (name === "own") this.#chooseOwnLength(input);
    else if (name === "pattern" && value) this.#choosePattern(value);
    else if (name === "seconds") this.#choosePattern(this.#seconds.map((each) => each.value).join("-"));
    else if (name === "pace") this.#choosePace(Number(value) * 1000);
    else if (name === "bell") {
      this.bell = Number(value);
      this.#told("tones", this.sounds);
      this.show();
    }
  }

  /** @param {string} [name] */
  #click(name) {
    if (name === "tap") this.#tap();
    else if (name === "test") this.#told("test");
    else if (name === "share") this.#share();
    else if (name === "forget") this.#forget();
  }

  get #seconds() {
    return [.../** @type {NodeListOf<HTMLInputElement>} */ (this.#panel.querySelectorAll("[name=seconds]"))];
  }

  /** "r18" rounds, "m3" about three minutes, "n10" ten minutes, "written", "open". @param {string} value */
  #chooseLength(value) {
    const number = Number(value.slice(1));
    this.#about = value[0] === "m" ? number : 0;
    if (this.#breath) this.#take({ rounds: value === "open" ? null : this.#about ? this.#roundsAbout(this.choice.spans) : number });
    else this.#take({ minutes: number || null });
  }

  /** @param {Span[]} spans */
  #roundsAbout(spans) {
    return roundsFor(spans, this.#about * 60000);
  }

  /** @param {HTMLInputElement | HTMLSelectElement} input */
  #chooseOwnLength(input) {
    const name = this.#breath ? "rounds" : "minutes";
    const { choice, messages } = readAddress(String(new URLSearchParams({ [name]: input.value })), this.#practice);
    const why = this.#breath ? words.badRounds(MOST_ROUNDS) : words.badMinutes;
    if (this.#refuse("length", [input], messages.length ? `${why} ${words.keeps(this.lengthOf(this.choice))}` : "")) return;
    this.#about = 0;
    this.#take(choice);
  }

  get #presets() {
    return /** @type {HTMLSelectElement} */ (this.#get("pattern"));
  }

  /** @param {string} text */
  #choosePattern(text) {
    const kinds = this.#practice.spans.map(({ kind }) => kind);
    const offered = [...this.#presets.options].some(({ value }) => value === text);
    const known = offered && { spans: text.split("-").map((each, phase) => ({ kind: kinds[phase], ms: Number(each) * 1000 })) };
    const read = known || parsePattern(text, kinds, this.#practice.bounds);
    const why = "spans" in read ? "" : `${refusal(this.#practice, read)} ${words.keeps(patternOf(this.choice.spans))}`;
    const inputs = this.#seconds.filter((_, phase) => !("phase" in read) || phase === read.phase);
    if (!this.#refuse("pattern", inputs, why) && "spans" in read) this.#takePattern(read.spans);
  }

  /** @param {Span[]} spans */
  #takePattern(spans) {
    const own = mayLeadIn(spans, this.choice.own) ? this.choice.own : 0;
    this.#take({ spans, own, rounds: this.#about ? this.#roundsAbout(spans) : this.choice.rounds });
  }

  /** One tap: with holds left out, or put back. */
  toggleHolds() {
    this.#refuse("pattern", [], "");
    this.#takePattern(toggleHolds(this.#practice, this.choice).spans);
  }

  /** Whether holds are left out. */
  get noHolds() {
    return !hasHold(this.choice.spans);
  }

  /** @param {number} ms */
  #choosePace(ms) {
    const fits = !ms || mayLeadIn(this.choice.spans, ms);
    const why = fits ? "" : words.badPace(roundMs(this.choice.spans) - 100);
    if (!this.#refuse("pattern", [this.#get("pace")], why)) this.#take({ own: Math.round(ms / 100) * 100 });
  }

  /** Three taps or more, one at each breath in, give the reader's own pace. */
  #tap() {
    const now = performance.now();
    this.#taps = [...this.#taps.filter((tap) => now - tap < 60000), now].slice(-5);
    const count = this.#taps.length;
    this.#get("tap").textContent = count < 3 ? words.tapMore(count) : words.tapPace;
    if (count < 3) return;
    const own = Math.round((now - this.#taps[0]) / (count - 1) / 100) / 10;
    this.#get("pace").value = String(own);
    this.#choosePace(own * 1000);
  }

  /** Say why in words beside the fields; returns whether there was a reason.
   *  @param {string} name @param {Element[]} inputs @param {string} why */
  #refuse(name, inputs, why) {
    const row = this.#row(name);
    for (const input of row.querySelectorAll("input")) input.removeAttribute("aria-invalid");
    const told = /** @type {HTMLElement} */ (row.querySelector(".practice-timer__refusal"));
    told.textContent = why;
    for (const input of why ? inputs : []) {
      input.setAttribute("aria-invalid", "true");
      input.ariaDescribedByElements = [told];
    }
    return Boolean(why);
  }

  /** @param {Partial<Choice>} choice */
  #take(choice) {
    Object.assign(this.choice, choice);
    this.#save();
    this.show();
    this.#told();
  }

  /** @param {Setting} name @param {unknown} value */
  #set(name, value) {
    Object.assign(this.settings, { [name]: value });
    this.#save();
    this.show();
    this.#told(name, value);
  }

  /** Only what a reader changed is kept; what other timers kept meanwhile is read again first. */
  #save() {
    const { search } = new URL(this.#link([]));
    this.settings.practices = { ...loadSettings().practices, [this.#practice.slug]: search || undefined };
    saveSettings(this.settings);
  }

  #forget() {
    forgetSettings();
    this.bell = this.#about = 0;
    this.settings = loadSettings();
    this.choice = this.#remembered();
    this.show();
    /** @type {HTMLElement} */ (this.#row("motion").firstElementChild).focus();
    this.#told();
  }

  /** Close the door on length and pattern while a session runs. @param {boolean} running */
  lock(running) {
    for (const name of ["length", "pattern"]) this.#panel.querySelector(`[data-row=${name}] fieldset`)?.toggleAttribute("disabled", running);
  }

  /** Put what is chosen into every row. */
  show() {
    const { settings } = this;
    const { motion } = settings;
    this.#showLength();
    if (this.#breath) this.#showPattern();
    const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (this.#panel.querySelectorAll("[type=checkbox]"));
    for (const box of boxes) box.checked = Boolean(settings[/** @type {Setting} */ (box.name)]);
    this.#get("volume").value = String(settings.volume);
    const on = /** @type {const} */ (["tones", "voice", "vibration"]).filter((name) => settings[name] && this.#can(name));
    const cues = on.map((name) => words.cues[name]).join(", ") || (this.bell ? words.cues.bell : words.silent);
    this.#value("cues", cues);
    this.#part("chosen").textContent = `${this.lengthOf(this.choice)}, ${cues.toLowerCase()}`;
    const motions = /** @type {HTMLSelectElement} */ (this.#get("motion"));
    motions.value = motion;
    this.#value("motion", motions.selectedOptions[0].text.split(":")[0]);
    this.#part("memory").hidden = !hasSettings();
    this.#get("link").value = this.#link(CUES.filter((name) => settings[/** @type {Setting} */ (name)] || name === motion));
    const code = this.#get("code");
    code.value = code.defaultValue.replace("{address}", this.#link([], "embed"));
  }

  /** @param {string[]} cues @param {"page" | "embed"} to */
  #link(cues, to = "page") {
    return linkTo(this.#pages[to].href, this.#practice, this.choice, cues);
  }

  /** Says beside a row what is chosen. @param {string} name @param {string} text */
  #value(name, text) {
    const value = /** @type {HTMLElement} */ (this.#row(name).querySelector(".practice-timer__value"));
    value.textContent = text;
  }

  /** A field keeps what was refused until it is mended. @param {HTMLInputElement} input @param {number | string} value */
  #fill(input, value) {
    if (!input.hasAttribute("aria-invalid")) input.value = String(value);
  }

  #showLength() {
    const { rounds, minutes } = this.choice;
    const options = this.#lengths();
    const long = this.lengthOf(this.choice);
    const number = rounds ?? minutes;
    const plain = number === null ? (this.#practice.kind === "steps" ? "written" : "open") : `${this.#breath ? "r" : "n"}${number}`;
    const now = this.#about ? `m${this.#about}` : plain;
    if (!options.some(([value]) => value === now)) options.push([now, long]);
    this.#get("length").replaceChildren(...options.map(([value, text]) => new Option(text, value, false, value === now)));
    this.#fill(this.#get("own"), number ?? "");
    this.#value("length", long);
    /** @type {HTMLSelectElement | null} */
    const bell = this.#panel.querySelector("[name=bell]");
    if (bell) bell.value = String(this.bell);
  }

  /** Value and words of each length on offer. @returns {[string, string][]} */
  #lengths() {
    const { kind, lengths } = this.#practice;
    /** @param {Partial<Choice>} change */
    const text = (change) => this.lengthOf({ ...this.choice, ...change });
    /** @param {string} value @param {string} text @returns {[string, string]} */
    const option = (value, text) => [value, text];
    const open = option("open", words.untilStop);
    if (this.#breath) {
      const about = ABOUT.map((each) => option(`m${each}`, words.about(each, text({ rounds: roundsFor(this.choice.spans, each * 60000) }))));
      return [...lengths.map(({ rounds }) => option(`r${rounds}`, text({ rounds }))), ...about, open];
    }
    const offered = lengths.filter(({ minutes }) => minutes).map(({ minutes }) => option(`n${minutes}`, text({ minutes })));
    return kind === "open" ? [...offered, open] : [["written", words.asWritten(text({ minutes: null }))], ...offered];
  }

  #showPattern() {
    const { spans, own, rounds } = this.choice;
    const now = patternOf(spans);
    const presets = this.#presets;
    presets.value = now;
    if (presets.selectedIndex < 0) presets.value = "";
    this.#seconds.forEach((input, phase) => this.#fill(input, spans[phase].ms / 1000));
    this.#fill(this.#get("pace"), own ? own / 1000 : "");
    this.#part("eases").textContent = own ? words.easesIn(Math.min(LEAD_IN_ROUNDS, (rounds ?? Infinity) - 1)) : "";
    this.#value("pattern", `${now} · ${words.rate(tenthsAMinute(spans))}`);
  }

  /** The system's sheet, else a copy, else the address to read. */
  async #share() {
    const link = this.#get("link");
    try {
      if (navigator.share) return await navigator.share({ title: this.#practice.title, url: link.value });
      await navigator.clipboard.writeText(link.value);
      this.#part("copied").textContent = words.copied;
    } catch (error) {
      this.#line("link").hidden = error instanceof Error && error.name === "AbortError";
    }
  }
}
