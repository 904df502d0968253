/** Tables wider than the page scroll in themselves: the keyboard has to reach them for that (WCAG 2.1.1). */

/** Gives such tables a place in the tab order while they are wider than their room (ResizeObserver). */
export function startWideTables() {
  const watch = new ResizeObserver((entries) => {
    for (const { target } of entries) fit(target);
  });
  for (const table of document.querySelectorAll("article table:not([class])")) watch.observe(table);
}

/** @param {Element} table */
function fit(table) {
  if (table.scrollWidth > table.clientWidth + 1) table.setAttribute("tabindex", "0");
  else table.removeAttribute("tabindex");
}
