/** What a reader types, after "#" in an address, which no host is sent: "#search=box+breathing". Pure. */

/** The words after "#", or null where an address asks for nothing. @param {string} address
 *  @param {string} name "search" for the dialog, "q" for a filter */
export const wordsIn = (address, name) => new URLSearchParams(new URL(address).hash.slice(1)).get(name);

/** The words of an old address, which had them after "?", or null. @param {string} address */
export const oldWordsIn = (address) => new URL(address).searchParams.get("q");

/** The address with these words after "#" and nowhere else; without words its "#" goes too.
 *  @param {string} address @param {string} name @param {string} words */
export function addressWith(address, name, words) {
  const link = new URL(address);
  link.searchParams.delete("q");
  link.hash = words ? new URLSearchParams({ [name]: words }).toString() : "";
  return link.href;
}
