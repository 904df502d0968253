/** The quiet view over the whole screen: everything else is inert while it is open, Escape leaves it. */

export class FullView {
  #element;
  #changed;
  #inert = [];
  #listeners;

  /** @param {HTMLElement} element @param {(open: boolean) => void} changed */
  constructor(element, changed) {
    this.#element = element;
    this.#changed = changed;
  }

  get open() {
    return this.#element.hasAttribute("data-full");
  }

  toggle() {
    if (this.open) this.leave();
    else this.enter();
  }

  enter() {
    this.#element.setAttribute("data-full", "");
    this.#setAside();
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    document.addEventListener("keydown", ({ key }) => key === "Escape" && this.leave(), { signal });
    document.addEventListener("fullscreenchange", () => document.fullscreenElement ?? this.leave(), { signal });
    this.#cover();
    this.#changed(true);
  }

  /** The device's full screen; where it refuses, the top layer of the page. */
  async #cover() {
    try {
      await this.#element.requestFullscreen();
    } catch {
      if (!this.open || !this.#element.showPopover) return;
      this.#element.popover = "manual";
      this.#element.showPopover();
    }
  }

  leave() {
    if (!this.open) return;
    this.#element.removeAttribute("data-full");
    this.#element.removeAttribute("popover");
    this.#listeners.abort();
    this.#inert.forEach((element) => (element.inert = false));
    this.#inert = [];
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    this.#changed(false);
  }

  #setAside() {
    for (let each = this.#element; each !== document.body; each = each.parentElement)
      for (const other of each.parentElement.children)
        if (other !== each && !other.inert) {
          other.inert = true;
          this.#inert.push(other);
        }
  }
}
