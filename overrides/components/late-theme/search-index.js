/** The search's index, the largest file of the site: fetched for those who search, and missed in words. */

const INDEX = "search/search_index.json";
let held = false; // once, however often the theme has to be fetched

/** The theme asks for the index as soon as it starts; here its request waits until the search is opened.
 *  @param {HTMLInputElement | null} toggle the theme's own: checked while the search is open */
export function holdIndex(toggle) {
  const { open } = XMLHttpRequest.prototype;
  if (!toggle || held) return;
  held = true;
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    open.call(this, method, url, ...rest);
    if (!String(url).endsWith(INDEX)) return;
    XMLHttpRequest.prototype.open = open;
    if (toggle.checked) return;
    this.send = () => toggle.addEventListener("change", () => XMLHttpRequest.prototype.send.call(this), { once: true });
  };
}

/** The theme asks for the search's index once only, and throws where it was cut: then the reader learns that waiting is in vain. */
export function mindIndex(theme) {
  const said = document.querySelector("#site-search [data-failed]");
  const waiting = said?.textContent;
  window.addEventListener("error", ({ filename }) => {
    if (filename === theme && said?.textContent === waiting) said.textContent = said.dataset.failed;
  });
}
