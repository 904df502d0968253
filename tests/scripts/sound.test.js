/** The timer's sound without a browser: an audio context that only knows what it must refuse. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Tones } from "../../overrides/components/practice-timer/sound.js";

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
