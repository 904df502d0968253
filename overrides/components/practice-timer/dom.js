/** A maker of drawn elements: attributes only, so that the page's policy on styles holds. */

const SVG = "http://www.w3.org/2000/svg";

/** `drawn("disc", "circle", {...})` has the class `practice-timer__disc`. */
export function drawn(name, tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  element.setAttribute("class", `practice-timer__${name}`);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children);
  return element;
}
