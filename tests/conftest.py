"""What the rings share: the site built once, a server with the strict policy, a browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from macros.content.library import Library, load
from macros.publish.passes import finish_folder
from tests.support.hosts import caddy
from tests.support.pages import built_pages
from tools.setup import find_chromium

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "/guide/"
ADDRESS = f"https://steady-ground.example{PREFIX}"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def build(root: Path, site: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """A strict build of the project at `root` into `site`; `settings` are added to the environment."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **settings}
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def library() -> Library:
    """The real content, read once."""
    return load(ROOT)[0]


@pytest.fixture(scope="session")
def unfinished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built strictly for an address with a sub-path, as MkDocs leaves it."""
    folder = tmp_path_factory.mktemp("unfinished") / "site"
    done = build(ROOT, folder, SITE_ADDRESS=ADDRESS)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def site(unfinished: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, finished by the publish passes."""
    folder = Path(shutil.copytree(unfinished, tmp_path_factory.mktemp("built") / "site"))
    finish_folder(folder)
    return folder


@pytest.fixture(scope="session")
def base_url(site: Path) -> Iterator[str]:
    """Address of the site as published: behind Caddy with deploy/Caddyfile, below a sub-path, with every header."""
    with caddy(site, PREFIX) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium or Chrome."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
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
def addresses(site: Path) -> list[str]:
    """Every published address, relative to the site's root ("guides/x/"), the 404 page and moved pages apart."""
    return sorted(built_pages(site))
