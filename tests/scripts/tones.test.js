/** The tones of a session without a browser: what is scheduled on the audio clock, when, and what is taken back. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import {
  breathSession,
  changePace,
  openSession,
} from "../../overrides/components/practice-timer/schedule.js";
import { Tones } from "../../overrides/components/practice-timer/sound.js";

const AHEAD_MS = 1600;
const BOUNDS = { in: [1000, 10000], hold: [0, 8000], out: [1000, 12000] };
const LONGER = [
  { kind: "in", ms: 4000 },
  { kind: "out", ms: 6000 },
];
const BOX = ["in", "hold", "out", "hold"].map((kind) => ({ kind, ms: 4000 }));
/** Notes by their first and last frequency in hertz. */
const NOTES = { "262 392": "in", "392 262": "out", "330 330": "hold", "349 349": "end", "440 440": "bell" };

let now = 0; // seconds of the audio clock
let latency = 0;
let scheduled = [];
let volumes = [];

/** What is set on a parameter goes to `log`. */
const param = (log) =>
  new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...values) => (log.push([name, ...values]), param(log)),
    },
  );

class FakeContext {
  state = "running";
  destination = {};
  outputLatency = latency;

  get currentTime() {
    return now;
  }

  createGain() {
    const log = [];
    return { log, gain: param(log), connect: (other) => other };
  }

  createOscillator() {
    const tone = { frequency: [], at: now };
    return {
      frequency: param(tone.frequency),
      connect(envelope) {
        tone.gain = envelope.log;
        return { connect: (out) => (volumes = out.log) };
      },
      start: (time) => scheduled.push(Object.assign(tone, { time })),
      stop: (time) => Object.assign(tone, time === undefined ? { cut: true } : { until: time }),
    };
  }

  async resume() {}
}

/** Name and milliseconds of what was scheduled and not taken back. */
const heard = () =>
  scheduled
    .filter(({ cut }) => !cut)
    .map(({ frequency: [first, last], time }) => [NOTES[`${first[1]} ${last[1]}`], Math.round(time * 1000)]);

async function awake() {
  const tones = new Tones(
    () => {},
    () => {},
  );
  await tones.wake(0.5);
  tones.begin(0);
  return tones;
}

/** The timer looks four times a second, from `now` to `until` milliseconds. */
function play(tones, session, until, bellMs = 0) {
  for (; now * 1000 <= until; now += 0.25) tones.schedule(session, now * 1000, AHEAD_MS, bellMs);
}

beforeEach(() => {
  globalThis.navigator ??= {}; // Node has one from version 21
  globalThis.AudioContext = FakeContext;
  [now, latency, scheduled] = [0, 0, []];
});

test("each phase has its tone at its start, scheduled ahead, up to the end after the last breath out", async () => {
  const round = (at) => [
    ["in", at],
    ["out", at + 4000],
  ];
  play(await awake(), breathSession(LONGER, 18), 190_000);
  const rounds = Array.from({ length: 18 }, (_, done) => round(10_000 * done));
  assert.deepEqual(heard(), [...rounds.flat(), ["end", 180_000]]);
  assert.ok(scheduled.slice(1).every(({ time, at }) => time - at > 0.5));
});

test("every tone fades in and out, in and out and hold differ, and the volume is the reader's", async () => {
  const tones = await awake();
  play(tones, breathSession(BOX, 1), 13_000);
  assert.deepEqual(heard(), [
    ["in", 0],
    ["hold", 4000],
    ["out", 8000],
    ["end", 12_000],
  ]);
  for (const { time, gain } of scheduled) {
    const [silent, loud, gone] = gain;
    assert.deepEqual(silent, ["setValueAtTime", 0, time]);
    assert.ok(loud[0] === "linearRampToValueAtTime" && loud[2] - time >= 0.05);
    assert.deepEqual(gone.slice(0, 2), ["linearRampToValueAtTime", 0]);
  }
  tones.volume = 0.2;
  assert.deepEqual(volumes.at(-1), ["setValueAtTime", 0.2, now]);
});

test("a page that was held up plays no burst on its return", async () => {
  const tones = await awake();
  const session = breathSession(BOX, 9);
  play(tones, session, 1000);
  now = 5.8; // the hold at 4 s is too late
  play(tones, session, 7000);
  assert.deepEqual(heard(), [
    ["in", 0],
    ["out", 8000],
  ]);
});

test("a pause takes back what was scheduled and ends softly what sounds", async () => {
  const tones = await awake();
  const session = breathSession(BOX, 9);
  play(tones, session, 2600);
  tones.silence();
  assert.deepEqual(heard(), [["in", 0]]);
  tones.begin(2600);
  play(tones, session, 4000);
  tones.silence();
  assert.ok(scheduled.at(-1).until > now && scheduled.at(-1).until < now + 0.2);
});

test("a change of pace moves the tones with it", async () => {
  const tones = await awake();
  const session = breathSession(LONGER, 18);
  play(tones, session, 9000);
  tones.begin(now * 1000);
  play(tones, changePace(session, now * 1000, 500, BOUNDS), 15_000);
  assert.deepEqual(heard(), [
    ["in", 0],
    ["out", 4000],
    ["in", 10_000],
    ["out", 14_500],
  ]);
});

test("bells ring between the start and the end of an open practice", async () => {
  play(await awake(), openSession(10), 605_000, 120_000);
  const bells = [2, 4, 6, 8].map((minute) => ["bell", minute * 60_000]);
  assert.deepEqual(heard(), [["end", 0], ...bells, ["end", 600_000]]);
});

test("the latency of the output is taken off", async () => {
  latency = 0.18;
  play(await awake(), breathSession(LONGER, 18), 5000);
  assert.deepEqual(heard().at(-1), ["out", 3820]);
});
