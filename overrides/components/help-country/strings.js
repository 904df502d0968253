/** The words that the script of `<help-country>` says. */

// Cities whose clock still carries an older spelling.
/** @type {Record<string, string>} */
const NAMES = { Calcutta: "Kolkata", Kiev: "Kyiv" };

/** The city of a time zone's name: "America/New_York" is New York. @param {string} zone */
function city(zone) {
  const last = zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
  return NAMES[last] ?? last;
}

export const words = {
  title: "Help in",
  /** @param {string} zone */
  clock: (zone) => `Your device's clock is set to ${city(zone)} time. Another country? Change it above.`,
  /** @param {string} country */
  chosen: (country) => `These are the numbers for ${country}. Your choice isn't stored or sent.`,
};
