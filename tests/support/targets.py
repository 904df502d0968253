"""Finds, in a page as a browser shows it, targets that are too small and links in
running text without a line."""

from playwright.sync_api import Page

LEAST = 44  # pixels, as --target in docs/assets/tokens.css

# A link stands in a sentence when it flows with letters that belong to no link, in the
# same block (WCAG 2.5.8, inline).
_IN_SENTENCE = r"""
  const inSentence = (link) => {
    if (getComputedStyle(link).display !== "inline") return false;
    let block = link.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const own = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      const other = node.nodeType !== Node.ELEMENT_NODE || node.matches("a, button, sup");
      if (other || getComputedStyle(node).display !== "inline") return "";
      return [...node.childNodes].map(own).join("");
    };
    return /\p{L}/u.test([...block.childNodes].map(own).join(""));
  };
  const words = (element) => (element.textContent.trim() || element.name || element.id).slice(0, 40);
  const named = (element) => `${element.tagName.toLowerCase()} "${words(element)}"`;
"""

_SMALL = (
    "(least) => {"
    + _IN_SENTENCE
    + """
  /* What is far below is not laid out before it is near; here all of it is. */
  for (const part of document.body.querySelectorAll("*"))
    if (getComputedStyle(part).contentVisibility === "auto") part.style.contentVisibility = "visible";
  const box = (element) => (element.closest("label") ?? element).getBoundingClientRect();
  const covers = (element, hit) => element.contains(hit) || element.closest("label")?.contains(hit);
  // Clear of the bar above and of what may stand at the foot of the window.
  const inSight = (element) => {
    const { top, bottom } = box(element);
    // Out of sight, and not drawn yet.
    const skipped = !element.checkVisibility({ contentVisibilityAuto: true });
    if (skipped || top < 120 || bottom > innerHeight - 120)
      element.scrollIntoView({ block: "center", behavior: "instant" });
    return box(element);
  };
  // How far a press still meets it: a card's link covers its card, not its own letters alone.
  const reach = (element, middle, centre, across, down) => {
    const meets = (far) =>
      covers(element, document.elementFromPoint(middle + far * across, centre + far * down));
    let far = 0;
    while (far < least && meets(far)) far += 1;
    return far;
  };
  const pressed = (element) => {
    const { x, y, width, height } = inSight(element);
    const [middle, centre] = [x + width / 2, y + height / 2];
    const met = ([x, y]) => covers(element, document.elementFromPoint(middle + x, centre + y));
    const most = least / 2 - 1; // nearly all are met as far as this, and need no closer look
    if ([[-most, 0], [most, 0], [0, -most], [0, most]].every(met)) return true;
    const from = (across, down) => reach(element, middle, centre, across, down);
    // The middle is met twice, and a browser rounds where a press lands.
    return Math.min(from(-1, 0) + from(1, 0), from(0, -1) + from(0, 1)) >= least - 1;
  };
  return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .filter((element) => getComputedStyle(element).pointerEvents !== "none")
    .filter((element) => !element.matches(".skip-link, .headerlink"))
    .filter((element) => !inSentence(element) && !pressed(element))
    .map((element) => [named(element), box(element)])
    .map(([name, { width, height }]) => `${name}: ${Math.round(width)} x ${Math.round(height)}`);
}"""
)

_BARE = (
    "() => {"
    + _IN_SENTENCE
    + """
  const lined = (link) => {
    const { textDecorationLine: line, textDecorationColor: colour } = getComputedStyle(link);
    return line.includes("underline") && !/^rgba\\(.*, 0\\)$/.test(colour);
  };
  return [...document.querySelectorAll(".page a[href]")]
    .filter((link) => link.checkVisibility() && !link.matches(".cite, .headerlink"))
    .filter((link) => inSentence(link) && !lined(link))
    .map(named);
}"""
)


def small_targets(page: Page, least: int = LEAST) -> list[str]:
    """Visible links, buttons and fields that a press misses within `least` pixels,
    those in a sentence apart."""
    return list(page.evaluate(_SMALL, least))


def bare_links(page: Page) -> list[str]:
    """Visible links in running text without an underline. A citation's raised number is
    known by its place."""
    return list(page.evaluate(_BARE))
