/** Finds terms by what people type: a thin layer over MiniSearch. Pure: no document, no clock. README.md says how it ranks. */

import MiniSearch from "../vendor/minisearch.js";
import { fold, slack, split, squash, subject, swapped } from "./words.js";

const KINDS = { title: 1, aka: 0.95, everyday: 0.9, text: 0.25 };
const WHOLE = 3; // the query is all of a name
const EXACT = { prefix: false, fuzzy: false };
const FITS = 0.5; // share of the query's words that a term must hold to count as found
const FLOOR = 0.35; // share of the best partial score below which a find is noise
const RANKING = { weights: { fuzzy: 0.45, prefix: 0.6 }, boost: { words: 2, line: 1.2, body: 0.6 }, bm25: { k: 1.2, b: 0.5, d: 0.3 } };
const MOST = 30;
const WORDS = 12; // of a query that are looked up
const SLICE = 150; // documents indexed between two breaths of the page

const part = (query, fields, options) => ({ queries: [query], fields, tokenize: (text) => [text], processTerm: (word) => word, ...options });
const tokens = { tokenize: (text, field) => (field === "whole" ? [squash(text)] : subject(text)), processTerm: (word) => word };

/** One document a name, and one for the line and the words of the page. */
function* documents(terms) {
  let id = 0;
  for (const term of terms) {
    const names = [[term.title, "title"], ...term.aka.map((name) => [name, "aka"]), ...term.everyday.map((name) => [name, "everyday"])];
    for (const [name, kind] of names) yield { id: id++, term, kind, name, words: name, whole: name, length: subject(name).length, joined: squash(name) };
    yield { id: id++, term, kind: "text", name: term.short, line: term.short, body: term.body };
  }
}

/** The library's score, by the kind of name, by how much of the query is held, and by how much of the name was asked for. */
function weigh({ term, kind, name, length, joined }, { score, queryTerms, match }, asked, whole) {
  const asWhole = Object.values(match).some((fields) => fields.includes("whole"));
  const held = new Set(asWhole ? asked.keys() : []);
  if (!asWhole) for (const [word, forms] of asked) if (queryTerms.some((found) => forms.has(found) || found.includes(word))) held.add(word);
  const part = length ? Math.min(1, Object.keys(match).length / length) : 0.5;
  const same = joined === whole;
  return { term, by: name, kind, held, same, score: score * KINDS[kind] * (held.size / asked.size) ** 2 * (0.4 + 0.6 * part) };
}

/** Looks up `terms` ({id, title, aka, everyday, short, body}); `find(text)` gives {near, found: [{term, by, kind}]}. */
export class Matcher {
  #docs;
  #index = new MiniSearch({ fields: ["words", "whole", "line", "body"], ...tokens });

  constructor(terms) {
    this.#docs = [...documents(terms)];
    /** Settles when everything is indexed; done in slices, so that typing is never held up. */
    this.ready = this.#index.addAllAsync(this.#docs, { chunkSize: SLICE });
  }

  /** Terms in rank order. `near` says that nothing fits and that these are the closest. */
  find(text) {
    const words = [...new Set(subject(text))].slice(0, WORDS);
    if (!words.length) return { near: false, found: [] };
    const ranked = this.#rank(words, squash(text), this.#query(text, words));
    const fitting = ranked.filter(({ share }) => share >= FITS);
    const chosen = fitting.length ? fitting : this.#nearest(text, words, ranked);
    return { near: !fitting.length, found: chosen.slice(0, fitting.length ? MOST : 5) };
  }

  #query(text, words) {
    const all = split(text).map(fold);
    const pairs = all.slice(1).map((word, at) => all[at] + word).filter((pair) => pair.length > 4);
    const whole = all.join("");
    const queries = words.flatMap((word) => [
      part(word, ["words", "line", "body"], { prefix: word.length > 2, fuzzy: slack(word) || false, maxFuzzy: 2 }),
      ...swapped(word).map((other) => part(other, ["words"], { ...EXACT, boost: { words: 0.7 } })),
    ]);
    queries.push(...pairs.map((pair) => part(pair, ["words"], { ...EXACT, fuzzy: false })));
    if (whole.length > 2) queries.push(part(whole, ["whole"], { prefix: whole.length > 3, fuzzy: slack(whole) || false, maxFuzzy: 2, boost: { whole: WHOLE } }));
    return { combineWith: "OR", queries };
  }

  #rank(words, whole, query) {
    const best = new Map();
    const asked = new Map(words.map((word) => [word, new Set([word, ...swapped(word)])]));
    for (const found of this.#index.search(query, RANKING)) {
      const hit = weigh(this.#docs[found.id], found, asked, whole);
      const known = best.get(hit.term);
      if (!known) best.set(hit.term, hit);
      else {
        for (const word of hit.held) known.held.add(word);
        if (hit.score > known.score) Object.assign(known, { by: hit.by, kind: hit.kind, score: hit.score });
        known.same ||= hit.same;
      }
    }
    const ranked = [...best.values()].map((hit) => ({ ...hit, share: hit.held.size / words.length, score: hit.score * (0.5 + 0.5 * (hit.held.size / words.length) ** 2) }));
    ranked.sort((a, b) => b.same - a.same || b.score - a.score || a.term.title.localeCompare(b.term.title));
    const top = Math.max(0, ...ranked.filter(({ same }) => !same).map(({ score }) => score));
    return ranked.filter(({ same, score }) => same || score >= FLOOR * top);
  }

  #nearest(text, words, ranked) {
    const long = words.filter((word) => word.length > 3);
    if (!long.length) return ranked;
    const loose = { combineWith: "OR", queries: long.map((word) => part(word, ["words", "whole"], { fuzzy: 0.4, maxFuzzy: 4, prefix: true })) };
    const found = this.#rank(words, squash(text), loose);
    return found.length ? found : ranked;
  }
}
