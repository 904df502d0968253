/** Elapsed time of a session on a monotonic clock, pauses not counted. */

const SLEEP_MS = 2000; // the wall clock ran on by more than this while the monotonic clock stood: the device slept

export class SessionClock {
  #now;
  #wall;
  #kept = 0;
  #since = null;
  #skew = 0;

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
    this.#skew = this.#wall() - this.#now();
  }

  pause() {
    this.#kept = this.elapsed;
    this.#since = null;
  }

  /** Jump to a moment of the session. @param {number} elapsed milliseconds */
  moveTo(elapsed) {
    this.#kept += elapsed - this.elapsed;
  }

  /** Whether the device slept since the last call: only the wall clock went on. */
  slept() {
    const skew = this.#wall() - this.#now();
    const gap = skew - this.#skew;
    this.#skew = skew;
    return gap > SLEEP_MS;
  }
}
