/** Keeps the screen on while a session runs: asked for on start, again when the tab returns, never after a stop. */

/** @param {() => void} refused called when the device says no */
export function screenLock(refused) {
  let wanted = false;
  let sentinel = null;
  const held = () => sentinel && !sentinel.released;
  return {
    async keep() {
      wanted = true;
      if (!navigator.wakeLock || held() || document.visibilityState !== "visible") return;
      try {
        const given = await navigator.wakeLock.request("screen");
        if (wanted && !held()) sentinel = given;
        else await given.release();
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
