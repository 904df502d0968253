/** A maker of drawn elements: attributes only, so that the page's policy on styles holds. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * `drawn("disc", "circle", {...})` has the class `practice-timer__disc`.
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {string} name
 * @param {Tag} tag
 * @param {Record<string, string | number>} attributes
 * @param {Element[]} children
 */
export function drawn(name, tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  element.setAttribute("class", `practice-timer__${name}`);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  element.append(...children);
  return element;
}
