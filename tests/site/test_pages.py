"""Every finished page: sound HTML, its own title and description, nothing that escaped, no other host."""

import gzip
import json
import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from macros.content.library import Library
from macros.publish.policy import folder_policy
from tests.conftest import ADDRESS
from tests.support.pages import BuiltPage, broken_links, built_pages

LOADS = {
    "script": "src",
    "img": "src",
    "link": "href",
    "iframe": "src",
    "source": "src",
    "audio": "src",
    "use": "href",
}


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


def test_every_page_parses_as_html5_without_errors(pages: dict[str, BuiltPage]) -> None:
    assert {address: page.faults[:3] for address, page in pages.items() if page.faults} == {}


def test_a_planted_parse_error_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text("<!doctype html><title>x</title><p><b>text</p></b>", encoding="utf-8")
    assert BuiltPage(file, "").faults


def test_ids_are_unique_on_each_page(pages: dict[str, BuiltPage]) -> None:
    twice = {
        address: [name for name, count in page.ids.items() if count > 1] for address, page in pages.items()
    }
    assert {address: names for address, names in twice.items() if names} == {}


def test_every_link_within_the_site_leads_to_a_file_and_an_element(
    site: Path, pages: dict[str, BuiltPage]
) -> None:
    assert broken_links(site, pages) == []


def test_planted_broken_links_are_seen(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    links = '<a href="a/#there">x</a> <a href="a/#gone">y</a> <a href="b/">z</a> <img src="c.png">'
    (tmp_path / "index.html").write_text(links, encoding="utf-8")
    (tmp_path / "a/index.html").write_text('<p id="there">x</p>', encoding="utf-8")
    assert broken_links(tmp_path, built_pages(tmp_path)) == [" -> a/#gone", " -> b/", " -> c.png"]


def test_typefaces_are_asked_for_in_the_head_of_every_page(readable: dict[str, BuiltPage]) -> None:
    heads = {address: page.text.partition("<body")[0] for address, page in readable.items()}
    assert {address for address, head in heads.items() if head.count('rel="preload" as="font"') != 2} == {
        address for address, head in heads.items() if 'http-equiv="refresh"' in head
    }


def test_descriptions_are_there_and_unique(readable: dict[str, BuiltPage]) -> None:
    descriptions = {address: page.meta("description") or "" for address, page in readable.items()}
    assert [address for address, words in descriptions.items() if len(words) < 10] == []
    assert len(set(descriptions.values())) == len(descriptions)


def test_no_macro_reaches_the_reader(pages: dict[str, BuiltPage]) -> None:
    for address, page in pages.items():
        assert not re.search(r"\{\{|\{%|_Macro Rendering Error_", page.text), address


def test_no_page_loads_anything_from_another_host(pages: dict[str, BuiltPage]) -> None:
    outside = []
    for address, page in pages.items():
        for element in page.root.iter():
            attribute = LOADS.get(element.tag) if isinstance(element.tag, str) else None
            target = element.get(attribute) if attribute else None
            loads = target and element.get("rel") not in {"canonical", "alternate", "license"}
            if target and loads and urlsplit(urljoin(ADDRESS, target)).netloc != urlsplit(ADDRESS).netloc:
                outside.append(f"{address}: {target}")
    assert outside == []


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
        fetched = [
            element.get("href") or element.get("src") or ""
            for tag in ("link", "script")
            for element in page.root.iter(tag)
        ]
        assert [url for url in fetched if "javascripts/" in url or "stylesheets/" in url] == [], address


def test_no_element_has_a_style_or_a_handler_of_its_own(pages: dict[str, BuiltPage]) -> None:
    for address, page in pages.items():
        for element in page.root.iter():
            if isinstance(element.tag, str):
                bad = [name for name in element.attrib if name == "style" or name.startswith("on")]
                assert bad == [], f"{address}: <{element.tag} {bad[0] if bad else ''}>"


def test_help_is_linked_from_every_page(pages: dict[str, BuiltPage]) -> None:
    for address, page in pages.items():
        targets = {urljoin(f"http://site/{address}", link) for link in page.links()}
        assert "http://site/help/" in targets, address


def test_a_page_that_cites_shows_its_review_date_and_its_sources(
    readable: dict[str, BuiltPage], library: Library
) -> None:
    for page in library.pages.values():
        cited = library.cited(page.path)
        if not cited:
            continue
        shown = readable[page.url].text
        assert page.reviewed is not None
        assert page.reviewed.isoformat() in shown, page.path
        assert re.findall(r'class="source-list__item" id="source-([^"]+)"', shown) == list(cited), page.path


def test_citations_and_sources_lead_to_each_other(readable: dict[str, BuiltPage]) -> None:
    cited = 0
    for address, page in readable.items():
        keys = [
            element.get("data-source") for element in page.root.iter("a") if element.get("class") == "cite"
        ]
        for key in keys:
            cited += 1
            assert f'href="#source-{key}"' in page.text, address
            assert f'href="#cite-{key}-1"' in page.text, address
    assert cited > 200


def test_every_page_can_be_reached_from_home(readable: dict[str, BuiltPage]) -> None:
    reached, waiting = {""}, [""]
    while waiting:
        address = waiting.pop()
        for link in readable[address].links():
            target = urljoin(f"http://site/{address}", link).partition("#")[0].removeprefix("http://site/")
            if target in readable and target not in reached:
                reached.add(target)
                waiting.append(target)
    assert sorted(set(readable) - reached) == []
