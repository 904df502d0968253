/* Each piece of text that is shown, with its boxes; then what is wrong with it. Sticky and fixed parts lie over the page on
   purpose, and parts of one pixel are for screen readers. Wide tables scroll in a box of their own, as they may. */
() => {
  const room = document.documentElement.clientWidth;
  const faults = [];
  const styles = new Map();
  const style = (element) => {
    if (!styles.has(element)) styles.set(element, getComputedStyle(element));
    return styles.get(element);
  };
  const named = (element) => `<${element.tagName.toLowerCase()} ${element.className?.baseVal ?? element.className}>`;
  const told = (element, text) => `${named(element)} "${text.trim().replace(/\s+/g, " ").slice(0, 40)}"`;
  const cuts = (element) => [style(element).overflowX, style(element).overflowY].some((way) => way === "hidden" || way === "clip");
  const aside = (element) => style(element).clipPath.startsWith("inset(50%") || (element.clientWidth <= 1 && element.clientHeight <= 1 && cuts(element));
  const lifts = (element) => ["fixed", "sticky", "absolute"].includes(style(element).position) || style(element).transform !== "none";
  const ancestors = (element) => (element && element !== document.body ? [element, ...ancestors(element.parentElement)] : []);

  /* What is far below is not laid out before it is near; here all of it is. */
  for (const each of document.body.querySelectorAll("*")) {
    if (getComputedStyle(each).contentVisibility === "auto") each.style.contentVisibility = "visible";
  }

  const over = document.documentElement.scrollWidth - room;
  if (over > 0) faults.push(`the page scrolls sideways by ${over} px`);

  const pieces = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data;
    const parent = walker.currentNode.parentElement;
    if (!text.trim() || parent.closest("script, style, noscript, template, option, title")) continue;
    if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const line = ancestors(parent);
    if (line.some(aside)) continue;
    const lifted = line.some(lifts);
    const scrolls = line.some((each) => ["auto", "scroll"].includes(style(each).overflowX));
    const frame = line.find((each) => cuts(each) && !/[0-9]/.test(style(each).webkitLineClamp))?.getBoundingClientRect();
    const clamp = line.find((each) => cuts(each) && /[0-9]/.test(style(each).webkitLineClamp))?.getBoundingClientRect();
    const block = line.find((each) => !["inline", "contents"].includes(style(each).display)) ?? parent;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const { left, right, top, bottom, width, height } of range.getClientRects()) {
      if (width <= 1 || height <= 1) continue;
      const quarter = height / 4;
      if (clamp && top > clamp.bottom - quarter) continue; // a line that is folded away, with a sign that there is more
      if (!scrolls && !lifted && (right > room + 1 || left < -1)) faults.push(`beside the window: ${told(parent, text)}`);
      const past = frame && (right > frame.right + 1 || left < frame.left - 1 || bottom > frame.bottom + quarter || top < frame.top - quarter);
      if (past) faults.push(`cut off: ${told(parent, text)}`);
      if (!lifted && !scrolls) pieces.push({ parent, text, block, top: top + quarter, bottom: bottom - quarter, left: left + 1, right: right - 1 });
    }
  }

  pieces.sort((one, other) => one.top - other.top);
  pieces.forEach((one, at) => {
    for (let next = at + 1; next < pieces.length && pieces[next].top < one.bottom; next += 1) {
      const other = pieces[next];
      if (other.left >= one.right || other.right <= one.left || other.block === one.block) continue;
      faults.push(`over one another: ${told(one.parent, one.text)} and ${told(other.parent, other.text)}`);
    }
  });

  for (const control of document.querySelectorAll("button, select, summary, .button, .pill")) {
    if (!control.checkVisibility({ visibilityProperty: true }) || aside(control) || style(control).overflowY === "visible") continue;
    if (control.scrollHeight > control.clientHeight + 2) faults.push(`cut off below: ${told(control, control.innerText)}`);
  }
  return [...new Set(faults)].slice(0, 12);
}
