/** Every word that changes while the notes are used; those that stand still are in the .html templates. */

const many = (count, one, more) => `${count.toLocaleString("en-GB")} ${count === 1 ? one : more}`;
const notes = (count) => many(count, "note", "notes");

export const words = {
  notes,
  found: (some, all) => (some === all ? `${notes(all)}.` : some ? `${some.toLocaleString("en-GB")} of ${notes(all)}.` : "No note has these words."),
  onDay: (day, some) => `${notes(some)} of ${day}.`,

  writeNew: "Write",
  writeAgain: (day) => `Change the note of ${day}`,
  keep: "Keep on this device",
  keepChange: "Keep the change",

  empty: "There is nothing to keep yet. One word is enough.",
  kept: (day) => `Kept on this device, under ${day}.`,
  keptBoth: "This note was changed or deleted in another tab meanwhile. Both are kept.",
  stillTyped: "Something is typed in the fields above. Keep it or clear it first.",
  cleared: "Cleared.",
  deletedOne: (day) => `The note of ${day} is deleted.`,
  deletedAll: "Everything is deleted from this device.",
  deletedElsewhere: "Everything was deleted in another tab.",
  undo: "Undo",
  undone: "It is back.",
  notUndone: "It could not be put back: another tab has begun anew.",

  sorry: {
    full: "This device has no room left for it, so it was not kept. Nothing you typed is lost: it still stands in the fields. You can save it as a file, or make room and try again.",
    locked: "These notes have been locked, or their passphrase was changed in another tab. What you typed still stands in the fields. Open the notes, then press the button again.",
    newer: "These notes were written by a newer version of this page. Nothing was changed. What you typed still stands in the fields. Reload the page when you have saved it.",
    refused: "Your browser did not let this page keep it. That can happen in a private window. Nothing you typed is lost: it still stands in the fields. You can save it as a file.",
    tooLong: "This is longer than one note can be. Nothing you typed is lost. You could split it in two.",
  },
  notDone: {
    full: "This device has no room left for that. Nothing was changed, and nothing is lost.",
    locked: "These notes have been locked or changed in another tab. Nothing was changed here. Please try again.",
    newer: "These notes were written by a newer version of this page. Nothing was changed. Reload the page to get it.",
    refused: "Your browser did not let this page do that. Nothing was changed, and nothing is lost.",
    tooLong: "One of these notes is longer than a note can be. Nothing was changed.",
  },
  saveTyped: "Save what I typed as a file",

  fields: { sleep: "Sleep", hard: "Hard moment", settled: "Settled", good: "Good contact", signs: "Signs", practice: "Practice", before: "Before", after: "After", free: "More" },
  at: (day, time) => `${day}, written ${time}`,
  change: "Change",
  remove: "Delete",
  ofDay: (action, day) => `${action} the note of ${day}`,
  showAll: "Show all of it",
  gistSlept: (label) => `Sleep: ${label}`,
  gistSettled: (label) => `Settled: ${label}`,
  noneInMonth: "No notes in this month. A gap is only a gap.",
  dayNotes: (day, count) => `${day}: ${notes(count)}. Show`,

  pictureSleep: "Sleep",
  pictureSettled: "Time to settle",
  pictureCaption: "The same as a table",
  pictureFrom: (from, to) => `${from} to ${to}. Each dot is one note. There is no line between them, because a gap is only a gap.`,
  pictureNone: "No note in this time says anything about it.",
  columns: ["Day", "Sleep", "Time to settle"],
  unsaid: "not said",

  wrong: "That is not the passphrase. Nothing has been changed.",
  opening: "Opening. This takes a moment on purpose.",
  sealing: "Locking. This takes a moment on purpose.",
  locked: "Locked.",
  opened: "Open.",
  different: "The two are not the same.",
  short: "Please choose at least eight characters. A few words that do not belong together are best.",
  lockSet: "A passphrase is set. The notes on this device are now encrypted with it.",
  lockGone: "The passphrase is removed. The notes on this device are no longer encrypted.",
  lockFailed: "That did not work, and nothing was changed: the notes are as they were.",
  noSeal: "A passphrase needs a page that came over a safe connection (https). This one did not.",

  persisted: "Your browser has agreed not to delete them by itself.",
  notPersisted: "Your browser has not promised to keep them.",
  persistRefused: "Your browser made no promise this time. Saving a file now and then is the surest way.",

  imported: ({ added, newer, same, unread }) =>
    [
      `${notes(added)} added.`,
      newer && `${notes(newer)} replaced by a later form.`,
      same && `${notes(same)} already here.`,
      unread && `${notes(unread)} could not be read and ${unread === 1 ? "was" : "were"} left out; your file still has ${unread === 1 ? "it" : "them"}.`,
    ]
      .filter(Boolean)
      .join(" "),
  unreadable: "This file holds no notes that this page can read. Nothing was changed.",
  newerFile: "This file was written by a newer version of this page. Nothing was changed. Reload the page and try again.",
  exported: "Saved as a file. It is not encrypted: anyone who can open it can read it.",

  asides: (count) => `${many(count, "piece", "pieces")} of what was kept could not be read. ${count === 1 ? "It is" : "They are"} set aside, not lost, and everything else is here.`,
  asideSave: "Save it as a file",
  asideDrop: "Delete what was set aside",
  asideDropped: "What was set aside is deleted.",
  vanished: (count) => `${notes(count)} that this page still shows are no longer on the device. The browser may have deleted them, or somebody did.`,
  vanishedBack: "Keep them again",
  vanishedSave: "Save them as a file",
  vanishedDrop: "Let them go",

  ask: "You have kept notes for two weeks or more. Does it still help? Keeping on, keeping less and stopping are equally good.",
  askYes: "It helps",
  askLess: "I would rather stop",
  askedYes: "Good to know. This page will ask again in some weeks.",
  askedLess: "Then you can leave it here. Nothing is expected of you. Your notes stay until you delete them, below.",

  file: (day) => `notes-${day}`,
  typedFile: (day) => `note-${day}`,
};
