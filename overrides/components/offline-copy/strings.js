/** Every word that this component shows. A translation is another file like this one. */

const megabytes = (bytes) => `${(Math.max(bytes, 1e5) / 1e6).toFixed(1)} MB`;
const day = (iso) => new Date(`${iso}T12:00:00Z`).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });

export const words = {
  about: "Use this site offline",
  offer: ({ bytes }) => `Save this site on this device, so you can use it offline? ${megabytes(bytes)} to download.`,
  newer: ({ bytes }, { made }) => `Your saved copy is from ${day(made)}. A newer version is available: ${megabytes(bytes)} to download.`,
  keeping: ({ bytes }) => `Saving this site on this device: ${megabytes(bytes)}.`,
  kept: ({ room, made }) => `This site is saved on this device, as it was on ${day(made)}, so you can use it offline. It takes up ${megabytes(room)}.`,
  removed: "Removed. The copy is gone from this device, and none is saved unless you ask.",
  full: "There is no room for it on this device. You can still use the site online.",
  failed: "That did not work. You can still use the site online, or try again.",
  cannot: "This browser can't save a copy. In a private window that is normal.",
  here: "You're reading a downloaded copy. It works offline.",
  closed: "Saving is switched off right now.",
  away: "You're offline, and there is no copy on this device.",
  keep: "Save it",
  get: "Get the newer version",
  refuse: "No, thanks",
  remove: "Remove it",
};
