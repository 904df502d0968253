/** Defines every element of the site: the only side effect. Each starts in its own try; a failure stays its own. */

import { ExitPage } from "./exit-page/exit-page.js";
import { PracticeTimer } from "./practice-timer/practice-timer.js";

const ELEMENTS = { "exit-page": ExitPage, "practice-timer": PracticeTimer };

for (const [tag, element] of Object.entries(ELEMENTS)) {
  try {
    if (!customElements.get(tag)) customElements.define(tag, element);
  } catch (error) {
    console.error(`${tag}: could not be started`, error);
  }
}
