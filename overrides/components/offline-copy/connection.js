// @ts-check
/** What may be fetched without asking, and what the reader said. Pure, but for the browser's own objects. */

const KEY = "offline-copy";
const PAID = ["cellular", "bluetooth", "wimax"];

/** Whether a download costs nothing as far as the browser knows. Where it does not know, it may cost: then we ask.
 *  @param {{ saveData?: boolean, effectiveType?: string, type?: string } | undefined} connection navigator.connection */
export const isFree = (connection) => connection?.effectiveType === "4g" && !connection.saveData && !PAID.includes(connection.type ?? "");

/** Whether this browser can keep a copy at all. @param {Window & typeof globalThis} scope */
export const canKeep = (scope) => /^https?:$/.test(scope.location.protocol) && scope.isSecureContext && "serviceWorker" in scope.navigator && "caches" in scope && "DecompressionStream" in scope;

/** A "no" is remembered on this device, so that nobody is asked twice; without storage it lasts for the page. */
export const refusal = {
  said: false,
  get stands() {
    try {
      return this.said || localStorage.getItem(KEY) === "no";
    } catch {
      return this.said;
    }
  },
  set stands(value) {
    this.said = value;
    try {
      if (value) localStorage.setItem(KEY, "no");
      else localStorage.removeItem(KEY);
    } catch {
      /* Kept for this page alone. */
    }
  },
};
