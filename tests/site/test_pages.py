"""Every finished page: sound HTML, its own title and description, nothing that escaped, no other host."""

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from macros.publish.policy import folder_policy
from tests.conftest import ADDRESS
from tests.support.pages import BuiltPage, broken_links

LOADS = {
    **dict.fromkeys(("script", "img", "iframe", "source", "audio"), "src"),
    "link": "href",
    "use": "href",
}


def outside(page: BuiltPage) -> list[str]:
    """What a page loads from another host."""
    elements = [element for element in page.root.iter() if element.tag in LOADS]
    loading = [
        element for element in elements if element.get("rel") not in {"canonical", "alternate", "license"}
    ]
    targets = [urljoin(ADDRESS, element.get(LOADS[element.tag], "")) for element in loading]
    return [target for target in targets if urlsplit(target).netloc != urlsplit(ADDRESS).netloc]


def of_its_own(page: BuiltPage) -> list[str]:
    """Names of attributes that the policy forbids."""
    names = {name for element in page.root.iter() for name in element.attrib}
    return [name for name in names if name == "style" or name.startswith("on")]


CHECKS: dict[str, Callable[[BuiltPage], list[str]]] = {
    "an error of HTML5": lambda page: page.faults[:3],
    "an id that stands twice": lambda page: [name for name, count in page.ids.items() if count > 1],
    "a macro that reaches the reader": lambda page: re.findall(r"{{|{%|_Macro Rendering Error_", page.text),
    "a style or a handler of its own": of_its_own,
    "something from another host": outside,
    "no link to help": lambda page: [] if "help/" in map(page.target, page.links()) else ["no link"],
}
PLANTED = {
    "an error of HTML5": "<p><b>text</p></b>",
    "an id that stands twice": '<p id="a"></p><p id="a"></p>',
    "a macro that reaches the reader": "<p>{{ cite() }}</p>",
    "a style or a handler of its own": '<p onclick="x()">',
    "something from another host": '<img src="//elsewhere.example/x.png" alt="">',
    "no link to help": '<a href="x/">help</a>',
}


@pytest.mark.parametrize("name", CHECKS)
def test_no_page_has(pages: dict[str, BuiltPage], tmp_path: Path, name: str) -> None:
    assert {address: wrong for address, page in pages.items() if (wrong := CHECKS[name](page))} == {}
    file = tmp_path / "index.html"
    file.write_text(f"<!doctype html><title>x</title>{PLANTED[name]}", encoding="utf-8")
    assert CHECKS[name](BuiltPage(file, ""))  # control


@pytest.fixture(scope="module")
def readable(pages: dict[str, BuiltPage]) -> dict[str, BuiltPage]:
    """The pages with the site's frame: all but the bare timers for framing."""
    return {address: page for address, page in pages.items() if not address.startswith(("embed/", "print/"))}


def test_a_folded_question_whose_answer_leads_to_help_is_open(readable: dict[str, BuiltPage]) -> None:
    questions = [
        (address, question)
        for address, page in readable.items()
        for question in re.findall(r"<details[^>]*page-question.*?</details>", page.text, re.DOTALL)
    ]
    leading = [(address, text) for address, text in questions if re.search(r"href=\S*/help/", text)]
    assert 0 < len(leading) < len(questions)
    assert [address for address, text in leading if not re.match(r"<details[^>]* open", text)] == []


def test_every_link_within_the_site_leads_to_a_file_and_an_element(
    site: Path, pages: dict[str, BuiltPage]
) -> None:
    assert broken_links(site, pages) == []


def test_typefaces_are_asked_for_in_the_head_of_every_page(readable: dict[str, BuiltPage]) -> None:
    heads = {address: page.text.partition("<body")[0] for address, page in readable.items()}
    assert {address for address, head in heads.items() if head.count('rel="preload" as="font"') != 2} == {
        address for address, head in heads.items() if 'http-equiv="refresh"' in head
    }


def test_descriptions_are_there_and_unique(readable: dict[str, BuiltPage]) -> None:
    descriptions = {address: page.meta("description") or "" for address, page in readable.items()}
    assert [address for address, words in descriptions.items() if len(words) < 10] == []
    assert len(set(descriptions.values())) == len(descriptions)


def test_next_pages_are_only_fetched_ahead_and_never_the_private_tools(site: Path) -> None:
    """On every page with the site's frame: sheets to print and bare timers lead nowhere."""
    texts = [page.read_text(encoding="utf-8") for page in site.rglob("*.html")]
    rules = {text: re.findall(r'<script type="speculationrules">(.*?)</script>', text) for text in texts}
    assert [text[:300] for text in texts if len(rules[text]) != ('class="page-head"' in text)] == []
    [only] = {rule for on_page in rules.values() for rule in on_page}
    assert list(json.loads(only)) == ["prefetch"]
    assert '{"not":{"href_matches":"/*tools/*"}}' in only


def test_one_policy_of_less_than_600_characters_fits_every_page(site: Path) -> None:
    policy = folder_policy(site)
    assert len(policy) < 600
    assert "unsafe" not in policy


def test_the_first_paint_has_one_small_sheet_inside_and_nothing_of_the_themes(
    readable: dict[str, BuiltPage],
) -> None:
    inside = {style.text or "" for page in readable.values() for style in page.root.iter("style")}
    assert len(inside) == 1
    assert len(gzip.compress(inside.pop().encode(), 9)) <= 3000
    for address, page in readable.items():
        elements = [element for tag in ("link", "script") for element in page.root.iter(tag)]
        fetched = [element.get("href") or element.get("src") or "" for element in elements]
        assert [url for url in fetched if "javascripts/" in url or "stylesheets/" in url] == [], address


def test_every_page_can_be_reached_from_home(readable: dict[str, BuiltPage]) -> None:
    reached, waiting = {""}, [""]
    while waiting:
        page = readable[waiting.pop()]
        targets = {page.target(link).partition("#")[0] for link in page.links()}
        new = (targets & readable.keys()) - reached
        reached |= new
        waiting += new
    assert sorted(set(readable) - reached) == []
