/** Two small makers of elements; attributes only, so that the page's policy on styles holds. */

const SVG = "http://www.w3.org/2000/svg";

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

/** `part("word", "p", {...})` is an element of the class `practice-timer__word`; a function is a listener. */
export const part = (name, tag, attributes = {}, ...children) =>
  filled(document.createElement(tag), name ? { class: `practice-timer__${name}`, ...attributes } : attributes, children);

/** The same for drawings. */
export const drawn = (name, tag, attributes = {}, ...children) =>
  filled(document.createElementNS(SVG, tag), { class: name && `practice-timer__${name}`, ...attributes }, children);
