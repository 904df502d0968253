/** The background sound without a browser: its noise, and that it stays below the tones. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Ambience, brownNoise, LOUDEST } from "../../overrides/components/practice-timer/ambience.js";

const TONE_PEAK = 0.6; // of sound.js

/** A node that remembers where each of its values was sent. */
class FakeNode {
  gain = { value: 1, setTargetAtTime: (value) => (this.gain.value = value) };
  frequency = { value: 0, setTargetAtTime: () => {} };
  connect = (other) => other;
  start = () => {};
}

class FakeContext {
  sampleRate = 1000;
  currentTime = 0;
  gains = [];
  createBuffer = () => ({ copyToChannel: (samples) => (this.samples = samples) });
  createBufferSource = () => new FakeNode();
  createBiquadFilter = () => new FakeNode();
  createOscillator = () => new FakeNode();
  createGain() {
    this.gains.push(new FakeNode());
    return this.gains.at(-1);
  }
}

test("the noise has its peak at 1 and its end meets its beginning", () => {
  const samples = brownNoise(4000);
  const steps = samples.slice(1).map((sample, index) => Math.abs(sample - samples[index]));
  assert.ok(Math.abs(Math.max(...samples.map(Math.abs)) - 1) < 1e-6);
  assert.ok(Math.abs(samples.at(-1) - samples[0]) <= Math.max(...steps));
});

test("at its own full volume it stays below the tones, swell and all, and none is silence", () => {
  const context = new FakeContext();
  const ambience = new Ambience(context, new FakeNode());
  const [swell, depth, level] = context.gains;
  assert.equal(level.gain.value, 0);
  for (const kind of ["waves", "noise"]) {
    ambience.play(kind, 1);
    const peak = level.gain.value * (swell.gain.value + depth.gain.value);
    assert.ok(peak > 0 && peak <= LOUDEST && LOUDEST < TONE_PEAK, kind);
  }
  ambience.play("none", 1);
  assert.equal(level.gain.value, 0);
});
