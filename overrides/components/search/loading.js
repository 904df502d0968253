/** Brings the search's two data scripts (search/index.js, search/danger.js; published with a hash in the
 *  name) when they are wanted, once. Scripts, because those load from a disk too. What failed is tried
 *  again the next time. */

import { dangerMatcher } from "./danger.js";
import { Matcher } from "./matching.js";
/** @import { Danger } from "./danger.js" */
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
    /** @param {string} why */
    const refuse = (why) => {
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

/** @template {keyof SiteData} Name @template T @param {Name} name @param {(data: SiteData[Name]) => T} make
 *  @returns {() => Promise<T>} */
function once(name, make) {
  /** @type {Promise<T> | undefined} */
  let coming;
  return () => {
    if (coming) return coming;
    coming = script(name).then(make);
    coming.catch(() => (coming = undefined));
    return coming;
  };
}

/** The pages of the index; rejects where the index does not come. */
export const pages = once("index", ({ pages }) => pages);

/** @type {Matcher | undefined} */
let matching;

/** Finds pages. @returns {Promise<Matcher>} rejects where the index does not come */
export async function matcher() {
  const all = await pages();
  matching ??= new Matcher(all);
  await matching.ready;
  return matching;
}

/** Says which help pages a text leads to; rejects where their list does not come. */
export const dangers = once("danger", ({ dangers }) => dangerMatcher(dangers));
