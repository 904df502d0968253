/** What the element does once with its page: places the controls (controls.html), listens for dialogs (MutationObserver). */

/** Puts the children of the printed template where they belong. Returns those of the face.
 *  @param {HTMLElement} timer @returns {Element[]} */
export function addControls(timer) {
  /** @param {string} name */
  const part = (name) => /** @type {HTMLElement} */ (timer.querySelector(`.practice-timer__${name}`));
  const template = /** @type {HTMLTemplateElement} */ (part("template"));
  const added = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const face = [...added.children].slice(0, 2);
  part("choices").remove();
  part("controls").after(/** @type {Element} */ (added.querySelector(".practice-timer__settings")));
  for (const element of face) element.remove();
  part("controls").append(added);
  return face;
}

/** Calls back when a dialog opens over the page, such as the search. @param {() => void} opened @param {AbortSignal} signal */
export function whenDialogOpens(opened, signal) {
  const observer = new MutationObserver((changes) => {
    if (changes.some(({ target }) => target instanceof HTMLDialogElement && target.open)) opened();
  });
  observer.observe(document.body, { subtree: true, attributeFilter: ["open"] });
  signal.addEventListener("abort", () => observer.disconnect());
}
