"""A reader with a keyboard alone: presses keys, never a pointer, and tells where each press of Tab leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

SPARE = 20  # presses of Tab beyond the stops there are, after which a page is taken for a trap
# What Tab ought to reach: shown, enabled, not inert; of a group of radio buttons the chosen one, or any one.
TABBABLE = """() => {
  const grouped = (element) => element.type === "radio" && element.name;
  const chosen = (element) => {
    const group = [...document.querySelectorAll(`input[type=radio][name="${element.name}"]`)].filter((each) => each.form === element.form);
    return (group.find((each) => each.checked) ?? group[0]) === element;
  };
  return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex], audio[controls]")]
    .filter((element) => element.tabIndex >= 0 && !element.disabled && !element.closest("[inert]"))
    .filter((element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false }))
    .filter((element) => element.type !== "hidden" && (!grouped(element) || chosen(element))).length;
}"""
# Where the focus is, once nothing fades in any more. A control without a face of its own (a radio button inside a pill)
# borrows its label's; a link that fills a card wears its ring on ::after, a link in a drawing on one of its lines.
HERE = """() => {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return null;
  for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish();
  window.stopsSeen ??= new Map();
  if (!window.stopsSeen.has(at)) window.stopsSeen.set(at, window.stopsSeen.size);
  const faces = [...new Set([at, ...(at.labels ?? []), ...(at.closest("label") ? [at.closest("label")] : [])])];
  const outlined = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const ring = faces.some((face) => face.getClientRects().length && (outlined(getComputedStyle(face)) || getComputedStyle(face).boxShadow !== "none"))
    || (getComputedStyle(at, "::after").content !== "none" && outlined(getComputedStyle(at, "::after")))
    || (at instanceof SVGElement && [...at.children].some((line) => getComputedStyle(line).stroke !== "none" && parseFloat(getComputedStyle(line).strokeWidth) >= 3));
  const boxes = faces.map((face) => face.getBoundingClientRect());
  const box = boxes.reduce((most, each) => (each.width * each.height > most.width * most.height ? each : most));
  const face = faces[boxes.indexOf(box)];
  const first = face.getClientRects()[0] ?? box;
  const cover = document.elementFromPoint(first.left + first.width / 2, first.top + first.height / 2);
  return { index: window.stopsSeen.get(at), tag: at.tagName.toLowerCase(),
    name: (at.getAttribute("aria-label") || at.labels?.[0]?.innerText || at.innerText || at.title || at.name || "").trim().replace(/\\s+/g, " ").slice(0, 60),
    where: [...at.classList].find((name) => name !== "focus-visible") ?? at.id, ring,
    left: box.left, top: box.top, right: box.right, bottom: box.bottom,
    shown: faces.some((each) => each.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && each.getClientRects().length > 0),
    cover: cover && !faces.some((each) => each.contains(cover) || cover.contains(each)) ? (cover.className?.baseVal ?? cover.className) || cover.tagName : "" };
}"""


@dataclass(frozen=True)
class Stop:
    """One place where Tab stops. Edges of its box in CSS pixels from the window's top left corner; `cover` is what lies over it."""

    index: int
    tag: str
    name: str
    where: str
    ring: bool
    shown: bool
    cover: str
    left: float
    top: float
    right: float
    bottom: float

    def __str__(self) -> str:
        return f"<{self.tag} {self.where}> {self.name!r}"


def here(page: Page) -> Stop | None:
    """Where the focus is; None on the body."""
    found: dict[str, Any] | None = page.evaluate(HERE)
    return Stop(**found) if found else None


def tabbable(page: Page) -> int:
    """How many stops the page ought to have."""
    found: int = page.evaluate(TABBABLE)
    return found


def walk(page: Page, key: str = "Tab") -> list[Stop]:
    """Every stop from the page's beginning until the focus leaves it; stops with an error in a trap."""
    stops: list[Stop] = []
    for _ in range(tabbable(page) + SPARE):
        page.keyboard.press(key)
        stop = here(page)
        if stop is None or (stops and stop.index == stops[0].index):
            return stops
        stops.append(stop)
    raise AssertionError(f"the focus never leaves the page; last at {stops[-1]}")


def tab_to(page: Page, selector: str, key: str = "Tab") -> None:
    """Press Tab (or Shift+Tab) until the focus is on an element that fits `selector`."""
    for _ in range(tabbable(page) + SPARE):
        page.keyboard.press(key)
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never reaches {selector}")
