/** The words that the script of `<help-country>` says. */

// Cities whose clock still carries an older spelling.
const NAMES = { Calcutta: "Kolkata", Kiev: "Kyiv" };

/** The city of a time zone's name: "America/New_York" is New York. @param {string} zone */
export function city(zone) {
  const last = zone.split("/").pop().replaceAll("_", " ");
  return NAMES[last] ?? last;
}

export const words = {
  title: "Help in",
  clock: (zone) => `Your device's clock is set to ${city(zone)} time. Another country? Change it above.`,
  chosen: (country) => `These are the numbers for ${country}. Your choice isn't stored or sent.`,
};
