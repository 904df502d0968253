/** Defines every element of the site: the only side effect. Each starts in its own try; a failure stays its own. */

import { ExitPage } from "./exit-page/exit-page.js";
import { leisure } from "./offline-copy/leisure.js";
import { LateTheme } from "./late-theme/late-theme.js";
import { PracticeTimer } from "./practice-timer/practice-timer.js";
import { Previews } from "./preview/preview.js";
import { SectionLinks } from "./share-button/section-links.js";
import { ShareButton } from "./share-button/share-button.js";

const ELEMENTS = { "exit-page": ExitPage, "practice-timer": PracticeTimer, "share-button": ShareButton };

for (const [tag, element] of Object.entries(ELEMENTS)) {
  try {
    if (!customElements.get(tag)) customElements.define(tag, element);
  } catch (error) {
    console.error(`${tag}: could not be started`, error);
  }
}

/* Rooms: what stands on few pages. Its script is fetched only where its tag stands. */
const ROOMS = {
  "boundary-builder": async () => (await import("./boundary-builder/boundary-builder.js")).BoundaryBuilder,
  "four-week-start": async () => (await import("./four-week-start/four-week-start.js")).FourWeekStart,
  "glossary-filter": async () => (await import("./glossary-filter/glossary-filter.js")).GlossaryFilter,
  "list-filter": async () => (await import("./list-filter/list-filter.js")).ListFilter,
  "offline-copy": async () => (await import("./offline-copy/offline-copy.js")).OfflineCopy,
  "nearest-pages": async () => (await import("./nearest-pages/nearest-pages.js")).NearestPages,
  "practice-filter": async () => (await import("./practice-filter/practice-filter.js")).PracticeFilter,
  "practice-finder": async () => (await import("./practice-finder/practice-finder.js")).PracticeFinder,
  "private-notes": async () => (await import("./private-notes/private-notes.js")).PrivateNotes,
};

/* In every footer, and idle until there is time: fetched then, but on its own page at once. */
for (const [tag, load] of Object.entries(ROOMS)) {
  const first = document.querySelector(tag);
  if (!first) continue;
  const wait = tag === "offline-copy" && !("full" in first.dataset);
  (wait ? leisure : Promise.resolve())
    .then(load)
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
