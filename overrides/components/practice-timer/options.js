/** What a reader picked, from the link and from the device, stored when changed (localStorage). */

import { CUES, linkTo, patternOf, readAddress, readValue } from "./address.js";
import { defaultPlan, mayLeadIn, sessionOf } from "./practice.js";
import { roundMs, roundsFor, tenthsAMinute, totalMs, withoutHolds } from "./schedule.js";
import { changedElsewhere, forgetAll, hasSettings, loadSettings, storeSettings } from "./settings.js";
import { localVoice } from "../read-aloud/voice.js";
import { audioSession, canVibrate } from "./sound.js";
import { lengthInWords, words } from "./strings.js";
/** @import { Plan, PracticeData } from "./practice.js" */
/** @import { Span } from "./schedule.js" */
/** @import { Settings } from "./settings.js" */

/** The path of an address, a folder's page as the folder. */
const pathOf = (/** @type {string} */ address) => new URL(address).pathname.replace(/index\.html$/, "");

export class TimerOptions {
  practice;
  #changed;
  #about = 0; // minutes that the length follows when the pattern changes
  /** What is stored of the plan: a link's part of it is not. @type {Partial<Plan>} */
  #stored = {};
  bell = 0; // minutes between two bells, 0 without; for this page only
  settings = loadSettings();
  /** Whether the device refused to store the last change. */
  refused = false;
  /** Whether the link brought a plan or cues. */
  sent = false;

  /** @param {PracticeData} practice @param {(name?: string, value?: any) => void} changed called with the
   *  setting that was changed; without, another tab did */
  constructor(practice, changed) {
    this.practice = practice;
    this.#changed = changed;
    this.plan = this.#load();
    this.messages = this.#readLink();
  }

  /** The plan as it was stored, else as given. @returns {Plan} */
  #load() {
    const query = this.settings.practices[this.practice.slug];
    this.#stored = readAddress(typeof query === "string" ? query : "", this.practice).plan;
    return { ...defaultPlan(this.practice), ...this.#stored };
  }

  /** The link speaks to the timer of its own page only, and nothing of it is stored. */
  #readLink() {
    if (!this.#onOwnPage) return [];
    const { plan, cues, messages } = readAddress(location.search, this.practice);
    const able = cues.filter((name) => name === "still" || this.can(name));
    Object.assign(this.plan, plan);
    for (const name of able)
      Object.assign(this.settings, name === "still" ? { motion: name } : { [name]: true });
    this.sent = able.length > 0 || Object.keys(plan).length > 0;
    const pattern = this.isBreath ? `, ${this.pattern.replaceAll("-", "\u2011")}` : ""; // on one line
    if (this.sent) messages.unshift(words.sent(this.length + pattern));
    return able.length ? [...messages, words.linkCues(able.join(", "))] : messages;
  }

  get #onOwnPage() {
    const { page, embed } = this.practice;
    return [page, embed].map(pathOf).includes(pathOf(location.href));
  }

  get isBreath() {
    return this.practice.kind === "breath";
  }

  /** The session that Start would run. */
  get session() {
    return sessionOf(this.practice, this.plan);
  }

  /** Whether tones or bells are wanted. */
  get tones() {
    return this.settings.tones || this.bell > 0;
  }

  /** Whether anything is to be heard through Web Audio. */
  get sounds() {
    return this.tones || this.settings.background !== "none";
  }

  /** Whether the device has what a setting needs. @param {string} name */
  can(name) {
    if (name === "voice") return Boolean(localVoice());
    if (name === "vibration") return canVibrate();
    return name !== "playAnyway" || Boolean(audioSession());
  }

  /** "18 rounds, 3 min", true to the second. */
  get length() {
    return this.lengthOf(this.plan);
  }

  /** Milliseconds; null until stopped. @param {Plan} plan */
  totalOf(plan) {
    return totalMs(sessionOf(this.practice, plan));
  }

  /** Whole rounds that last about so many minutes. @param {number} minutes */
  roundsAbout(minutes, spans = this.plan.spans) {
    return roundsFor(spans, minutes * 60000);
  }

  lengthOf(/** @type {Plan} */ plan) {
    const total = this.totalOf(plan);
    const time = total === null ? words.untilStop : lengthInWords(total);
    return this.isBreath && plan.rounds !== null ? `${words.rounds(plan.rounds)}, ${time}` : time;
  }

  /** "4-2-4-2": the seconds of the phases. */
  get pattern() {
    return patternOf(this.plan.spans);
  }

  /** "6 breaths a minute" */
  get rate() {
    return words.rate(tenthsAMinute(this.plan.spans));
  }

  /** What Start would run, while nothing runs. */
  get facts() {
    if (this.isBreath) return `${this.length} · ${this.rate}`;
    const { kind, spans } = this.practice;
    return kind === "steps" ? `${words.steps(spans.length)}, ${this.length}` : this.length;
  }

  /** "Tones, voice", or "Silent". */
  get cues() {
    const { settings } = this;
    const names = /** @type {const} */ (["tones", "voice", "vibration"]);
    const parts = names.filter((name) => settings[name] && this.can(name)).map((name) => words.cues[name]);
    if (settings.background !== "none") parts.push(words.cues.background);
    return parts.join(", ") || (this.bell ? words.cues.bell : words.silent);
  }

  /** The address of a page that carries plan and cues. @param {string} [page] of the practice's own */
  link(page) {
    /** @type {Record<string, unknown>} */
    const settings = this.settings;
    const cues = CUES.filter((name) => settings[name] || name === settings.motion);
    return linkTo(this.practice, this.plan, cues, page);
  }

  /** The query of `link` when the timer stands on its practice's own page, else "". */
  get query() {
    return this.#onOwnPage ? new URL(this.link()).search : "";
  }

  /** One value as a reader typed it. @param {"pattern" | "rounds" | "minutes"} name @param {string} text */
  read(name, text) {
    return readValue(name, text, this.practice);
  }

  setPlan(/** @type {Partial<Plan>} */ change) {
    Object.assign(this.plan, change);
    Object.assign(this.#stored, change);
    const plan = { ...defaultPlan(this.practice), ...this.#stored };
    this.storeOwn("practices", new URL(linkTo(this.practice, plan, [])).search || undefined);
  }

  /** Stores what belongs to this practice alone, beside that of the others.
   *  @param {"practices" | "patterns"} name @param {unknown} value */
  storeOwn(name, value) {
    this.set(name, { ...loadSettings()[name], [this.practice.slug]: value });
  }

  /** @template {keyof Settings} Name @param {Name} name @param {Settings[Name]} value */
  set(name, value) {
    const change = { [name]: value };
    Object.assign(this.settings, change);
    this.refused = !storeSettings(change);
    this.#changed(name, value);
  }

  /** @param {number} minutes between two bells, 0 without */
  setBell(minutes) {
    this.bell = minutes;
    this.#changed("tones", this.tones);
  }

  /** @param {Partial<Plan>} plan its rounds or minutes @param {number} [about] the minutes that it is about */
  setLength(plan, about = 0) {
    this.#about = about;
    this.setPlan(plan);
  }

  choosePattern(/** @type {Span[]} */ spans) {
    const own = mayLeadIn(spans, this.plan.own) ? this.plan.own : 0;
    this.setPlan({ spans, own, ...(this.#about && { rounds: this.roundsAbout(this.#about, spans) }) });
  }

  /** Whether holds are left out. */
  get noHolds() {
    return !this.plan.spans.some(({ kind, ms }) => kind === "hold" && ms);
  }

  /** One tap: with holds left out, or put back as the practice gives them. */
  toggleHolds() {
    const { spans } = this.plan;
    const back = spans.map((span, phase) => (span.kind === "hold" ? this.practice.spans[phase] : span));
    this.choosePattern(this.noHolds ? back : withoutHolds(spans));
  }

  /** The most milliseconds that a breath of the reader's own may last; null when `ms` may lead into the
   *  pattern. @param {number} ms */
  paceLimit(ms) {
    return !ms || mayLeadIn(this.plan.spans, ms) ? null : roundMs(this.plan.spans) - 100;
  }

  get remembered() {
    return hasSettings();
  }

  /** Forgets what was stored, and a session that was left. */
  forget() {
    forgetAll();
    this.bell = this.#about = 0;
    this.#reload();
    this.#changed("forget");
  }

  /** What another tab stored counts here too. @param {StorageEvent} event */
  storedElsewhere(event) {
    if (this.sent || !changedElsewhere(event)) return;
    this.#reload();
    this.#changed();
  }

  #reload() {
    this.settings = loadSettings();
    this.plan = this.#load();
  }
}
