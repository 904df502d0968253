/** Which pages an address that leads nowhere may have meant. Pure: no document, no network. */

const LONGEST = 300; // signs of an address that are looked at
const WORDS = 8;
const LETTERS = 30;
const ENOUGH = 0.55; // how much of the address a page must hold to be named
const MOST = 5;

/** "Guides//Panic.html?x" as the site would write it: "guides/panic/". The root is "". */
export function plain(path) {
  let text = path.slice(0, LONGEST);
  try {
    text = decodeURIComponent(text);
  } catch {
    /* A half of a sign, or a sign that is none: taken as it stands. */
  }
  const found = text
    .toLowerCase()
    .replace(/[\s_]+/g, "-")
    .replace(/\/{2,}/g, "/")
    .replace(/[.,;:!?)\]'"\u201d\u2019-]+(?=\/?$)/, "")
    .replace(/(^|\/)(?:index\.(?:html?|md|php)|readme\.md)$/, "$1")
    .replace(/\.(?:html?|md|php)\/?$/, "")
    .replace(/^\/+|\/+$/g, "");
  return found && `${found}/`;
}

const split = (text) =>
  [...text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word.slice(0, LETTERS));

/** Letters to add, drop, change or swap to get from one word to the other. */
function distance(a, b) {
  let before = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const here = [row];
    for (let at = 1; at <= b.length; at++) {
      here[at] = Math.min(above[at] + 1, here[at - 1] + 1, above[at - 1] + (a[row - 1] !== b[at - 1]));
      if (row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1]) here[at] = Math.min(here[at], before[at - 2] + 1);
    }
    [before, above] = [above, here];
  }
  return above[b.length];
}

/** 1 for the same word, less for a near one, 0 for another. */
function alike(a, b) {
  if (a === b) return 1;
  const short = Math.min(a.length, b.length);
  if (short > 2 && (a.startsWith(b) || b.startsWith(a))) return 0.5 + (0.4 * short) / Math.max(a.length, b.length);
  const slack = a.length < 4 ? 0 : a.length < 8 ? 1 : 2;
  const far = Math.abs(a.length - b.length) > slack ? slack + 1 : distance(a, b);
  return far > slack ? 0 : 1 - far / Math.max(a.length, b.length);
}

const best = (word, others) => Math.max(0, ...others.map((other) => alike(word, other)));

/** How well a page fits: how much of what was asked it holds, then how much of its own name was asked for. */
function score(asked, url, title) {
  const own = [...new Set([...split(url.replace(/^[^/]*\/(?=.)/, "")), ...split(title)])];
  const all = [...own, ...split(url)];
  const held = asked.reduce((sum, word) => sum + best(word, all), 0) / asked.length;
  const named = own.reduce((sum, word) => sum + best(word, asked), 0) / (own.length || 1);
  return { held, score: held + 0.3 * named };
}

/**
 * The one page that was meant, where only capitals, slashes or an ending are wrong.
 * @param {string} path below the site's root @param {Record<string, string>} pages title by address
 */
export const certain = (path, pages) => (Object.hasOwn(pages, plain(path)) && plain(path) !== path ? plain(path) : undefined);

/** Addresses of the nearest pages, the best first; none where nothing is near. */
export function nearest(path, pages) {
  const meant = plain(path);
  const asked = split(meant.split("/").filter(Boolean).slice(-2).join(" ")).slice(-WORDS);
  if (!asked.length) return [];
  return Object.entries(pages)
    .map(([url, title]) => ({ url, ...score(asked, url, title) }))
    .filter(({ held }) => held >= ENOUGH)
    .sort((a, b) => b.score - a.score || a.url.localeCompare(b.url))
    .slice(0, MOST)
    .map(({ url }) => url);
}
