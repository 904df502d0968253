/** Light or dark colours: follows the system until the reader presses, and only then is anything kept (localStorage). */

const KEY = "colour-scheme"; // read again by partials/javascripts/base.html before the next page is painted

/** Makes every button with `data-scheme-switch` turn the colours over, and name what a press would give. */
export function startSchemeSwitch() {
  const root = document.documentElement;
  const systemDark = matchMedia("(prefers-color-scheme: dark)");
  /** @type {NodeListOf<HTMLElement>} */
  const buttons = document.querySelectorAll("[data-scheme-switch]");
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : systemDark.matches);

  const name = () => {
    for (const button of buttons) {
      const words = (isDark() ? button.dataset.toLight : button.dataset.toDark) ?? "";
      if (button.hasAttribute("aria-label")) button.setAttribute("aria-label", words);
      else button.textContent = words;
    }
  };

  const turnOver = () => {
    root.dataset.scheme = isDark() ? "light" : "dark";
    name();
    try {
      localStorage.setItem(KEY, root.dataset.scheme);
    } catch {
      /* Storage is refused: the choice lasts for this page. */
    }
  };

  for (const button of buttons) button.addEventListener("click", turnOver);
  systemDark.addEventListener("change", name);
  name();
}
