/** The boundary builder's sentences: from what a reader wrote to whole sentences and a plan. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { compose } from "../../overrides/components/boundary-builder/compose.js";

const PATTERNS = {
  soft: ["I can’t {ask} this time."],
  clear: ["{facts}", "{effect}", "I won’t {ask}.", "I can {offer}."],
};
const PLAN = ["If {moment}, then I will say: “{line}”", "If it turns into threats, I will go."];
const content = {
  aims: { no: { patterns: PATTERNS } },
  plan: PLAN,
  moments: { money: "they ask to borrow" },
};
const empty = { facts: "", effect: "", ask: "", offer: "", moment: "" };
const composed = (fields) => {
  const chosen = { situation: "money", aim: "no", firmness: "clear", ...empty, ...fields };
  const { short, long, plan } = compose(content, chosen);
  return { short, lines: long.split("\n"), plan: plan.split("\n") };
};

test("what is written becomes whole sentences", () => {
  const sentences = {
    "  it\n ran   late  ": "It ran late.",
    "Why so late?": "Why so late?",
    "éclairs were gone…": "Éclairs were gone…",
    "😀 again": "😀 again.",
  };
  for (const [facts, wanted] of Object.entries(sentences))
    assert.deepEqual(composed({ facts, ask: "come" }).lines, [wanted, "I won’t come."]);
  const { short, lines } = composed({ ask: "Help on Friday.", offer: "IKEA the shelves..." });
  assert.equal(short, "I won’t help on Friday.");
  assert.deepEqual(lines, [short, "I can IKEA the shelves."]);
});

test("each strength has its own sentence", () => {
  assert.equal(composed({ ask: "come", firmness: "soft" }).short, "I can’t come this time.");
});

test("without what is asked there is no sentence", () => {
  assert.equal(composed({ facts: "It ran late", ask: "  . " }).short, "");
});

test("what a reader writes is never read as a pattern", () => {
  assert.equal(composed({ ask: "say {offer}$& again", offer: "come" }).short, "I won’t say {offer}$& again.");
});

test("the plan takes the reader's moment or the situation's", () => {
  const [first, threats] = composed({ ask: "lend anything" }).plan;
  assert.equal(first, "If they ask to borrow, then I will say: “I won’t lend anything.”");
  assert.equal(threats, PLAN[1]);
  const typed = composed({ ask: "come", moment: "If he rings on Sunday." }).plan[0];
  assert.equal(typed, "If he rings on Sunday, then I will say: “I won’t come.”");
});
