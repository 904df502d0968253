/** What the reader asked this device to remember: practices by name, and the last one used. Nothing is counted or dated. */

const KEY = "my-practices";
const MOST = 50;
/** @param {unknown} name @returns {name is string} */
const isName = (name) => typeof name === "string" && /^[a-z0-9-]{1,80}$/.test(name);

/** @typedef {{practices: string[], last: string}} Mine */

/** @returns {Mine | undefined} nothing while it is off, unreadable or refused by the browser */
export function load(storage = () => localStorage) {
  try {
    const { practices = [], last = "" } = JSON.parse(storage().getItem(KEY) ?? "");
    const names = [...new Set((Array.isArray(practices) ? practices : []).filter(isName))].slice(0, MOST);
    return { practices: names, last: isName(last) ? last : "" };
  } catch {
    return undefined;
  }
}

/** @param {Mine} mine @returns {boolean} whether the browser took it */
export function save(mine, storage = () => localStorage) {
  try {
    storage().setItem(KEY, JSON.stringify({ ...mine, practices: mine.practices.slice(-MOST) }));
    return true;
  } catch {
    return false;
  }
}

export function forget(storage = () => localStorage) {
  try {
    storage().removeItem(KEY);
  } catch {
    /* A browser that refuses has nothing to forget. */
  }
}
