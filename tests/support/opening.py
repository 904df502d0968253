"""Opening a page in a browser: what it complains of, when its scripts are at work, when
a change has been drawn."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route

PATIENCE_S = 60

VIOLATIONS = """addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
    console.error(`violation: ${effectiveDirective} ${blockedURI}`));"""
# What every page does has begun once the search's opener is a button. The offer of a
# copy waits for a quiet moment.
READY = """!document.querySelector("[data-search-open]:not([role=button])")
  && [...document.querySelectorAll(":not(:defined)")]
    .every(({ localName }) => localName === "offline-copy")"""

TRACES = """async () => ({
  local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
  databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length, name: window.name,
  state: history.state, query: location.search + location.hash, entries: history.length,
})"""
NO_TRACES = {"local": 0, "session": 0, "cookies": "", "databases": 0, "query": ""}


@cache
def script(name: str) -> str:
    """A script of tests/support/in_page/, a function without arguments to run in a page: its text, by the
    file's name without the ending."""
    return (Path(__file__).parent / "in_page" / f"{name}.js").read_text(encoding="utf-8")


def traces(page: Page) -> dict[str, Any]:
    """What the site has left on the device, in the address and in the tab's history."""
    return dict(page.evaluate(TRACES))


def complaints(page: Page, base_url: str) -> list[str]:
    """Collects, from now on, errors and warnings of the console, exceptions, what the
    policy stops, requests elsewhere."""
    faults: list[str] = []
    host = base_url.split("/")[2]
    page.add_init_script(VIOLATIONS)
    page.on("pageerror", lambda error: faults.append(f"exception: {error}"))
    page.on(
        "console",
        lambda entry: faults.append(f"console: {entry.text}") if entry.type in {"error", "warning"} else None,
    )
    page.on(
        "request",
        lambda request: (
            faults.append(f"request: {request.url}")
            if request.url.startswith("http") and request.url.split("/")[2] != host
            else None
        ),
    )
    return faults


def wait_until(page: Page, expression: str) -> None:
    """Until a JavaScript expression is true. Page.wait_for_function is none for our
    pages: it needs eval to ask again.

    Raises TimeoutError with the expression after a minute.
    """
    end = time.monotonic() + PATIENCE_S
    while not page.evaluate(expression):
        if time.monotonic() > end:
            raise TimeoutError(f"{page.url}: it was never true that {expression}")
        page.wait_for_timeout(20)


def wait_until_ready(page: Page) -> None:
    """Until every element of ours on the page is at work, and its typefaces are there."""
    wait_until(page, READY)
    page.evaluate("document.fonts.ready")


def wait_until_drawn(page: Page) -> None:
    """Until what was changed before has been laid out and painted, and its transitions have begun."""
    page.evaluate(
        "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
    )


def hold(page: Page, pattern: str) -> Callable[[], Route]:
    """Lets requests for `pattern` wait from now on; what is returned waits for one of them, and gives it."""
    routes: list[Route] = []

    def waiting() -> Route:
        while not routes:
            page.wait_for_timeout(20)
        return routes.pop()

    page.route(pattern, lambda route: routes.append(route))  # noqa: PLW0108 (its parameters are counted)
    return waiting


@contextmanager
def wishing(page: Page, **media: Any) -> Iterator[None]:
    """The page for a reader with these wishes (`forced_colors="active"`, `media="print"`)."""
    page.emulate_media(**media)
    yield
    before: dict[str, Any] = dict.fromkeys(media, "null")
    page.emulate_media(**before)
