"""Every word of the frame stands in one file, so that a translation is one file."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.support.built_site import ROOT

OVERRIDES = ROOT / "overrides"
TEMPLATES = sorted([*OVERRIDES.glob("*.html"), *(OVERRIDES / "partials").glob("*.html")])
READ_ALOUD = ("alt", "aria-label", "placeholder", "title")
NAMES = {"CC", "BY"}  # a licence, in every language
JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
WORD = re.compile(r"[^\W\d_]{2,}")


class _Words(HTMLParser):
    """Collects the words that a reader sees or hears. Names of keys are the same in every language."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in {"kbd", "script", "style"}
        for name, value in attrs:
            if name in READ_ALOUD:
                self.words += WORD.findall(value or "")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in {"kbd", "script", "style"}

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words += WORD.findall(data)


def words_in(template: str) -> list[str]:
    parser = _Words()
    parser.feed(JINJA.sub("", template))
    return parser.words


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_of_the_frame_holds_words_of_its_own(template: Path) -> None:
    assert set(words_in(template.read_text(encoding="utf-8"))) <= NAMES


def test_words_and_labels_are_seen() -> None:
    assert words_in('<a title="Back">{{ t("x") }} up</a><kbd>Ctrl</kbd>') == ["Back", "up"]
