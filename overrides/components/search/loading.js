/** Brings the search's two data scripts (search/index.js, search/danger.js) when they are wanted, once. Scripts, because
 *  those load from a disk too. What failed is tried again the next time it is asked for. */

import { dangerMatcher } from "./danger.js";
import { Matcher } from "./matching.js";

const VERSION = 1;
const brought = new Map();

/** Where the site begins, as the header's link to the search says. */
export const root = () => new URL(document.querySelector("[data-search-open]")?.dataset.root ?? ".", location.href);

/** Address of a page of the index; on a disk a folder's page has to be named. @param {string} url @param {string} [anchor] */
export function pageAddress(url, anchor = "") {
  const link = new URL(location.protocol === "file:" ? `${url}index.html` : url, root());
  link.hash = anchor;
  return link.href;
}

function script(name) {
  return new Promise((done, fail) => {
    const element = document.createElement("script");
    const refuse = (why) => {
      element.remove();
      fail(new Error(`search/${name}.js ${why}`));
    };
    element.onload = () => {
      const data = window.siteData?.[name]; // a log-in page in the file's place loads too, and brings nothing
      if (data?.version === VERSION) done(data);
      else refuse("is not what it should be");
    };
    element.onerror = () => refuse("did not come");
    element.src = new URL(`search/${name}.js`, root());
    document.head.append(element);
  });
}

function once(name, make) {
  return () => {
    if (!brought.has(name)) {
      brought.set(name, script(name).then(make));
      brought.get(name).catch(() => brought.delete(name));
    }
    return brought.get(name);
  };
}

/** The pages of the index. @returns {Promise<import("./matching.js").PageEntry[]>} rejects where the index does not come */
export const pages = once("index", ({ pages }) => pages);

let matching;

/** Finds pages. @returns {Promise<Matcher>} rejects where the index does not come */
export const matcher = () =>
  pages().then((all) => {
    matching ??= new Matcher(all);
    return matching.ready.then(() => matching);
  });

/** Says which help pages a text leads to. @returns {Promise<ReturnType<typeof dangerMatcher>>} */
export const dangers = once("danger", ({ dangers }) => dangerMatcher(dangers));
