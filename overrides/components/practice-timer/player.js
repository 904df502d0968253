/** Runs one session on one clock (requestAnimationFrame): states, ticks, tones, cues, the screen lock. */

import { SessionClock } from "./clock.js";
import { forgetSession, saveSession } from "./left-session.js";
import * as schedule from "./schedule.js";
import { SessionSound } from "./session-sound.js";
import { lengthInWords, words } from "./strings.js";
import { screenLock } from "./wake.js";
/** @import { LeftSession } from "./left-session.js" */
/** @import { TimerOptions } from "./options.js" */
/** @import { PracticeData } from "./practice.js" */
/** @import { Session, State } from "./schedule.js" */

const GET_READY_MS = 3000;
const BEAT_MS = 250; // how often the timer looks when nothing is painted
const FRESH_MS = 700; // a voice or pulse later than this is left out
const HALFWAY_FROM_MS = 60000; // shorter sessions have no halfway

/**
 * What the player calls; `say` is for a screen reader too.
 * @typedef {{stateChanged: () => void, paint: (moment: State, elapsed: number) => void,
 *   say: (text: string) => void, note: (text: string) => void, happened: (name: string) => void}}
 *  View */

export class SessionPlayer {
  /** idle, ready, running, paused, stopped or ended. */
  state = "idle";
  session = /** @type {Session} */ (/** @type {unknown} */ (undefined)); // from Start on
  /** Milliseconds of the epoch: the key of the session. @type {number | null} */
  startedAt = null;
  #practice;
  #options;
  #view;
  #clock = new SessionClock();
  #sound;
  #lock;
  #cuedUpTo = 0;
  #halfway = false;
  /** @type {number | undefined} */
  #beat;
  #frame = 0;
  #wasHidden = false; // at any time since the last tick

  /** @param {PracticeData} practice @param {TimerOptions} options @param {View} view */
  constructor(practice, options, view) {
    this.#practice = practice;
    this.#options = options;
    this.#view = view;
    this.#sound = new SessionSound(options, view.note, () => this.pause(words.pausedCall));
    this.#lock = screenLock(() => view.note(words.screenMayDim));
  }

  get active() {
    return this.state === "ready" || this.state === "running";
  }

  /** Milliseconds of practice so far; what was skipped is left out. */
  get practised() {
    return this.#clock.practised;
  }

  /** From the start, or from where a session was left. @param {LeftSession | null} left */
  start(left) {
    this.session = left?.session ?? this.#options.session;
    this.#clock.start(left?.elapsed ?? -GET_READY_MS, left?.practised);
    if (!left) forgetSession();
    this.#cuedUpTo = this.#clock.elapsed;
    this.#halfway = this.#clock.elapsed > 0;
    this.startedAt = Date.now();
    this.#run();
    this.#view.say(left ? "" : words.started(this.#options.length));
    this.#view.happened("start");
  }

  resume() {
    this.#clock.resume();
    this.#view.say("");
    this.#run();
    this.#view.happened("resume");
  }

  /** For whatever reason. @param {string} why */
  pause(why) {
    if (!this.active) return;
    this.#halt();
    this.#save();
    this.#setState("paused");
    this.#paint();
    this.#view.say(why);
    this.#view.happened("pause");
  }

  stop() {
    this.#halt();
    forgetSession();
    this.#setState("stopped");
    this.#view.say("");
    this.#view.happened("stop");
  }

  /** The element leaves the page. */
  close() {
    this.pause(words.paused);
    this.#sound.close();
  }

  skipCount() {
    this.#jump(0);
  }

  nextStep() {
    const { spans } = this.session.stretches[0];
    this.#jump(
      schedule.roundMs(spans.slice(0, schedule.stateAt(this.session, this.#clock.elapsed).phase + 1)),
    );
  }

  /** @param {number} elapsed */
  #jump(elapsed) {
    this.#clock.moveTo(elapsed);
    this.#cuedUpTo = elapsed;
    this.#sound.moveTo(elapsed);
    if (this.#paint().done) this.#end();
    else this.#tick();
  }

  /** @param {number} step milliseconds */
  changePace(step) {
    const { elapsed } = this.#clock;
    const { say } = this.#view;
    if (schedule.stateAt(this.session, elapsed).round === schedule.countRounds(this.session))
      return say(words.lastBreath);
    const changed = schedule.changePace(this.session, elapsed, step, this.#practice.bounds);
    const [before, after] = [this.session, changed].map((session) =>
      schedule.roundMs(schedule.lastStretch(session).spans),
    );
    if (before === after) return say(words.paceLimit(step > 0));
    this.session = changed;
    this.#sound.moveTo(elapsed);
    return say(words.pace(step > 0, this.#paint().remaining));
  }

  /** @param {string} [name] of a setting @param {any} [value] */
  settingChanged(name = "", value = undefined) {
    this.#sound.settingChanged(name, value, this.#clock.elapsed);
  }

  playTest() {
    return this.#sound.test();
  }

  /** Begin to tick, sound and keep the screen on: inside the tap. */
  #run() {
    const { elapsed } = this.#clock;
    this.#setState(elapsed < 0 ? "ready" : "running");
    this.#paint();
    this.#view.note("");
    this.#sound.start(elapsed);
    if (elapsed < 0) this.#sound.speak(words.getReady);
    this.#lock.keep();
    this.#stopTicks();
    this.#beat = setInterval(() => this.#tick(), BEAT_MS);
    const again = () => {
      this.#frame = requestAnimationFrame(again);
      this.#tick();
    };
    this.#frame = requestAnimationFrame(again);
  }

  #stopTicks() {
    clearInterval(this.#beat);
    cancelAnimationFrame(this.#frame);
  }

  /** Stand still and let the screen go. */
  #rest() {
    this.#clock.pause();
    this.#stopTicks();
    this.#lock.release();
  }

  #halt() {
    this.#rest();
    this.#sound.halt();
  }

  #save() {
    const { elapsed, practised } = this.#clock;
    if (elapsed > 0) saveSession(this.#practice.slug, { session: this.session, elapsed, practised });
  }

  /** The tab was hidden or shown. */
  visibilityChanged() {
    const hidden = document.visibilityState === "hidden";
    const { settings, sounds } = this.#options;
    this.#wasHidden = true;
    if (!this.active) return;
    if (hidden && !(settings.keepGoing && sounds)) return this.pause(words.pausedAway);
    if (hidden) this.#save();
    else this.#lock.keep();
    this.#cuedUpTo = Math.max(this.#cuedUpTo, this.#clock.elapsed - FRESH_MS);
    this.#tick();
  }

  #tick() {
    if (!this.active) return;
    const slept = this.#clock.slept(this.#wasHidden);
    this.#wasHidden = document.visibilityState === "hidden";
    if (slept) return this.pause(words.pausedAsleep);
    const { elapsed } = this.#clock;
    if (elapsed >= 0 && this.state === "ready") this.#setState("running");
    this.#sound.schedule(this.session, elapsed, this.#wasHidden);
    this.#cue(elapsed);
    if (this.#paint().done) this.#end();
  }

  /** Voice, pulse and spoken phase, once, on crossing the start of a phase; what is late is left out.
   *  @param {number} elapsed */
  #cue(elapsed) {
    const start = schedule.startsBetween(this.session, this.#cuedUpTo, elapsed).at(-1);
    this.#cuedUpTo = elapsed;
    const half = (schedule.totalMs(this.session) ?? 0) / 2;
    if (!this.#halfway && half >= HALFWAY_FROM_MS / 2 && elapsed >= half && elapsed < 2 * half) {
      this.#halfway = true;
      this.#view.say(words.halfway);
    }
    if (!start || elapsed - start.at > FRESH_MS) return;
    const say = this.#practice.says[start.phase];
    this.#sound.speak(say);
    this.#sound.vibrate(schedule.spansOf(this.session, start.round)[start.phase].kind);
    if (this.#options.settings.readPhases) this.#view.say(say);
  }

  #end() {
    this.#rest();
    this.#sound.end();
    this.#sound.vibrate("end");
    forgetSession();
    this.#setState("ended");
    this.#view.say(words.ended(this.#lengthRun));
    this.#view.happened("end");
  }

  /** "18 rounds, 3 min"; when steps were skipped, the time that was really spent. */
  get #lengthRun() {
    const total = schedule.totalMs(this.session) ?? 0;
    if (this.practised < total) return lengthInWords(Math.round(this.practised / 1000) * 1000);
    const rounds =
      this.#practice.kind === "breath" ? `${words.rounds(schedule.countRounds(this.session) ?? 0)}, ` : "";
    return rounds + lengthInWords(total);
  }

  #paint() {
    const { elapsed } = this.#clock;
    const moment = schedule.stateAt(this.session, elapsed);
    this.#view.paint(moment, elapsed);
    return moment;
  }

  /** @param {string} state */
  #setState(state) {
    this.state = state;
    this.#view.stateChanged();
  }
}
