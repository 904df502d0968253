/** Defines every element of the site: the only side effect. Each starts in its own try. */

import { ExitPage } from "./exit-page/exit-page.js";
import { startPageContents } from "./page-contents/page-contents.js";
import { Previews } from "./preview/preview.js";
import { SearchOpener } from "./search/opener.js";
import { startPrintFolds } from "./print-folds/print-folds.js";
import { startSchemeSwitch } from "./scheme-switch/scheme-switch.js";
import { ShareButton, startSectionLinks } from "./share-button/share-button.js";
import { startWideTables } from "./wide-tables/wide-tables.js";

/* What every page does and no element stands for; all of it is a plain page without this. */
const STARTS = {
  "exit-page, share-button": () => {
    customElements.define("exit-page", ExitPage);
    customElements.define("share-button", ShareButton);
  },
  "scheme-switch": startSchemeSwitch,
  search: () => new SearchOpener(),
  "page-contents": startPageContents,
  "wide-tables": startWideTables,
  "print-folds": startPrintFolds,
  preview: () => new Previews(),
  "section-links": startSectionLinks,
};

for (const [name, start] of Object.entries(STARTS)) {
  try {
    start();
  } catch (error) {
    console.error(`${name}: could not be started`, error);
  }
}

/* What stands on few pages: fetched only where its tag stands. */
/** @type {Record<string, () => Promise<CustomElementConstructor>>} */
const LAZY_ELEMENTS = {
  "boundary-builder": async () => (await import("./boundary-builder/boundary-builder.js")).BoundaryBuilder,
  "four-week-start": async () => (await import("./four-week-start/four-week-start.js")).FourWeekStart,
  "glossary-filter": async () => (await import("./glossary-filter/glossary-filter.js")).GlossaryFilter,
  "help-country": async () => (await import("./help-country/help-country.js")).HelpCountry,
  "keep-practice": async () => (await import("./my-practices/my-practices.js")).KeepPractice,
  "list-filter": async () => (await import("./list-filter/list-filter.js")).ListFilter,
  "my-plan": async () => (await import("./my-plan/my-plan.js")).MyPlan,
  "my-practices": async () => (await import("./my-practices/my-practices.js")).MyPractices,
  "offline-copy": async () => (await import("./offline-copy/offline-copy.js")).OfflineCopy,
  "nearest-pages": async () => (await import("./nearest-pages/nearest-pages.js")).NearestPages,
  "practice-booklet": async () => (await import("./booklet/booklet.js")).PracticeBooklet,
  "practice-filter": async () => (await import("./practice-filter/practice-filter.js")).PracticeFilter,
  "practice-finder": async () => (await import("./practice-finder/practice-finder.js")).PracticeFinder,
  "practice-timer": async () => (await import("./practice-timer/practice-timer.js")).PracticeTimer,
  "private-notes": async () => (await import("./private-notes/private-notes.js")).PrivateNotes,
  "read-aloud": async () => (await import("./read-aloud/read-aloud.js")).ReadAloud,
  "right-now": async () => (await import("./right-now/right-now.js")).RightNow,
  "short-way": async () => (await import("./short-way/short-way.js")).ShortWay,
  "work-sheet": async () => (await import("./worksheet/worksheet.js")).WorkSheet,
};

/** Resolves near the element. @param {HTMLElement} element @returns {Promise<void>} */
const near = (element) =>
  new Promise((done) => {
    const settings = { rootMargin: "100%" };
    const seen = new IntersectionObserver(
      ([{ isIntersecting }]) => isIntersecting && done(seen.disconnect()),
      settings,
    );
    seen.observe(element);
  });

/* The offer of a copy stands in every footer: fetched when it comes near, on its own page at once. */
for (const [tag, load] of Object.entries(LAZY_ELEMENTS)) {
  const first = /** @type {HTMLElement | null} */ (document.querySelector(tag));
  if (!first) continue;
  const wait = tag === "offline-copy" && !("full" in first.dataset);
  (wait ? near(first) : Promise.resolve())
    .then(load)
    .then((element) => customElements.define(tag, element))
    .catch((error) => console.error(`${tag}: the page stays as printed`, error));
}
