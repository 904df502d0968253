"""What the data say of a page stands on the finished page: its button, lines, pictures, dates and sources."""

import json
import re
from pathlib import Path

from macros.content.library import Library
from tests.conftest import ADDRESS
from tests.support.pages import BuiltPage, words

SIGNS = "help/when-to-see-someone/"
# Pages that must have the button that leaves quickly, whatever their front matter says one day.
UNSAFE = {
    *(f"glossary/{term}/" for term in ("appeasement", "coercive-control", "fawn", "gaslighting")),
    *("glossary/tonic-immobility/", "glossary/trauma-bonding/", "guides/when-a-boundary-is-not-safe/"),
    *("guides/when-the-danger-is-real/", "help/domestic-abuse/", "help/sexual-violence/"),
}


def test_the_button_that_leaves_quickly_stands_where_it_is_declared_and_nowhere_else(
    pages: dict[str, BuiltPage], library: Library
) -> None:
    shown = {address for address, page in pages.items() if '<exit-page class="exit-page">' in page.text}
    assert shown == {page.url for page in library.pages.values() if page.quick_exit}
    assert shown >= UNSAFE


def test_every_sign_has_an_entry_to_land_on_with_its_action_and_the_words_people_type(
    site: Path, pages: dict[str, BuiltPage], library: Library
) -> None:
    headings = {heading.get("id"): heading for heading in pages[SIGNS].root.iter("h3") if heading.get("id")}
    shown = " ".join(map(words, pages[SIGNS].root.iter("main")))
    script = next(site.glob("search/index.*.js")).read_text(encoding="utf-8")
    index = json.loads(script.split(".index=", 1)[1].rstrip(";\n"))
    (entry,) = [page for page in index["pages"] if page["url"] == SIGNS]
    anchors = {section[0] for section in entry["sections"]}  # where the search lands
    for flag in library.data.flags.values():
        assert words(headings[flag.key]).startswith(flag.name)
        assert [said for said in (flag.sign, flag.action, *flag.typed) if said not in shown] == [], flag.key
        assert flag.key in anchors


def test_a_page_prints_its_signs_once_before_anything_to_try_and_each_leads_to_its_entry(
    pages: dict[str, BuiltPage], library: Library
) -> None:
    for path, calls in library.calls.items():
        page = pages[library.pages[path].url]
        keys = [key for call in calls if call.name == "red_flags" for key in call.arguments]
        asides = [aside for aside in page.root.iter("aside") if aside.get("class") == "red-flags"]
        links = [link.get("href", "") for aside in asides for link in aside.iterfind("./ul/li/a")]
        assert [page.target(link) for link in links] == [f"{SIGNS}#{key}" for key in keys], path
        assert len(asides) == bool(keys), path


def test_every_page_has_a_whole_preview_and_its_picture_exists(
    pages: dict[str, BuiltPage], site: Path, library: Library
) -> None:
    for address, page in ((page.url, pages[page.url]) for page in library.pages.values()):
        for name in ("og:title", "og:description", "og:type", "og:site_name", "og:locale", "og:image:alt"):
            assert page.meta(name), f"{address}: {name}"
        assert page.meta("og:url") == ADDRESS + address
        assert page.meta("twitter:card") == "summary_large_image"
        picture = page.meta("og:image") or ""
        assert picture.startswith(ADDRESS), address
        assert (site / picture.removeprefix(ADDRESS)).read_bytes().startswith(b"\x89PNG"), address


def test_the_date_told_is_the_date_shown(pages: dict[str, BuiltPage], library: Library) -> None:
    for guide in library.guides.values():
        assert pages[guide.url].meta("article:modified_time") == str(guide.reviewed)


def test_a_page_that_cites_shows_its_review_date_and_its_sources_which_lead_back(
    pages: dict[str, BuiltPage], library: Library
) -> None:
    count = 0
    for page in library.pages.values():
        shown = pages[page.url]
        if cited := library.cited(page.path):
            assert page.reviewed is not None
            assert page.reviewed.isoformat() in shown.text, page.path
            items = re.findall(r'class="source-list__item" id="source-([^"]+)"', shown.text)
            assert items == list(cited), page.path
        for link in shown.find("cite", "a"):
            key, count = link.get("data-source"), count + 1
            assert f'href="#source-{key}"' in shown.text, page.path
            assert f'href="#cite-{key}-1"' in shown.text, page.path
    assert count > 200
