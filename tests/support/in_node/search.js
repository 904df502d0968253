/** What the search gives for texts, with the data scripts of a finished site, whose paths are its arguments.
 *  Answers {name, texts}, a line of JSON, with a list of addresses for each text, the best first. */

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { runInNewContext } from "node:vm";
import { wordsOf } from "../../../overrides/components/nearest-pages/paths.js";
import { dangerMatcher } from "../../../overrides/components/search/danger.js";
import { Matcher } from "../../../overrides/components/search/matching.js";

const window = {};
for (const path of process.argv.slice(2)) runInNewContext(readFileSync(path, "utf8"), { window });
const { index, danger } = window.siteData;

const dangers = dangerMatcher(danger.dangers);
const matcher = new Matcher(index.pages);
await matcher.ready;

const panel = (text) => dangers(text).map(({ url }) => url);
const pages = (text, wanted) => matcher.find(text, wanted).answers.map(({ page }) => page.url);
const functions = {
  panel, // with help, above all answers
  pages, // the answers themselves
  all: (text) => [...new Set([...panel(text), ...pages(text)])],
  terms: (text) => pages(text, ({ kind }) => kind === "term"), // what the glossary's filter shows
  near: (path) => pages(wordsOf(path)), // what an unknown address suggests
};
for await (const line of createInterface({ input: process.stdin })) {
  const { name, texts } = JSON.parse(line);
  console.log(JSON.stringify(texts.map((text) => functions[name](text))));
}
