/** What is typed or pasted finds what it says to the eye: whatever signs stand for its letters, and whatever unseen ones among them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { dangerMatcher } from "../../overrides/components/search/danger.js";
import { split } from "../../overrides/components/search/words.js";

const DANGERS = [
  { url: "help/self-harm/", title: "", say: "", phrases: ["don't want to live", "kill myself"] },
];
const TYPED = [
  "don't want to live",
  "don\u2019t want to live",
  "don\u00b4t want to live", // the accent's own key, on many keyboards the nearest to an apostrophe
  "don\u2032t want to live",
  "don\uff07t want to live",
  "\uff2b\uff29\uff2c\uff2c \uff4d\uff59\uff53\uff45\uff4c\uff46", // letters as wide as a Japanese sign
  "\u{1d5f8}\u{1d5f6}\u{1d5f9}\u{1d5f9} \u{1d5fa}\u{1d606}\u{1d600}\u{1d5f2}\u{1d5f9}\u{1d5f3}", // bold ones out of a web tool
  "kill my\u00adself", // a soft hyphen, as copied from a page
  "ki\u200bll my\u2060self",
  "\u202akill myself\u202c",
];

for (const text of TYPED)
  test(`help stands first for ${JSON.stringify(text)}`, () => {
    assert.deepEqual(
      dangerMatcher(DANGERS)(text).map(({ url }) => url),
      ["help/self-harm/"],
    );
  });

test("joined letters are read as two, and other words stay apart", () => {
  assert.deepEqual(split("\ufb01ght or \ufb02ight, na\u00efve"), ["fight", "or", "flight", "naive"]);
  assert.deepEqual(dangerMatcher(DANGERS)("want to live well"), []);
});
