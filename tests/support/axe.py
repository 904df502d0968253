"""Runs axe-core in a page: WCAG 2.0 to 2.2, A and AA, and best practices."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[1] / "vendor" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


def violations(
    page: Page, within: str | None = None, rule: str | None = None, tick: Callable[[], None] | None = None
) -> list[str]:
    """Each violation as "rule: target: markup"; only inside the element `within` (a
    selector), only of `rule`, if given.

    The page must have been opened in a context with bypass_csp, since axe is injected.
    Where the page's clock stands still, `tick` lets some of its time pass: axe waits for timers of its own.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    chosen = {"type": "rule", "values": [rule]} if rule else {"type": "tag", "values": TAGS}
    page.evaluate(
        "([within, options]) => { window.report = axe.run(within || document, options); }",
        [within, {"runOnly": chosen, "resultTypes": ["violations"]}],
    )
    if tick:
        tick()
    violated: list[dict[str, Any]] = page.evaluate("report.then(({ violations }) => violations)")
    return [
        f"{violation['id']}: {' '.join(map(str, node['target']))}: {node['html'][:160]}"
        for violation in violated
        for node in violation["nodes"]
    ]
