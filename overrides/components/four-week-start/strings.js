/** Every word the reminders show or write. A translation is another such file. */

export const words = {
  title: "A few minutes",
  file: "reminders.ics",
  locale: "en-GB",
  problem: "Please choose a first day, from 2000 to 2099, and a time.",
  /** @param {number} count @param {string} first the first day */
  done: (count, first) =>
    `Your file is ready: ${count} reminders, from ${first}. Open it with your calendar. To stop, delete any one of them and choose “all”.`,
};
