/* The theme's search worker, wrapped: forgives misspellings, and puts a word's own page first for every name it has.
   Classic script, because the theme starts it as one. How and why: docs/contributing/glossary.md.
   Adds nothing of its own to the page: it changes the question on the way in and the order on the way out. */

const SETUP = 0;
const QUERY = 2;
const RESULT = 3;
const pages = new Map(); // a name as one word -> address of its page
const known = new Map(); // address -> its entry in the index
const vocabulary = new Set(); // every word of the index
const SMALL = new Set(
  ("a after all always am an and any are as at be because been being but by can cant can't can\u2019t did do does doing dont don't don\u2019t feel feeling feels for from get gets getting " +
    "had has have having how i if im i'm i\u2019m in into is it its keep keeps like make makes making me more my myself no not of off on one or out over really she so than that the their them " +
    "then they thing things this time times to too up very was we were what what's when where which who why will with you your").split(" "),
);
let asked = "";

const joined = (text) => text.toLowerCase().normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "").replace(/s$/, "");

/* How many letters of a name may be wrong, by its length. */
const slack = (text) => (text.length < 5 ? 0 : text.length < 9 ? 1 : 2);

function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const here = [row];
    for (let at = 1; at <= b.length; at++) {
      here[at] = Math.min(above[at] + 1, here[at - 1] + 1, above[at - 1] + (a[row - 1] === b[at - 1] ? 0 : 1));
      if (row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1]) here[at] = Math.min(here[at], before[at - 2] + 1);
    }
    if (Math.min(...here) > most) return most + 1;
    [before, above] = [above, here];
  }
  return above[b.length];
}

function learn(docs) {
  for (const { title, text, names = [] } of docs) {
    for (const [word] of `${title} ${text} ${names.join(" ")}`.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) vocabulary.add(word);
  }
  for (const doc of docs.filter(({ names }) => names)) {
    known.set(doc.location, doc);
    for (const name of [doc.title, ...doc.names]) if (!pages.has(joined(name))) pages.set(joined(name), doc.location);
  }
}

/* "shutting" asks for "shut" too; the theme has no other forms of a word. */
function stem(word) {
  const found = word.length > 5 ? word.replace(/(ing|ed|es|s)$/i, "") : word;
  return found !== word && found.length > 3 ? found.replace(/([bdgmnprt])\1$/i, "$1") : "";
}

/* Without the words that carry no subject; and a word that no page holds also with a letter or two wrong.
   A question with signs of its own ("+", quotes) is left as it is. */
function forgiving(text) {
  if (/["+~^:*]|(^|\s)-/.test(text)) return text;
  const all = text.split(/[\s\-/]+/).filter(Boolean);
  const main = all.filter((word) => !SMALL.has(word.toLowerCase()));
  const words = main.length ? main : all;
  const slips = words.filter((word) => word.length > 3 && !vocabulary.has(word.toLowerCase()));
  return [...words, ...words.map(stem).filter(Boolean), ...slips.map((word) => `${word}~${word.length > 7 ? 2 : 1}`)].join(" ");
}

/* The page whose name was asked for, or the one name that is nearest to it. */
function named(text) {
  const name = joined(text);
  if (pages.has(name)) return pages.get(name);
  let best = slack(name) + 1;
  let found;
  for (const [other, page] of best > 1 ? pages : []) {
    const far = distance(name, other, best - 1);
    if (far < best) [best, found] = [far, page];
  }
  return found;
}

function ownFirst(items) {
  const page = named(asked);
  if (!page) return items;
  const own = items.find((group) => group.some(({ location }) => location === page));
  const first = own ?? [{ ...known.get(page), score: 0, terms: {} }];
  return [first, ...items.filter((group) => group !== own)];
}

/* A word that no page holds as it was typed was a slip: nothing is "missing" then. */
function withoutSlips(items) {
  const all = items.flat();
  const held = new Set(all.flatMap(({ terms }) => Object.keys(terms).filter((term) => terms[term])));
  for (const item of all) item.terms = Object.fromEntries(Object.entries(item.terms).filter(([term]) => held.has(term)));
  return items;
}

let theirs;
const listen = self.addEventListener.bind(self);
const answer = self.postMessage.bind(self);

self.addEventListener = (name, listener) => (name === "message" ? (theirs = listener) : listen(name, listener));
self.postMessage = (message) => {
  if (message.type === RESULT && message.data?.items) {
    try {
      message.data.items = withoutSlips(ownFirst(message.data.items));
    } catch (error) {
      console.error("search-worker: results stay in the theme's order", error);
    }
  }
  answer(message);
};

/* The theme's own worker; its file is named in our address ("?w=.../search.1234.min.js"). */
importScripts(`javascripts/workers/${location.search.split("/").pop()}`);

listen("message", (event) => {
  const { type, data } = event.data;
  if (type === SETUP) learn(data.docs);
  if (type !== QUERY) return theirs(event);
  asked = data;
  return theirs({ data: { type, data: forgiving(data) } });
});
