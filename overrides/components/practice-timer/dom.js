/** Text and drawings of the timer (DOM, SVG): text is touched only when it changes, drawings are made of
 *  attributes alone. */

const SVG = "http://www.w3.org/2000/svg";

/** `drawn("disc", "circle", {...})` has the class `practice-timer__disc`.
 *  @template {keyof SVGElementTagNameMap} Tag @param {string} name @param {Tag} tag
 *  @param {Record<string, string | number>} attributes @param {Element[]} children */
export function drawn(name, tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  element.setAttribute("class", `practice-timer__${name}`);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  element.append(...children);
  return element;
}

/** @type {WeakMap<HTMLElement, string>} */
const written = new WeakMap(); // what the timer wrote last; the page itself may show it in another language

/** Touch the page only when our own text changes, so that a translation of it stays.
 *  @param {HTMLElement} element @param {string} text */
export function write(element, text) {
  if ((written.get(element) ?? element.textContent) === text) return;
  written.set(element, text);
  element.textContent = text;
}

/** Seconds below a minute, else minutes and seconds. @param {number} seconds */
export function clockFace(seconds) {
  const whole = Math.ceil(seconds);
  return whole < 60 ? String(whole) : `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
