/** A maker of elements: what a reader typed goes in as text, never as markup. */

/** `make("p", "words", text)` has the class `private-notes__words`. @param {string[] | null} [name] @param {...(Node|string)} children */
export function make(tag, name = "", ...children) {
  const element = document.createElement(tag);
  if (name) element.className = `private-notes__${name}`;
  element.append(...children);
  return element;
}

/** @param {() => void} press */
export function button(text, press, name = "button") {
  const made = make("button", name, text);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

/** Attributes only, so that the page's policy on styles holds. */
export function drawn(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Gives the reader a file made here. */
export function download(name, text, type) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = make("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
