/** The way out of a page that could put its reader at risk: covers, wipes what was typed, leaves. */

const TIMES = 3;
const WITHIN_MS = 5000;
const COVER = "exit-page-covers";

/** `<exit-page>`: a link that leaves by replacing the history entry, and Shift three times for the same. */
export class ExitPage extends HTMLElement {
  connectedCallback() {
    this.link = this.querySelector("a");
    if (!this.link) throw new Error("<exit-page> holds no link to leave by");
    let presses = /** @type {number[]} */ ([]);
    let alone = false;
    this.link.addEventListener("click", (event) => this.leave(event));
    // Shift together with another key (Shift+Tab, capital letters) is somebody at work, not somebody leaving.
    document.addEventListener("keydown", (event) => (alone = event.key === "Shift"));
    const lifted = (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Shift" || !alone) return;
      const now = performance.now();
      presses = [...presses.filter((time) => now - time < WITHIN_MS), now];
      if (presses.length >= TIMES) this.leave(event);
    };
    document.addEventListener("keyup", lifted);
    // A page restored by Back stays usable: the cover goes, what was typed stays gone.
    window.addEventListener("pageshow", () => document.documentElement.classList.remove(COVER));
  }

  /** @param {Event} event The click or key that asked to leave. */
  leave(event) {
    event.preventDefault();
    document.documentElement.classList.add(COVER);
    document.title = "Weather";
    document.dispatchEvent(new CustomEvent("exit-page-leave")); // tools let go of more than fields
    for (const form of document.forms) form.reset();
    const fields = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("input, textarea"));
    for (const field of fields) field.value = "";
    window.location.replace(/** @type {HTMLAnchorElement} */ (this.link).href);
  }
}
