/** Screen Wake Lock API: keeps the screen on while a session runs. Asked for on start, again when the tab returns or
 * the device takes it away (once in a while it does, to save its battery), never after a stop. */

/** @param {() => void} refused called when the device says no */
export function screenLock(refused) {
  let wanted = false;
  /** @type {WakeLockSentinel | null} */
  let sentinel = null;
  const held = () => sentinel && !sentinel.released;
  return {
    async keep() {
      wanted = true;
      if (!navigator.wakeLock) return refused();
      if (held() || document.visibilityState !== "visible") return;
      try {
        const given = await navigator.wakeLock.request("screen");
        if (!wanted || held()) return await given.release();
        sentinel = given;
        given.addEventListener("release", () => wanted && document.visibilityState === "visible" && this.keep());
      } catch {
        if (wanted) refused();
      }
    },
    release() {
      wanted = false;
      sentinel?.release().catch(() => {});
      sentinel = null;
    },
  };
}
