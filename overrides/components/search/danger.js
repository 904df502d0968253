/** Words of danger: which help pages a text leads to. The list is docs/_data/danger-words.yml. Pure. */

import MiniSearch from "../vendor/minisearch.js";
import { fold, split } from "./words.js";

const MOST = 3; // lines in the panel
const LONG = 6; // letters from which a word of the list may have one wrong

/**
 * A kind of danger, as macros/publish/search_index.py writes it.
 * @typedef {{url: string, title: string, say: string, phrases: string[]}} Danger
 * Those whose phrase a text holds: all of its words, in any order.
 * @typedef {(text: string) => Danger[]} DangerMatcher
 */

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
  /** @type {import("../vendor/minisearch.js").SearchOptions} */
  const options = {
    combineWith: "OR",
    prefix: (word) => word.length >= LONG,
    fuzzy: (word) => (word.length >= LONG ? 1 : false),
  };
  return (text) => {
    const hits = index
      .search(text, options)
      .filter(({ id, match }) => Object.keys(match).length >= phrases[id].size);
    const chosen = [...new Set(hits.map(({ id }) => phrases[id].danger))].sort((a, b) => a - b);
    return chosen
      .map((at) => dangers[at])
      .filter((danger, at, all) => all.findIndex(({ url }) => url === danger.url) === at)
      .slice(0, MOST);
  };
}
