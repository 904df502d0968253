/** The way out of a page that could put its reader at risk: covers, wipes what was typed, leaves. */

const TIMES = 3;
const WITHIN_MS = 5000;

/** `<exit-page>`: a link that leaves by replacing the history entry, and Shift three times for the same. */
export class ExitPage extends HTMLElement {
  connectedCallback() {
    const link = this.querySelector("a");
    if (!link) throw new Error("<exit-page> holds no link to leave by");
    this.link = link;
    this.stop = new AbortController();
    const { signal } = this.stop;
    /** @type {number[]} */
    let presses = [];
    let alone = false;
    this.link.addEventListener("click", (event) => this.leave(event), { signal });
    // Shift together with another key (Shift+Tab, capital letters) is somebody at work, not somebody leaving.
    document.addEventListener("keydown", (event) => (alone = event.key === "Shift"), { signal });
    const lifted = (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Shift" || !alone) return;
      const now = performance.now();
      presses = [...presses.filter((time) => now - time < WITHIN_MS), now];
      if (presses.length >= TIMES) this.leave(event);
    };
    document.addEventListener("keyup", lifted, { signal });
    window.addEventListener("pageshow", () => this.uncover(), { signal });
  }

  disconnectedCallback() {
    this.stop?.abort();
  }

  /** @param {Event} event The click or key that asked to leave. */
  leave(event) {
    event.preventDefault();
    document.documentElement.classList.add("exit-page-covers");
    document.title = "Weather";
    document.dispatchEvent(new CustomEvent("exit-page-leave")); // tools let go of more than fields
    document.querySelectorAll("form").forEach((form) => form.reset());
    /** @type {NodeListOf<HTMLInputElement>} */
    const fields = document.querySelectorAll("input, textarea");
    fields.forEach((field) => {
      field.value = "";
    });
    window.location.replace(/** @type {HTMLAnchorElement} */ (this.link).href);
  }

  /** A page restored by Back stays usable: the cover goes, what was typed stays gone. */
  uncover() {
    document.documentElement.classList.remove("exit-page-covers");
  }
}
