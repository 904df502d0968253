/** What is heard and felt in a session, as the reader's settings want it: tones and background (Web Audio),
 *  voice, vibration. */

import { speak, stopSpeaking } from "../read-aloud/voice.js";
import { canVibrate, Tones, vibrate } from "./sound.js";
import { words } from "./strings.js";
/** @import { SessionClock } from "./clock.js" */
/** @import { TimerOptions } from "./options.js" */
/** @import { Session } from "./schedule.js" */

const AHEAD_MS = 1600; // how far ahead tones are scheduled; more than a throttled second
const HIDDEN_AHEAD_MS = 150000; // and in a hidden tab, where timers may run once a minute

export class SessionSound {
  #options;
  #clock;
  #note;
  #tones;
  #needed = false; // while a session runs
  #renewed = false; // once a start

  /** @param {TimerOptions} options @param {Pick<SessionClock, "elapsed">} clock of the session
   *  @param {(text: string) => void} note says what is missing
   *  @param {() => void} interrupted called when a call takes the sound */
  constructor(options, clock, note, interrupted) {
    this.#options = options;
    this.#clock = clock;
    this.#note = note;
    this.#tones = new Tones(interrupted, () => note(words.soundAsleep));
  }

  /** A session runs from here: inside the tap. */
  start() {
    this.#needed = true;
    this.#renewed = false;
    this.begin();
    if (this.#options.sounds) this.#follow();
  }

  /** Where the session is now, tones begin: it started, jumped, or its pace changed. */
  begin() {
    this.#tones.begin(this.#clock.elapsed);
  }

  schedule(/** @type {Session} */ session, /** @type {boolean} */ hidden) {
    const { sounds, tones, bell } = this.#options;
    const { elapsed } = this.#clock;
    if (sounds && this.#tones.isFrozen()) this.#renew();
    if (tones) this.#tones.schedule(session, elapsed, hidden ? HIDDEN_AHEAD_MS : AHEAD_MS, bell * 60000);
  }

  /** A sound whose clock stands still is made anew; should that one stand still too, the reader is told. */
  #renew() {
    this.#tones.close();
    if (this.#renewed) return this.#note(words.soundAsleep);
    this.#renewed = true;
    this.begin();
    return this.#follow();
  }

  speak(/** @type {string} */ text) {
    const { voice, volume } = this.#options.settings;
    if (voice && !speak(text, volume)) this.#note(words.noVoice);
  }

  /** @param {string} kind of a phase, or "end" */
  vibrate(kind) {
    if (this.#options.settings.vibration && canVibrate()) vibrate(kind);
  }

  /** The session is over: what sounds rings out, then the device's sound rests. */
  end() {
    this.#needed = false;
    this.#tones.rest();
  }

  /** The session stands still, or was stopped: silence at once. */
  halt() {
    this.end();
    this.#tones.silence();
    stopSpeaking();
    navigator.vibrate?.(0);
  }

  /** A setting was changed; while a session runs it counts at once. @param {string} name @param {any} value */
  settingChanged(name, value) {
    if (name === "volume") this.#tones.volume = value;
    if (!this.#needed || !["tones", "playAnyway", "background", "backgroundVolume"].includes(name)) return;
    if (name === "tones") this.begin();
    this.#follow();
  }

  async test() {
    if (!(await this.#wake())) return this.#note(words.soundAsleep);
    this.#tones.test();
    if (!(this.#needed && this.#options.sounds)) this.#tones.rest();
  }

  #wake() {
    const { volume, playAnyway } = this.#options.settings;
    return this.#tones.wake(volume, playAnyway);
  }

  /** Awake with its background, or at rest, as the settings want it now. */
  async #follow() {
    const { sounds, settings } = this.#options;
    if (!sounds) return this.#tones.rest();
    const awake = await this.#wake();
    if (!this.#needed) return;
    if (!awake) return this.#note(words.soundAsleep);
    const background = this.#tones.background(settings.background, settings.backgroundVolume);
    background.catch(() => this.#note(words.noBackground));
  }
}
