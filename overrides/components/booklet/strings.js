/** Every word that the booklet's script shows. A translation is another such file. */

const practices = (/** @type {number} */ count) => (count === 1 ? "1 practice" : `${count} practices`);

/** The first five, each cut to a readable length, and how many more. @param {string[]} names */
const few = (names) =>
  names
    .slice(0, 5)
    .map((name) => name.slice(0, 40))
    .join(", ") + (names.length > 5 ? `, and ${names.length - 5} more` : "");

export const words = {
  chosen: (/** @type {number} */ count, /** @type {number} */ most) =>
    count ? `${practices(count)} of at most ${most} chosen.` : "No practice is chosen.",
  full: (/** @type {number} */ most) => `A booklet holds ${most} practices. Untick one first.`,
  none: "Tick at least one practice first.",
  collecting: (/** @type {number} */ count) => `Getting ${count === 1 ? "1 sheet" : `${count} sheets`}.`,
  ready: (/** @type {number} */ count) =>
    `The booklet of ${practices(count)} is ready. If no print window opens, use "Print" in your browser's menu.`,
  missing: (/** @type {string[]} */ titles) =>
    `Nothing was printed, because we couldn't get: ${titles.join(", ")}. Try again, untick what is missing, or open "one sheet" beside the name.`,
  unknown: (/** @type {string[]} */ names) => `Left out, because we have no such practice: ${few(names)}.`,
  repeated: "What the link names twice is printed once.",
  /** @param {string[]} titles @param {number} most */
  over: (titles, most) => `Left out, because a booklet holds ${most}: ${few(titles)}.`,
};
