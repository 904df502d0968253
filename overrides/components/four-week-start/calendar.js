/** A calendar file (RFC 5545) with one event that repeats daily. Pure: no document, no clock. */

const MOST = 75; // octets of a line, its break apart
const DAY_MS = 86_400_000;
const bytes = new TextEncoder();

/** A text value: what has a meaning in the format is escaped; what some reader takes for the end of a line
 *  becomes a space. @param {string} text */
const escaped = (text) => text.replace(/[\p{Cc}\u2028\u2029]/gu, " ").replace(/[\\;,]/g, "\\$&");

/** One content line, folded so that none is longer than 75 octets and no character is cut. */
export function fold(/** @type {string} */ line) {
  const parts = [""];
  let room = MOST;
  for (const sign of line) {
    const size = bytes.encode(sign).length;
    if (size > room) {
      parts.push("");
      room = MOST - 1; // the space that opens a continuation counts
    }
    parts[parts.length - 1] += sign;
    room -= size;
  }
  return parts.join("\r\n ");
}

/** The date `days` after an ISO date, reckoned in the calendar and not in hours: daylight saving cannot shift
 *  it. @param {string} start @param {number} days */
export const dateAfter = (start, days) => new Date(Date.parse(`${start}T00:00:00Z`) + days * DAY_MS);

const compact = (/** @type {Date} */ date) => date.toISOString().slice(0, 10).replaceAll("-", "");

/** The file's text. Times float: they carry no zone, so that nine o'clock stays nine o'clock wherever the phone
 *  is. `start` as 2026-11-23, `time` as 09:00, `without` the days (from 1) on which nothing is to be shown.
 *  @param {{start: string, time: string, title: string, days: number, without: number[], alarm: boolean,
 *   uid: string, now: Date}} plan */
export function calendar({ start, time, title, days, without, alarm, uid, now }) {
  const clock = `T${time.slice(0, 5).replace(":", "")}00`;
  const on = (/** @type {number} */ day) => compact(dateAfter(start, day - 1)) + clock;
  const summary = escaped(title);
  const ring = ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${summary}`, "TRIGGER:PT0S", "END:VALARM"];
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Reminders//EN",
    "CALSCALE:GREGORIAN",
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${now.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`,
    `DTSTART:${on(1)}`,
    "DURATION:PT5M",
    `RRULE:FREQ=DAILY;COUNT=${days}`,
    ...without.map((day) => `EXDATE:${on(day)}`),
    `SUMMARY:${summary}`,
    "CLASS:PRIVATE",
    "TRANSP:TRANSPARENT",
    ...(alarm ? ring : []),
    "END:VEVENT",
    "END:VCALENDAR",
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join("");
}
