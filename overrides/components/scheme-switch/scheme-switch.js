/** Light or dark colours: the system's, until the reader chooses; only then is it stored (localStorage). */

const KEY = "colour-scheme"; // read again by partials/javascripts/base.html before the next page is painted

/** Makes each button with `data-scheme-switch` turn the colours over, and each menu with `data-scheme-choice`
 *  set them. */
export function startSchemeSwitch() {
  const root = document.documentElement;
  const systemDark = matchMedia("(prefers-color-scheme: dark)");
  const buttons = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-scheme-switch]"));
  const menus = /** @type {HTMLCollectionOf<HTMLSelectElement>} */ (
    document.getElementsByClassName("site-footer__choice") // live: the search adds one
  );
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : systemDark.matches);

  const name = () => {
    for (const button of buttons)
      button.setAttribute("aria-label", (isDark() ? button.dataset.toLight : button.dataset.toDark) ?? "");
    for (const menu of menus) menu.value = root.dataset.scheme ?? "";
  };

  /** @param {string} scheme "light", "dark", or "" for the system's */
  const choose = (scheme) => {
    if (scheme) root.dataset.scheme = scheme;
    else delete root.dataset.scheme;
    name();
    try {
      if (scheme) localStorage.setItem(KEY, scheme);
      else localStorage.removeItem(KEY);
    } catch {
      /* Storage is refused: the choice lasts for this page. */
    }
  };

  for (const button of buttons) button.addEventListener("click", () => choose(isDark() ? "light" : "dark"));
  document.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLSelectElement && "schemeChoice" in target.dataset) choose(target.value);
  });
  systemDark.addEventListener("change", name);
  name();
}

/** Another menu like the one in the footer, for the search, which a phone has in reach. */
export function schemeMenu() {
  const printed = document.querySelector(".site-footer__scheme");
  const menu = /** @type {HTMLElement | undefined} */ (printed?.cloneNode(true));
  const select = menu?.querySelector("select");
  if (select) select.value = document.documentElement.dataset.scheme ?? "";
  return menu;
}
