/** Brings the search's two data scripts (search/index.js, search/danger.js; published with a hash in the
 *  name) when they are wanted, once. Scripts, because those load from a disk too. What failed is tried
 *  again the next time. */

import { dangerMatcher } from "./danger.js";
import { Matcher } from "./matching.js";
/** @import { Danger, DangerMatcher } from "./danger.js" */
/** @import { PageEntry } from "./matching.js" */

const VERSION = 1;

/** What the data scripts bring. @typedef {{index: {version: number, pages: PageEntry[]}, danger: {version:
 *   number, dangers: Danger[]}}} SiteData */

/** What the header's link to the search says: where the site begins, and the two data scripts. */
const addresses = () =>
  /** @type {HTMLElement | null} */ (document.querySelector("[data-search-open]"))?.dataset ?? {};

/** Where the site begins. */
export const root = () => new URL(addresses().root ?? ".", location.href);

/** On a disk a folder's page has to be named. @param {string} url @param {string} [anchor] */
export function pageAddress(url, anchor = "") {
  const link = new URL(location.protocol === "file:" ? `${url}index.html` : url, root());
  link.hash = anchor;
  return link.href;
}

/** @template {keyof SiteData} Name @param {Name} name @returns {Promise<SiteData[Name]>} */
function script(name) {
  return new Promise((done, fail) => {
    const element = document.createElement("script");
    const refuse = (/** @type {string} */ why) => {
      element.remove();
      fail(new Error(`search/${name}.js ${why}`));
    };
    element.onload = () => {
      const { siteData } = /** @type {{siteData?: Partial<SiteData>}} */ (/** @type {unknown} */ (window));
      const data = siteData?.[name]; // a log-in page in the file's place loads too, and brings nothing
      if (data?.version === VERSION) done(data);
      else refuse("is not what it should be");
    };
    element.onerror = () => refuse("did not come");
    element.src = new URL(addresses()[name] ?? `search/${name}.js`, location.href).href;
    document.head.append(element);
  });
}

/** What `load` brings, once; after a failure again. @template T @param {() => Promise<T>} load */
function once(load) {
  /** @type {Promise<T> | undefined} */
  let coming;
  return () => {
    coming ??= load();
    coming.catch(() => (coming = undefined));
    return coming;
  };
}

/** The pages of the index; rejects where the index does not come. */
export const pages = once(async () => (await script("index")).pages);

/** What finds pages; rejects where the index does not come. */
export const matcher = once(async () => {
  const all = new Matcher(await pages());
  await all.ready;
  return all;
});

const dangers = once(async () => dangerMatcher((await script("danger")).dangers));

/** What a field asks: the index and the words of danger, as far as they are here. */
export class SearchData {
  /** @type {Matcher | undefined} */
  matcher;
  /** The index did not come. */
  failed = false;
  /** Which help pages a text leads to. @type {DangerMatcher} */
  dangers = () => [];

  /** Brings both; again after a failure. @param {() => void} changed called when one is here, or failed */
  load(changed) {
    this.failed = false;
    dangers()
      .then((check) => (this.dangers = check))
      .then(changed, console.error);
    matcher()
      .then((ready) => (this.matcher = ready))
      .catch((error) => {
        console.error("search: the index did not come", error);
        this.failed = true;
      })
      .then(changed);
  }
}
