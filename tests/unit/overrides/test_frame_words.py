"""Every word of the frame stands in one file, so that a translation is one file."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from tests.support.built_site import ROOT

OVERRIDES = ROOT / "overrides"
TEMPLATES = sorted([*OVERRIDES.glob("*.html"), *(OVERRIDES / "partials").glob("*.html")])
READ_ALOUD = ("alt", "aria-label", "placeholder", "title")
NAMES = {"CC", "BY"}  # a licence, in every language
JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
WORD = re.compile(r"[^\W\d_]{2,}")


def read_words(element: Element) -> Iterator[str]:
    """What a reader sees or hears of an element. Names of keys are the same in every language."""
    yield from (element.get(name, "") for name in READ_ALOUD)
    if element.tag not in ("kbd", "script", "style"):
        yield element.text or ""
        for child in element:
            yield from read_words(child)
            yield child.tail or ""


def words_in(template: str) -> list[str]:
    root = html5lib.parseFragment(JINJA.sub("", template), namespaceHTMLElements=False)
    return [word for text in read_words(root) for word in WORD.findall(text)]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_of_the_frame_holds_words_of_its_own(template: Path) -> None:
    assert set(words_in(template.read_text(encoding="utf-8"))) <= NAMES


def test_words_and_labels_are_seen() -> None:
    assert words_in('<a title="Back">{{ t("x") }} up</a><kbd>Ctrl</kbd>') == ["Back", "up"]
