"""Finds, in a page as a browser shows it, targets that are too small and links in running text without a line."""

from __future__ import annotations

from playwright.sync_api import Page

LEAST = 44  # pixels, as --target in docs/assets/tokens.css

# A link stands in a sentence when it flows with letters that belong to no link, in the same block (WCAG 2.5.8, inline).
_IN_SENTENCE = r"""
  const inSentence = (link) => {
    if (getComputedStyle(link).display !== "inline") return false;
    let block = link.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const own = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      const other = node.nodeType !== Node.ELEMENT_NODE || node.matches("a, button, sup");
      return other || getComputedStyle(node).display !== "inline" ? "" : [...node.childNodes].map(own).join("");
    };
    return /\p{L}/u.test([...block.childNodes].map(own).join(""));
  };
  const words = (each) => (each.textContent.trim() || each.name || each.id).slice(0, 40);
  const named = (each) => `${each.tagName.toLowerCase()} "${words(each)}"`;
"""

_SMALL = (
    "(least) => {"
    + _IN_SENTENCE
    + """
  const box = (each) => (each.closest("label") ?? each).getBoundingClientRect();
  const covers = (each, hit) => each.contains(hit) || each.closest("label")?.contains(hit);
  const inSight = (each) => {  // clear of the bar above and of what may stand at the foot of the window
    const { top, bottom } = box(each);
    if (top < 120 || bottom > innerHeight - 120) each.scrollIntoView({ block: "center", behavior: "instant" });
    return box(each);
  };
  // What a press meets at the ends of a cross: a card's link covers its card, and corners are round.
  const pressed = (each) => {
    const { x, y, width, height } = inSight(each);
    const reach = least / 2 - 1;  // a browser rounds where a press lands
    return [[-1, 0], [1, 0], [0, -1], [0, 1]].every(([across, down]) =>
      covers(each, document.elementFromPoint(x + width / 2 + across * reach, y + height / 2 + down * reach)));
  };
  return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter((each) => each.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .filter((each) => getComputedStyle(each).pointerEvents !== "none" && !each.matches(".skip-link, .headerlink"))
    .filter((each) => !inSentence(each) && !pressed(each))
    .map((each) => `${named(each)}: ${Math.round(box(each).width)} x ${Math.round(box(each).height)}`);
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
    .filter((link) => link.checkVisibility() && !link.matches(".cite, .headerlink") && inSentence(link) && !lined(link))
    .map(named);
}"""
)


def small_targets(page: Page, least: int = LEAST) -> list[str]:
    """Visible links, buttons and fields that a press misses within `least` pixels, those in a sentence apart."""
    return list(page.evaluate(_SMALL, least))


def bare_links(page: Page) -> list[str]:
    """Visible links in running text without an underline. A citation's raised number is known by its place."""
    return list(page.evaluate(_BARE))
