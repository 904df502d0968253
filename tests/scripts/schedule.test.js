/** The timer's arithmetic gives what tests/vectors/timer.json says. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { parsePattern } from "../../overrides/components/practice-timer/address.js";
import * as schedule from "../../overrides/components/practice-timer/schedule.js";
import { lengthInWords } from "../../overrides/components/practice-timer/strings.js";

const vectors = JSON.parse(readFileSync(new URL("../vectors/timer.json", import.meta.url), "utf8"));
const spans = (pairs) => pairs.map(([kind, ms]) => ({ kind, ms }));
const plain = ({ stretches }) =>
  stretches.map((stretch) => ({
    spans: stretch.spans.map(({ kind, ms }) => [kind, ms]),
    rounds: stretch.rounds,
  }));
const rounded = (number) => Math.round(number * 1e9) / 1e9;

test("sessions: their stretches, totals, states and starts", () => {
  for (const wanted of vectors.sessions) {
    const session = schedule.breathSession(spans(wanted.spans), wanted.rounds, wanted.own);
    assert.deepEqual(plain(session), wanted.stretches);
    assert.equal(schedule.totalMs(session), wanted.total);
    assert.equal(schedule.countRounds(session), wanted.rounds);
    for (const [elapsed, ...state] of wanted.states) {
      const { round, phase, fraction, count, remaining, done } = schedule.stateAt(session, elapsed);
      assert.deepEqual(
        [round, phase, rounded(fraction), count, remaining, done],
        state,
        `at ${elapsed} of ${JSON.stringify(wanted.spans)}`,
      );
    }
    const starts = schedule
      .startsBetween(session, wanted.from, wanted.to)
      .map(({ at, round, phase }) => [at, round, phase]);
    assert.deepEqual(starts, wanted.starts);
  }
});

test("rounds nearest to a length, rates, levels, words", () => {
  for (const wanted of vectors.lengths) {
    const breath = spans(wanted.spans);
    assert.equal(schedule.roundsFor(breath, wanted.ms), wanted.rounds);
    assert.equal(schedule.tenthsAMinute(breath), wanted.tenths);
    assert.equal(schedule.tailMs(breath), wanted.tail);
    assert.deepEqual(schedule.levels(breath).map(rounded), wanted.levels);
    assert.equal(lengthInWords(wanted.ms), wanted.words);
  }
});

test("steps, as written and stretched to minutes", () => {
  for (const { seconds, minutes, lengths } of vectors.steps) {
    const steps = seconds.map((length) => ({ kind: "step", ms: Math.round(length * 1000) }));
    const { spans } = schedule.stepsSession(steps, minutes ?? null).stretches[0];
    assert.deepEqual(
      spans.map(({ ms }) => ms),
      lengths,
    );
  }
});

test("a reader's own pattern is read strictly", () => {
  for (const { text, ...wanted } of vectors.patterns) {
    const parsed = parsePattern(text, ["in", "hold", "out", "rest"], vectors.bounds);
    assert.deepEqual(
      parsed.spans ? { spans: parsed.spans.map(({ kind, ms }) => [kind, ms]) } : parsed,
      wanted,
      text,
    );
  }
});

test("slower and faster, from the next breath on and within the bounds", () => {
  for (const wanted of vectors.pace) {
    let session = schedule.breathSession(spans(wanted.spans), wanted.rounds, wanted.own);
    for (const { step, stretches } of wanted.steps) {
      session = schedule.changePace(session, wanted.elapsed, step, vectors.bounds);
      assert.deepEqual(plain(session), stretches);
    }
  }
});

test("an open practice is one quiet length, or minutes until it is stopped", () => {
  assert.deepEqual(plain(schedule.openSession(2.5)), [{ spans: [["open", 150_000]], rounds: 1 }]);
  assert.deepEqual(plain(schedule.openSession(null)), [{ spans: [["open", 60_000]], rounds: null }]);
});
