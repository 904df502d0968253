/** Brings what people type and what authors write to one form, for every search and filter. Pure. */

/** Words that carry no subject; a query of nothing else keeps them. */
const SMALL = new Set(
  (
    "a about after all always am an and any anyone are as at be because been being but by can could did do does doing dont for from get gets getting got had has have having he her him his how " +
    "i if im in into is it its ive just keep keeps keeping kind like lot make makes making me mean meaning means more much my myself need of off on one or our out over really s she should so " +
    "some something t take takes than that the their them then there these they thing things this those time times to too try up us very want was we were what whats when where which who why " +
    "will with would you your yourself feel feels feeling felt every everything no not okay ok please tell best good way ways help someone"
  ).split(" "),
);

/** British to American, or both to a third form; endings first. @type {[RegExp, string][]} */
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

/** @type {[RegExp, string][]} */
const ENDINGS = [
  [/ies$/, "y"],
  [/(ss|x|ch|sh)es$/, "$1"],
  [/([^su])s$/, "$1"],
  [/([a-z]{3})ing$/, "$1"],
  [/([a-z]{3})ed$/, "$1"],
  [/([a-z]{3})e$/, "$1"],
];

/** Without case, accents and apostrophes (an acute accent or a prime stands for one too), letters of other
 *  widths and joined ones as plain ones, and without signs that are not seen (a soft hyphen, a space of no
 *  width). @param {string} text */
const bare = (text) =>
  text
    .replaceAll("\u00b4", "'") // before its accent is parted from it
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f'\u2018\u2019\u201b\u2032\u02bc`\p{Cf}]/gu, "");

const MOST_FORMS = 50_000; // words remembered: an index has about 12,000
/** @type {Map<string, string>} */
const forms = new Map(); // the same words come again and again while an index is made

/** One word as it is looked up: no marks, one spelling, no double letters. @param {string} word */
export function fold(word) {
  const before = forms.get(word);
  if (before !== undefined) return before;
  let form = bare(word);
  if (form.length > 3) {
    for (const [from, to] of SPELLINGS) form = form.replace(from, to);
    for (const [from, to] of ENDINGS) form = form.replace(from, to);
  }
  form = form.replace(/(\p{L})\1/gu, "$1");
  if (forms.size > MOST_FORMS) forms.clear();
  forms.set(word, form);
  return form;
}

/** The words of a text, in order; hyphens and slashes part words. @param {string} text */
export const split = (text) => bare(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of a text folded, small ones left out unless nothing else is there. @param {string} text */
export function subject(text) {
  const all = split(text);
  const main = all.filter((word) => !SMALL.has(word));
  return (main.length ? main : all).map(fold);
}

/** A text as one word: "wound up", "wound-up" and "woundup" are the same. @param {string} text */
export const squash = (text) => split(text).map(fold).join("");

/** How many letters may be wrong, by length. @param {string} word */
export const slack = (word) => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2);

/** The word with two neighbouring letters changed about, at each place. @param {string} word */
export const swapped = (word) =>
  word.length < 4
    ? []
    : Array.from(
        { length: word.length - 1 },
        (_, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
      );
