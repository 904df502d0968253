"""Lets a page be seen before its script starts: the script is fetched with the page, and waits for the first paint."""

from __future__ import annotations

LATEST_MS = 1000  # a frame far down another page is never painted, and must work once it is scrolled to
_BEFORE = """(() => {
const script = document.currentScript;
let begun = false;
const begin = () => {
if (begun) return;
begun = true;
"""
_AFTER = f"""
}};
const paints = window.PerformanceObserver?.supportedEntryTypes?.includes("paint");
if (!paints || document.hidden) return begin();
new PerformanceObserver(begin).observe({{ type: "paint", buffered: true }});
setTimeout(begin, {LATEST_MS});
}})();
"""


def after_paint(script: str) -> str:
    """`script`, a whole classic one, to run after the browser has painted the page for the first time.

    At once where nothing will be painted soon (a tab in the background) or the browser does not tell. Inside, `script`
    is its own element, since `document.currentScript` is gone by then.
    """
    return f"{_BEFORE}{script}{_AFTER}"
