"""From Markdown to the lists: which pages stand under "Where it is mentioned", and which words a page
lists."""

from __future__ import annotations

import re
from pathlib import Path
from posixpath import relpath

import html5lib
import pytest

from macros.content.library import Library
from macros.mentions import fill_mentions
from macros.publish.folder import write_files
from macros.publish.term_lists import read_pages
from macros.render.glossary_data import glossary_json
from tests.support.content import library, page, term
from tests.support.markdown import convert

HERE = "help/here.md"


def finished(pages: Library, site: Path) -> None:
    """Writes the pages as the site's Markdown, the linker and the frame make them: the summary stands in the
    head."""
    files = {}
    for path, shown in pages.pages.items():
        folder = shown.url or "."
        body = re.sub(
            r'href="/?(?:\.\./)*(glossary/[\w-]+)\.md',
            lambda link, start=folder: f'href="{relpath(link[1], start)}/',  # type: ignore[misc]
            convert(pages, path),
        )
        files[f"{shown.url}index.html"] = f"<header><p>{shown.summary}</p></header><article>{body}</article>"
    write_files(site, files)


def listed(site: Path, url: str, name: str) -> list[str]:
    """Words of the links in a list of a finished page; those of an empty list when it has none."""
    page = html5lib.parse(
        (site / url / "index.html").read_text(encoding="utf-8"), namespaceHTMLElements=False
    )
    place = next(part for part in page.iter("div") if part.get("data-filled") == name)
    items = [item for item in place.iter("li") if item.get("class") != "mentioned-in__near"]
    words = ["".join(link.itertext()) for item in items for link in item.iter("a")]
    said = next(iter((*place.iter("p"), *items)), place)
    return words or [" ".join("".join(said.itertext()).split())]


def built(site: Path, body: str, extra: str = "", title: str = "Here") -> Library:
    """A finished folder with two terms and one page with this body."""
    pages = library(
        {
            HERE: page(f"{body}\n\n{{{{ page_terms() }}}}", title=title, extra=extra),
            "glossary/stress.md": term("stress", "{{ mentioned_in() }}", aka="[strain]", see="[pod]"),
            "glossary/pod.md": term("pod", "{{ mentioned_in() }}", see="[stress]"),
        }
    )
    finished(pages, site)
    fill_mentions(pages, read_pages(pages, site), site)
    return pages


@pytest.mark.parametrize(
    "body",
    [
        "Stress.",
        "Stress, strain and stress again.",
        "| Head |\n|---|\n| stress |",
        "- An item\n\n    > of stress",
        "By hand: [the load](../glossary/stress.md), and stress.",
        "By hand: [the load](../glossary/stress.md#sources).",
        "## By hand in a [heading](../glossary/stress.md)",
        '{{ term("stress", "the load") }}',
    ],
)
def test_a_page_that_links_to_a_term_is_listed_once_and_lists_the_term(tmp_path: Path, body: str) -> None:
    built(tmp_path, body)
    assert listed(tmp_path, "glossary/stress/", "mentioned-in") == ["Here"]
    assert listed(tmp_path, "help/here/", "page-terms") == ["stress"]


@pytest.mark.parametrize(
    ("body", "extra"),
    [
        ("## Stress", ""),
        ("| Stress |\n|---|\n| x |", ""),
        ("[No stress](https://tests.example/)", ""),
        ("`stress`\n\n```\nstress\n```", ""),
        ("\\stress", ""),
        ("Stress.", "autolink: false\n"),
        ("Nothing.", "everyday: [stress]\n"),
    ],
)
def test_a_page_that_links_to_no_term_is_not_listed_and_both_say_so(
    tmp_path: Path, body: str, extra: str
) -> None:
    built(tmp_path, body, extra)
    assert listed(tmp_path, "glossary/stress/", "mentioned-in") == ["No page uses this word yet."]
    assert listed(tmp_path, "help/here/", "page-terms") == ["No glossary words here."]


def test_a_word_in_front_matter_that_the_head_shows_is_no_link(tmp_path: Path) -> None:
    built(tmp_path, "Nothing.", title="What stress does")
    assert "stress" in (tmp_path / "help/here/index.html").read_text(encoding="utf-8")
    assert listed(tmp_path, "glossary/stress/", "mentioned-in") == ["No page uses this word yet."]


def test_a_page_that_forbids_links_is_listed_for_the_one_its_author_wrote(tmp_path: Path) -> None:
    built(tmp_path, "Stress and [the pod](../glossary/pod.md).", "autolink: false\n")
    assert listed(tmp_path, "glossary/pod/", "mentioned-in") == ["Here"]
    assert listed(tmp_path, "help/here/", "page-terms") == ["pod"]


def test_the_open_data_name_the_same_pages(tmp_path: Path) -> None:
    pages = built(tmp_path, "A pod.")
    links = fill_mentions(pages, read_pages(pages, tmp_path), tmp_path)
    data = glossary_json(links, "https://tests.example/")
    assert re.findall(r'"mentioned_in": (\[[^]]*\])', data) == [
        '[\n    "https://tests.example/help/here/"\n   ]',
        "[]",
    ]
