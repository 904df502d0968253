/** The schedule of a practice: pure arithmetic on whole milliseconds, held to tests/vectors/timer.json. */

/** @typedef {{kind: string, ms: number}} Span one phase, step or quiet length; `ms` milliseconds, 0 is skipped
 *  @typedef {{spans: Span[], rounds: number|null}} Stretch rounds of one pattern; null: until stopped (the last)
 *  @typedef {{stretches: Stretch[]}} Session
 *  @typedef {Record<string, [number, number]>} Bounds least and most milliseconds of each kind of phase
 *  @typedef {{round: number, phase: number, fraction: number, count: number, remaining: number|null,
 *   done: boolean}} State `round` from 1, `phase` from 0, `fraction` 0 to 1 of the phase, `count` whole seconds
 *   left in it (rounded up), `remaining` milliseconds, null when open-ended */

const LEAD_IN_ROUNDS = 6;
export const PACE_STEP_MS = 500;
export const FASTEST_ROUND_MS = 3000;
export const MOST_ROUNDS = 300;

/** Milliseconds of one round. @param {Span[]} spans */
export const roundMs = (spans) => spans.reduce((sum, span) => sum + span.ms, 0);

/** @param {Session} session @returns {Stretch} */
export const lastStretch = ({ stretches }) => stretches[stretches.length - 1];

/** Index of the last out-breath of a round, -1 without one. @param {Span[]} spans */
const lastOut = (spans) => spans.findLastIndex((span) => span.kind === "out" && span.ms);

/** Milliseconds after the last out-breath of a round; the last round has none. @param {Span[]} spans */
export function tailMs(spans) {
  const out = lastOut(spans);
  return out < 0 ? 0 : roundMs(spans.slice(out + 1));
}

/** The sum of `of` over all rounds; null when open-ended. @param {Session} session
 *  @param {(spans: Span[]) => number} of */
const overRounds = ({ stretches }, of) =>
  stretches.reduce(
    (sum, { spans, rounds }) => (sum === null || rounds === null ? null : sum + rounds * of(spans)),
    /** @type {number | null} */ (0),
  );

/** Milliseconds up to the last out-breath; null when open-ended. @param {Session} session */
export function totalMs(session) {
  const whole = overRounds(session, roundMs);
  return whole === null ? null : whole - tailMs(lastStretch(session).spans);
}

/** Rounds of the whole session; null when open-ended. @param {Session} session */
export const countRounds = (session) => overRounds(session, () => 1);

/** Rounds a minute, times ten, from what actually runs. @param {Span[]} spans */
export function tenthsAMinute(spans) {
  const length = roundMs(spans);
  return Math.floor((1200000 + length) / (2 * length));
}

/** Whole rounds whose true total lies nearest to `aboutMs`; of two equally near, the fewer. */
export function roundsFor(/** @type {Span[]} */ spans, /** @type {number} */ aboutMs) {
  const length = roundMs(spans);
  const wanted = aboutMs + tailMs(spans);
  const whole = Math.floor(wanted / length);
  return Math.max(1, Math.min(MOST_ROUNDS, whole + (2 * (wanted % length) > length ? 1 : 0)));
}

/** The same breath with every hold left out. @param {Span[]} spans */
export const withoutHolds = (spans) => spans.map(({ kind, ms }) => ({ kind, ms: kind === "hold" ? 0 : ms }));

/** `rounds` single rounds from a breath of `ownMs` towards the pattern, in tenths of a second.
 *  @param {Span[]} spans @param {number} ownMs @param {number} rounds @returns {Stretch[]} */
function leadIn(spans, ownMs, rounds) {
  const length = roundMs(spans);
  const whole = length * rounds;
  return Array.from({ length: rounds }, (_, done) => {
    const share = ownMs * rounds + (length - ownMs) * done;
    const eased = (/** @type {number} */ ms) =>
      Math.floor((2 * ms * share + 100 * whole) / (200 * whole)) * 100;
    return { spans: spans.map(({ kind, ms }) => ({ kind, ms: eased(ms) })), rounds: 1 };
  });
}

/** Breaths; `rounds` null runs until stopped, `ownMs` above 0 slows gradually from that breath.
 *  @param {Span[]} spans @param {number | null} rounds @returns {Session} */
export function breathSession(spans, rounds, ownMs = 0) {
  const eased = ownMs ? Math.min(LEAD_IN_ROUNDS, (rounds ?? Infinity) - 1) : 0;
  const rest = { spans, rounds: rounds === null ? null : rounds - eased };
  return { stretches: [...leadIn(spans, ownMs, eased), rest] };
}

/** Steps as written, or stretched to `minutes` in whole seconds that sum exactly.
 *  @param {Span[]} steps @param {number | null} minutes @returns {Session} */
export function stepsSession(steps, minutes) {
  if (minutes === null) return { stretches: [{ spans: steps, rounds: 1 }] };
  const written = roundMs(steps);
  const target = Math.floor(minutes * 60);
  let upto = 0;
  let end = 0;
  const spans = steps.map(({ kind, ms }) => {
    upto += ms;
    const start = end;
    end = Math.floor((2 * upto * target + written) / (2 * written));
    return { kind, ms: (end - start) * 1000 };
  });
  return { stretches: [{ spans, rounds: 1 }] };
}

/** One quiet length in minutes; null runs until stopped, in rounds of a minute.
 *  @param {number | null} minutes @returns {Session} */
export function openSession(minutes) {
  const ms = minutes === null ? 60000 : Math.round(minutes * 60000);
  return { stretches: [{ spans: [{ kind: "open", ms }], rounds: minutes && 1 }] };
}

/** Where the session is `elapsed` milliseconds after its first phase began, pauses not counted.
 *  @param {Session} session @param {number} elapsed @returns {State} */
export function stateAt(session, elapsed) {
  const total = totalMs(session);
  if (total !== null && elapsed >= total) return ended(session);
  let before = 0;
  let offset = Math.max(0, elapsed);
  let stretch = session.stretches[0];
  for (const next of session.stretches) {
    stretch = next;
    const ms = (next.rounds ?? Infinity) * roundMs(next.spans);
    if (offset < ms || next === lastStretch(session)) break;
    before += next.rounds ?? 0;
    offset -= ms;
  }
  const length = roundMs(stretch.spans);
  const done = Math.floor(offset / length);
  const within = Math.max(0, offset - done * length);
  let start = 0;
  let phase = 0;
  stretch.spans.reduce((at, { ms }, index) => {
    if (ms && at <= within) [phase, start] = [index, at];
    return at + ms;
  }, 0);
  const { ms } = stretch.spans[phase];
  return {
    round: before + done + 1,
    phase,
    fraction: (within - start) / ms,
    count: Math.ceil((start + ms - within) / 1000),
    remaining: total === null ? null : total - Math.max(0, elapsed),
    done: false,
  };
}

/** @param {Session} session that has an end @returns {State} */
function ended(session) {
  const { spans } = lastStretch(session);
  const out = lastOut(spans);
  const phase = out < 0 ? spans.findLastIndex((span) => span.ms) : out;
  return { round: countRounds(session) ?? 0, phase, fraction: 1, count: 0, remaining: 0, done: true };
}

/** Of the round numbered from 1. @param {Session} session @param {number} round @returns {Span[]} */
export function spansOf(session, round) {
  let left = round;
  for (const { spans, rounds } of session.stretches) {
    if (rounds === null || left <= rounds) return spans;
    left -= rounds;
  }
  return lastStretch(session).spans;
}

/** Every phase that begins at or after `begin` and before `end` (milliseconds into the session), in order.
 *  @param {Session} session @param {number} begin @param {number} end */
export function startsBetween(session, begin, end) {
  const stop = Math.min(end, totalMs(session) ?? end);
  const starts = /** @type {{at: number, round: number, phase: number}[]} */ ([]);
  let at = 0;
  let number = 0;
  for (const { spans, rounds } of session.stretches) {
    const length = roundMs(spans);
    const left = rounds ?? Infinity;
    let done = Math.min(left, Math.max(0, Math.floor((begin - at) / length)));
    for (; done < left && at + done * length < stop; done += 1) {
      let start = at + done * length;
      spans.forEach(({ ms }, phase) => {
        if (ms && start >= begin && start < stop) starts.push({ at: start, round: number + done + 1, phase });
        start += ms;
      });
    }
    at += left * length;
    number += left;
    if (at >= stop) break;
  }
  return starts;
}

/** The session with each breath in and out after the present round `step` milliseconds longer, or shorter
 *  below 0. @param {Session} session @param {number} elapsed milliseconds; below 0 (get ready) every round
 *  changes @param {number} step @param {Bounds} bounds @returns {Session} */
export function changePace(session, elapsed, step, bounds) {
  let current = elapsed < 0 ? 0 : stateAt(session, elapsed).round;
  const before = [];
  const later = [];
  for (const { spans, rounds } of session.stretches) {
    const here = Math.min(current, rounds ?? Infinity);
    current -= here;
    if (here) before.push({ spans, rounds: here });
    if (rounds === null || rounds > here)
      later.push({ spans: paced(spans, step, bounds), rounds: rounds === null ? null : rounds - here });
  }
  return { stretches: [...before, ...later] };
}

/** The spans with each breath in and out longer or shorter by `step` milliseconds, as far as the bounds
 *  allow. @param {Span[]} spans @param {number} step @param {Bounds} bounds */
function paced(spans, step, bounds) {
  const changed = spans.map(({ kind, ms }) => {
    if (!ms || (kind !== "in" && kind !== "out")) return { kind, ms };
    const [least, most] = bounds[kind];
    const longer = Math.min(ms + step, Math.max(most, ms));
    return { kind, ms: step > 0 ? longer : Math.max(ms + step, Math.min(least, ms)) };
  });
  return step < 0 && roundMs(changed) < FASTEST_ROUND_MS ? spans : changed;
}

/** How full the breath is at the end of each span, 0 to 1; before the first it is empty. A round may hold
 *  several breaths (alternate nostrils): each fills and empties wholly. @param {Span[]} spans
 *  @returns {number[]} */
export function levels(spans) {
  const breaths = /** @type {Span[][]} */ ([[]]);
  let out = false;
  for (const span of spans) {
    if (span.ms && span.kind === "in" && out) breaths.push([]);
    if (span.ms && (span.kind === "in" || span.kind === "out")) out = span.kind === "out";
    breaths[breaths.length - 1].push(span);
  }
  return breaths.flatMap((breath) => {
    /** @type {Record<string, number>} */
    const sums = { in: 0, out: 0 };
    for (const { kind, ms } of breath) if (kind in sums) sums[kind] += ms;
    let level = 0;
    return breath.map(({ kind, ms }) => {
      if (ms && kind in sums) level += (ms / sums[kind]) * (kind === "in" ? 1 : -1);
      return level;
    });
  });
}
