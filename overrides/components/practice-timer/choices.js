/** What the reader chose: read from the link and the device, changed in the settings, kept when changed. */

import { CUES, linkTo, readAddress, refusal } from "./address.js";
import { cuesRow, lengthRow, motionRow, patternRow, shareRow } from "./panel.js";
import { defaultChoice, hasHold, mayLeadIn, patternOf, sessionOf, toggleHolds } from "./practice.js";
import { LEAD_IN_ROUNDS, MOST_ROUNDS, parsePattern, roundMs, roundsFor, tenthsAMinute, totalMs, withoutHolds } from "./schedule.js";
import { DEFAULTS, forgetSettings, hasSettings, loadSettings, saveSettings } from "./settings.js";
import { canVibrate, localVoice } from "./sound.js";
import { lengthInWords, words } from "./strings.js";

const ABOUT = [1, 2, 3, 5, 10, 20];
const BELLS = [1, 2, 5, 10];
const here = (address) => new URL(address, document.baseURI);
const bare = (path) => path.replace(/index\.html$/, "");

export class Choices {
  #practice;
  #pages;
  #changed;
  #about = null;
  #taps = [];
  #group = `practice-timer-${Math.random()}`;

  /**
   * @param {import("./practice.js").PracticeData} practice
   * @param {{page: string, embed: string}} pages addresses of the practice's page and of its bare timer
   * @param {{changed: () => void, cue: (name: string, on: boolean) => void, test: () => void}} told
   */
  constructor(practice, pages, told) {
    this.#practice = practice;
    this.#pages = { page: here(pages.page), embed: here(pages.embed) };
    this.#changed = told;
    this.settings = loadSettings();
    this.choice = defaultChoice(practice);
    this.bell = 0;
    this.#build(told);
    this.messages = [...this.#readStored(), ...this.#readLink()];
    this.show();
  }

  /** The session that Start would run. */
  get session() {
    return sessionOf(this.#practice, this.choice);
  }

  get bellMs() {
    return this.bell * 60000;
  }

  get sounds() {
    return this.settings.tones || this.bell > 0;
  }

  /** "18 rounds, 3 min", true to the second. */
  lengthOf(choice) {
    const total = totalMs(sessionOf(this.#practice, choice));
    const long = total === null ? words.untilStop : lengthInWords(total);
    return this.#practice.kind === "breath" && total !== null ? `${words.rounds(choice.rounds)}, ${long}` : long;
  }

  /** The line beside Start. */
  get facts() {
    const { kind, spans } = this.#practice;
    const length = this.lengthOf(this.choice);
    if (kind === "breath") return `${length} · ${words.rate(tenthsAMinute(this.choice.spans))}`;
    return kind === "steps" ? `${words.steps(spans.length)}, ${length}` : length;
  }

  #build(told) {
    const { kind, bell } = this.#practice;
    const own = kind === "breath" ? { min: 1, max: MOST_ROUNDS, step: 1, label: words.roundsLabel } : { min: 1, max: 60, step: 0.5, label: words.minutesLabel };
    const bells = kind === "open" && [0, ...new Set([...BELLS, bell].filter(Boolean))].map((each) => [each, each ? words.bellEach(each) : words.noBell]);
    this.length = lengthRow(this.#group, [], own, bells, {
      length: (value) => this.#chooseLength(value),
      ownLength: (value) => this.#chooseOwnLength(value),
      bell: (value) => {
        this.bell = value;
        told.cue("tones", value > 0);
        this.#save();
      },
    });
    if (kind === "breath") this.#buildPattern();
    this.cues = cuesRow(this.#group, { voice: localVoice(), vibration: canVibrate(), playAnyway: navigator.audioSession }, this.#cueActions(told));
    this.motion = motionRow(this.#group, { motion: (motion) => this.#set({ motion }), forget: () => this.#forget() });
    this.share = shareRow(this.#group, { share: () => this.#share() });
    this.rows = [this.length, this.pattern, this.cues, this.motion, this.share].filter(Boolean);
  }

  #buildPattern() {
    const presets = [{ name: words.asGiven, pattern: patternOf(this.#practice.spans) }, ...this.#practice.presets];
    const options = [...presets.map(({ name, pattern }) => [pattern, `${name}: ${pattern}`]), ["", words.own]];
    this.pattern = patternRow(this.#group, this.#practice, options, {
      pattern: (text) => text && this.#choosePattern(text),
      seconds: (values) => this.#choosePattern(values.join("-")),
      own: (seconds) => this.#chooseOwnPace(Number(seconds) * 1000),
      tap: (button) => this.#tap(button),
    });
  }

  #cueActions(told) {
    const cue = (name) => (on) => {
      this.#set({ [name]: on });
      told.cue(name, on);
    };
    return {
      ...Object.fromEntries(["tones", "keepGoing", "playAnyway", "voice", "vibration", "readPhases"].map((name) => [name, cue(name)])),
      volume: (volume) => {
        this.#set({ volume });
        told.cue("volume", volume);
      },
      test: told.test,
    };
  }

  #readStored() {
    const stored = this.settings.practices[this.#practice.slug];
    if (typeof stored === "string") Object.assign(this.choice, readAddress(stored, this.#practice).choice);
    return [];
  }

  /** The link speaks to the timer of its own page only. */
  #readLink() {
    const own = Object.values(this.#pages).some(({ pathname }) => bare(pathname) === bare(location.pathname));
    if (!own) return [];
    const { choice, cues, messages } = readAddress(location.search, this.#practice);
    Object.assign(this.choice, choice);
    const able = cues.filter((name) => name === "still" || name === "tones" || this.cues.ticks[name]);
    for (const name of able) Object.assign(this.settings, name === "still" ? { motion: "still" } : { [name]: true });
    return able.length ? [...messages, words.linkCues(able.join(", "))] : messages;
  }

  #chooseLength(value) {
    const number = Number(value.slice(1));
    this.#about = value[0] === "m" ? number : null;
    if (this.#practice.kind === "breath") this.#take({ rounds: value === "open" ? null : this.#about ? this.#roundsAbout() : number });
    else this.#take({ minutes: value === "open" || value === "written" ? null : number });
  }

  #roundsAbout(spans = this.choice.spans) {
    return roundsFor(spans, this.#about * 60000);
  }

  #chooseOwnLength(text) {
    const name = this.#practice.kind === "breath" ? "rounds" : "minutes";
    const { choice, messages } = readAddress(`${name}=${encodeURIComponent(text)}`, this.#practice);
    const why = name === "rounds" ? words.badRounds(MOST_ROUNDS) : words.badMinutes;
    const fits = !messages.length && text !== "open";
    this.#refuse(this.length, [this.length.own], fits ? "" : `${why} ${words.keeps(this.lengthOf(this.choice))}`);
    if (!fits) return;
    this.#about = null;
    this.#take(choice);
  }

  #choosePattern(text) {
    const { spans: given, bounds } = this.#practice;
    const known = this.#practice.presets.some(({ pattern }) => pattern === text) || text === patternOf(given);
    const seconds = text.split("-").map((each) => Number(each) * 1000);
    const read = known ? { spans: given.map(({ kind }, phase) => ({ kind, ms: seconds[phase] })) } : parsePattern(text, given.map(({ kind }) => kind), bounds);
    if (!read.spans) {
      const inputs = read.phase === undefined ? this.pattern.seconds : [this.pattern.seconds[read.phase]];
      this.#refuse(this.pattern, inputs, `${refusal(this.#practice, read)} ${words.keeps(patternOf(this.choice.spans))}`);
      return;
    }
    this.#refuse(this.pattern, [], "");
    this.#takePattern(read.spans);
  }

  #takePattern(spans) {
    const own = mayLeadIn(spans, this.choice.own) ? this.choice.own : 0;
    this.#take({ spans, own, rounds: this.#about ? this.#roundsAbout(spans) : this.choice.rounds });
  }

  /** One tap: with holds left out, or put back. */
  toggleHolds() {
    this.#refuse(this.pattern, [], "");
    this.#takePattern(toggleHolds(this.#practice, this.choice).spans);
  }

  #chooseOwnPace(ms) {
    const fits = !ms || mayLeadIn(this.choice.spans, ms);
    this.#refuse(this.pattern, [this.pattern.own], fits ? "" : words.badOwnPace(roundMs(this.choice.spans) - 100));
    if (fits) this.#take({ own: Math.round(ms / 100) * 100 });
  }

  /** Three taps or more, one at each breath in, give the reader's own pace. */
  #tap(button) {
    const now = performance.now();
    this.#taps = this.#taps.filter((tap) => now - tap < 60000).concat(now).slice(-5);
    const count = this.#taps.length;
    button.textContent = count < 3 ? words.tapMore(count) : words.tapPace;
    if (count < 3) return;
    const own = Math.round((now - this.#taps[0]) / (count - 1) / 100) * 100;
    this.pattern.own.value = own / 1000;
    this.#chooseOwnPace(own);
  }

  #refuse(row, inputs, why) {
    for (const input of row.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
    if (why) inputs.forEach((input) => input.setAttribute("aria-invalid", "true"));
    row.refusal.textContent = why;
  }

  #take(choice) {
    Object.assign(this.choice, choice);
    this.#save();
    this.show();
    this.#changed.changed();
  }

  #set(settings) {
    Object.assign(this.settings, settings);
    this.#save();
    this.show();
    this.#changed.changed();
  }

  /** Only what a reader changed is kept; other timers' choices are read again first. */
  #save() {
    const { slug } = this.#practice;
    const { search } = new URL(linkTo(this.#pages.page, this.#practice, this.choice, []));
    this.settings.practices = { ...loadSettings().practices, [slug]: search || undefined };
    saveSettings(this.settings);
    this.motion.memory.hidden = !hasSettings();
  }

  #forget() {
    forgetSettings();
    this.settings = { ...DEFAULTS, practices: {} };
    this.choice = defaultChoice(this.#practice);
    this.bell = 0;
    this.#about = null;
    this.show();
    this.#changed.changed();
  }

  /** Close the door on length and pattern while a session runs. */
  lock(running) {
    for (const row of [this.length, this.pattern]) if (row) row.querySelector("fieldset").disabled = running;
  }

  /** Put what is chosen into every row. */
  show() {
    const { choice, settings } = this;
    this.#showLength(choice);
    if (this.pattern) this.#showPattern(choice);
    for (const [name, tick] of Object.entries(this.cues.ticks)) if (tick) tick.input.checked = settings[name];
    this.cues.volume.value = settings.volume;
    const on = ["tones", "voice", "vibration"].filter((name) => settings[name] && this.cues.ticks[name]);
    this.cues.value.textContent = on.map((name) => words[name]).join(", ") || (this.bell ? words.bells : words.silent);
    this.motion.motion.value = settings.motion;
    this.motion.value.textContent = words.motions[settings.motion].split(":")[0];
    this.motion.memory.hidden = !hasSettings();
    this.#showShare();
  }

  #showLength({ rounds, minutes }) {
    const options = this.#lengthOptions();
    const now = this.#about ? `m${this.#about}` : this.#practice.kind === "breath" ? (rounds === null ? "open" : `r${rounds}`) : minutes === null ? (this.#practice.kind === "open" ? "open" : "written") : `n${minutes}`;
    if (!options.some(([value]) => value === now)) options.push([now, this.lengthOf(this.choice)]);
    this.length.lengths.replaceChildren(...options.map(([value, text]) => new Option(text, value, false, value === now)));
    if (!this.length.own.hasAttribute("aria-invalid")) this.length.own.value = rounds ?? minutes ?? "";
    this.length.value.textContent = this.lengthOf(this.choice);
    if (this.length.bell) this.length.bell.value = this.bell;
  }

  #lengthOptions() {
    const { kind, lengths } = this.#practice;
    const text = (change) => this.lengthOf({ ...this.choice, ...change });
    if (kind === "breath") {
      const about = ABOUT.map((m) => [`m${m}`, `${words.about(m)}: ${text({ rounds: roundsFor(this.choice.spans, m * 60000) })}`]);
      return [...lengths.map(({ rounds }) => [`r${rounds}`, text({ rounds })]), ...about, ["open", words.untilStop]];
    }
    const offered = lengths.filter(({ minutes }) => minutes !== null).map(({ minutes }) => [`n${minutes}`, text({ minutes })]);
    return kind === "open" ? [...offered, ["open", words.untilStop]] : [["written", `${words.asWritten}: ${text({ minutes: null })}`], ...offered];
  }

  #showPattern({ spans, own, rounds }) {
    const now = patternOf(spans);
    const { presets, seconds, eases } = this.pattern;
    presets.value = [...presets.options].some(({ value }) => value === now) ? now : "";
    seconds.forEach((input, phase) => input.hasAttribute("aria-invalid") || (input.value = spans[phase].ms / 1000));
    eases.textContent = own ? words.easesIn(Math.min(LEAD_IN_ROUNDS, (rounds ?? Infinity) - 1)) : "";
    if (!this.pattern.own.hasAttribute("aria-invalid")) this.pattern.own.value = own ? own / 1000 : "";
    this.pattern.value.textContent = now;
  }

  /** Whether the practice has a hold that a tap can leave out, and whether it is left out. */
  get holds() {
    return { offered: hasHold(this.#practice.spans), out: !hasHold(this.choice.spans) };
  }

  #showShare() {
    const { settings } = this;
    const cues = CUES.filter((name) => (name === "still" ? settings.motion === "still" : settings[name]));
    this.share.link.value = linkTo(this.#pages.page, this.#practice, this.choice, cues);
    const title = this.#practice.title.replaceAll('"', "&quot;");
    this.share.code.value = `<iframe src="${linkTo(this.#pages.embed, this.#practice, this.choice, [])}" title="${title}: practice timer" width="420" height="860" loading="lazy" allow="screen-wake-lock; fullscreen; web-share; clipboard-write"></iframe>`;
  }

  /** The system's sheet, else a copy, else the address to read. */
  async #share() {
    const url = this.share.link.value;
    try {
      if (navigator.share) return await navigator.share({ title: this.#practice.title, url });
      await navigator.clipboard.writeText(url);
      this.share.reply.textContent = words.copied;
    } catch (error) {
      this.share.shown.hidden = error?.name === "AbortError";
    }
  }
}
