/** An address asks for practices strictly: what is no choice is left out and named, and what is asked stands
 *  behind "#" alone. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { addressFor, nothing, readAddress } from "../../overrides/components/practice-choices/filters.js";

const PAGE = "https://site.example/practices/";
const ALLOWED = {
  feel: ["wound-up", "sad", "not-safe"],
  minutes: ["1", "3", "5", "10", "20"],
  place: ["bed", "desk"],
  position: ["sitting", "lying"],
  sound: ["off"],
  breath: ["off"],
};
const HOSTILE = [
  "feel=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
  "feel=wound-up&feel=sad",
  `feel=${"a".repeat(5000)}`,
  "feel=%E2%80%AE%E0%A4%A",
  "minutes=2",
  "minutes=0",
  "minutes=1e1",
  "minutes=-1",
  "minutes=5%00",
  "place=constructor",
  "position=__proto__",
  "sound=OFF",
  "sound=%00",
  "breath=maybe",
];

for (const query of HOSTILE)
  test(`${query.slice(0, 40)} is left out and named`, () => {
    const { filters, bad } = readAddress(`${PAGE}#${query}`, ALLOWED);
    assert.deepEqual([filters, bad], [nothing(), [query.split("=")[0]]]);
  });

test("what is asked rightly is read beside what is not, also from an old address", () => {
  const asked = { ...nothing(), feel: "sad", minutes: "5", breath: "off" };
  for (const address of [
    "#feel=sad&minutes=5&place=moon&breath=off",
    "?feel=sad&minutes=5&breath=off&place=moon",
  ])
    assert.deepEqual(readAddress(PAGE + address, ALLOWED), { filters: asked, bad: ["place"] });
  assert.equal(addressFor(`${PAGE}?feel=angry&h=x`, asked), `${PAGE}?h=x#feel=sad&minutes=5&breath=off`);
  assert.equal(addressFor(`${PAGE}#feel=sad`, nothing()), PAGE);
});
