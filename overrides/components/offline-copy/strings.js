/** Every word that this component shows. A translation is another file like this one. */

const megabytes = (bytes) => `${(Math.max(bytes, 1e5) / 1e6).toFixed(1)} MB`;
const day = (iso) => new Date(`${iso}T12:00:00Z`).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });

export const words = {
  about: "Read this site with no network",
  offer: ({ bytes }) => `Keep this site on this device, to read with no network? ${megabytes(bytes)} to download.`,
  newer: ({ bytes }, { made }) => `The copy on this device is of ${day(made)}. A newer one is there: ${megabytes(bytes)} to download.`,
  keeping: ({ bytes }) => `Keeping this site on this device: ${megabytes(bytes)}.`,
  kept: ({ room, made }) => `This site is kept on this device for when there is no network: as it was on ${day(made)}. It takes up ${megabytes(room)}.`,
  removed: "Removed. The copy is gone from this device, and none is kept unless you ask.",
  full: "There is no room for it on this device. The site works as before, with a network.",
  failed: "That did not work. The site works as before, with a network. You can try again.",
  cannot: "This browser cannot keep a copy. In a private window that is normal.",
  here: "You are reading the site from a disk. It needs no network.",
  closed: "No copy is offered at the moment.",
  away: "There is no network now, and no copy on this device.",
  keep: "Keep it",
  get: "Get the newer copy",
  refuse: "No, thanks",
  remove: "Remove it",
};
