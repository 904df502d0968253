/** The quiet view over the whole screen (Fullscreen API, else a popover). The rest of the page is inert;
 *  Escape and Back leave the view and not the page (History API); while a session runs the controls step
 *  aside when nobody moves. */

const CALM_AFTER_MS = 3000;
const MARK = "practiceTimerFull"; // in the entry of the history that Back takes away

/** @param {HTMLElement} element
 *  @param {{changed: (open: boolean) => void, tapped: () => void, running: () => boolean}} view `tapped`:
 *  outside a control */
export function fullView(element, { changed, tapped, running }) {
  /** @type {HTMLElement[]} */
  let inert = [];
  /** @type {AbortController | null} */
  let listeners = null;
  /** @type {number | undefined} */
  let waiting;
  let calmWhenPressed = false;

  function setInert() {
    for (let inner = element; inner !== document.body && inner.parentElement; inner = inner.parentElement) {
      const siblings = /** @type {HTMLElement[]} */ ([...inner.parentElement.children]);
      inert.push(...siblings.filter((sibling) => sibling !== inner && !sibling.inert));
    }
    for (const sibling of inert) sibling.inert = true;
  }

  /** The device's full screen; where it refuses, the top layer of the page. */
  async function cover() {
    try {
      await element.requestFullscreen();
    } catch {
      if (!listeners || !element.showPopover) return;
      element.popover = "manual";
      element.showPopover();
    }
  }

  /** Show the controls, and let them go again after a while. */
  function stir() {
    delete element.dataset.calm;
    clearTimeout(waiting);
    if (!listeners || !running()) return;
    waiting = setTimeout(() => listeners && running() && (element.dataset.calm = ""), CALM_AFTER_MS);
  }

  /** A press on what cannot be seen is a tap on the ground. @param {MouseEvent} event */
  function click(event) {
    const target = /** @type {Element} */ (event.target);
    const ground = calmWhenPressed || !target.closest("button, a, summary, input, select, textarea, label");
    calmWhenPressed = false;
    if (!ground) return;
    event.preventDefault();
    event.stopPropagation();
    tapped();
  }

  function enter() {
    element.dataset.full = "";
    setInert();
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
    cover();
    changed(true);
    stir();
  }

  function leave() {
    if (!listeners) return;
    listeners.abort();
    listeners = null;
    delete element.dataset.full;
    element.removeAttribute("popover");
    for (const sibling of inert) sibling.inert = false;
    inert = [];
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    if (history.state?.[MARK]) history.back();
    stir();
    changed(false);
  }

  return { leave, stir, toggle: () => (listeners ? leave() : enter()) };
}
