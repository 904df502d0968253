/** The session's clock without a browser: two hands that the test moves. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { SessionClock } from "../../overrides/components/practice-timer/clock.js";

let monotonic = 0;
let wall = 0;
let clock = new SessionClock();

const pass = (ms) => {
  monotonic += ms;
  wall += ms;
};

beforeEach(() => {
  [monotonic, wall] = [5000, 1_000_000];
  clock = new SessionClock(() => monotonic, () => wall);
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
