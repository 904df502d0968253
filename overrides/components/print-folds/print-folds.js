/** Folds (`<details>`): every fold is open while the page prints ("beforeprint"), and shut again afterwards, since on paper
 *  nothing can be opened; and a fold opens for an address that leads inside it ("hashchange"), for browsers that leave it shut. */

export function startPrintFolds() {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details:not([open])"))];
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });
  addEventListener("hashchange", openForAddress);
  openForAddress();
}

/** Opens the folds round the place that the address names, and shows that place. */
function openForAddress() {
  const place = document.getElementById(location.hash.slice(1));
  let fold = place?.parentElement?.closest("details:not([open])");
  if (!place || !fold) return;
  for (; fold; fold = fold.parentElement?.closest("details:not([open])")) /** @type {HTMLDetailsElement} */ (fold).open = true;
  place.scrollIntoView();
}
