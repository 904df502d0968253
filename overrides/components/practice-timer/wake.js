/** Keeps the screen on while a session runs: asked for on start, again when the tab returns, never after a stop. */

export class ScreenLock {
  #wanted = false;
  #sentinel = null;
  #refused;

  /** @param {() => void} refused called when the device says no */
  constructor(refused) {
    this.#refused = refused;
  }

  /** Whether the screen is kept on at this moment. */
  get held() {
    return Boolean(this.#sentinel && !this.#sentinel.released);
  }

  async keep() {
    this.#wanted = true;
    if (!navigator.wakeLock || this.held || document.visibilityState !== "visible") return;
    try {
      const sentinel = await navigator.wakeLock.request("screen");
      if (this.#wanted && !this.held) this.#sentinel = sentinel;
      else await sentinel.release();
    } catch {
      if (this.#wanted) this.#refused();
    }
  }

  async release() {
    this.#wanted = false;
    const sentinel = this.#sentinel;
    this.#sentinel = null;
    await sentinel?.release().catch(() => {});
  }
}
