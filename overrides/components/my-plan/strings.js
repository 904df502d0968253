/** The words of `<my-plan>` that change. */

/** @type {Record<string, string>} */
const PARTS = {
  feel: "what's hardest",
  place: "where it happens",
  minutes: "the minutes",
  avoid: "what to avoid",
  ask: "who to ask",
  other: "parts we don't know",
  long: "the end, because it was too long",
};

export const words = {
  left: (/** @type {string[]} */ names) =>
    `We couldn't use all of this address, so we left out: ${names.map((name) => PARTS[name]).join(", ")}.`,
  /** @param {string} length "3 minutes" @param {boolean} loose */
  length: (length, loose) => (loose ? `${length}. It may need another place or more time.` : length),
  forget: "Forget this plan",
  keep: "Keep on this device",
  here: "This plan is on this device now. Anyone who uses the device can see it.",
  gone: "Forgotten. This plan isn't on this device any more.",
  refused: "Your browser doesn't let this page keep anything. You can print the plan or copy its link.",
};
