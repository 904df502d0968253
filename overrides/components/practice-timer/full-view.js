/** The quiet view over the whole screen: everything else is inert while it is open, Escape leaves it. */

/** @param {HTMLElement} element @param {(open: boolean) => void} changed */
export function fullView(element, changed) {
  /** @type {HTMLElement[]} */
  let aside = [];
  /** @type {AbortController | null} */
  let listeners = null;

  function setAside() {
    for (let each = element; each !== document.body && each.parentElement; each = each.parentElement) {
      const beside = /** @type {HTMLElement[]} */ ([...each.parentElement.children]);
      aside.push(...beside.filter((other) => other !== each && !other.inert));
    }
    for (const other of aside) other.inert = true;
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

  function enter() {
    element.dataset.full = "";
    setAside();
    listeners = new AbortController();
    const { signal } = listeners;
    document.addEventListener("keydown", ({ key }) => key === "Escape" && leave(), { signal });
    document.addEventListener("fullscreenchange", () => document.fullscreenElement ?? leave(), { signal });
    cover();
    changed(true);
  }

  function leave() {
    if (!listeners) return;
    listeners.abort();
    listeners = null;
    delete element.dataset.full;
    element.removeAttribute("popover");
    for (const other of aside) other.inert = false;
    aside = [];
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    changed(false);
  }

  return { leave, toggle: () => (listeners ? leave() : enter()) };
}
