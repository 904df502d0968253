/** The quiet view over the whole screen (Fullscreen API, else a popover). The rest of the page is inert;
 *  Escape and Back leave the view and not the page (History API); while a session runs the controls step
 *  aside when nobody moves. */

const CALM_AFTER_MS = 3000;
const MARK = "practiceTimerFull"; // in the entry of the history that Back takes away
const CONTROLS = "button, a, summary, input, select, textarea, label";

/** The device's full screen; where it refuses, the top layer of the page.
 *  @param {HTMLElement} element @param {AbortSignal} left */
async function cover(element, left) {
  try {
    await element.requestFullscreen();
  } catch {
    if (left.aborted || !element.showPopover) return;
    element.popover = "manual";
    element.showPopover();
  }
}

/** Makes all around the element inert, and returns what was not so before. @param {HTMLElement} element */
function shutOut(element) {
  const around = /** @type {HTMLElement[]} */ ([]);
  for (let inner = element; inner !== document.body && inner.parentElement; inner = inner.parentElement) {
    const siblings = /** @type {HTMLElement[]} */ ([...inner.parentElement.children]);
    around.push(...siblings.filter((sibling) => sibling !== inner && !sibling.inert));
  }
  for (const sibling of around) sibling.inert = true;
  return around;
}

/** @param {HTMLElement} element
 *  @param {{changed: (open: boolean) => void, tapped: () => void, running: () => boolean}} view `tapped`:
 *  outside a control */
export function fullView(element, { changed, tapped, running }) {
  let inert = /** @type {HTMLElement[]} */ ([]);
  let listeners = /** @type {AbortController | null} */ (null);
  /** @type {number | undefined} */
  let waiting;
  let calmWhenPressed = false;

  /** Show the controls, and let them go again after a while. */
  function stir() {
    delete element.dataset.calm;
    clearTimeout(waiting);
    if (!listeners || !running()) return;
    waiting = setTimeout(() => listeners && running() && (element.dataset.calm = ""), CALM_AFTER_MS);
  }

  /** A press on what cannot be seen is a tap on the ground. @param {MouseEvent} event */
  function click(event) {
    const ground = calmWhenPressed || !(/** @type {Element} */ (event.target).closest(CONTROLS));
    calmWhenPressed = false;
    if (!ground) return;
    event.preventDefault();
    event.stopPropagation();
    tapped();
  }

  function enter() {
    element.dataset.full = "";
    inert = shutOut(element);
    listeners = new AbortController();
    const { signal } = listeners;
    document.addEventListener("keydown", ({ key }) => key === "Escape" && leave(), { signal });
    document.addEventListener("fullscreenchange", () => document.fullscreenElement ?? leave(), { signal });
    element.addEventListener("pointerdown", () => (calmWhenPressed = "calm" in element.dataset), { signal });
    element.addEventListener("click", click, { signal, capture: true });
    for (const name of ["pointermove", "pointerdown", "keydown", "focusin"])
      element.addEventListener(name, stir, { signal });
    history.pushState({ ...history.state, [MARK]: true }, "");
    window.addEventListener("popstate", () => leave(), { signal });
    cover(element, signal);
    changed(true);
    stir();
  }

  function leave() {
    if (!listeners) return;
    listeners.abort();
    listeners = null;
    delete element.dataset.full;
    element.removeAttribute("popover");
    for (const sibling of inert.splice(0)) sibling.inert = false;
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    if (history.state?.[MARK]) history.back();
    stir();
    changed(false);
  }

  return { leave, stir, toggle: () => (listeners ? leave() : enter()) };
}
