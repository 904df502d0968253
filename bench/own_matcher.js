/** The alternative that was measured against the library: our own matcher, no dependency. Only the benchmark uses it. */

import { fold, slack, split, squash, subject } from "../overrides/components/glossary-filter/words.js";

/** Edit distance with neighbouring letters changed about as one slip; gives `most` + 1 as soon as it must be more. */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const here = [row];
    for (let at = 1; at <= b.length; at++) {
      const change = above[at - 1] + (a[row - 1] === b[at - 1] ? 0 : 1);
      here[at] = Math.min(change, above[at] + 1, here[at - 1] + 1);
      if (row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1]) here[at] = Math.min(here[at], before[at - 2] + 1);
    }
    if (Math.min(...here) > most) return most + 1;
    [before, above] = [above, here];
  }
  return above[b.length];
}

/** How well one asked word and one written word agree, 0 to 1. */
function agree(asked, written) {
  if (asked === written) return 1;
  if (asked.length > 2 && written.startsWith(asked)) return 0.6 + 0.3 * (asked.length / written.length);
  const most = slack(asked);
  if (most && asked[0] === written[0] || most > 1) {
    const found = distance(asked, written, most);
    if (found <= most) return 0.8 - 0.2 * found;
  }
  return asked.length > 3 && written.includes(asked) ? 0.4 : 0;
}

const KINDS = { title: 1, aka: 0.95, everyday: 0.9 };

export class OwnMatcher {
  constructor(terms) {
    this.entries = terms.map((term) => ({
      term,
      names: [[term.title, "title"], ...term.aka.map((name) => [name, "aka"]), ...term.everyday.map((name) => [name, "everyday"])].map(([name, kind]) => ({
        name, kind, words: subject(name), whole: squash(name),
      })),
      line: new Set(subject(term.short)),
      body: new Set(subject(term.body)),
    }));
    this.weight = new Map();
    for (const { line, body, names } of this.entries) {
      const all = new Set([...line, ...body, ...names.flatMap(({ words }) => words)]);
      for (const word of all) this.weight.set(word, (this.weight.get(word) ?? 0) + 1);
    }
  }

  find(text) {
    const words = [...new Set(subject(text))];
    const whole = split(text).map(fold).join("");
    if (!words.length) return { near: false, found: [] };
    const rarity = (word) => Math.log(1 + this.entries.length / (this.weight.get(word) ?? 1));
    const total = words.reduce((sum, word) => sum + rarity(word), 0);
    const found = this.entries.map(({ term, names, line, body }) => {
      let best = { score: 0, by: term.title, kind: "title" };
      for (const { name, kind, words: own, whole: joined } of names) {
        let score = 0;
        if (joined === whole) score = 3;
        else {
          const most = whole.length > 4 ? slack(whole) : 0;
          const far = most ? distance(whole, joined, most) : 9;
          if (far <= most) score = 2.2 - 0.3 * far;
          let held = 0;
          let sum = 0;
          for (const word of words) {
            const top = Math.max(0, ...own.map((other) => agree(word, other)));
            if (top > 0.3) held++;
            sum += rarity(word) * top;
          }
          score = Math.max(score, (sum / total) * (0.5 + 0.5 * Math.min(1, held / own.length)));
        }
        score *= KINDS[kind];
        if (score > best.score) best = { score, by: name, kind };
      }
      const text = words.reduce((sum, word) => sum + rarity(word) * (line.has(word) ? 0.5 : body.has(word) ? 0.3 : 0), 0) / total;
      return { term, ...best, score: best.score + text * 0.6 };
    });
    found.sort((a, b) => b.score - a.score || a.term.title.localeCompare(b.term.title));
    return { near: found[0].score < 0.2, found: found.filter(({ score }) => score > 0.15).slice(0, 40) };
  }
}
