"""A build in which a page has moved, somebody can be written to and fields hold all signs: allowed, but not yet so."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest
from playwright.sync_api import Page

from macros.publish.passes import finish_folder
from tests.conftest import ADDRESS, PREFIX, ROOT, build
from tests.support.hosts import caddy
from tests.support.pages import BuiltPage, built_pages
from tests.support.server import serve

OLD, NEW = "guides/an-old-name/", "practices/box-breathing/"
# Fields of three kinds of pages, with signs that mean something to YAML, Markdown, HTML and JSON.
SIGNS = """<in> & "out": it's C# *so* -- A&B; [x](y) {now} \\n 1_2_3"""
FIELDS = {
    ("practices/box-breathing.md", "title"): f"Square wave breathing {SIGNS}",
    ("practices/box-breathing.md", "studied"): f"Nobody looked closely {SIGNS}.",
    ("guides/anger.md", "title"): f"Anger all over again {SIGNS}",
    ("guides/anger.md", "summary"): f"Breathe out slowly, step away {SIGNS}.",
    ("glossary/adrenaline.md", "short"): f"A hormone that readies you {SIGNS}.",
}
ASKED = "?session=box&minutes=3#how-to"


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site with one moved page and a contact, built and finished."""
    root, site = tmp_path_factory.mktemp("moved"), tmp_path_factory.mktemp("built") / "site"
    for part in ("docs", "macros", "overrides"):
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace('contact: ""', "contact: help@site.example")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    with (root / "docs/_data/redirects.yml").open("a", encoding="utf-8") as file:
        file.write(f"{OLD}: {NEW}\n")
    with (root / "docs/_data/addresses.txt").open("a", encoding="utf-8") as file:
        file.write(f"{OLD}\n")
    for (name, field), words in FIELDS.items():
        page = root / "docs" / name
        lines = page.read_text(encoding="utf-8").split("\n")
        [at] = [at for at, line in enumerate(lines) if line.startswith(f"{field}: ")]
        lines[at] = f"{field}: {json.dumps(words)}"
        page.write_text("\n".join(lines), encoding="utf-8")
    if (ROOT / ".cache").exists():
        os.symlink(ROOT / ".cache", root / ".cache")
    done = build(root, site, SITE_ADDRESS=ADDRESS)
    assert done.returncode == 0, done.stdout + done.stderr
    finish_folder(site)
    return site


@pytest.fixture(scope="module", params=["caddy", "a plain host"])
def host(request: pytest.FixtureRequest, moved: Path) -> Iterator[str]:
    """Address of the site: behind a server that sends the policy, or behind one that only has files."""
    servers: dict[str, Callable[[Path, str], AbstractContextManager[str]]] = {
        "caddy": caddy,
        "a plain host": serve,
    }
    with servers[request.param](moved, PREFIX) as address:
        yield address


def test_the_old_address_leads_on_without_scripts(host: str, new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(host + OLD, wait_until="commit")
    page.wait_for_url(host + NEW)
    assert page.locator("h1").inner_text() == FIELDS["practices/box-breathing.md", "title"]


def test_with_scripts_a_shared_session_comes_along(host: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    said: list[str] = []
    page.on("console", lambda entry: said.append(entry.text) if "Content Security Policy" in entry.text else None)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(host + OLD + ASKED, wait_until="commit")
    page.wait_for_url(f"{host}{NEW}{ASKED}")
    page.wait_for_load_state()
    assert page.url == f"{host}{NEW}{ASKED}"
    assert host + NEW not in asked  # the way on for readers without scripts has not run as well
    assert said == []


def test_the_way_back_does_not_lead_to_the_old_address_again(host: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(f"{host}help/")
    page.evaluate("address => location.assign(address)", host + OLD)
    page.wait_for_url(host + NEW)
    page.go_back(wait_until="commit")
    page.wait_for_url(f"{host}help/")


def test_the_old_page_says_where_the_new_one_is_in_every_way(moved: Path) -> None:
    page = BuiltPage(moved / OLD / "index.html", OLD)
    assert page.faults == []
    assert page.leads_on
    assert OLD not in built_pages(moved)
    assert "../../practices/box-breathing/" in page.links()
    assert f"{ADDRESS}{NEW}" in page.links()
    # Inside noscript: it leads on without what was asked, and which of two ways on wins is the browser's choice.
    assert re.search(r"<noscript><meta\b[^>]*http-equiv=\"?refresh[^>]*></noscript>", page.text)
    assert page.meta("robots") == "noindex"


def test_the_old_address_is_found_nowhere_but_is_not_lost(moved: Path) -> None:
    for name in ("sitemap.xml", "feed.xml", "search/index.js", "practices.json"):
        text = (moved / name).read_text(encoding="utf-8")
        assert "an-old-name" not in text, name
        assert "box-breathing" in text or name == "feed.xml", name  # control
    assert (moved / OLD / "index.html").is_file()


def test_hosts_that_redirect_are_told(moved: Path, site: Path) -> None:
    assert (moved / "_redirects").read_text(encoding="utf-8") == f"/{OLD} {PREFIX}{NEW} 301\n"
    assert not (site / "_redirects").exists()


def test_hosts_that_do_not_read_the_redirects_do_not_serve_them(
    host: str, new_page: Callable[..., Page], request: pytest.FixtureRequest
) -> None:
    answer = new_page().request.get(f"{host}_redirects")
    assert answer.status == 404 or request.node.callspec.params["host"] == "a plain host"


def test_the_policy_grows_by_one_hash_however_many_pages_moved(moved: Path, site: Path) -> None:
    def hashes(folder: Path) -> int:
        return (folder / "_headers").read_text(encoding="utf-8").count("'sha256-")

    assert hashes(moved) == hashes(site) + 1


def test_faults_can_be_told_in_confidence_for_less_than_a_year(moved: Path, site: Path) -> None:
    text = (moved / ".well-known/security.txt").read_text(encoding="utf-8")
    lines = dict(line.split(": ", 1) for line in text.splitlines())
    assert lines["Contact"] == "mailto:help@site.example"
    left = datetime.fromisoformat(lines["Expires"].replace("Z", "+00:00")) - datetime.now(UTC)
    assert timedelta(days=300) < left < timedelta(days=365)
    assert lines["Canonical"] == "https://steady-ground.example/.well-known/security.txt"
    assert not (site / ".well-known").exists()


def test_the_contact_stands_on_the_page_for_corrections(moved: Path) -> None:
    assert "help@site.example" in (moved / "about/corrections/index.html").read_text(encoding="utf-8")


def strings(value: object) -> Iterator[str]:
    """Every string in parsed JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings(each)


def told(file: Path) -> Iterator[str]:
    """What a finished file tells, as its readers take it in: runs of text and attributes of HTML, values of JSON."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".xml":
        yield from (each.text or "" for each in ElementTree.fromstring(text).iter())
    elif file.suffix == ".html":
        for each in html5lib.parse(text, namespaceHTMLElements=False).iter():
            data = each.tag == "script" and "json" in each.get("type", "")
            yield from strings(json.loads(each.text or "null")) if data else (each.text or "",)
            yield from (each.tail or "", *each.attrib.values())
    else:
        yield from strings(json.loads(text.rpartition(").index=")[2].rstrip(";\n")))


@pytest.mark.parametrize(("page", "name"), FIELDS)
def test_a_field_reaches_readers_whole_whatever_signs_it_holds(moved: Path, page: str, name: str) -> None:
    words = FIELDS[page, name]
    begun = words[: words.index(" <")]
    files = [file for kind in ("*.html", "*.json", "feed.xml", "index.js") for file in moved.rglob(kind)]
    places = {
        file.relative_to(moved).as_posix(): found
        for file in files
        if begun in file.read_text(encoding="utf-8")
        and (found := [html.unescape(each) for each in told(file) if begun in each])
    }
    assert page.replace(".md", "/index.html") in places
    broken = {
        path: found for path, found in places.items() if any(words not in " ".join(each.split()) for each in found)
    }
    assert broken == {}
    assert len(places) > (0 if name == "studied" else 2), places.keys()
