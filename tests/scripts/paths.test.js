/** A mistyped address is read as the site would write it, whatever stands in it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { meantPath, wordsOf } from "../../overrides/components/nearest-pages/paths.js";

const MEANT = {
  "practices/Box-Breathing/": "practices/box-breathing/",
  "PRACTICES/BOX-BREATHING": "practices/box-breathing/",
  "practices/box-breathing.html": "practices/box-breathing/",
  "practices/box-breathing.md": "practices/box-breathing/",
  "practices/box_breathing/": "practices/box-breathing/",
  "practices/box%20breathing": "practices/box-breathing/",
  "practices//box-breathing/index.htm": "practices/box-breathing/",
  "practices/box-breathing/).": "practices/box-breathing/",
  Help: "help/",
  "index.html": "",
};
const HOSTILE = [
  "%3Cscript%3Ealert(1)%3C/script%3E",
  "%",
  "%E0%A4%A",
  "%E2%80%AEgnp.exe",
  "../../../../etc/passwd",
  "__proto__/constructor/",
  "a".repeat(9000),
  "practices/".repeat(800),
  Array(1500).fill("breath").join("-"),
];

test("slips of form are put right: case, endings, spaces, and signs that came along", () => {
  for (const [typed, meant] of Object.entries(MEANT)) assert.equal(meantPath(typed), meant, typed);
});

test("of a hostile or endless address a few words are left", () => {
  for (const typed of HOSTILE) {
    assert.ok(meantPath(typed).length <= 301, typed);
    assert.ok(wordsOf(typed).split(" ").length <= 8, typed);
  }
  assert.equal(wordsOf("a/b/c/d/e/f/Body-Scan/"), "f body scan");
});
