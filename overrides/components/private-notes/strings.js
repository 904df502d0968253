/** Every word that changes while the notes are used; those that stand still are in the .html template. */

/** @param {number} count @param {string} noun */
const counted = (count, noun) => `${count.toLocaleString("en-GB")} ${noun}${count === 1 ? "" : "s"}`;
const notes = (/** @type {number} */ count) => counted(count, "note");

export const words = {
  count: (/** @type {number} */ count) => `${notes(count)}.`,
  show: "Show my notes",
  hide: "Hide my notes",
  older: "Show older notes",

  writeNew: "Write",
  writeAgain: (/** @type {string} */ day) => `Change the note of ${day}`,
  keep: "Keep on this device",
  keepChange: "Keep the change",

  empty: "There is nothing to keep yet. One word is enough.",
  stored: (/** @type {string} */ day) => `Kept on this device, under ${day}.`,
  storedBoth: "You changed this note in another tab. Both versions are kept.",
  stillTyped: "You have something typed in the boxes above. Keep it or clear it first.",
  cleared: "Cleared.",
  deletedOne: (/** @type {string} */ day) => `The note of ${day} is deleted.`,
  deletedAll: "Everything is deleted from this device.",
  undo: "Undo",
  undone: "It is back.",

  /** Why something typed was not kept, by the error's name. @type {Record<string, string>} */
  typedIsSafe: {
    QuotaExceededError:
      "This device has no room left for it, so it was not kept. Nothing you typed is lost: it's still in the boxes. You can save it as a file, or make room and try again.",
    Locked: "These notes have been locked in another tab. What you typed is still in the boxes.",
    VersionError:
      "These notes were written by a newer version of this page. What you typed is still in the boxes. Save it as a file, then reload the page.",
    other:
      "Your browser did not let this page keep it. That can happen in a private window. Nothing you typed is lost: it's still in the boxes. You can save it as a file.",
    RangeError: "This is longer than one note can be. Nothing you typed is lost. You could split it in two.",
  },
  /** Why something else was not done, likewise. @type {Record<string, string>} */
  notDone: {
    QuotaExceededError: "This device has no room left for that. Nothing was changed, and nothing is lost.",
    Locked: "These notes have been locked in another tab. Nothing was changed here.",
    VersionError:
      "These notes were written by a newer version of this page. Nothing was changed. Reload the page to get it.",
    other: "Your browser did not let this page do that. Nothing was changed, and nothing is lost.",
    RangeError: "One of these notes is longer than a note can be. Nothing was changed.",
    SyntaxError: "This file holds no notes that this page can read. Nothing was changed.",
    NewerFile:
      "This file was written by a newer version of this page. Nothing was changed. Reload the page and try again.",
  },
  saveTyped: "Save what I typed as a file",

  fields: {
    sleep: "Sleep",
    hard: "Hard moment",
    settled: "Felt OK",
    good: "Good contact",
    signs: "Signs",
    practice: "Practice",
    before: "Before",
    after: "After",
    free: "More",
  },
  at: (/** @type {string} */ day, /** @type {string} */ time) => `${day}, written ${time}`,
  change: "Change",
  remove: "Delete",
  ofDay: (/** @type {string} */ action, /** @type {string} */ day) => `${action} the note of ${day}`,

  opening: "Opening … This is slow on purpose, for security.",
  wrong: "That is not the passphrase. Nothing has been changed.",
  broughtOver: "Your notes are open, and kept here without a passphrase from now on.",
  noCrypto: "Opening needs a secure connection (https). This page doesn't have one.",

  persisted: "Your browser has agreed not to delete them by itself.",
  notPersisted: "Your browser has not promised to keep them. Saving a file now and then is the surest way.",

  /** @param {{added: number, newer: number, same: number, unread: number}} counts */
  imported: ({ added, newer, same, unread }) =>
    [
      `${notes(added)} added.`,
      newer && `${notes(newer)} updated.`,
      same && `${notes(same)} already here.`,
      unread &&
        `${notes(unread)} could not be read and ${unread === 1 ? "was" : "were"} left out; your file still has ${unread === 1 ? "it" : "them"}.`,
    ]
      .filter(Boolean)
      .join(" "),
  exported: "Saved as a file. Anyone who can open it can read it.",
  unread: (/** @type {number} */ count) =>
    `${counted(count, "piece")} of your notes can't be read by this page. Nothing is lost: ${count === 1 ? "it stays" : "they stay"} on this device as ${count === 1 ? "it is" : "they are"}, and you can save everything as a file.`,
};
