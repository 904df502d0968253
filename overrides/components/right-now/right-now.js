/** `<right-now>`: the emergency number of the device's country, and each step read aloud once asked for. */

import { byClock } from "../help-country/clock.js";
import { localVoice, speak, stopSpeaking, whenVoices } from "../read-aloud/voice.js";

export class RightNow extends HTMLElement {
  /** @type {AbortController | undefined} */
  #stop;

  connectedCallback() {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.#call();
    const button = this.#aloud;
    whenVoices(() => {
      button.hidden = !localVoice();
    }, signal);
    button.addEventListener("click", () => this.#turn(button), { signal });
    window.addEventListener("hashchange", () => this.#read(), { signal });
    window.addEventListener("pagehide", stopSpeaking, { signal });
  }

  disconnectedCallback() {
    this.#stop?.abort();
    stopSpeaking();
  }

  get #aloud() {
    return /** @type {HTMLButtonElement} */ (this.querySelector(".right-now__aloud"));
  }

  get #isOn() {
    return this.#aloud.getAttribute("aria-pressed") === "true";
  }

  /** The number that is known by the clock stands beside "Get help now"; without one, help stands alone. */
  #call() {
    const { template } = byClock([...this.querySelectorAll("template")]);
    if (template) this.querySelector(".right-now__help")?.after(" ", template.content.cloneNode(true));
  }

  /** @param {HTMLButtonElement} button */
  #turn(button) {
    button.setAttribute("aria-pressed", String(!this.#isOn));
    this.#read();
  }

  /** Says the step that is in sight, while reading aloud is on. */
  #read() {
    stopSpeaking();
    if (!this.#isOn) return;
    const step = this.querySelector(".right-now__step:target") ?? this.querySelector(".right-now__step");
    const lines = step?.querySelectorAll(".right-now__say, .right-now__more") ?? [];
    speak([...lines].map(({ textContent }) => textContent.trim()).join(" "));
  }
}
