"""The signs of an illness on the finished pages: all in one place, and found by what people type."""

import json
from pathlib import Path
from urllib.parse import urljoin

from macros.content.library import Library
from tests.support.pages import BuiltPage

LIST = "help/when-to-see-someone/"


def text(element: object) -> str:
    return " ".join("".join(element.itertext()).split())  # type: ignore[attr-defined]


def test_every_sign_has_an_entry_to_land_on_with_its_action_and_the_words_people_type(
    pages: dict[str, BuiltPage], library: Library
) -> None:
    headings = {heading.get("id"): heading for heading in pages[LIST].root.iter("h3") if heading.get("id")}
    words = text(pages[LIST].root.find(".//main"))
    for flag in library.data.flags.values():
        assert text(headings[flag.key]).startswith(flag.name)
        for said in (flag.sign, flag.action, *flag.typed):
            assert said in words, flag.key


def test_the_search_lands_on_each_sign_by_the_words_people_type(site: Path, library: Library) -> None:
    script = next(site.glob("search/index.*.js")).read_text(encoding="utf-8")
    index = json.loads(script.split(".index=", 1)[1].rstrip(";\n"))
    (page,) = [page for page in index["pages"] if page["url"] == LIST]
    anchors = {section[0] for section in page["sections"]}
    assert [flag.key for flag in library.data.flags.values() if flag.key not in anchors] == []


def test_a_page_prints_its_lines_once_before_anything_to_try_and_each_leads_to_its_entry(
    pages: dict[str, BuiltPage], library: Library
) -> None:
    flags_by_url = {
        library.pages[path].url: [key for call in calls if call.name == "red_flags" for key in call.arguments]
        for path, calls in library.calls.items()
    }
    for url, keys in flags_by_url.items():
        asides = [aside for aside in pages[url].root.iter("aside") if aside.get("class") == "red-flags"]
        links = [link.get("href", "") for aside in asides for link in aside.iterfind("./ul/li/a")]
        assert [urljoin(f"/{url}", link) for link in links] == [f"/{LIST}#{key}" for key in keys], url
        assert len(asides) == bool(keys), url
