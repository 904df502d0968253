/** The timer's sound without a browser: an audio context that only knows what it must refuse. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { SessionSound } from "../../overrides/components/practice-timer/session-sound.js";
import { Tones } from "../../overrides/components/practice-timer/sound.js";
import { words } from "../../overrides/components/practice-timer/strings.js";

/** As much of an audio context as Tones needs; like a browser's, it refuses a time that is no number. */
class FakeContext {
  state = "running";
  currentTime = 1;
  destination = {};

  createGain() {
    const refuse = (time) => {
      if (!Number.isFinite(time)) throw new TypeError(`the time is ${time}`);
    };
    const gain = {
      cancelScheduledValues: () => gain,
      setValueAtTime: (_, time) => refuse(time),
      setTargetAtTime: (_, time) => refuse(time),
    };
    return { gain, connect: () => {} };
  }

  async resume() {}

  async close() {}
}

test("sound that was closed may be set, silenced and closed once more, and wakes again", async () => {
  globalThis.navigator ??= {}; // Node has one from version 21
  globalThis.AudioContext = FakeContext;
  const tones = new Tones(
    () => {},
    () => {},
  );
  assert.equal(await tones.wake(0.5), true);
  tones.close();
  tones.volume = 0.8;
  tones.silence();
  tones.close();
  assert.equal(await tones.wake(0.5), true);
});

test("a clock that stands still is given up once for a new context, and then missed in words", async (t) => {
  let made = 0;
  globalThis.AudioContext = class extends FakeContext {
    constructor() {
      super();
      made += 1;
    }
  };
  let now = 0;
  t.mock.method(performance, "now", () => now);
  const notes = [];
  const options = { sounds: true, tones: false, settings: { background: "none", volume: 1 } };
  const clock = { elapsed: 0 };
  const sound = new SessionSound(
    options,
    clock,
    (text) => notes.push(text),
    () => {},
  );
  const look = async (times, step) => {
    for (let tick = 0; tick < times; tick += 1) {
      now += step;
      clock.elapsed = now;
      sound.schedule({}, false);
      await new Promise(setImmediate);
    }
  };
  sound.start();
  await look(3, 5000);
  assert.equal(made, 1); // a page held up proves nothing
  await look(10, 50);
  assert.equal(made, 2);
  assert.deepEqual(notes, []);
  await look(40, 50);
  assert.equal(made, 2);
  assert.deepEqual(notes, [words.soundAsleep]);
});
