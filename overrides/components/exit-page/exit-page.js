/** The way out of a page that could put its reader at risk: covers at once, wipes what was typed, leaves. */

const TIMES = 3;
const WITHIN_MS = 5000;

/**
 * Counts presses of one key: `press(now)` is true at the third within five seconds.
 * @returns {(now: number) => boolean} `now` in milliseconds.
 */
export function threeTimes() {
  /** @type {number[]} */
  let times = [];
  return (now) => {
    times = [...times.filter((time) => now - time < WITHIN_MS), now];
    return times.length >= TIMES;
  };
}

/** `<exit-page>`: a link that leaves by replacing the history entry, and Shift three times for the same. */
export class ExitPage extends HTMLElement {
  connectedCallback() {
    const link = this.querySelector("a");
    if (!link) throw new Error("<exit-page> holds no link to leave by");
    this.link = link;
    this.stop = new AbortController();
    const { signal } = this.stop;
    const third = threeTimes();
    let alone = false;
    this.link.addEventListener("click", (event) => this.leave(event), { signal });
    // Shift together with another key (Shift+Tab, capital letters) is somebody at work, not somebody leaving.
    document.addEventListener("keydown", (event) => (alone = event.key === "Shift"), { signal });
    document.addEventListener(
      "keyup",
      (event) => {
        if (event.key === "Shift" && alone && third(performance.now())) this.leave(event);
      },
      { signal },
    );
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
    document.dispatchEvent(new CustomEvent("exit-page-leave")); // a tool that holds more than its fields lets go of it
    document.querySelectorAll("form").forEach((form) => form.reset());
    /** @type {NodeListOf<HTMLInputElement | HTMLTextAreaElement>} */ (
      document.querySelectorAll("input, textarea")
    ).forEach((field) => {
      field.value = "";
    });
    window.location.replace(/** @type {HTMLAnchorElement} */ (this.link).href);
  }

  /** A page restored by Back stays usable: the cover goes, what was typed stays gone. */
  uncover() {
    document.documentElement.classList.remove("exit-page-covers");
  }
}
