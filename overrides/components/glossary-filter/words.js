/** Brings what people type and what authors write to one form. Pure: used on both sides, so it need only be consistent. */

/** Words that carry no subject; a query made of nothing else keeps them. */
const SMALL = new Set(
  ("a an and are as at be been being but by can did do does doing dont for from get getting got had has have having he her him his how i im in into is it its " +
    "ive just like long make makes making me more my myself of off on one or out over really she so take takes that the their them then they thing things this to too up very was we were what whats when where which who why will with " +
    "would you your yourself feel feels feeling felt keep keeps keeping mean means meaning about after all always am any because if no not time times every everything").split(" "),
);

/* UK to US, or both to one third form. Order matters: endings first. */
const SPELLINGS = [
  [/isation/g, "ization"],
  [/([a-z]{3})is(e|ed|es|er|ing)$/, "$1iz$2"],
  [/([a-z]{3})ys(e|ed|es|er|ing)$/, "$1yz$2"],
  [/([a-z]{2})our/g, "$1or"],
  [/([a-z]{2}[bt])re$/, "$1er"],
  [/ae|oe/g, "e"],
  [/ogue$/, "og"],
  [/ence$/, "ense"],
  [/ise$/, "ice"],
  [/grey/g, "gray"],
  [/programme/g, "program"],
];

const ENDINGS = [
  [/ies$/, "y"],
  [/(ss|x|ch|sh)es$/, "$1"],
  [/([^su])s$/, "$1"],
  [/([a-z]{3})ing$/, "$1"],
  [/([a-z]{3})ed$/, "$1"],
  [/([a-z]{3})e$/, "$1"],
];

const bare = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/['\u2019\u02bc`]/g, "");

/** One word as it is looked up: no marks, one spelling, one number, no doubled letters. */
export function fold(word) {
  let found = bare(word);
  if (found.length > 3) {
    for (const [from, to] of SPELLINGS) found = found.replace(from, to);
    for (const [from, to] of ENDINGS) found = found.replace(from, to);
  }
  return found.replace(/(\p{L})\1/gu, "$1");
}

/** The words of a text, in order; hyphens and slashes part words. */
export const split = (text) => bare(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of a text folded, small ones left out unless nothing else is there. */
export function subject(text) {
  const all = split(text);
  const main = all.filter((word) => !SMALL.has(word));
  return (main.length ? main : all).map(fold);
}

/** A text as one word: "wound up", "wound-up" and "woundup" are the same. */
export const squash = (text) => split(text).map(fold).join("");

/** How many letters may be wrong, by length. */
export const slack = (word) => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2);

/** The word with each two neighbouring letters changed about: the commonest slip, which costs two by plain distance. */
export const swapped = (word) =>
  word.length < 4 ? [] : Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2));
