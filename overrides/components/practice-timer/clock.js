/** Elapsed time of a session on a monotonic clock, pauses not counted. */

const SLEEP_MS = 2000; // the wall clock ran on by more than this while the monotonic clock stood: the device slept
const GAP_MS = 5000; // nobody looked for longer than this on a visible page: it slept, too, or stood still
const HIDDEN_GAP_MS = 90000; // and on a hidden page, where timers may run once a minute

export class SessionClock {
  #now;
  #wall;
  #kept = 0;
  /** @type {number | null} */
  #since = null;
  #skew = 0;
  #looked = 0;

  /** @param {() => number} now monotonic milliseconds @param {() => number} wall milliseconds of the day */
  constructor(now = () => performance.now(), wall = () => Date.now()) {
    this.#now = now;
    this.#wall = wall;
  }

  /** Milliseconds since the first phase began; below 0 while getting ready. */
  get elapsed() {
    return this.#kept + (this.#since === null ? 0 : this.#now() - this.#since);
  }

  /** @param {number} from milliseconds; below 0 for a get-ready count */
  start(from) {
    this.#kept = from;
    this.#since = null;
    this.resume();
  }

  resume() {
    this.#since ??= this.#now();
    this.#looked = this.#now();
    this.#skew = this.#wall() - this.#looked;
  }

  pause() {
    this.#kept = this.elapsed;
    this.#since = null;
  }

  /** Jump to a moment of the session. @param {number} elapsed milliseconds */
  moveTo(elapsed) {
    this.#kept += elapsed - this.elapsed;
  }

  /**
   * Whether the device slept since the last call: only the wall clock went on (macOS, Linux), or both did and nobody
   * looked meanwhile (Windows, a frozen page). The time of such a gap is no practice and is not counted.
   * @param {boolean} hidden whether the page was hidden at any time since the last call
   */
  slept(hidden = false) {
    const now = this.#now();
    const skew = this.#wall() - now;
    const stood = skew - this.#skew;
    const gap = now - this.#looked;
    this.#skew = skew;
    this.#looked = now;
    if (gap <= (hidden ? HIDDEN_GAP_MS : GAP_MS)) return stood > SLEEP_MS;
    this.#kept -= gap;
    return true;
  }
}
