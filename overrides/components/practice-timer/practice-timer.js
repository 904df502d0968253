/** The element: finds its printed list, adds the controls, and runs one session on one clock. */

import { Choices } from "./choices.js";
import { SessionClock } from "./clock.js";
import { buildControls, FIRST, showControls } from "./controls.js";
import { Dial, redrawShape } from "./dial.js";
import { part } from "./dom.js";
import { FullView } from "./full-view.js";
import { readPractice } from "./practice.js";
import { changePace, countRounds, PACE_STEP_MS, spansOf, startsBetween, stateAt, totalMs } from "./schedule.js";
import { canVibrate, speak, stopSpeaking, Tones, vibrate } from "./sound.js";
import { lengthInWords, words } from "./strings.js";
import { ScreenLock } from "./wake.js";

const GET_READY_MS = 3000;
const BEAT_MS = 250; // how often the timer looks when nothing is painted
const AHEAD_MS = 1600; // how far ahead tones are scheduled; more than a throttled second
const HIDDEN_AHEAD_MS = 150000; // and in a hidden tab, where timers may run once a minute
const FRESH_MS = 700; // a voice or pulse later than this is left out
const HALFWAY_FROM_MS = 60000; // shorter sessions have no halfway
const ACTIVE = ["ready", "running"];

export class PracticeTimer extends HTMLElement {
  #practice;
  #choices;
  #ui;
  #dial;
  #full;
  #session;
  #listeners;
  #clock = new SessionClock();
  #tones = new Tones(() => this.#hold(words.pausedCall));
  #lock = new ScreenLock(() => this.#note(words.screenMayDim));
  #still = matchMedia("(prefers-reduced-motion: reduce)");
  #seen = 0;
  #halfway = false;
  #startedAt = null;

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
    const actions = Object.fromEntries(["stop", "restart", "skipCount", "nextStep", "noHolds", "slower", "faster"].map((name) => [name, () => this[name]()]));
    actions.start = () => this[FIRST[this.state] ?? "start"]();
    actions.full = () => this.#full.toggle();
    actions.answer = (answer) => this.#answer(answer);
    this.#ui = buildControls(practice, actions);
    this.#dial = new Dial(practice.kind);
    this.#choices = new Choices(practice, this.dataset, {
      changed: () => this.#refresh(),
      cue: (name, on) => this.#cueChanged(name, on),
      test: () => this.#test(),
    });
    this.#full = new FullView(this, (open) => (this.#ui.buttons.full.textContent = open ? words.leaveFull : words.full));
    this.#practice = practice;
    this.#place();
    this.#note(this.#choices.messages.join(" "));
    this.#setState("idle");
  }

  #place() {
    const { face, next, main, second, status, note, end } = this.#ui;
    const find = (name) => this.querySelector(`.practice-timer__${name}`);
    this.parts = { facts: find("facts"), out: find("out"), shape: find("shape svg"), script: find("script") };
    find("stage").append(this.#dial.dial, this.#dial.bar, face, this.#dial.line, next);
    find("controls").append(main, status, note, second, end);
    find("choices").replaceWith(part("settings", "div", {}, ...this.#choices.rows));
    this.parts.out.querySelector(".practice-timer__heading").tabIndex = -1;
    if (this.#practice.kind === "steps") this.parts.script.open = false;
  }

  #listen() {
    this.#listeners = new AbortController();
    const on = (target, name, listener) => target.addEventListener(name, listener, { signal: this.#listeners.signal });
    on(document, "visibilitychange", () => this.#visibility());
    on(document, "freeze", () => this.#hold(words.pausedAway));
    on(window, "pagehide", () => this.#hold(words.pausedAway));
    on(window, "beforeprint", () => (this.parts.script.open = true));
    on(this.#still, "change", () => this.#refresh());
  }

  /** idle, ready, running, paused, stopped or ended. */
  get state() {
    return this.dataset.state;
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
    this.querySelector(".practice-timer__stage").scrollIntoView({ block: "nearest" });
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

  restart() {
    this.start();
  }

  stop() {
    this.#halt();
    this.#setState("stopped");
    this.#say("");
    this.#tell("stop");
    this.parts.out.querySelector(".practice-timer__heading").focus();
  }

  skipCount() {
    this.#jump(0);
  }

  nextStep() {
    const { spans } = this.#session.stretches[0];
    const { phase } = stateAt(this.#session, this.#clock.elapsed);
    this.#jump(spans.slice(0, phase + 1).reduce((sum, { ms }) => sum + ms, 0));
  }

  noHolds() {
    this.#choices.toggleHolds();
  }

  slower() {
    this.#changePace(PACE_STEP_MS);
  }

  faster() {
    this.#changePace(-PACE_STEP_MS);
  }

  #jump(elapsed) {
    this.#clock.moveTo(elapsed);
    this.#seen = elapsed;
    this.#tones.begin(elapsed);
    this.#tick();
  }

  #changePace(step) {
    const elapsed = this.#clock.elapsed;
    const before = JSON.stringify(this.#session);
    const { round } = stateAt(this.#session, elapsed);
    const changed = changePace(this.#session, elapsed, step, this.#practice.bounds);
    if (elapsed >= 0 && round === countRounds(this.#session)) return this.#say(words.lastBreath);
    const same = JSON.stringify(changed.stretches.map(({ spans }) => spans)) === JSON.stringify(this.#session.stretches.map(({ spans }) => spans));
    if (same) return this.#say(step > 0 ? words.slowest : words.fastest);
    this.#session = changed;
    this.#tones.begin(elapsed);
    const total = totalMs(changed);
    this.#say(words[step > 0 ? "slowerNow" : "fasterNow"](total === null ? null : total - Math.max(0, elapsed)));
    this.#paint(elapsed);
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
    clearInterval(this.beat);
    cancelAnimationFrame(this.frame);
    this.beat = setInterval(() => this.#tick(), BEAT_MS);
    const again = () => {
      this.frame = requestAnimationFrame(again);
      this.#tick();
    };
    this.frame = requestAnimationFrame(again);
  }

  #halt() {
    this.#clock.pause();
    clearInterval(this.beat);
    cancelAnimationFrame(this.frame);
    this.#lock.release();
    this.#tones.silence();
    stopSpeaking();
    navigator.vibrate?.(0);
  }

  /** Pause, for whatever reason. */
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
    if (this.#clock.slept()) return this.#hold(words.pausedAsleep);
    const { elapsed } = this.#clock;
    if (elapsed >= 0 && this.state === "ready") this.#setState("running");
    const ahead = document.visibilityState === "hidden" ? HIDDEN_AHEAD_MS : AHEAD_MS;
    if (this.#choices.sounds) this.#tones.schedule(this.#session, elapsed, ahead, this.#choices.bellMs);
    this.#cue(elapsed);
    if (this.#paint(elapsed).done) this.#end();
  }

  /** Voice, pulse and spoken phase, once, on crossing the start of a phase; what is late is left out. */
  #cue(elapsed) {
    const begun = startsBetween(this.#session, this.#seen, elapsed).at(-1);
    this.#seen = elapsed;
    const half = totalMs(this.#session) / 2;
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
    const sound = this.#choices.sounds;
    this.#clock.pause();
    clearInterval(this.beat);
    cancelAnimationFrame(this.frame);
    this.#lock.release();
    if (sound) this.#tones.ringOut();
    if (this.#choices.settings.vibration && canVibrate()) vibrate("end");
    this.#setState("ended");
    this.#say(words.ended(this.#lengthRun()));
    this.#tell("end");
  }

  #lengthRun() {
    const rounds = countRounds(this.#session);
    const long = lengthInWords(totalMs(this.#session));
    return this.#practice.kind === "breath" ? `${words.rounds(rounds)}, ${long}` : long;
  }

  /** Word, number, shape and line, all from one state. */
  #paint(elapsed) {
    const state = stateAt(this.#session, elapsed);
    const ready = elapsed < 0;
    const { kind, says } = this.#practice;
    const { word, number, next } = this.#ui;
    const count = kind === "open" ? (state.remaining ?? 0) / 1000 : state.count;
    write(word, ready ? words.getReady : state.done ? words.theEnd : says[state.phase]);
    write(number, ready ? Math.ceil(-elapsed / 1000) : state.done || (kind === "open" && state.remaining === null) ? "" : clockFace(count));
    write(next, kind === "steps" && says[state.phase + 1] && !state.done ? words.next(says[state.phase + 1]) : "");
    write(this.parts.facts, this.#progress(state, elapsed));
    this.#dial.paint(this.#session, state);
    return state;
  }

  #progress({ round, phase, remaining }, elapsed) {
    const { kind, says } = this.#practice;
    const time = remaining === null ? words.gone(Math.max(0, elapsed)) : words.left(remaining);
    if (kind === "breath") return `${words.round(round, countRounds(this.#session))} · ${time}`;
    return kind === "steps" ? `${words.step(phase + 1, says.length)} · ${time}` : time;
  }

  #setState(state) {
    const { holds } = this.#choices;
    this.dataset.state = state;
    this.parts.out.hidden = state !== "stopped";
    this.#ui.end.hidden = state !== "ended";
    this.#ui.end.row.hidden = false;
    this.#ui.end.reply.textContent = "";
    this.#choices.lock(["ready", "running", "paused"].includes(state));
    showControls(this.#ui, state, { kind: this.#practice.kind, hold: holds.offered });
    this.#refresh();
  }

  /** After a choice: facts, shape and list follow; motion may change in mid-session. */
  #refresh() {
    const { settings, facts, choice, holds, session } = this.#choices;
    const still = settings.motion === "device" ? this.#still.matches : settings.motion === "still";
    this.dataset.motion = still ? "still" : "moving";
    this.#ui.buttons.noHolds.setAttribute("aria-pressed", String(holds.out));
    if (!["idle", "stopped"].includes(this.state)) return;
    write(this.parts.facts, facts);
    if (this.#practice.kind === "breath") redrawShape(this.parts.shape, choice.spans);
    session.stretches.at(-1).spans.forEach(({ ms }, phase) => {
      const item = this.querySelectorAll(".practice-timer__phases li")[phase];
      item.hidden = !ms;
      write(item.querySelector(".practice-timer__seconds"), ms < 60000 ? words.short(ms) : lengthInWords(ms));
    });
  }

  #cueChanged(name, value) {
    if (name === "volume") this.#tones.volume = value;
    if ((name === "tones" || name === "playAnyway") && ACTIVE.includes(this.state)) {
      this.#tones.begin(this.#clock.elapsed);
      if (this.#choices.sounds) this.#wakeSound();
    }
  }

  async #test() {
    if (await this.#wakeSound()) this.#tones.test();
    else this.#note(words.soundAsleep);
  }

  #answer(answer) {
    const { end } = this.#ui;
    end.reply.textContent = words.thanks[answer];
    end.row.hidden = true;
    this.parts.out.hidden = answer !== "worse";
    this.#tell("answer", { answer });
  }

  #say(text) {
    write(this.#ui.status, text);
  }

  #note(text) {
    write(this.#ui.note, text);
  }

  /** One bubbling event for each thing that happened, with the start as the key of the session. */
  #tell(name, more = {}) {
    const detail = { slug: this.#practice.slug, startedAt: this.#startedAt, elapsedMs: Math.max(0, this.#clock.elapsed), ...more };
    this.dispatchEvent(new CustomEvent(`practice-timer-${name}`, { bubbles: true, detail }));
  }
}

/** Touch the page only when the text changes. */
function write(element, text) {
  if (element.textContent !== String(text)) element.textContent = text;
}

/** Seconds below a minute, else minutes and seconds. @param {number} seconds */
function clockFace(seconds) {
  const whole = Math.ceil(seconds);
  return whole < 60 ? String(whole) : `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
