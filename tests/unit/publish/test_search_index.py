"""The search's index: what it takes from finished pages, and what it leaves out."""

import dataclasses
import json
from typing import Any

from macros.content.data_files import Danger
from macros.content.library import Library
from macros.publish.search_index import COMMON, PageText, plain, read_finished, search_files, search_index
from tests.support.content import library as library_of
from tests.support.content import page, practice, term

PAGE = """<html><body><nav><p>menu</p></nav><article id="content"><header><h1>Title</h1><p>lead</p></header>
<div class="page-text">{text}</div><div class="page-foot"><p>foot</p></div></article></body></html>"""


def read(text: str) -> PageText:
    return read_finished(PAGE.format(text=text))


def test_a_section_has_its_anchor_its_heading_and_the_first_sentence_below_it() -> None:
    text = (
        '<h2 id="why">Why <em>this</em>?<a class="headerlink" href="#why">#</a></h2>'
        '<ul><li>One &amp; only<sup>2</sup>. Two.</li></ul><h3 id="how">How</h3>'
        '<h2 id="end">End</h2><p>Last.</p>'
    )
    sections = [(section.id, section.heading, section.line) for section in read(text).sections]
    assert sections == [("why", "Why this?", "One & only."), ("how", "How", ""), ("end", "End", "Last.")]


def test_a_long_first_line_is_cut_at_a_word() -> None:
    (section,) = read(f'<h2 id="a">A</h2><p>{"word " * 60}</p>').sections
    assert section.line.endswith("word ...")
    assert len(section.line) <= 154


def test_what_is_marked_and_what_is_no_text_is_left_out() -> None:
    text = (
        '<p>Stays</p><div data-search-exclude="true"><div>inner</div><h2 id="x">gone</h2></div>'
        "<script>let code</script>"
        '<template>later</template><p>also</p><h2 id="sources">Sources</h2><p>cited</p>'
    )
    page_text = read(text)
    assert page_text.words == {"stays", "also"}
    assert page_text.sections == ()


def test_an_element_that_never_closes_ends_with_the_page() -> None:
    assert read("<p>before</p><ul data-search-exclude><li>rest").words == {"before"}


def test_a_page_without_an_article_has_nothing() -> None:
    assert read_finished("<p>moved</p>") == PageText((), frozenset())


def test_html_becomes_a_line() -> None:
    assert plain("<b>Call</b>\n 999 <i>now</i> .") == "Call 999 now."


PAGES = {
    "index.md": page(title="Home"),
    "help/index.md": page(title="Help", extra="everyday: [hotline]\n"),
    "contributing/index.md": page(title="For people who write"),
    "glossary/pod.md": term("pod", aka="[pods]", extra="everyday: [shell of peas]\n"),
    "glossary/other.md": term("other"),
    "practices/soft-breath.md": practice("Soft breath", related="[other]"),
    "practices/other.md": practice("Another", related="[soft-breath]"),
}


def record(site: Library, text: str = "<p>text</p>", **texts: str) -> dict[str, dict[str, Any]]:
    """The entries of the index by address; pages have the same `text`, but those named by their last part."""
    pages = {
        path: read(texts.get(page.slug, text))
        for path, page in site.pages.items()
        if not page.url.startswith("contr")
    }
    return {entry["url"]: entry for entry in search_index(site, pages)["pages"]}


def test_every_page_for_readers_is_in_it_with_its_kind_and_names() -> None:
    entries = record(library_of(PAGES))
    assert {url: entry["kind"] for url, entry in entries.items()} == {
        "": "page",
        **dict.fromkeys(("glossary/other/", "glossary/pod/"), "term"),
        "help/": "help",
        **dict.fromkeys(("practices/other/", "practices/soft-breath/"), "practice"),
    }
    assert entries["glossary/pod/"]["aka"] == ["pods"]
    assert entries["glossary/pod/"]["everyday"] == ["shell of peas"]
    assert entries["help/"]["everyday"] == ["hotline"]
    assert "aka" not in entries["help/"]


def test_an_old_address_is_an_old_name() -> None:
    library = library_of(PAGES)
    data = dataclasses.replace(library.data, redirects={"glossary/green-shell/": "glossary/pod/"})
    entries = record(Library(library.documents, library.pages, data))
    assert entries["glossary/pod/"]["aka"] == ["pods", "green shell"]


def test_words_and_headings_that_stand_everywhere_are_left_out() -> None:
    pages = PAGES | {f"glossary/t{number}.md": term(f"word {number}") for number in range(COMMON)}
    said = '<h2 id="a">What it means</h2><p>common</p>'
    own = '<h2 id="a">What it means</h2><h2 id="b">Green ones</h2><p>common rare</p>'
    entries = record(library_of(pages), said, pod=own)
    assert entries["glossary/pod/"]["text"] == "rare"
    assert [heading for _, heading, _ in entries["glossary/pod/"]["sections"]] == ["Green ones"]
    assert "sections" not in entries["glossary/other/"]


def test_two_scripts_are_made_from_the_finished_pages() -> None:
    library = library_of(PAGES)
    danger = Danger("help/index.md", "Go out first.", ("house on fire",))
    library = Library(library.documents, library.pages, dataclasses.replace(library.data, dangers=(danger,)))
    files = search_files(library, dict.fromkeys(library.pages, PAGE.format(text="<p>text</p>")))
    assert list(files) == ["search/index.js", "search/danger.js"]
    data = json.loads(files["search/danger.js"].split("danger=")[1].rstrip(";\n"))
    entry = {"url": "help/", "title": "Help", "say": "Go out first.", "phrases": ["house on fire"]}
    assert data["dangers"] == [entry]
