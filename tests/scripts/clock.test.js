/** The session's clock without a browser: a hand that the test moves. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { SessionClock } from "../../overrides/components/practice-timer/clock.js";

let now = 0;
let clock = new SessionClock();

const pass = (ms) => {
  now += ms;
};

beforeEach(() => {
  now = 5000;
  clock = new SessionClock(() => now);
});

test("a get-ready count runs below zero and up to the first phase", () => {
  clock.start(-3000);
  pass(2500);
  assert.equal(clock.elapsed, -500);
});

test("a pause is not counted", () => {
  clock.start(0);
  pass(4000);
  clock.pause();
  pass(60_000);
  assert.equal(clock.elapsed, 4000);
  clock.resume();
  pass(1000);
  assert.equal(clock.elapsed, 5000);
});

test("a jump moves the session, running or paused", () => {
  clock.start(0);
  pass(1000);
  clock.moveTo(30_000);
  pass(500);
  assert.equal(clock.elapsed, 30_500);
  clock.pause();
  clock.moveTo(7000);
  assert.equal(clock.elapsed, 7000);
});

test("what is skipped is no practice, and the get-ready count is none", () => {
  clock.start(-3000);
  pass(1000);
  clock.moveTo(0);
  pass(4000);
  clock.moveTo(60_000);
  pass(500);
  assert.equal(clock.elapsed, 60_500);
  assert.equal(clock.practised, 4500);
});

test("a session that is taken up again goes on with the time it had", () => {
  clock.start(60_000, 45_000);
  pass(1000);
  assert.equal(clock.practised, 46_000);
});

test("a long gap between two looks is sleep and is taken out; a hidden page may be looked at once a minute", () => {
  clock.start(0);
  pass(4000);
  assert.equal(clock.slept(), false);
  pass(61_000);
  assert.equal(clock.slept(true), false);
  pass(600_000);
  assert.equal(clock.slept(), true);
  assert.equal(clock.elapsed, 65_000);
});

test("after half an hour of uneven looks the session is where the clock says", () => {
  clock.start(0);
  for (let look = 0; look < 1000; look += 1) {
    pass(look % 2 ? 3583 : 17);
    assert.equal(clock.slept(), false);
  }
  assert.equal(clock.elapsed, 1_800_000);
});
