/** What the timer stores is read strictly: whatever else stands there does no harm. */

import assert from "node:assert/strict";
import { before, beforeEach, test } from "node:test";

const LONGER = [
  { kind: "in", ms: 4000 },
  { kind: "out", ms: 6000 },
];
let stored;
let leftSession;
let loadSettings;

before(async () => {
  globalThis.HTMLElement = class {}; // the modules share a base class with their element
  const storage = { getItem: () => stored };
  globalThis.window = { localStorage: storage, sessionStorage: storage };
  ({ leftSession, loadSettings } = await import("../../overrides/components/practice-timer/settings.js"));
});

beforeEach(() => {
  stored = null;
});

/** What is read of the session of a practice, stored but for what differs. */
function left({ slug = "box", spans = LONGER, rounds = 2, elapsed = 5000, practised = 5000 }) {
  stored = JSON.stringify({ slug, session: { stretches: [{ spans, rounds }] }, elapsed, practised });
  return leftSession({ slug: "box", spans: LONGER });
}

test("a session that was left is taken up by its own practice, and no other is", () => {
  assert.equal(left({}).elapsed, 5000);
  assert.equal(left({ rounds: null }).elapsed, 5000);
  const still = LONGER.map(({ kind }) => ({ kind, ms: 0 }));
  const others = [
    ...[{ slug: "halves" }, { spans: [] }, { spans: still }, { rounds: 0 }, { rounds: 1.5 }],
    ...[{ spans: [{ kind: "hold", ms: 4000 }, LONGER[1]] }, { spans: [{ kind: "in", ms: 0.5 }, LONGER[1]] }],
    ...[{ elapsed: 1e9 }, { elapsed: 0 }, { elapsed: "5000" }, { practised: null }, { practised: 6000 }],
  ];
  for (const differing of others) assert.equal(left(differing), null, JSON.stringify(differing));
  for (stored of ["not json", "null", "{}", '{"slug": "box"}', '{"slug": "box", "session": 7}'])
    assert.equal(leftSession({ slug: "box", spans: LONGER }), null, stored);
});

test("settings are silent unless what is stored fits", () => {
  const silent = loadSettings();
  assert.deepEqual([silent.tones, silent.volume, silent.practices], [false, 0.5, {}]);
  for (stored of [
    ...["not json", "null", "[]", '"text"', "{}", '{"version": 99, "tones": true}'],
    '{"version": 1, "volume": 1e999, "tones": "yes", "motion": "<b>", "practices": 7}',
    '{"version": 1, "volume": -0.1, "background": "loud", "patterns": []}',
    '{"version": 1, "__proto__": {"tones": true}, "more": 1}',
  ])
    assert.deepEqual(loadSettings(), silent, stored);
  stored = '{"version": 1, "tones": true, "volume": 0.2}';
  assert.deepEqual(loadSettings(), { ...silent, tones: true, volume: 0.2 });
});
