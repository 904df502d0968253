"""A build with a moved page, a contact and fields that hold all signs: allowed, but not yet so."""

import html
import json
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest
from playwright.sync_api import Page

from macros.publish.passes import finish_folder
from macros.publish.policy import inline_hashes
from tests.conftest import ADDRESS, PREFIX, build
from tests.support.hosts import caddy
from tests.support.pages import BuiltPage, built_pages
from tests.support.server import serve
from tests.support.small_site import small_site

OLD, OLDER, NEW = "guides/an-old-name/", "guides/an-older-name/", "practices/soft-breath/"
# Fields of three kinds of pages, with signs that mean something to YAML, Markdown, HTML and JSON.
SIGNS = """<in> & "out": it's C# *so* -- A&B; [x](y) {now} \\n 1_2_3"""
STRAIGHT = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")  # pages have typographic quotes
FIELDS = {
    ("practices/soft-breath.md", "title"): f"Square wave breathing {SIGNS}",
    ("practices/soft-breath.md", "studied"): f"Nobody looked closely {SIGNS}.",
    ("guides/first.md", "title"): f"Anger all over again {SIGNS}",
    ("guides/first.md", "summary"): f"Breathe out slowly, step away {SIGNS}.",
    ("glossary/nerve.md", "short"): f"A hormone that readies you {SIGNS}.",
}
QUERY = "?session=box&minutes=3#how-to"


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with two moved pages and a contact, built and finished."""
    folder = tmp_path_factory.mktemp("moved")
    root, site = small_site(folder / "project"), folder / "site"
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace('contact: ""', "contact: help@site.example")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    for old in (OLD, OLDER):
        with (root / "docs/_data/redirects.yml").open("a", encoding="utf-8") as file:
            file.write(f"{old}: {NEW}\n")
        with (root / "docs/_data/addresses.txt").open("a", encoding="utf-8") as file:
            file.write(f"{old}\n")
    for (name, field), words in FIELDS.items():
        page = root / "docs" / name
        lines = page.read_text(encoding="utf-8").split("\n")
        [at] = [at for at, line in enumerate(lines) if line.startswith(f"{field}: ")]
        lines[at] = f"{field}: {json.dumps(words)}"
        page.write_text("\n".join(lines), encoding="utf-8")
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
    title = page.locator("h1").inner_text().translate(STRAIGHT)
    assert title == FIELDS["practices/soft-breath.md", "title"]


def test_with_scripts_a_shared_session_comes_along(host: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    said: list[str] = []
    page.on(
        "console", lambda entry: said.append(entry.text) if "Content Security Policy" in entry.text else None
    )
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(host + OLD + QUERY, wait_until="commit")
    page.wait_for_url(f"{host}{NEW}{QUERY}")
    page.wait_for_load_state()
    assert page.url == f"{host}{NEW}{QUERY}"
    assert host + NEW not in requests  # the way on for readers without scripts has not run as well
    assert said == []


def test_the_way_back_does_not_lead_to_the_old_address_again(
    host: str, new_page: Callable[..., Page]
) -> None:
    page = new_page()
    page.goto(f"{host}guides/first/")
    page.evaluate("address => location.assign(address)", host + OLD)
    page.wait_for_url(host + NEW)
    page.go_back(wait_until="commit")
    page.wait_for_url(f"{host}guides/first/")


def test_the_old_page_says_where_the_new_one_is_in_every_way(moved: Path) -> None:
    page = BuiltPage(moved / OLD / "index.html", OLD)
    assert page.faults == []
    assert page.leads_on
    assert OLD not in built_pages(moved)
    assert f"../../{NEW}" in page.links()
    assert f"{ADDRESS}{NEW}" in page.links()
    # Inside noscript: it leads on without what was asked, and which of two ways on wins
    # is the browser's choice.
    assert re.search(r"<noscript><meta\b[^>]*http-equiv=\"?refresh[^>]*></noscript>", page.text)
    assert page.meta("robots") == "noindex"


def test_the_old_address_is_found_nowhere_but_is_not_lost(moved: Path) -> None:
    index = next(moved.glob("search/index.*js")).relative_to(moved).as_posix()
    for name in ("sitemap.xml", "feed.xml", index, "practices.json"):
        text = (moved / name).read_text(encoding="utf-8")
        assert "an-old-name" not in text, name
        assert "soft-breath" in text or name == "feed.xml", name  # control
    assert (moved / OLD / "index.html").is_file()


def test_hosts_that_do_not_read_the_redirects_do_not_serve_them(
    host: str, new_page: Callable[..., Page], request: pytest.FixtureRequest
) -> None:
    answer = new_page().request.get(f"{host}_redirects")
    assert answer.status == 404 or request.node.callspec.params["host"] == "a plain host"


def test_the_policy_grows_by_one_hash_however_many_pages_moved(moved: Path) -> None:
    one, other = (
        inline_hashes((moved / old / "index.html").read_text(encoding="utf-8")) for old in (OLD, OLDER)
    )
    assert one == other
    assert len(one) == 1


def test_faults_can_be_told_in_confidence_where_there_is_a_contact(moved: Path, site: Path) -> None:
    assert "mailto:help@site.example" in (moved / ".well-known/security.txt").read_text(encoding="utf-8")
    assert not (site / ".well-known").exists()


def test_the_contact_stands_at_the_foot_of_a_page(moved: Path) -> None:
    assert "help@site.example" in (moved / "guides/first/index.html").read_text(encoding="utf-8")


def strings(value: object) -> Iterator[str]:
    """Every string in parsed JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from strings(item)


def readable_strings(file: Path) -> Iterator[str]:
    """What a finished file tells its readers: runs of text and attributes of HTML, values of JSON."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".xml":
        yield from (element.text or "" for element in ElementTree.fromstring(text).iter())
    elif file.suffix == ".html":
        for element in html5lib.parse(text, namespaceHTMLElements=False).iter():
            data = element.tag == "script" and "json" in element.get("type", "")
            yield from strings(json.loads(element.text or "null")) if data else (element.text or "",)
            yield from (element.tail or "", *element.attrib.values())
    else:
        yield from strings(json.loads(text.rpartition(").index=")[2].rstrip(";\n")))


@pytest.mark.parametrize(("page", "name"), FIELDS)
def test_a_field_reaches_readers_whole_whatever_signs_it_holds(moved: Path, page: str, name: str) -> None:
    words = FIELDS[page, name]
    opening = words[: words.index(" <")]
    files = [file for kind in ("*.html", "*.json", "feed.xml", "index.*.js") for file in moved.rglob(kind)]
    places = {
        file.relative_to(moved).as_posix(): texts
        for file in files
        if opening in file.read_text(encoding="utf-8")
        and (texts := [html.unescape(text) for text in readable_strings(file) if opening in text])
    }
    assert page.replace(".md", "/index.html") in places
    broken = {
        path: texts
        for path, texts in places.items()
        if any(words not in " ".join(text.translate(STRAIGHT).split()) for text in texts)
    }
    assert broken == {}
    assert len(places) > (0 if name == "studied" else 2), places.keys()
