/** Every word the reminders show or write. A translation is another file like this one. */

export const words = {
  title: "A few minutes",
  file: "reminders.ics",
  locale: "en-GB",
  problem: "Please give a first day, from the year 2000 to 2099, and a time.",
  done: (count, first) => `The file is made: ${count} reminders, from ${first}. Open it with your calendar. To stop, delete any one of them and choose “all”.`,
};
