/* Mends what Material gets wrong for the keyboard and for screen readers. README.md says what and why, fault by fault.
   Nothing here is needed to read a page. No imports and no exports, in a block of its own: it also runs as a plain script, from a disk. */
{
  const find = (selector) => document.querySelector(selector);

  /* Search: opened by a button, closed by Escape or Close, focus returned to where it came from, Tab kept inside. */
  function mendSearch() {
    const toggle = find("#__search");
    const dialog = find("#site-search");
    if (!toggle || !dialog) return;
    const input = dialog.querySelector("input");
    const opener = find("[data-search-open]");
    let cameFrom = null;

    const setOpen = (open) => { if (toggle.checked !== open) toggle.click(); };

    opener.addEventListener("click", () => setOpen(true));
    dialog.querySelector("[data-search-close]").addEventListener("click", () => setOpen(false));
    dialog.querySelector("[type=reset]").addEventListener("click", () => input.focus());

    toggle.addEventListener("change", () => {
      opener.setAttribute("aria-expanded", String(toggle.checked));
      if (toggle.checked) {
        cameFrom = document.activeElement;
        input.focus();
        input.select();
      } else if (dialog.contains(document.activeElement) || document.activeElement === document.body) {
        (cameFrom && cameFrom.isConnected && cameFrom !== document.body ? cameFrom : opener).focus();
      }
    });

    /* Material closes the search on Tab and answers every other key, Shift too, by moving focus to the input. Here Tab walks the
       results and stays inside, and only arrows (and all keys typed in the input) still reach the theme. */
    dialog.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.stopPropagation();
        setOpen(false);
      } else if (event.key === "Tab") {
        event.stopPropagation();
        keepInside(event, dialog);
      } else if (event.target !== input && !event.key.startsWith("Arrow")) {
        event.stopPropagation();
      }
    });

    announceResults(dialog);
    if (location.hash === "#search") setOpen(true);
  }

  function keepInside(event, dialog) {
    const stops = [...dialog.querySelectorAll("a[href], button, input, summary")].filter((stop) => stop.tabIndex >= 0 && (stop.checkVisibility ? stop.checkVisibility() : stop.offsetParent));
    const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
    if (document.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? stops[stops.length - 1] : stops[0]).focus();
  }

  /* The number of results, said once typing rests; and results that Tab can reach (Material gives them tabindex -1). */
  function announceResults(dialog) {
    const count = dialog.querySelector(".md-search-result__meta");
    const status = dialog.querySelector("[role=status]");
    const list = dialog.querySelector(".md-search-result__list");
    let waiting = 0;
    new MutationObserver(() => {
      clearTimeout(waiting);
      waiting = setTimeout(() => { status.textContent = count.textContent; }, 700);
    }).observe(count, { childList: true, characterData: true, subtree: true });
    new MutationObserver(() => {
      for (const link of list.querySelectorAll("[tabindex]")) link.removeAttribute("tabindex");
    }).observe(list, { childList: true, subtree: true });
  }

  /* Material turns single letters into commands (S, F, P, N and signs), which a dictated word sets off (WCAG 2.1.4). */
  function dropLetterKeys() {
    document.addEventListener("keydown", (event) => {
      const letter = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (letter && !find("#__search")?.checked) event.stopPropagation();
    });
  }

  /* Light or dark: follows the system until the reader presses, and only then is anything kept (on this device). */
  function mendScheme() {
    const wish = matchMedia("(prefers-color-scheme: dark)");
    const buttons = document.querySelectorAll("[data-scheme-switch]");
    const isDark = () => {
      const chosen = document.body.getAttribute("data-md-color-scheme");
      return chosen ? chosen === "slate" : wish.matches;
    };
    const name = () => {
      for (const button of buttons) {
        const words = isDark() ? button.dataset.toLight : button.dataset.toDark;
        if (button.hasAttribute("aria-label")) button.setAttribute("aria-label", words);
        else button.textContent = words;
      }
    };
    const choose = () => {
      const scheme = isDark() ? "default" : "slate";
      document.body.setAttribute("data-md-color-scheme", scheme);
      /* Material's own key, so that its inline script paints the choice before the next page shows. */
      if (typeof __md_set === "function") __md_set("__palette", { index: 0, color: { scheme } });
      name();
    };
    for (const button of buttons) button.addEventListener("click", choose);
    wish.addEventListener("change", name);
    name();
  }

  /* Contents: a fold on narrow screens, open beside the text on wide ones. */
  function mendContents() {
    const fold = find(".page-contents__fold");
    if (!fold) return;
    const wide = matchMedia("(min-width: 64em)");
    const summary = fold.querySelector("summary");
    const fit = () => {
      fold.open = wide.matches;
      summary.tabIndex = wide.matches ? -1 : 0;
    };
    wide.addEventListener("change", fit);
    fit();
  }

  /* A table wider than its page scrolls, in itself or in the theme's box: then the keyboard has to get there to scroll it. */
  function mendTables() {
    const fit = () => {
      for (const box of document.querySelectorAll("article table:not([class]), .md-typeset__scrollwrap")) {
        if (box.scrollWidth > box.clientWidth + 1 && box.checkVisibility()) box.tabIndex = 0;
        else box.removeAttribute("tabindex");
      }
    };
    addEventListener("resize", fit);
    document.fonts.ready.then(fit);
    addEventListener("load", fit);
  }

  for (const mend of [mendSearch, dropLetterKeys, mendScheme, mendContents, mendTables]) {
    try {
      mend();
    } catch (error) {
      console.error(`theme-fixes: ${mend.name} could not start`, error);
    }
  }
}
