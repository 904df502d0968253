/** What an address that leads nowhere says: the path as this site would write it, and its words. Pure. */

const LONGEST = 300; // signs of an address that are looked at
const WORDS = 8;

/** Without its percent signs; a half of a sign, or a sign that is none, is taken as it stands. */
export function decoded(/** @type {string} */ text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** "Guides//Panic.html?x" as the site would write it: "guides/panic/". The root is "". */
export function meantPath(/** @type {string} */ path) {
  const written = decoded(path.slice(0, LONGEST))
    .toLowerCase()
    .replace(/[\s_]+/g, "-")
    .replace(/\/{2,}/g, "/")
    .replace(/[.,;:!?)\]'"\u201d\u2019-]+(?=\/?$)/, "")
    .replace(/(^|\/)(?:index\.(?:html?|md|php)|readme\.md)$/, "$1")
    .replace(/\.(?:html?|md|php)\/?$/, "")
    .replace(/^\/+|\/+$/g, "");
  return written && `${written}/`;
}

/** The words of the last two parts of an address, which say most of what was meant. @param {string} path */
export const wordsOf = (path) =>
  meantPath(path)
    .split("/")
    .filter(Boolean)
    .slice(-2)
    .join(" ")
    .split(/[\s-]+/)
    .slice(-WORDS)
    .join(" ");
