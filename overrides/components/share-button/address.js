/** The address that others get: the page's own, without search, highlight or place in the page. */

/**
 * @param {Document} document
 * @param {string} here the address in the bar
 * @param {string} [section] id of a heading
 */
export function cleanAddress(document, here, section = "") {
  /** @type {HTMLLinkElement | null} */
  const canonical = document.querySelector('link[rel="canonical"]');
  const address = new URL(canonical ? canonical.href : here);
  address.search = "";
  address.hash = section;
  return address.href;
}
