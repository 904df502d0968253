/** Elapsed time of a session on the monotonic clock (performance.now); pauses and sleep are not counted. */

const GAP_MS = 5000; // no tick for longer than this on a visible page: the device slept
const HIDDEN_GAP_MS = 90000; // and on a hidden page, where timers may run once a minute

export class SessionClock {
  #now;
  #before = 0; // elapsed up to the last resume
  #resumedAt = /** @type {number | null} */ (null);
  #lastTick = 0;
  #skipped = 0;

  /** @param {() => number} now monotonic milliseconds */
  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  /** Milliseconds since the first phase began; below 0 while getting ready. */
  get elapsed() {
    return this.#before + (this.#resumedAt === null ? 0 : this.#now() - this.#resumedAt);
  }

  /** Milliseconds of the session that were lived through: what was skipped is left out. */
  get practised() {
    return Math.max(0, this.elapsed) - this.#skipped;
  }

  /** @param {number} elapsed milliseconds; below 0 for a get-ready count @param {number} practised
   *  milliseconds of them */
  start(elapsed, practised = Math.max(0, elapsed)) {
    this.#before = elapsed;
    this.#skipped = Math.max(0, elapsed) - practised;
    this.#resumedAt = null;
    this.resume();
  }

  resume() {
    this.#resumedAt ??= this.#now();
    this.#lastTick = this.#now();
  }

  pause() {
    this.#before = this.elapsed;
    this.#resumedAt = null;
  }

  /** Jump to a moment of the session. @param {number} elapsed milliseconds */
  moveTo(elapsed) {
    const before = this.elapsed;
    this.#skipped += Math.max(0, elapsed) - Math.max(0, before);
    this.#before += elapsed - before;
  }

  /** Whether the device slept since the last call: nobody looked for too long, whatever the time of day says.
   *  Such a gap is no practice and is taken out. @param {boolean} hidden whether the page was hidden at any
   *  time since the last call */
  slept(hidden = false) {
    const now = this.#now();
    const gap = now - this.#lastTick;
    this.#lastTick = now;
    if (gap <= (hidden ? HIDDEN_GAP_MS : GAP_MS)) return false;
    this.#before -= gap;
    return true;
  }
}
