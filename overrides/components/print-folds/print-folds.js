/** Folds (`<details>`): every fold is open while the page prints ("beforeprint"), and shut again
 *  afterwards, since on paper nothing can be opened; and a fold opens for an address that leads inside it
 *  ("hashchange"), for browsers that leave it shut. */

export function startPrintFolds() {
  const opened = /** @type {HTMLDetailsElement[]} */ ([]);
  addEventListener("beforeprint", () => {
    /** @type {NodeListOf<HTMLDetailsElement>} */
    const shut = document.querySelectorAll("details:not([open])");
    opened.push(...shut); // a preview and the print itself may both be told of, and then one end
    for (const fold of shut) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened.splice(0)) fold.open = false;
  });
  addEventListener("hashchange", openForAddress);
  openForAddress();
}

/** Opens the folds round the place that the address names, and shows that place. */
function openForAddress() {
  const place = document.getElementById(location.hash.slice(1));
  let fold = place?.parentElement?.closest("details:not([open])");
  if (!place || !fold) return;
  for (; fold; fold = fold.parentElement?.closest("details:not([open])"))
    /** @type {HTMLDetailsElement} */ (fold).open = true;
  place.scrollIntoView();
}
