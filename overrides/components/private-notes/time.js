/** Days and times as the reader's own clock shows them. Pure: every function takes its date. */

const DAY_MS = 86_400_000;
const two = (number) => String(number).padStart(2, "0");
const noon = (day) => Date.parse(`${day}T12:00:00Z`);
const words = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options });
const LONG = words({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const SHORT = words({ weekday: "short", day: "numeric", month: "short" });
const MONTH = words({ month: "long", year: "numeric" });

/** The day on the wall calendar where the device is: "2026-11-22". @param {Date} date */
export const localDay = (date) => `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** The moment with the clock's reading and its distance from UTC: "2026-11-22T23:40:12.345+01:00". @param {Date} date */
export function stamp(date) {
  const offset = -date.getTimezoneOffset();
  const size = Math.abs(offset);
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, "0")}`;
  return `${localDay(date)}T${time}${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** Whether a text is a day that exists: the 30th of February does not. */
export const isDay = (text) => typeof text === "string" && /^\d{4}-\d\d-\d\d$/.test(text) && Number.isFinite(noon(text)) && new Date(noon(text)).toISOString().startsWith(text);

/** Whether a text is a moment as `stamp` writes it. */
export const isStamp = (text) => typeof text === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/.test(text) && isDay(text.slice(0, 10)) && Number.isFinite(Date.parse(text));

/** Whole days from one day to another; neither the zone nor a change of the clocks alters it. */
export const daysBetween = (from, to) => Math.round((noon(to) - noon(from)) / DAY_MS);

/** @param {string} day @param {number} count days later; may be negative */
export const addDays = (day, count) => new Date(noon(day) + count * DAY_MS).toISOString().slice(0, 10);

/** Monday is 0. */
export const weekday = (day) => (new Date(noon(day)).getUTCDay() + 6) % 7;

export const dayInWords = (day) => LONG.format(noon(day));
export const dayInShort = (day) => SHORT.format(noon(day));
export const monthInWords = (month) => MONTH.format(noon(`${month}-01`));

/** The clock's reading when a note was written, where it was written: "23:40". */
export const timeOf = (stamped) => stamped.slice(11, 16);
