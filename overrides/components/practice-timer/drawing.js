/** The practice's drawing, shown once more in the timer's card while it runs, so that the present step is in view on a phone.
 * Its styles (practice-drawing.css) light the present step by the timer's `data-step`. */

const SCENE = ".practice-drawing__scene";

/** A copy of the page's drawing without its words; null when no part of it belongs to a step. Of a breath only whole
 *  scenes count: the postures that most of them show do not change while it runs.
 *  @param {ParentNode} page @param {string} kind of practice @returns {HTMLElement | null} */
export function copyDrawing(page, kind) {
  const drawing = page.querySelector(".practice-drawing");
  if (!drawing?.querySelector(kind === "breath" ? `${SCENE}[data-steps]` : "[data-steps]")) return null;
  const copy = /** @type {HTMLElement} */ (drawing.cloneNode(true));
  for (const part of copy.querySelectorAll("figcaption, .practice-drawing__words, ol")) part.remove();
  copy.classList.add("practice-timer__drawing");
  copy.setAttribute("aria-hidden", "true"); // the page's own is read
  return copy;
}

/** Show the scene of a step alone; where no scene has steps of its own, the whole stays. @param {HTMLElement} copy @param {string} step */
export function showScene(copy, step) {
  for (const scene of /** @type {NodeListOf<HTMLElement>} */ (copy.querySelectorAll(`${SCENE}[data-steps]`)))
    scene.hidden = !scene.dataset.steps?.split(" ").includes(step);
}
