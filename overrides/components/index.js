/** Defines every element of the site: the only side effect. Each starts in its own try; a failure stays its own. */

import { ExitPage } from "./exit-page/exit-page.js";
import { GlossaryFilter } from "./glossary-filter/glossary-filter.js";
import { PracticeFilter } from "./practice-filter/practice-filter.js";
import { PracticeFinder } from "./practice-finder/practice-finder.js";
import { PracticeTimer } from "./practice-timer/practice-timer.js";
import { SectionLinks } from "./share-button/section-links.js";
import { ShareButton } from "./share-button/share-button.js";
import { TermPreviews } from "./term-preview/term-preview.js";

const ELEMENTS = { "exit-page": ExitPage, "glossary-filter": GlossaryFilter, "practice-filter": PracticeFilter, "practice-finder": PracticeFinder, "practice-timer": PracticeTimer, "share-button": ShareButton };

for (const [tag, element] of Object.entries(ELEMENTS)) {
  try {
    if (!customElements.get(tag)) customElements.define(tag, element);
  } catch (error) {
    console.error(`${tag}: could not be started`, error);
  }
}

/* Not elements: the links are printed as plain links and stay so. */
for (const [name, Start] of Object.entries({ "term-preview": TermPreviews, "share-button": SectionLinks })) {
  try {
    new Start(document);
  } catch (error) {
    console.error(`${name}: could not be started`, error);
  }
}
