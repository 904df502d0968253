"""A reader with a keyboard alone: presses keys, never a pointer, and tells where each press of Tab leads."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page

from tests.support.opening import script

SPARE = 20  # presses of Tab beyond the stops there are, after which a page is taken for a trap


@dataclass(frozen=True)
class Stop:
    """One place where Tab stops; `cover` is what lies over it. Edges in CSS pixels,
    from the window's top left."""

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
    focus: dict[str, Any] | None = page.evaluate(script("here"))
    return Stop(**focus) if focus else None


def tabbable(page: Page) -> int:
    """How many stops the page ought to have."""
    return len(page.evaluate(script("tabbable")))


def missed(page: Page) -> list[str]:
    """Stops that a walk over the page has not come to, as markup."""
    return [element["markup"] for element in page.evaluate(script("tabbable")) if not element["had"]]


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


def keys_kept_from_input_method(field: Locator) -> list[str]:
    """Keys that a field uses itself while an input method chooses among its words: there ought to be none.

    Safari tells of the last such key by its number alone.
    """
    taken: list[str] = field.evaluate("""(field) => ["ArrowDown", "Escape"].flatMap((key) =>
      [{ isComposing: true }, { keyCode: 229 }].filter((sign) => !field.dispatchEvent(new KeyboardEvent(
        "keydown", { key, bubbles: true, cancelable: true, ...sign }))).map(() => key))""")
    return taken
