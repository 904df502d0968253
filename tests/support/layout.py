"""What breaks when words grow or the window shrinks: text cut off, text over text, a page that scrolls sideways."""

from __future__ import annotations

from playwright.sync_api import Page

# WCAG 1.4.12, by a constructed sheet: the site's policy allows no other.
SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
# Each piece of text that is shown, with its boxes; then what is wrong with it. Sticky and fixed parts lie over the page
# on purpose, and so do parts one pixel large, which are for screen readers.
FAULTS = """() => {
  const room = document.documentElement.clientWidth;
  const faults = [];
  // What is far below is not laid out before it is near; here all of it is.
  for (const each of document.body.querySelectorAll("*")) if (getComputedStyle(each).contentVisibility === "auto") each.style.contentVisibility = "visible";
  const told = (element, text) => `<${element.tagName.toLowerCase()} ${element.className?.baseVal ?? element.className}> "${text.trim().replace(/\\s+/g, " ").slice(0, 40)}"`;
  const over = document.documentElement.scrollWidth - room;
  if (over > 0) faults.push(`the page scrolls sideways by ${over} px`);
  const above = (element) => { const all = []; for (let each = element; each; each = each.parentElement) all.push(each); return all; };
  const styles = new Map();
  const style = (element) => { if (!styles.has(element)) styles.set(element, getComputedStyle(element)); return styles.get(element); };
  const pieces = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data;
    const parent = walker.currentNode.parentElement;
    if (!text.trim() || parent.closest("script, style, noscript, template, option, title, [aria-hidden=true] text")) continue;
    if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const line = above(parent);
    if (line.some((each) => style(each).clipPath.startsWith("inset(50%") || (each.clientWidth <= 1 && each.clientHeight <= 1 && style(each).overflow === "hidden"))) continue;
    const lifted = line.some((each) => ["fixed", "sticky", "absolute"].includes(style(each).position) || style(each).transform !== "none");
    const scrolls = line.some((each) => each !== document.body && each.parentElement && ["auto", "scroll"].includes(style(each).overflowX));
    const clip = line.find((each) => ["hidden", "clip"].includes(style(each).overflowX) || ["hidden", "clip"].includes(style(each).overflowY));
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
    if (!boxes.length) continue;
    for (const box of boxes) {
      if (!scrolls && !lifted && (box.right > room + 1 || box.left < -1)) faults.push(`beside the window: ${told(parent, text)}`);
      if (clip && clip !== document.body && clip !== document.documentElement && !style(clip).webkitLineClamp.match(/[0-9]/)) {
        const frame = clip.getBoundingClientRect();
        if (box.right > frame.right + 1 || box.left < frame.left - 1 || box.bottom > frame.bottom + box.height / 4 || box.top < frame.top - box.height / 4) faults.push(`cut off: ${told(parent, text)}`);
      }
    }
    if (!lifted && !scrolls) for (const box of boxes) pieces.push({ parent, text, block: line.find((each) => !["inline", "contents"].includes(style(each).display)) ?? parent, top: box.top + box.height * 0.25, bottom: box.bottom - box.height * 0.25, left: box.left + 1, right: box.right - 1 });
  }
  pieces.sort((one, other) => one.top - other.top);
  pieces.forEach((one, at) => {
    for (let next = at + 1; next < pieces.length && pieces[next].top < one.bottom; next += 1) {
      const other = pieces[next];
      if (other.left >= one.right || other.right <= one.left || other.block === one.block) continue;
      faults.push(`over one another: ${told(one.parent, one.text)} and ${told(other.parent, other.text)}`);
    }
  });
  for (const control of document.querySelectorAll("button, select, summary, .button, .pill, input")) {
    if (!control.checkVisibility({ visibilityProperty: true }) || control.matches("input[type=text], input[type=search], input[type=radio], input[type=checkbox]")) continue;
    if (style(control).clipPath.startsWith("inset(50%")) continue;
    if (control.scrollHeight > control.clientHeight + 2 && style(control).overflowY !== "visible") faults.push(`cut off below: ${told(control, control.innerText ?? control.value)}`);
  }
  return [...new Set(faults)].slice(0, 12);
}"""


def layout_faults(page: Page) -> list[str]:
    """What is cut off, over one another or beside the window, as the page stands scrolled to its top."""
    page.evaluate("document.fonts.ready")
    found: list[str] = page.evaluate(FAULTS)
    return found


def space_text(page: Page) -> None:
    """Give all text the spacing that WCAG 1.4.12 allows a reader to ask for."""
    page.evaluate(SPACING)


def double_text(page: Page) -> None:
    """Make the root's letters twice as large, as a reader's own style would."""
    page.evaluate("document.documentElement.style.fontSize = '200%'")
