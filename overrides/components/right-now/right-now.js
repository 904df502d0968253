/** `<right-now>`: the emergency number of the device's country; steps read aloud (SpeechSynthesis). */

import { byClock } from "../help-country/clock.js";
import { localVoice, speak, stopSpeaking, whenVoices } from "../read-aloud/voice.js";
import { SiteElement } from "../shared/shared.js";

export class RightNow extends SiteElement {
  setUp() {
    // The number of the clock's country stands beside "Get help now"; without one, help stands alone.
    const { template } = byClock([...this.querySelectorAll("template")]);
    if (template) this.querySelector(".right-now__help")?.after(" ", template.content.cloneNode(true));
    const button = this.child("aloud");
    whenVoices(() => (button.hidden = !localVoice()));
    this.on(button, "click", () => {
      button.setAttribute("aria-pressed", String(!this.#isOn));
      this.#read();
    });
    this.on(window, "hashchange", () => this.#read());
    this.on(window, "pagehide", stopSpeaking);
  }

  get #isOn() {
    return this.child("aloud").getAttribute("aria-pressed") === "true";
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
