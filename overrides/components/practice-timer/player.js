/** Runs one session on one clock (requestAnimationFrame): states, ticks, tones, cues, the screen lock. */

import { SessionClock } from "./clock.js";
import * as schedule from "./schedule.js";
import { SessionSound } from "./session-sound.js";
import { forgetSession, saveSession } from "./settings.js";
import { lengthInWords, words } from "./strings.js";
import { screenLock } from "./wake.js";
/** @import { PracticeTimer } from "./practice-timer.js" */
/** @import { Session } from "./schedule.js" */
/** @import { LeftSession } from "./settings.js" */

const GET_READY_MS = 3000;
const BEAT_MS = 250; // how often the timer looks when nothing is painted
const FRESH_MS = 700; // a voice or pulse later than this is left out
const HALFWAY_FROM_MS = 60000; // shorter sessions have no halfway

export class SessionPlayer {
  /** idle, ready, running, paused, stopped or ended. */
  state = "idle";
  session = /** @type {Session} */ (/** @type {unknown} */ (undefined)); // from Start on
  /** Milliseconds of the epoch: the key of the session. @type {number | null} */
  startedAt = null;
  #timer;
  #options;
  #clock = new SessionClock();
  sound;
  #lock;
  #cuedUpTo = 0;
  #halfway = false;
  /** @type {number | undefined} */
  #beat;
  #frame = 0;
  #wasHidden = false; // at any time since the last tick

  constructor(/** @type {PracticeTimer} */ timer) {
    this.#timer = timer;
    this.#options = timer.options;
    const note = (/** @type {string} */ text) => timer.note(text);
    this.sound = new SessionSound(timer.options, this.#clock, note, () => this.pause(words.pausedCall));
    this.#lock = screenLock(() => note(words.screenMayDim));
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
    this.#timer.say(left ? "" : words.started(this.#options.length));
    this.#timer.dispatch("start");
  }

  resume() {
    this.#clock.resume();
    this.#timer.say("");
    this.#run();
    this.#timer.dispatch("resume");
  }

  /** For whatever reason. @param {string} why */
  pause(why) {
    if (!this.active) return;
    this.#halt();
    this.#save();
    this.#setState("paused");
    this.#paint();
    this.#timer.say(why);
    this.#timer.dispatch("pause");
  }

  stop() {
    this.#halt();
    forgetSession();
    this.#setState("stopped");
    this.#timer.say("");
    this.#timer.dispatch("stop");
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

  #jump(/** @type {number} */ elapsed) {
    this.#clock.moveTo(elapsed);
    this.#cuedUpTo = elapsed;
    this.sound.begin();
    if (this.#paint().done) this.#end();
    else this.#tick();
  }

  /** @param {number} step milliseconds */
  changePace(step) {
    const { elapsed } = this.#clock;
    const say = (/** @type {string} */ text) => this.#timer.say(text);
    if (schedule.stateAt(this.session, elapsed).round === schedule.countRounds(this.session))
      return say(words.lastBreath);
    const changed = schedule.changePace(this.session, elapsed, step, this.#options.practice.bounds);
    const [before, after] = [this.session, changed].map((session) =>
      schedule.roundMs(schedule.lastStretch(session).spans),
    );
    if (before === after) return say(words.paceLimit(step > 0));
    this.session = changed;
    this.sound.begin();
    return say(words.pace(step > 0, this.#paint().remaining));
  }

  /** Begin to tick, sound and keep the screen on: inside the tap. */
  #run() {
    const { elapsed } = this.#clock;
    this.#setState(elapsed < 0 ? "ready" : "running");
    this.#paint();
    this.#timer.note("");
    this.sound.start();
    if (elapsed < 0) this.sound.speak(words.getReady);
    this.#lock.keep();
    this.#beat = setInterval(() => this.#tick(), BEAT_MS);
    const again = () => {
      this.#frame = requestAnimationFrame(again);
      this.#tick();
    };
    this.#frame = requestAnimationFrame(again);
  }

  /** Stand still and let the screen go. */
  #rest() {
    this.#clock.pause();
    clearInterval(this.#beat);
    cancelAnimationFrame(this.#frame);
    this.#lock.release();
  }

  #halt() {
    this.#rest();
    this.sound.halt();
  }

  #save() {
    const { elapsed, practised } = this.#clock;
    if (elapsed > 0) saveSession(this.#options.practice.slug, { session: this.session, elapsed, practised });
  }

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
    this.sound.schedule(this.session, this.#wasHidden);
    this.#cue(elapsed);
    if (this.#paint().done) this.#end();
  }

  /** Voice, pulse and spoken phase, once, on crossing the start of a phase; what is late is left out. */
  #cue(/** @type {number} */ elapsed) {
    const start = schedule.startsBetween(this.session, this.#cuedUpTo, elapsed).at(-1);
    this.#cuedUpTo = elapsed;
    const half = (schedule.totalMs(this.session) ?? 0) / 2;
    if (!this.#halfway && half >= HALFWAY_FROM_MS / 2 && elapsed >= half && elapsed < 2 * half) {
      this.#halfway = true;
      this.#timer.say(words.halfway);
    }
    if (!start || elapsed - start.at > FRESH_MS) return;
    const say = this.#options.practice.says[start.phase];
    this.sound.speak(say);
    this.sound.vibrate(schedule.spansOf(this.session, start.round)[start.phase].kind);
    if (this.#options.settings.readPhases) this.#timer.say(say);
  }

  #end() {
    this.#rest();
    this.sound.end();
    this.sound.vibrate("end");
    forgetSession();
    this.#setState("ended");
    const total = schedule.totalMs(this.session) ?? 0;
    const spent = Math.round(this.practised / 1000) * 1000; // less than the total when steps were skipped
    const rounds =
      this.#options.practice.kind === "breath"
        ? `${words.rounds(schedule.countRounds(this.session) ?? 0)}, `
        : "";
    this.#timer.say(
      words.ended(this.practised < total ? lengthInWords(spent) : rounds + lengthInWords(total)),
    );
    this.#timer.dispatch("end");
  }

  #paint() {
    const { elapsed } = this.#clock;
    const moment = schedule.stateAt(this.session, elapsed);
    this.#timer.face.paint(this.session, moment, elapsed);
    return moment;
  }

  #setState(/** @type {string} */ state) {
    this.state = state;
    this.#timer.showState();
  }
}
