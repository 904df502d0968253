// @ts-check
/** When there is time for what a reader did not ask for: some seconds after the first press, when a first visit's own loading is over. */

const QUIET_MS = 5000;

export const leisure = new Promise((done) => {
  for (const name of ["pointerdown", "keydown"]) addEventListener(name, () => setTimeout(done, QUIET_MS), { passive: true, once: true });
});
