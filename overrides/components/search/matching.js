/** Finds pages by what people type: a thin layer over MiniSearch. Pure: no document, no clock. */

import MiniSearch from "../vendor/minisearch.js";
import { fold, slack, split, squash, subject, swapped } from "./words.js";
/** @import { Options, QueryCombination, SearchOptions, SearchResult } from "../vendor/minisearch.js" */

/** A page of the index, as macros/publish/search_index.py writes it; what is empty is left out.
 * @typedef {{url: string, kind: keyof typeof KINDS, title: string, line?: string, aka?: string[],
 *   everyday?: string[], sections?: Section[], text?: string}} PageEntry
 * @typedef {[string, string, string]} Section its anchor, its heading, and the line that answers
 * An answer: the page, the name or heading that matched, what kind of name that is, and the section it heads.
 * @typedef {{page: PageEntry, by: string, name: keyof typeof NAMES, section?: Section}} Answer
 * What stands in the index: an answer with its texts, the words that its name has, and the name as one word.
 * @typedef {Answer & {id: number, words?: string, whole?: string, line?: string, text?: string,
 *   length: number, joined?: string}} Indexed
 * What is asked: each word with the forms that count as it, and the words as one with what that is worth.
 * @typedef {{words: Map<string, Set<string>>, wholes: Map<string, number>}} Query
 * A page that matches: which words it covers, whether its name was asked for (0 to 1), its score.
 * @typedef {Answer & {covered: Set<string>, exact: number, score: number}} Hit
 * @typedef {Hit & {share: number}} Ranked `share` of the words that it covers, 0 to 1
 * @typedef {(page: PageEntry) => boolean} Wanted which pages count */

const NAMES = { title: 1, aka: 0.97, everyday: 0.92, section: 0.5, text: 0.3 };
const KINDS = { practice: 1.08, guide: 1.04, help: 1.04, tool: 1, term: 1, about: 0.85, page: 0.85 };
const ORDER = ["practice", "guide", "help", "tool", "term", "about", "page"];
const WHOLE = 3; // the query is all of a name
const SUBJECT = 0.9; // how near to that it is when only its small words stand apart
const EXACT = { prefix: false, fuzzy: false };
const FITS = 0.5; // share of the query's words that a page must hold to count as an answer
const FLOOR = 0.12; // share of the best partial score below which an answer is noise
const RANKING = {
  weights: { fuzzy: 0.45, prefix: 0.6 },
  boost: { words: 2, line: 1.2, text: 0.7 },
  bm25: { k: 1.2, b: 0.5, d: 0.3 },
};
const MOST = 30;
const NEAREST = 5;
const WORDS = 12; // of a query that are looked up
const LETTERS = 30; // of a word: a longer one is no slip of any word here
const SLICE = 150; // documents indexed between two breaths of the page

/** @param {string} query @param {string[]} fields @param {SearchOptions} options
 *  @returns {QueryCombination} */
const part = (query, fields, options) => ({
  queries: [query],
  fields,
  tokenize: (text) => [text],
  processTerm: (word) => word,
  ...options,
});
/** @type {Pick<Options, "tokenize" | "processTerm">} */
const tokens = {
  tokenize: (text, field) => (field === "whole" ? [squash(text)] : subject(text)),
  processTerm: (word) => word,
};

/** The last part of an address as words, where it differs from the title. @param {PageEntry} page */
const slug = ({ url, title }) => {
  const words = url.split("/").filter(Boolean).at(-1)?.replaceAll("-", " ") ?? "";
  return squash(words) === squash(title) ? [] : [words];
};

/** One document a name, one a section, and one for the line and the words of the page.
 *  @param {PageEntry[]} pages @returns {Generator<Indexed>} */
function* documents(pages) {
  let id = 0;
  for (const page of pages) {
    const { title, line = "", aka = [], everyday = [], sections = [], text = "" } = page;
    const names = { title: [title], aka: [...aka, ...slug(page)], everyday };
    /** What every document with a name says of it. @param {string} by @param {keyof typeof NAMES} name */
    const named = (by, name) => {
      const length = subject(by).length;
      return { id: id++, page, name, by, words: by, length, joined: squash(by) };
    };
    for (const name of /** @type {const} */ (["title", "aka", "everyday"]))
      for (const by of names[name]) yield { ...named(by, name), whole: by };
    for (const section of sections) yield { ...named(section[1], "section"), section, line: section[2] };
    yield { id: id++, page, name: "text", by: line, line, text, length: 0 };
  }
}

/** The library's score, by the kind of name, by how much of the query it covers, and by how much of the name
 *  was asked for. @param {Indexed} document @param {SearchResult} result @param {Query} query
 *  @returns {Hit} */
function weigh(document, { score, queryTerms, match }, query) {
  const { page, name, by, section, length, joined } = document;
  const asWhole = Object.values(match).some((fields) => fields.includes("whole"));
  const covered = new Set(asWhole ? query.words.keys() : []);
  if (!asWhole)
    for (const [word, forms] of query.words)
      if (queryTerms.some((term) => forms.has(term) || term.includes(word))) covered.add(word);
  const share = length ? Math.min(1, Object.keys(match).length / length) : 0.5;
  const weight =
    NAMES[name] * KINDS[page.kind] * (covered.size / query.words.size) ** 2 * (0.4 + 0.6 * share);
  const exact = (query.wholes.get(joined ?? "") ?? 0) * NAMES[name];
  return { page, by, name, section, covered, exact, score: score * weight };
}

/** Looks up pages; `find(text)` gives {near, answers}. */
export class Matcher {
  #documents;
  #index = new MiniSearch({ fields: ["words", "whole", "line", "text"], ...tokens });
  #names; // every word of a name or heading, in order

  constructor(/** @type {PageEntry[]} */ pages) {
    this.#documents = [...documents(pages)];
    this.#names = [...new Set(this.#documents.flatMap(({ words = "" }) => subject(words)))].sort();
    /** Settles when everything is indexed; done in slices, so that typing is never held up. */
    this.ready = this.#index.addAllAsync(this.#documents, { chunkSize: SLICE });
  }

  /** Answers in rank order; `near` says that nothing fits and that these are the closest.
   *  @param {string} text what was typed @param {Wanted} wanted @returns {{near: boolean, answers: Answer[]}} */
  find(text, wanted = () => true) {
    const words = [...new Set(subject(text).filter((word) => word.length <= LETTERS))].slice(0, WORDS);
    if (!words.length) return { near: false, answers: [] };
    const query = {
      words: new Map(words.map((word) => [word, new Set([word, ...swapped(word)])])),
      wholes: new Map([
        [words.join(""), SUBJECT],
        [squash(text), 1],
      ]),
    };
    const ranked = this.#rank(query, this.#query(text, words, query.wholes), wanted);
    const fitting = ranked.filter(({ share }) => share >= FITS);
    const chosen = fitting.length ? fitting : this.#nearest(query, words, ranked, wanted);
    return { near: !fitting.length, answers: chosen.slice(0, fitting.length ? MOST : NEAREST) };
  }

  /** Whether a name begins with this word. @param {string} word */
  #begins(word) {
    let [low, high] = [0, this.#names.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#names[middle] < word) low = middle + 1;
      else high = middle;
    }
    return this.#names[low]?.startsWith(word);
  }

  /** Slips are forgiven only in words that no name here has or begins with. @param {string} text
   *  @param {string[]} words @param {Map<string, number>} wholes @returns {QueryCombination} */
  #query(text, words, wholes) {
    const all = split(text).slice(0, WORDS).map(fold);
    const pairs = all
      .slice(1)
      .map((word, at) => all[at] + word)
      .filter((pair) => pair.length > 4);
    const queries = words.flatMap((word) => {
      const slips = !this.#begins(word);
      const fuzzy = (slips && slack(word)) || false;
      const main = part(word, ["words", "line", "text"], { prefix: word.length > 2, fuzzy, maxFuzzy: 2 });
      const others = slips ? swapped(word) : [];
      return [main, ...others.map((other) => part(other, ["words"], { ...EXACT, boost: { words: 0.7 } }))];
    });
    queries.push(...pairs.map((pair) => part(pair, ["words"], EXACT)));
    for (const whole of wholes.keys()) {
      if (whole.length < 3 || whole.length > 2 * LETTERS) continue;
      const slips = { fuzzy: slack(whole) || false, maxFuzzy: 2 };
      queries.push(part(whole, ["whole"], { prefix: whole.length > 3, ...slips, boost: { whole: WHOLE } }));
    }
    return { combineWith: "OR", queries };
  }

  /** @param {Query} query @param {QueryCombination} search @param {Wanted} wanted @returns {Ranked[]} */
  #rank(query, search, wanted) {
    const best = /** @type {Map<PageEntry, Hit>} */ (new Map());
    for (const result of this.#index.search(search, RANKING)) {
      const document = this.#documents[result.id];
      if (!wanted(document.page)) continue;
      const hit = weigh(document, result, query);
      const before = best.get(hit.page);
      if (!before) best.set(hit.page, hit);
      else {
        for (const word of hit.covered) before.covered.add(word);
        const better = hit.exact - before.exact || hit.score - before.score;
        if (better > 0) Object.assign(before, { by: hit.by, name: hit.name, section: hit.section });
        before.score = Math.max(before.score, hit.score);
        before.exact = Math.max(before.exact, hit.exact);
      }
    }
    const ranked = [...best.values()].map((hit) => {
      const share = hit.covered.size / query.words.size;
      return { ...hit, share, score: hit.score * (0.4 + 0.6 * share ** 2) };
    });
    ranked.sort(before);
    const top = Math.max(0, ...ranked.filter(({ exact }) => !exact).map(({ score }) => score));
    return ranked.filter(({ exact, score }) => exact || score >= FLOOR * top);
  }

  /** @param {Query} query @param {string[]} words @param {Ranked[]} ranked @param {Wanted} wanted */
  #nearest(query, words, ranked, wanted) {
    const long = words.filter((word) => word.length > 3);
    if (!long.length) return ranked;
    /** @type {QueryCombination} */
    const loose = {
      combineWith: "OR",
      queries: long.map((word) => part(word, ["words", "whole"], { fuzzy: 0.4, maxFuzzy: 4, prefix: true })),
    };
    const near = this.#rank(query, loose, wanted);
    return near.length ? near : ranked;
  }
}

/** Whose name was asked for comes first, titles before other names; then by score, kind and title. */
function before(/** @type {Ranked} */ a, /** @type {Ranked} */ b) {
  return (
    b.exact - a.exact ||
    b.score - a.score ||
    ORDER.indexOf(a.page.kind) - ORDER.indexOf(b.page.kind) ||
    a.page.title.localeCompare(b.page.title)
  );
}

/** Finds texts of a list that have every word typed, or its beginning, or nearly. @param {string[]} texts */
export function listMatcher(texts) {
  const index = new MiniSearch({ fields: ["words"], ...tokens });
  index.addAll(texts.map((words, id) => ({ id, words })));
  /** @param {string} text @param {SearchOptions} options @returns {number[]} */
  const ids = (text, options) =>
    index.search(text, { combineWith: "AND", prefix: true, ...options }).map(({ id }) => id);
  /** @param {string} text @returns {Set<number>} which of the texts */
  return (text) => {
    const exact = ids(text, {});
    return new Set(exact.length ? exact : ids(text, { fuzzy: (word) => slack(word) || false, maxFuzzy: 2 }));
  };
}
