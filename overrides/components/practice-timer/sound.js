/** What is heard and felt: tones scheduled ahead on the audio clock (Web Audio), vibration. */

import { spansOf, startsBetween, totalMs } from "./schedule.js";
/** @import { Ambience } from "./ambience.js" */
/** @import { Session } from "./schedule.js" */

const FADE_IN = 0.08; // seconds; every sound fades in
const FADE_OUT = 0.015; // and none breaks off with a click
const LATE_MS = 50; // a tone later than this is left out, never played in a burst
const RING_OUT_MS = 5000;
const DRIFT = 0.03; // seconds between the two clocks before they are matched again
const FROZEN_MS = 300; // of looks at an audio clock that stands still
const LOOK_MS = 100; // the most that one look counts: a page that was held up proves nothing

/** Notes in hertz, from and to, and how many seconds they last.
 *  @type {Record<string, [number, number, number]>} */
const NOTES = {
  in: [262, 392, 0.9],
  out: [392, 262, 0.9],
  hold: [330, 330, 0.45],
  rest: [294, 294, 0.45],
  step: [349, 349, 1.4],
  open: [349, 349, 2.5],
  bell: [440, 440, 2.5],
  end: [349, 349, 3.5],
};

/** What is due between two moments of a session: phases, interval bells, the end.
 *  @param {Session} session @param {number} begin @param {number} end */
function soundsBetween(session, begin, end, bellMs = 0) {
  const total = totalMs(session);
  const sounds = startsBetween(session, begin, end)
    .map(({ at, round, phase }) => ({ at, note: spansOf(session, round)[phase].kind }))
    .filter(({ at, note }) => note !== "open" || at === 0);
  const stop = bellMs ? Math.min(end, total ?? end) : 0;
  for (let at = Math.max(1, Math.ceil(begin / bellMs)) * bellMs; at < stop; at += bellMs)
    sounds.push({ at, note: "bell" });
  if (total !== null && total >= begin && total < end) sounds.push({ at: total, note: "end" });
  return sounds;
}

export class Tones {
  #context = /** @type {AudioContext | null} */ (null);
  #out = /** @type {GainNode | null} */ (null);
  /** When each tone starts, in seconds of the audio clock. @type {Map<OscillatorNode, number>} */
  #playing = new Map();
  #cursor = 0;
  #anchor = /** @type {number | null} */ (null);
  #seen = { clock: -1, at: 0, still: 0 }; // the audio clock when it was looked at last
  #wanted = false; // between the wish for sound and the last need
  /** @type {number | undefined} */
  #resting;
  /** @type {Ambience | undefined} */
  #ambience;
  #interrupted;
  #lost;

  /** @param {() => void} interrupted called when a call takes the sound @param {() => void} lost called when
   *  the device takes it away for another reason and does not give it back */
  constructor(interrupted, lost) {
    this.#interrupted = interrupted;
    this.#lost = lost;
  }

  /** Make or wake the context; only inside a tap. Resolves to whether sound runs.
   *  @param {number} volume 0 to 1 */
  async wake(volume, playAnyway = false) {
    const session = audioSession();
    if (session) session.type = playAnyway ? "playback" : "ambient";
    if (!this.#context) {
      const context = new AudioContext();
      this.#context = context;
      this.#out = context.createGain();
      this.#out.connect(context.destination);
      context.onstatechange = () => this.#stateChanged(context.state);
    }
    this.volume = volume;
    this.#wanted = true;
    clearTimeout(this.#resting);
    return this.#resume();
  }

  async #resume() {
    const waited = new Promise((resolve) => setTimeout(resolve, 500));
    await Promise.race([this.#context?.resume().catch(() => {}), waited]);
    return this.#context?.state === "running";
  }

  /** @param {string} state of the context */
  async #stateChanged(state) {
    if (state === "interrupted") this.#interrupted();
    else if (this.#wanted && state === "suspended" && !(await this.#resume())) this.#lost();
  }

  /** 0 to 1. @param {number} value */
  set volume(value) {
    if (this.#context)
      this.#out?.gain.cancelScheduledValues(0).setValueAtTime(value, this.#context.currentTime);
  }

  test() {
    if (this.#context) this.#play("in", this.#context.currentTime + 0.05);
  }

  /** A soft sound below the tones; fetched when first chosen. @param {string} kind "none", "waves" or "noise"
   *  @param {number} volume 0 to 1 */
  async background(kind, volume) {
    if (kind !== "none" && !this.#ambience) {
      const { Ambience } = await import("./ambience.js");
      if (this.#context && this.#out) this.#ambience ??= new Ambience(this.#context, this.#out);
    }
    this.#ambience?.play(kind, volume);
  }

  /** Begin again at `elapsed` milliseconds: what is scheduled for later is taken back, what sounds now ends
   *  by itself. @param {number} elapsed */
  begin(elapsed) {
    const now = this.#context?.currentTime ?? Infinity;
    for (const [oscillator, time] of this.#playing)
      if (time > now) {
        oscillator.stop();
        this.#playing.delete(oscillator);
      }
    this.#cursor = elapsed;
    this.#anchor = null;
  }

  /** Whether the context says that it runs while its clock stands still, as browsers do after a sleep or a call; to be
   *  read at each tick. */
  isFrozen() {
    const { clock, at, still } = this.#seen;
    const now = performance.now();
    const stands = this.#context?.state === "running" && this.#context.currentTime === clock;
    this.#seen = {
      clock: this.#context?.currentTime ?? -1,
      at: now,
      still: stands ? still + Math.min(now - at, LOOK_MS) : 0,
    };
    return this.#seen.still > FROZEN_MS;
  }

  /** Schedule all that is due before `elapsed + ahead` milliseconds and was not scheduled yet.
   *  @param {Session} session @param {number} elapsed @param {number} ahead @param {number} bellMs */
  schedule(session, elapsed, ahead, bellMs) {
    const context = this.#context;
    if (context?.state !== "running") return;
    const zero = this.#zero(context, elapsed);
    const from = Math.max(this.#cursor, elapsed - LATE_MS);
    for (const { at, note } of soundsBetween(session, from, elapsed + ahead, bellMs))
      this.#play(note, Math.max(zero + at / 1000, context.currentTime));
    this.#cursor = Math.max(this.#cursor, elapsed + ahead);
  }

  /** Audio time at which the session began, latency of the output taken off; kept steady while the clocks
   *  agree. @param {AudioContext} context @param {number} elapsed */
  #zero(context, elapsed) {
    const zero = context.currentTime - elapsed / 1000 - (context.outputLatency || 0);
    if (this.#anchor === null || Math.abs(zero - this.#anchor) > DRIFT) this.#anchor = zero;
    return this.#anchor;
  }

  /** @param {string} note @param {number} time seconds of the audio clock */
  #play(note, time) {
    if (!this.#context || !this.#out) return;
    const [from, to, length] = NOTES[note];
    const oscillator = this.#context.createOscillator();
    const envelope = this.#context.createGain();
    oscillator.frequency.setValueAtTime(from, time);
    oscillator.frequency.linearRampToValueAtTime(to, time + length);
    envelope.gain.setValueAtTime(0, time);
    envelope.gain.linearRampToValueAtTime(0.6, time + FADE_IN);
    envelope.gain.linearRampToValueAtTime(0, time + length);
    oscillator.connect(envelope).connect(this.#out);
    oscillator.onended = () => this.#playing.delete(oscillator);
    oscillator.start(time);
    oscillator.stop(time + length);
    this.#playing.set(oscillator, time);
  }

  /** Stop everything that sounds or is scheduled. */
  silence() {
    const now = this.#context?.currentTime ?? 0;
    this.#out?.gain.setTargetAtTime(0, now, FADE_OUT);
    for (const [oscillator, time] of this.#playing) {
      if (time > now) oscillator.stop();
      else oscillator.stop(now + 5 * FADE_OUT);
    }
    this.#playing.clear();
  }

  /** The last need is over: what sounds rings out, then the device rests; `wake` ends the wait. */
  rest() {
    this.#wanted = false;
    this.#ambience?.play("none", 0);
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#context?.suspend(), RING_OUT_MS);
  }

  close() {
    this.silence();
    clearTimeout(this.#resting);
    this.#wanted = false;
    this.#context?.close().catch(() => {});
    this.#context = this.#out = null;
    this.#seen.clock = -1;
    this.#ambience = undefined;
  }
}

/** Says how this page's sound mixes with that of others, where the browser has it (Audio Session API). */
export const audioSession = () =>
  /** @type {Navigator & {audioSession?: {type: string}}} */ (navigator).audioSession;

/** Vibration is offered where it exists and the device is held in a hand. */
export const canVibrate = () => Boolean(navigator.vibrate) && matchMedia("(pointer: coarse)").matches;

/** Milliseconds on and off: rising for in, falling for out, a third for hold.
 *  @type {Record<string, number[]>} */
const PULSES = {
  in: [40, 60, 120],
  out: [120, 60, 40],
  hold: [50],
  rest: [30],
  step: [80],
  end: [60, 80, 60, 80, 60],
};

/** @param {string} kind of a phase, or "end" */
export const vibrate = (kind) => navigator.vibrate?.(PULSES[kind] ?? PULSES.step);
