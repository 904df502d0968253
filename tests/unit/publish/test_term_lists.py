"""Links to terms as the finished pages hold them, and the places that are filled with lists of them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.content.model import Page
from macros.publish.folder import write_files
from macros.publish.term_lists import fill_places, read_pages, term_links
from tests.support.content import guide, library, page, term

LIBRARY = library(
    {
        "index.md": page(title="Home"),
        "guides/a.md": guide("First guide"),
        "glossary/pod.md": term("pod"),
        "glossary/stress.md": term("stress"),
    }
)


POD = "../../glossary/pod/"  # from a guide
LINK = '<a class="term-link" href="{}">x</a>'.format


def saying(word: str) -> Callable[[Page, str], str]:
    return lambda page, name: f"<p>{word} {name} {page.title}</p>"


@pytest.mark.parametrize(
    ("path", "html", "slugs"),
    [
        ("guides/a.md", f'<a class="term-link" data-short="A &gt; b." href="{POD}">pods</a>', ("pod",)),
        ("guides/a.md", f'<a href="{POD}#sources" class="own term-link">pods</a>', ("pod",)),
        ("index.md", LINK("glossary/pod/"), ("pod",)),
        ("glossary/stress.md", LINK("../pod/"), ("pod",)),
        ("guides/a.md", f'<a href="{POD}">a list</a>', ()),
        ("guides/a.md", f'<a class="no-term-link" href="{POD}">x</a>', ()),
        ("guides/a.md", LINK("../../glossary/gone/"), ()),
        ("guides/a.md", f'<p class="term-link">x</p><a href="{POD}">x</a>', ()),
        ("glossary/pod.md", LINK("./") + LINK("../pod/#x"), ()),
    ],
)
def test_a_link_of_the_linker_is_read_and_no_other(path: str, html: str, slugs: tuple[str, ...]) -> None:
    assert term_links(LIBRARY, {path: html}).on_page[path] == slugs


def test_a_term_is_listed_once_in_the_order_of_the_page_and_each_term_knows_its_pages() -> None:
    stress = LINK("../../glossary/stress/")
    texts = {"guides/a.md": stress + LINK(POD) + stress, "glossary/stress.md": LINK("../pod/")}
    texts["index.md"] = LINK("glossary/pod/")
    linked = term_links(LIBRARY, texts)
    assert linked.on_page["guides/a.md"] == ("stress", "pod")
    assert [item.title for item in linked.terms_on("guides/a.md")] == ["stress", "pod"]
    assert {slug: [item.path for item in pages] for slug, pages in linked.pages.items()} == {
        "pod": ["guides/a.md", "glossary/stress.md", "index.md"],
        "stress": ["guides/a.md"],
    }


def test_a_place_is_filled_and_filled_anew_and_nothing_else_changes(tmp_path: Path) -> None:
    before = '<p>a</p><div class="x" data-hidden data-fill="one" id="y"></div><div>b</div>'
    files = {page.url + "index.html": "<p>c</p>" for page in LIBRARY.pages.values()}
    write_files(tmp_path, {**files, "guides/a/index.html": before})
    for said in ("first", "second"):
        fill_places(LIBRARY, read_pages(LIBRARY, tmp_path), tmp_path, saying(said))
        assert (tmp_path / "guides/a/index.html").read_text(encoding="utf-8") == (
            f'<p>a</p><div class="x" data-hidden data-filled="one" id="y"><p>{said} one First guide</p></div>'
            "<div>b</div>"
        )
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == "<p>c</p>"


def test_a_page_that_was_not_built_is_an_error_that_names_it(tmp_path: Path) -> None:
    files = {page.url + "index.html": "" for page in LIBRARY.pages.values()}
    write_files(tmp_path, files)
    (tmp_path / "guides/a/index.html").unlink()
    message = r"docs/guides/a\.md was not built: there is no .*guides/a/index\.html\. Run `make build`"
    with pytest.raises(FileNotFoundError, match=message):
        read_pages(LIBRARY, tmp_path)
