/** Every word of this component, its sizes and days. A translation is another such file. */

/** Version: the start of its SHA-256. @typedef {{version: string, bytes: number, made: string}} Facts */

export const dayOf = (/** @type {string} */ made) =>
  new Date(`${made}T12:00:00Z`).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** @param {string} text @param {Facts} facts */
export const fill = (text, { bytes, made }) =>
  text.replace("{size}", `${Math.max(bytes / 1e6, 0.1).toFixed(1)} MB`).replace("{day}", dayOf(made));

export const words = {
  offer:
    "Save this site on this device, so you can use it offline? {size} to download. Anyone who uses this device can see that it’s saved.",
  newer: "Your saved copy is from {day}. A newer version is available: {size} to download.",
  saving: "Saving this site on this device: {size}. Keep this page open until it’s done.",
  saved: "This site is saved on this device, as it was on {day}, so you can use it offline.",
  removed: "Removed. The copy is gone from this device.",
  full: "There is no room for it on this device. You can still use the site online.",
  failed: "That did not work. You can still use the site online, or try again.",
  cannot: "This browser can’t save a copy. In a private window that is normal.",
  disk: "You’re reading a downloaded copy. It works offline.",
  closed: "Saving is switched off right now.",
  away: "You’re offline, and there is no copy on this device.",
  save: "Save it",
  remove: "Remove it",
};
