/** The element: finds its printed list, adds the controls, and runs one session on one clock. */

import { Choices } from "./choices.js";
import { SessionClock } from "./clock.js";
import { Dial, redrawShape } from "./dial.js";
import { fullView } from "./full-view.js";
import { readPractice } from "./practice.js";
import { changePace, countRounds, lastStretch, PACE_STEP_MS, roundMs, spansOf, startsBetween, stateAt, totalMs } from "./schedule.js";
import { canVibrate, speak, stopSpeaking, Tones, vibrate } from "./sound.js";
import { lengthInWords, words } from "./strings.js";
import { screenLock } from "./wake.js";

const GET_READY_MS = 3000;
const BEAT_MS = 250; // how often the timer looks when nothing is painted
const AHEAD_MS = 1600; // how far ahead tones are scheduled; more than a throttled second
const HIDDEN_AHEAD_MS = 150000; // and in a hidden tab, where timers may run once a minute
const FRESH_MS = 700; // a voice or pulse later than this is left out
const HALFWAY_FROM_MS = 60000; // shorter sessions have no halfway
const ACTIVE = ["ready", "running"];
/** @type {Partial<Record<string, "pause" | "resume">>} */
const FIRST = { ready: "pause", running: "pause", paused: "resume" }; // what the first button says and does; else Start

/** @typedef {import("./schedule.js").Session} Session */

export class PracticeTimer extends HTMLElement {
  // Set when connected, the session at Start.
  #practice = /** @type {import("./practice.js").PracticeData} */ (/** @type {unknown} */ (undefined));
  #choices = /** @type {Choices} */ (/** @type {unknown} */ (undefined));
  #dial = /** @type {Dial} */ (/** @type {unknown} */ (undefined));
  #full = /** @type {ReturnType<typeof fullView>} */ (/** @type {unknown} */ (undefined));
  #session = /** @type {Session} */ (/** @type {unknown} */ (undefined));
  /** @type {Record<string, HTMLElement>} */
  #parts = {};
  /** @type {AbortController | undefined} */
  #listeners;
  #clock = new SessionClock();
  #tones = new Tones(() => this.#hold(words.pausedCall));
  #lock = screenLock(() => this.#note(words.screenMayDim));
  #still = matchMedia("(prefers-reduced-motion: reduce)");
  #seen = 0;
  #halfway = false;
  /** @type {number | null} */
  #startedAt = null;
  /** @type {number | undefined} */
  #beat;
  #frame = 0;
  #wasHidden = false; // at any time since the last tick

  connectedCallback() {
    try {
      if (!this.#practice) this.#build();
      this.#listen();
    } catch (error) {
      console.error("practice-timer: the list stays as printed", error);
    }
  }

  disconnectedCallback() {
    this.#listeners?.abort();
    this.#full?.leave();
    this.#hold(words.paused);
    this.#tones.close();
  }

  #build() {
    const practice = readPractice(this);
    this.#dial = new Dial(practice.kind);
    this.#place();
    this.#choices = new Choices(practice, this.#part("settings"), (name, value) => this.#chosen(name, value));
    this.#full = fullView(this, (open) => write(this.#button("full"), open ? words.leaveFull : words.full));
    this.addEventListener("click", ({ target }) => this.#press(/** @type {Element} */ (target).closest("button")));
    this.#practice = practice;
    this.#note(this.#choices.messages.join(" "));
    this.#setState("idle");
  }

  /** @param {string} name */
  #part(name) {
    return (this.#parts[name] ??= this.#one(`.practice-timer__${name}`));
  }

  /** @param {string} name */
  #button(name) {
    return this.#one(`button[name=${name}]`);
  }

  /** @param {string} selector */
  #one(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  /** The template's children go where they belong. */
  #place() {
    const template = /** @type {HTMLTemplateElement} */ (this.#part("template"));
    const added = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    const [face, next] = added.children;
    this.#part("choices").remove();
    this.#part("controls").after(/** @type {HTMLElement} */ (added.querySelector(".practice-timer__settings")));
    this.#part("stage").append(this.#dial.dial, this.#dial.bar, face, this.#dial.line, next);
    this.#part("controls").append(added);
    this.#heading.tabIndex = -1;
  }

  get #heading() {
    return /** @type {HTMLElement} */ (this.#part("out").querySelector(".practice-timer__heading"));
  }

  /** A press anywhere inside a button: a translator wraps its words in elements of its own. @param {HTMLButtonElement | null} button */
  #press(button) {
    if (!button) return;
    const { name, value } = button;
    /** @type {Record<string, () => void>} */
    const actions = {
      start: () => this[FIRST[this.state] ?? "start"](),
      stop: () => this.stop(),
      restart: () => this.start(),
      skipCount: () => this.#jump(0),
      nextStep: () => this.#nextStep(),
      noHolds: () => this.#choices.toggleHolds(),
      slower: () => this.#changePace(PACE_STEP_MS),
      faster: () => this.#changePace(-PACE_STEP_MS),
      full: () => this.#full.toggle(),
      answer: () => this.#answer(value),
    };
    actions[name]?.();
  }

  #listen() {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    /** @param {EventTarget} target @param {string} name @param {() => void} listener */
    const on = (target, name, listener) => target.addEventListener(name, listener, { signal });
    on(document, "visibilitychange", () => this.#visibility());
    on(document, "freeze", () => this.#hold(words.pausedAway));
    on(window, "pagehide", () => this.#hold(words.pausedAway));
    on(window, "beforeprint", () => ["script", "more"].forEach((name) => (/** @type {HTMLDetailsElement} */ (this.#part(name)).open = true)));
    on(this.#still, "change", () => this.#refresh());
  }

  /** idle, ready, running, paused, stopped or ended. */
  get state() {
    return this.dataset.state ?? "";
  }

  start() {
    this.#session = this.#choices.session;
    this.#clock.start(-GET_READY_MS);
    this.#seen = -GET_READY_MS;
    this.#halfway = false;
    this.#startedAt = Date.now();
    this.#run();
    this.#say(words.started(this.#choices.lengthOf(this.#choices.choice)));
    this.#tell("start");
    this.#part("stage").scrollIntoView({ block: "nearest" });
  }

  resume() {
    this.#clock.resume();
    this.#say("");
    this.#run();
    this.#tell("resume");
  }

  pause() {
    this.#hold(words.paused);
  }

  stop() {
    this.#halt();
    this.#setState("stopped");
    this.#say("");
    this.#tell("stop");
    this.#heading.focus();
  }

  #nextStep() {
    const { spans } = this.#session.stretches[0];
    this.#jump(roundMs(spans.slice(0, stateAt(this.#session, this.#clock.elapsed).phase + 1)));
  }

  /** @param {number} elapsed */
  #jump(elapsed) {
    this.#clock.moveTo(elapsed);
    this.#seen = elapsed;
    this.#tones.begin(elapsed);
    if (this.#paint(elapsed).done) this.#end();
    else this.#tick();
  }

  /** @param {number} step milliseconds */
  #changePace(step) {
    const { elapsed } = this.#clock;
    const changed = changePace(this.#session, elapsed, step, this.#practice.bounds);
    if (stateAt(this.#session, elapsed).round === countRounds(this.#session)) return this.#say(words.lastBreath);
    /** @param {Session} session */
    const length = (session) => roundMs(lastStretch(session).spans);
    if (length(changed) === length(this.#session)) return this.#say(words.paceLimit(step > 0));
    this.#session = changed;
    this.#tones.begin(elapsed);
    this.#say(words.pace(step > 0, this.#paint(elapsed).remaining));
  }

  /** Begin to tick, sound and keep the screen on: from Start, Resume or Restart, inside the tap. */
  #run() {
    const { elapsed } = this.#clock;
    this.#setState(elapsed < 0 ? "ready" : "running");
    this.#paint(elapsed);
    this.#tones.begin(elapsed);
    if (this.#choices.sounds) this.#wakeSound();
    if (this.#choices.settings.voice && elapsed < 0) speak(words.getReady, this.#choices.settings.volume);
    this.#note("");
    this.#lock.keep();
    this.#loop();
  }

  async #wakeSound() {
    const { volume, playAnyway } = this.#choices.settings;
    const awake = await this.#tones.wake(volume, playAnyway);
    if (!awake && ACTIVE.includes(this.state)) this.#note(words.soundAsleep);
    return awake;
  }

  #loop() {
    clearInterval(this.#beat);
    cancelAnimationFrame(this.#frame);
    this.#beat = setInterval(() => this.#tick(), BEAT_MS);
    const again = () => {
      this.#frame = requestAnimationFrame(again);
      this.#tick();
    };
    this.#frame = requestAnimationFrame(again);
  }

  /** Stand still and let the screen go; what sounds rings out. */
  #rest() {
    this.#clock.pause();
    clearInterval(this.#beat);
    cancelAnimationFrame(this.#frame);
    this.#lock.release();
  }

  #halt() {
    this.#rest();
    this.#tones.silence();
    this.#tones.ringOut();
    stopSpeaking();
    navigator.vibrate?.(0);
  }

  /** Pause, for whatever reason. @param {string} why */
  #hold(why) {
    if (!ACTIVE.includes(this.state)) return;
    this.#halt();
    this.#setState("paused");
    this.#paint(this.#clock.elapsed);
    this.#say(why);
    this.#tell("pause");
  }

  #visibility() {
    const hidden = document.visibilityState === "hidden";
    this.#wasHidden = true;
    const goOn = this.#choices.settings.keepGoing && this.#choices.sounds;
    if (hidden && !goOn) this.#hold(words.pausedAway);
    else if (ACTIVE.includes(this.state)) {
      if (!hidden) this.#lock.keep();
      this.#seen = Math.max(this.#seen, this.#clock.elapsed - FRESH_MS);
      this.#tick();
    }
  }

  #tick() {
    if (!ACTIVE.includes(this.state)) return;
    const slept = this.#clock.slept(this.#wasHidden);
    this.#wasHidden = document.visibilityState === "hidden";
    if (slept) return this.#hold(words.pausedAsleep);
    const { elapsed } = this.#clock;
    if (elapsed >= 0 && this.state === "ready") this.#setState("running");
    const ahead = document.visibilityState === "hidden" ? HIDDEN_AHEAD_MS : AHEAD_MS;
    if (this.#choices.sounds) this.#tones.schedule(this.#session, elapsed, ahead, this.#choices.bell * 60000);
    this.#cue(elapsed);
    if (this.#paint(elapsed).done) this.#end();
  }

  /** Voice, pulse and spoken phase, once, on crossing the start of a phase; what is late is left out. @param {number} elapsed */
  #cue(elapsed) {
    const begun = startsBetween(this.#session, this.#seen, elapsed).at(-1);
    this.#seen = elapsed;
    const half = (totalMs(this.#session) ?? 0) / 2;
    if (!this.#halfway && half >= HALFWAY_FROM_MS / 2 && elapsed >= half && elapsed < 2 * half) {
      this.#halfway = true;
      this.#say(words.halfway);
    }
    if (!begun || elapsed - begun.at > FRESH_MS) return;
    const { voice, volume, vibration, readPhases } = this.#choices.settings;
    const say = this.#practice.says[begun.phase];
    if (voice) speak(say, volume);
    if (vibration && canVibrate()) vibrate(spansOf(this.#session, begun.round)[begun.phase].kind);
    if (readPhases) this.#say(say);
  }

  #end() {
    this.#rest();
    if (this.#choices.sounds) this.#tones.ringOut();
    if (this.#choices.settings.vibration && canVibrate()) vibrate("end");
    this.#setState("ended");
    this.#say(words.ended(this.#lengthRun()));
    this.#tell("end");
  }

  #lengthRun() {
    const rounds = countRounds(this.#session);
    const long = lengthInWords(totalMs(this.#session) ?? 0);
    return this.#practice.kind === "breath" && rounds !== null ? `${words.rounds(rounds)}, ${long}` : long;
  }

  /** Word, number, shape and line, all from one state. @param {number} elapsed */
  #paint(elapsed) {
    const state = stateAt(this.#session, elapsed);
    const ready = elapsed < 0;
    const { kind, says } = this.#practice;
    write(this.#part("word"), ready ? words.getReady : state.done ? words.theEnd : says[state.phase]);
    const left = kind === "open" ? (state.remaining ?? 0) / 1000 : state.count;
    write(this.#part("number"), ready ? String(Math.ceil(-elapsed / 1000)) : left ? clockFace(left) : "");
    const next = kind === "steps" && !state.done && says[state.phase + 1];
    write(this.#part("next"), next ? words.next(next) : "");
    write(this.#part("facts"), this.#progress(state, elapsed));
    this.#dial.paint(this.#session, state);
    const step = ready || state.done ? "" : String(state.phase + 1);
    if (this.dataset.step !== step) this.dataset.step = step;
    return state;
  }

  /** @param {import("./schedule.js").State} state @param {number} elapsed */
  #progress({ round, phase, remaining }, elapsed) {
    const { kind, says } = this.#practice;
    const time = remaining === null ? words.gone(Math.max(0, elapsed)) : words.left(remaining);
    if (kind === "breath") return `${words.round(round, countRounds(this.#session))} · ${time}`;
    return kind === "steps" ? `${words.step(phase + 1, says.length)} · ${time}` : time;
  }

  /** Show what belongs to a state; a button that goes hands its focus to the first. @param {string} state */
  #setState(state) {
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    this.dataset.state = state;
    if (!(state in FIRST)) delete this.dataset.step;
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-in]"))) button.hidden = !button.dataset.in?.split(" ").includes(state);
    write(this.#button("start"), words[FIRST[state] ?? "start"]);
    if (focused?.hidden && this.contains(focused)) this.#button("start").focus({ preventScroll: true });
    this.#part("out").hidden = state !== "stopped";
    this.#part("end").hidden = state !== "ended";
    this.#part("question").hidden = false;
    write(this.#part("reply"), "");
    this.#choices.lock(state in FIRST);
    this.#refresh();
  }

  /** After a choice: facts, shape and list follow; motion may change in mid-session. */
  #refresh() {
    const { settings, noHolds } = this.#choices;
    const still = settings.motion === "device" ? this.#still.matches : settings.motion === "still";
    this.dataset.motion = still ? "still" : "moving";
    this.querySelector("button[name=noHolds]")?.setAttribute("aria-pressed", String(noHolds));
    if (this.state in FIRST) return;
    const { facts, choice, session } = this.#choices;
    write(this.#part("facts"), facts);
    if (this.state !== "ended") this.#dial.paint(session, stateAt(session, 0)); // drawn before it is needed: Start answers at once
    if (this.#practice.kind === "breath") redrawShape(/** @type {SVGSVGElement} */ (this.#part("shape").firstElementChild), choice.spans);
    const items = /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".practice-timer__phases li"));
    lastStretch(session).spans.forEach(({ ms }, phase) => {
      items[phase].hidden = !ms;
      write(/** @type {HTMLElement} */ (items[phase].querySelector(".practice-timer__seconds")), ms < 60000 ? words.seconds(ms) : lengthInWords(ms));
    });
  }

  /** A choice was made: nothing named means length or pattern. @param {string} [name] @param {any} [value] */
  #chosen(name, value) {
    if (name === "test") return this.#test();
    if (name === "volume") this.#tones.volume = value;
    if ((name === "tones" || name === "playAnyway") && ACTIVE.includes(this.state)) {
      this.#tones.begin(this.#clock.elapsed);
      if (this.#choices.sounds) this.#wakeSound();
    }
    this.#refresh();
  }

  async #test() {
    if (!(await this.#wakeSound())) return this.#note(words.soundAsleep);
    this.#tones.test();
    if (!ACTIVE.includes(this.state)) this.#tones.ringOut();
  }

  /** @param {string} answer */
  #answer(answer) {
    const reply = this.#part("reply");
    write(reply, reply.dataset[answer] ?? "");
    this.#part("question").hidden = true;
    this.#part("out").hidden = answer !== "worse";
    (answer === "worse" ? this.#heading : this.#button("start")).focus({ preventScroll: true });
    this.#tell("answer", { answer });
  }

  /** @param {string} text */
  #say(text) {
    write(this.#part("status"), text);
  }

  /** @param {string} text */
  #note(text) {
    write(this.#part("note"), text);
  }

  /** One bubbling event for each thing that happened, with the start as the key of the session. @param {string} name */
  #tell(name, more = {}) {
    const detail = { slug: this.#practice.slug, startedAt: this.#startedAt, elapsedMs: Math.max(0, this.#clock.elapsed), ...more };
    this.dispatchEvent(new CustomEvent(`practice-timer-${name}`, { bubbles: true, detail }));
  }
}

/** @type {WeakMap<HTMLElement, string>} */
const written = new WeakMap(); // what the timer wrote last; the page itself may show it in another language

/** Touch the page only when our own text changes, so that a translation of it stays. @param {HTMLElement} element @param {string} text */
function write(element, text) {
  if ((written.get(element) ?? element.textContent) === text) return;
  written.set(element, text);
  element.textContent = text;
}

/** Seconds below a minute, else minutes and seconds. @param {number} seconds */
function clockFace(seconds) {
  const whole = Math.ceil(seconds);
  return whole < 60 ? String(whole) : `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
