"""What the rings share: the site built once, a server with the strict policy, a browser."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from macros.content.library import Library, load
from tests.support.built_site import ADDRESS, PREFIX, ROOT, build, built_site
from tests.support.pages import BuiltPage, built_pages
from tests.support.server import caddy
from tools.setup import find_chromium, find_headless_shell

__all__ = ["ADDRESS", "FLAGS", "PREFIX", "ROOT", "build"]
expect.set_options(timeout=30_000)  # what is late on a busy machine is not wrong
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
SHELL_FLAGS = ("--font-render-hinting=none",)  # letters as wide as in a browser with a window


@pytest.fixture(scope="session")
def library() -> Library:
    """The real content, read once."""
    return load(ROOT)[0]


@pytest.fixture(scope="session")
def unfinished() -> Path:
    """The real site, built strictly for an address with a sub-path, as MkDocs leaves
    it. Shared: never write there."""
    return built_site() / "unfinished"


@pytest.fixture(scope="session")
def site() -> Path:
    """The real site, finished by the publish passes. Shared by all tests: never write there."""
    return built_site() / "finished"


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, BuiltPage]:
    """All finished pages by address, each parsed once; moved pages and the page for
    what is not found apart."""
    return built_pages(site)


@pytest.fixture(scope="session")
def base_url(site: Path) -> Iterator[str]:
    """Address of the site as published: behind Caddy with deploy/Caddyfile, below a
    sub-path, with every header."""
    with caddy(site, PREFIX) as address:
        yield address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives browsers, once for each process."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium without its window where there is one, else a headless Chromium or Chrome."""
    shell = find_headless_shell()
    flags = [*FLAGS, *(SHELL_FLAGS if shell else ())]
    chromium = playwright.chromium.launch(executable_path=shell or find_chromium(), args=flags)
    yield chromium
    chromium.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Makes pages, each in a context of its own; keywords are those of Browser.new_context."""
    contexts: list[BrowserContext] = []

    def make(**options: object) -> Page:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def addresses(pages: dict[str, BuiltPage]) -> list[str]:
    """Every published address, relative to the site's root ("guides/x/"), the 404 page
    and moved pages apart."""
    return sorted(pages)
