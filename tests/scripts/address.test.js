/** An address from elsewhere sets only what a reader could set by hand; anything else leaves one message. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { readAddress } from "../../overrides/components/practice-timer/address.js";

const PRACTICE = {
  kind: "breath",
  says: ["Breathe in", "Breathe out"],
  spans: [
    { kind: "in", ms: 4000 },
    { kind: "out", ms: 6000 },
  ],
  bounds: { in: [1000, 10000], out: [1000, 12000], hold: [0, 8000] },
  rounds: 18,
  minutes: null,
  presets: ["4-6"],
};
const HOSTILE = [
  "?pattern=%3Cscript%3Ealert(1)%3C/script%3E",
  "?pattern=-4-6",
  "?pattern=1e9-6",
  "?pattern=NaN-NaN",
  "?pattern=Infinity-6",
  "?pattern=4-6&pattern=5-5",
  "?pattern=",
  "?pattern=4-6-4",
  "?pattern=4%00-6",
  `?pattern=${"9".repeat(4000)}`,
  "?rounds=-1",
  "?rounds=999999999999999999999",
  "?rounds=NaN",
  "?rounds=0",
  "?rounds=1.5",
  "?rounds=",
  "?rounds=6&rounds=7",
  "?rounds=%00",
  "?rounds=%E0%A4%A",
  "?rounds=__proto__",
  "?minutes=3",
  "?cues=alarm",
  "?cues=tones,tones",
  "?cues=<img src=x onerror=alert(1)>",
];

for (const query of HOSTILE)
  test(`${query.slice(0, 48)} leaves all as given, and a message`, () => {
    const { plan, cues, messages } = readAddress(query, PRACTICE);
    assert.deepEqual([plan, cues], [{}, []]);
    assert.equal(messages.length, 1);
    assert.match(messages[0], /^This link asks for a (pattern|number of|sound or)/);
  });

test("what is asked for rightly is set, and what is not ours is left alone", () => {
  const { plan, cues, messages } = readAddress("?pattern=3-5.5&rounds=12&cues=tones,still&h=x", PRACTICE);
  assert.deepEqual([plan.spans?.map(({ ms }) => ms), plan.rounds], [[3000, 5500], 12]);
  assert.deepEqual([cues, messages], [["tones", "still"], []]);
});
