/** Keeps the theme's search shut on the glossary page: it takes any "?q=" in the address for its own question. */

/** Calls `restore` after the search was shut, because shutting takes "?q=" out of the address. Stops with `signal`. */
export function keepThemeSearchShut(filter, restore, signal) {
  const toggle = document.querySelector("#__search");
  const query = document.querySelector("#site-search input");
  if (!toggle || !query) return;
  let last = null;

  const shut = () => {
    if (!toggle.checked || !query.value || query.value !== new URLSearchParams(location.search).get("q")) return;
    query.value = "";
    toggle.click();
    restore();
    if (last?.isConnected) last.focus();
    else document.activeElement?.blur();
  };

  filter.addEventListener("focusin", ({ target }) => (last = target), { signal });
  filter.addEventListener("focusout", ({ relatedTarget }) => (last = relatedTarget && !query.form.contains(relatedTarget) ? null : last), { signal });
  /* The theme fills in the question after it has opened the search, in the same breath. */
  toggle.addEventListener("change", () => queueMicrotask(shut), { signal });
  shut();
}

/** Runs `action` once the page can scroll: on a phone the theme holds it still for a moment after its search was shut. */
export function whenFree(action) {
  const held = () => document.body.hasAttribute("data-md-scrolllock");
  if (!held()) return action();
  const watch = new MutationObserver(() => {
    if (held()) return;
    watch.disconnect();
    action();
  });
  return watch.observe(document.body, { attributeFilter: ["data-md-scrolllock"] });
}
