/** Which help pages a text leads to (MiniSearch), by docs/_data/danger-words.yml. Pure. */

import MiniSearch from "../vendor/minisearch.js";
import { fold, split } from "./words.js";
/** @import { SearchOptions } from "../vendor/minisearch.js" */

const MOST = 3; // lines in the panel
const LONG = 6; // letters from which a word of the list may have one wrong

/** A kind of danger, as macros/publish/search_index.py writes it.
 *  @typedef {{url: string, title: string, say: string, phrases: string[]}} Danger
 *  Those whose phrase a text holds: all of its words, in any order.
 *  @typedef {(text: string) => Danger[]} DangerMatcher */

/** @param {Danger[]} dangers the most important first @returns {DangerMatcher} */
export function dangerMatcher(dangers) {
  const phrases = dangers.flatMap(({ phrases }, danger) =>
    phrases.map((words) => ({ danger, words, size: new Set(split(words).map(fold)).size })),
  );
  const index = new MiniSearch({
    fields: ["words"],
    tokenize: (text) => [...new Set(split(text).map(fold))],
    processTerm: (word) => word,
  });
  index.addAll(phrases.map(({ words }, id) => ({ id, words })));
  /** @type {SearchOptions} */
  const options = {
    combineWith: "OR",
    prefix: (word) => word.length >= LONG,
    fuzzy: (word) => (word.length >= LONG ? 1 : false),
  };
  return (text) => {
    const hits = index
      .search(text, options)
      .filter(({ id, match }) => Object.keys(match).length >= phrases[id].size);
    const meant = new Set(hits.map(({ id }) => phrases[id].danger));
    return dangers
      .filter((_, at) => meant.has(at))
      .filter((danger, at, all) => all.findIndex(({ url }) => url === danger.url) === at)
      .slice(0, MOST);
  };
}
