"""A build with moved pages, a contact and fields that hold all signs, which are allowed, but not yet so.

Built again elsewhere it has the same bytes: nobody who has the site fetches again what did not change.
"""

import html
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from macros.publish.policy import inline_hashes
from tests.conftest import ADDRESS, PREFIX, ROOT, build
from tests.support.opening import complaints
from tests.support.pages import BuiltPage, built_pages
from tests.support.server import caddy, serve
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


HERE = {"PYTHONHASHSEED": "1", "TZ": "UTC"}
ELSEWHERE = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LANG": "C"}


def changed(*sites: Path) -> set[str]:
    """Paths of the files that are not the same in both folders."""
    one, other = (
        {(path.relative_to(site), path.read_bytes()) for path in site.rglob("*") if path.is_file()}
        for site in sites
    )
    return {path.as_posix() for path, _ in one ^ other}


def finished(root: Path, folder: Path, settings: dict[str, str]) -> Path:
    """The folder with the project at `root`, built and finished with these settings of the environment."""
    done = build(root, folder, SITE_ADDRESS=ADDRESS, **settings)
    assert done.returncode == 0, done.stdout + done.stderr
    command = [sys.executable, "-m", "macros", "finish", str(folder)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **settings}, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site's project with two moved pages, a contact, and fields that hold all signs."""
    root = small_site(tmp_path_factory.mktemp("moved") / "project")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace('contact: ""', "contact: help@site.example")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    for file, line in (("redirects.yml", f"{{}}: {NEW}\n"), ("addresses.txt", "{}\n")):
        with (root / "docs/_data" / file).open("a", encoding="utf-8") as lines:
            lines.writelines(line.format(old) for old in (OLD, OLDER))
    for (name, field), words in FIELDS.items():
        page = root / "docs" / name
        text = page.read_text(encoding="utf-8")
        text, count = re.subn(rf"(?m)^{field}: .*", lambda _: f"{field}: {json.dumps(words)}", text)  # noqa: B023
        assert count == 1
        page.write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def moved(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, built and finished."""
    return finished(project, tmp_path_factory.mktemp("here") / "site", HERE)


def test_another_folder_time_zone_and_order_of_sets_change_no_byte(
    project: Path, moved: Path, tmp_path: Path
) -> None:
    elsewhere = finished(project, tmp_path / "in" / "another" / "place", ELSEWHERE)
    expiring = ".well-known/security.txt"  # says until which day it holds
    assert changed(moved, elsewhere) <= {expiring}


@pytest.mark.matrix
def test_nor_do_they_in_the_real_site(site: Path, tmp_path: Path) -> None:
    assert changed(site, finished(ROOT, tmp_path / "site", ELSEWHERE)) == set()


@pytest.fixture(scope="module", params=["caddy", "a plain host"])
def host(request: pytest.FixtureRequest, moved: Path) -> Iterator[str]:
    """Address of the site: behind a server that sends the policy, or behind one that only has files."""
    with (caddy if request.param == "caddy" else serve)(moved, PREFIX) as address:
        yield address


def test_the_old_address_leads_on_without_scripts(host: str, new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(host + OLD, wait_until="commit")
    page.wait_for_url(host + NEW)
    title = page.locator("h1").inner_text().translate(STRAIGHT)
    assert title == FIELDS["practices/soft-breath.md", "title"]


def test_with_scripts_a_shared_session_comes_along(host: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    faults = complaints(page, host)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(host + OLD + QUERY, wait_until="commit")
    page.wait_for_url(f"{host}{NEW}{QUERY}")
    page.wait_for_load_state()
    assert page.url == f"{host}{NEW}{QUERY}"
    assert host + NEW not in requests  # the way on for readers without scripts has not run as well
    assert [fault for fault in faults if "olicy" in fault or "violation" in fault] == []


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
    assert "help@site.example" in (moved / "guides/first/index.html").read_text(
        encoding="utf-8"
    )  # at its foot


def plain(file: Path) -> str:
    """A finished file as one line, as what reads it takes it: with no escapes of HTML, XML or JSON."""
    text = html.unescape(html.unescape(file.read_text(encoding="utf-8")))
    text = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), text)
    text = text.replace('\\"', '"').replace("\\\\", "\\")
    return " ".join(text.translate(STRAIGHT).split())


@pytest.fixture(scope="module")
def texts_by_file(moved: Path) -> dict[str, str]:
    """What each finished file tells its readers, by its path."""
    kinds = ("*.html", "*.json", "feed.xml", "search/index.*.js")
    files = [file for kind in kinds for file in moved.rglob(kind)]
    return {file.relative_to(moved).as_posix(): plain(file) for file in files}


@pytest.mark.parametrize(("page", "name"), FIELDS)
def test_a_field_reaches_readers_whole_whatever_signs_it_holds(
    texts_by_file: dict[str, str], page: str, name: str
) -> None:
    words = FIELDS[page, name]
    opening = words[: words.index(" <")]
    places = {path: text for path, text in texts_by_file.items() if opening in text}
    assert page.replace(".md", "/index.html") in places
    assert [path for path, text in places.items() if text.count(opening) != text.count(words)] == []
    assert len(places) > (0 if name == "studied" else 2), places.keys()
