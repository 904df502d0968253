/** Tables wider than the page scroll in themselves: the keyboard has to reach them for that (WCAG 2.1.1). */

/** Gives such tables a place in the tab order while they are wider than their room (ResizeObserver). */
export function startWideTables() {
  const watch = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth + 1) target.setAttribute("tabindex", "0");
      else target.removeAttribute("tabindex");
    }
  });
  for (const table of document.querySelectorAll("article table:not([class])")) watch.observe(table);
}
