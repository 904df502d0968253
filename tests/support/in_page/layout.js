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
  const named = (element) =>
    `<${element.tagName.toLowerCase()} ${element.className?.baseVal ?? element.className}>`;
  const quoted = (element, text) => `${named(element)} "${text.trim().replace(/\s+/g, " ").slice(0, 40)}"`;
  const cuts = (element) =>
    [style(element).overflowX, style(element).overflowY].some((way) => way === "hidden" || way === "clip");
  const clamped = (element) => /[0-9]/.test(style(element).webkitLineClamp);
  const aside = (element) =>
    style(element).clipPath.startsWith("inset(50%") ||
    (element.clientWidth <= 1 && element.clientHeight <= 1 && cuts(element));
  const lifts = (element) =>
    ["fixed", "sticky", "absolute"].includes(style(element).position) || style(element).transform !== "none";
  const ancestors = (element) =>
    element && element !== document.body ? [element, ...ancestors(element.parentElement)] : [];

  /* What is far below is not laid out before it is near; here all of it is. */
  for (const element of document.body.querySelectorAll("*")) {
    if (getComputedStyle(element).contentVisibility === "auto") element.style.contentVisibility = "visible";
  }

  const over = document.documentElement.scrollWidth - room;
  if (over > 0) faults.push(`the page scrolls sideways by ${over} px`);

  const boxes = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data;
    const parent = walker.currentNode.parentElement;
    if (!text.trim() || parent.closest("script, style, noscript, template, option, title")) continue;
    if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const line = ancestors(parent);
    if (line.some(aside)) continue;
    const lifted = line.some(lifts);
    const scrolls = line.some((ancestor) => ["auto", "scroll"].includes(style(ancestor).overflowX));
    const boxOf = (kind) =>
      line.find((ancestor) => cuts(ancestor) && kind(ancestor))?.getBoundingClientRect();
    const frame = boxOf((ancestor) => !clamped(ancestor));
    const clamp = boxOf(clamped);
    const block =
      line.find((ancestor) => !["inline", "contents"].includes(style(ancestor).display)) ?? parent;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const { left, right, top, bottom, width, height } of range.getClientRects()) {
      if (width <= 1 || height <= 1) continue;
      const quarter = height / 4;
      if (clamp && top > clamp.bottom - quarter) continue; // a line that is folded away, with a sign that there is more
      if (!scrolls && !lifted && (right > room + 1 || left < -1))
        faults.push(`beside the window: ${quoted(parent, text)}`);
      const past =
        frame &&
        (right > frame.right + 1 ||
          left < frame.left - 1 ||
          bottom > frame.bottom + quarter ||
          top < frame.top - quarter);
      if (past) faults.push(`cut off: ${quoted(parent, text)}`);
      if (!lifted && !scrolls)
        boxes.push({
          parent,
          text,
          block,
          top: top + quarter,
          bottom: bottom - quarter,
          left: left + 1,
          right: right - 1,
        });
    }
  }

  boxes.sort((one, other) => one.top - other.top);
  boxes.forEach((one, at) => {
    for (let next = at + 1; next < boxes.length && boxes[next].top < one.bottom; next += 1) {
      const other = boxes[next];
      if (other.left >= one.right || other.right <= one.left || other.block === one.block) continue;
      faults.push(
        `over one another: ${quoted(one.parent, one.text)} and ${quoted(other.parent, other.text)}`,
      );
    }
  });

  for (const control of document.querySelectorAll("button, select, summary, .button, .pill")) {
    if (
      !control.checkVisibility({ visibilityProperty: true }) ||
      aside(control) ||
      style(control).overflowY === "visible"
    )
      continue;
    if (control.scrollHeight > control.clientHeight + 2)
      faults.push(`cut off below: ${quoted(control, control.innerText)}`);
  }
  return [...new Set(faults)].slice(0, 12);
};
