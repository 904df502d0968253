/** A table as text, per RFC 4180, with every cell in quotes. Pure. */

/** A spreadsheet takes a cell that begins so for a formula; an apostrophe in front makes it text again. */
const RISKY = /^['=+\-@\t\r]/;

const guard = (cell) => (RISKY.test(cell) ? `'${cell}` : cell);
const unguard = (cell) => (cell.startsWith("'") ? cell.slice(1) : cell);

/** @param {string[][]} rows */
export const writeTable = (rows) => rows.map((row) => row.map((cell) => `"${guard(cell).replaceAll('"', '""')}"`).join(",")).map((line) => `${line}\r\n`).join("");

/**
 * Reads a table, also one whose cells have lost their quotes in a spreadsheet.
 * @returns {string[][]} without lines that are empty
 */
export function readTable(text) {
  const rows = [];
  let row = [];
  const pattern = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/gy;
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text);
    if (!found) throw new SyntaxError("a quotation mark stands alone");
    row.push(unguard(found[1] === undefined ? found[2] : found[1].replaceAll('""', '"')));
    if (found[3] === ",") {
      if (pattern.lastIndex === text.length) row.push("");
      else continue;
    }
    if (row.length > 1 || row[0]) rows.push(row);
    row = [];
  }
  return rows;
}
