/** Defines every element of the site: the only side effect. Each starts in its own try; a failure stays its own. */

import { ExitPage } from "./exit-page/exit-page.js";
import { GlossaryFilter } from "./glossary-filter/glossary-filter.js";
import { LateTheme } from "./late-theme/late-theme.js";
import { NearestPages } from "./nearest-pages/nearest-pages.js";
import { OfflineCopy } from "./offline-copy/offline-copy.js";
import { ListFilter } from "./list-filter/list-filter.js";
import { PracticeFilter } from "./practice-filter/practice-filter.js";
import { PracticeFinder } from "./practice-finder/practice-finder.js";
import { PracticeTimer } from "./practice-timer/practice-timer.js";
import { Previews } from "./preview/preview.js";
import { SectionLinks } from "./share-button/section-links.js";
import { ShareButton } from "./share-button/share-button.js";

const ELEMENTS = { "exit-page": ExitPage, "glossary-filter": GlossaryFilter, "list-filter": ListFilter, "nearest-pages": NearestPages, "offline-copy": OfflineCopy, "practice-filter": PracticeFilter, "practice-finder": PracticeFinder, "practice-timer": PracticeTimer, "share-button": ShareButton };

for (const [tag, element] of Object.entries(ELEMENTS)) {
  try {
    if (!customElements.get(tag)) customElements.define(tag, element);
  } catch (error) {
    console.error(`${tag}: could not be started`, error);
  }
}

/* Rooms: tools that fill a page of their own. Their script is fetched only where their tag stands. */
const ROOMS = {
  "boundary-builder": async () => (await import("./boundary-builder/boundary-builder.js")).BoundaryBuilder,
  "four-week-start": async () => (await import("./four-week-start/four-week-start.js")).FourWeekStart,
  "private-notes": async () => (await import("./private-notes/private-notes.js")).PrivateNotes,
};

for (const [tag, load] of Object.entries(ROOMS)) {
  if (!document.querySelector(tag)) continue;
  load()
    .then((element) => customElements.get(tag) ?? customElements.define(tag, element))
    .catch((error) => console.error(`${tag}: the page stays as printed`, error));
}

/* Not elements: the links are printed as plain links and stay so. */
for (const [name, Start] of Object.entries({ "late-theme": LateTheme, preview: Previews, "share-button": SectionLinks })) {
  try {
    new Start(document);
  } catch (error) {
    console.error(`${name}: could not be started`, error);
  }
}
