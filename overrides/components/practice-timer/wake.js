/** Screen Wake Lock API, while a session runs: on start, when the tab returns, once more when taken away. */

/** @param {() => void} refused called when the screen may turn off */
export function screenLock(refused) {
  let wanted = false;
  let mayRetry = true;
  let sentinel = /** @type {WakeLockSentinel | null} */ (null);
  const active = () => sentinel && !sentinel.released;

  async function request() {
    if (!navigator.wakeLock) return refused();
    if (active() || document.visibilityState !== "visible") return;
    try {
      const granted = await navigator.wakeLock.request("screen");
      if (!wanted || active()) return await granted.release();
      sentinel = granted;
      granted.addEventListener("release", takenAway);
    } catch {
      if (wanted) refused();
    }
  }

  function takenAway() {
    if (!wanted || document.visibilityState !== "visible") return;
    if (!mayRetry) return refused();
    mayRetry = false;
    request();
  }

  return {
    keep() {
      wanted = mayRetry = true;
      return request();
    },
    release() {
      wanted = false;
      sentinel?.release().catch(() => {});
      sentinel = null;
    },
  };
}
