"""The one index of the search, made from the finished pages, and the words of danger: two scripts in search/.

They are scripts and not JSON because a script also loads from a disk. How they are matched:
overrides/components/search/README.md.
"""

import html
import json
import re
from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from macros.content.library import Library
from macros.content.model import Page, Term

VERSION = 1
INDEX, DANGER = "search/index.js", "search/danger.js"
LEFT_OUT = ("contributing/", "404")  # for people who write the site, not for those who read it
OWN_KINDS = ("practice", "guide", "term")
FOLDERS = {"help": "help", "tools": "tool", "about": "about"}
COMMON = 10  # a word on more pages than this tells them apart too little to be worth its bytes
SHORTEST, LONGEST = 3, 24  # letters of a word of the text
LINE = 150  # characters of a section's first line

_ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
_LEFT_OUT = re.compile(r"<(?P<tag>[a-z][\w-]*)\b[^>]*\bdata-search-exclude\b[^>]*>")
_SILENT = re.compile(
    r"<(script|style|template|svg|noscript|header|nav|sup)\b.*?</\1>|<!--.*?-->"
    r"|<a class=\"headerlink\".*?</a>",
    re.DOTALL,
)
_FOOT = re.compile(r"<div class=\"page-foot\">.*|<h2 id=\"(?:sources|related)\".*", re.DOTALL)
_HEADING = re.compile(r"<h[23]\b[^>]*?\bid=\"(?P<id>[^\"]+)\"[^>]*>(?P<text>.*?)</h[23]>", re.DOTALL)
_FIRST = re.compile(r"<(?:p|li|dd)\b[^>]*>(.*?)</(?:p|li|dd)>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_GAP = re.compile(r" (?=[.,;:?!)])")  # left by a tag before a sign
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"(?<=[.?!])\s")


class Section(NamedTuple):
    """A part of a finished page: its heading's anchor and words, and the first line below it."""

    id: str
    heading: str
    line: str


class PageText(NamedTuple):
    """What the search takes from a finished page: its sections, and every word of its text once."""

    sections: tuple[Section, ...]
    words: frozenset[str]


def read_finished(page: str) -> PageText:
    """The text of a finished page (HTML), without lists of links, sources, and `data-search-exclude`."""
    article = _ARTICLE.search(page)
    text = _FOOT.sub("", _SILENT.sub(" ", _without_excluded(article[0] if article else "")))
    headings = list(_HEADING.finditer(text))
    ends = [*(heading.start() for heading in headings[1:]), len(text)][: len(headings)]
    sections = tuple(
        Section(heading["id"], plain(heading["text"]), _line(text[heading.end() : end]))
        for heading, end in zip(headings, ends, strict=True)
    )
    words = {word.lower() for word in _WORD.findall(plain(text)) if SHORTEST <= len(word) <= LONGEST}
    return PageText(sections, frozenset(words))


def plain(text: str) -> str:
    """HTML as one line of text."""
    return _GAP.sub("", " ".join(html.unescape(_TAG.sub(" ", text)).split()))


def _line(text: str) -> str:
    """The first sentence below a heading, cut at a word where it is long."""
    first = _FIRST.search(text)
    sentence = _SENTENCE.split(plain(first[1]), 1)[0] if first else ""
    return sentence if len(sentence) <= LINE else sentence[:LINE].rsplit(" ", 1)[0] + " ..."


def _without_excluded(text: str) -> str:
    """`text` without each element that is marked `data-search-exclude`."""
    while start := _LEFT_OUT.search(text):
        depth = 0
        for tag in re.compile(rf"<(/?){start['tag']}\b").finditer(text, start.start()):
            depth += -1 if tag[1] else 1
            if not depth:
                break
        text = text[: start.start()] + text[tag.end() if not depth else len(text) :]
    return text


def search_files(library: Library, texts: Mapping[str, str]) -> dict[str, str]:
    """Text of the search's scripts by their path below the root, made from the finished HTML of the pages by
    their path below docs/."""
    pages = {path: page for path, page in library.pages.items() if not page.url.startswith(LEFT_OUT)}
    index = search_index(library, {path: read_finished(texts[path]) for path in pages})
    return {INDEX: _script("index", index), DANGER: _script("danger", danger_words(library))}


def _script(name: str, record: Mapping[str, Any]) -> str:
    """A script that puts `record` where the search looks for it: window.siteData[name]."""
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    return f"(window.siteData??={{}}).{name}={text};\n"


def search_index(library: Library, texts: Mapping[str, PageText]) -> dict[str, Any]:
    """The record of the index, in the order of the pages' addresses.

    `texts` maps a page's path below docs/ to what its finished HTML holds.
    """
    words = Counter(word for text in texts.values() for word in text.words)
    rare = {word for word, count in words.items() if count <= COMMON}
    headings = Counter(
        heading for text in texts.values() for heading in {section.heading for section in text.sections}
    )
    entries = []
    for path in sorted(texts, key=lambda path: library.pages[path].url):
        text = texts[path]
        # A heading on several pages, such as "What it means", says nothing of one page.
        sections = [section for section in text.sections if headings[section.heading] <= 2]
        entries.append(_entry(library, library.pages[path], sections, text.words & rare))
    return {"version": VERSION, "pages": entries}


def _entry(library: Library, page: Page, sections: list[Section], words: frozenset[str]) -> dict[str, Any]:
    # What a page was called: the words of the addresses that lead to it now.
    old = [old.rstrip("/") for old, new in library.data.redirects.items() if new == page.url]
    names = list(page.aka) if isinstance(page, Term) else []
    names += [address.rsplit("/", 1)[-1].replace("-", " ") for address in old]
    kind = page.kind if page.kind in OWN_KINDS else FOLDERS.get(page.url.split("/")[0], "page")
    headings = [section.heading for section in sections]
    shown = " ".join([page.title, page.summary, *names, *page.everyday, *headings]).lower()
    record = {
        "url": page.url,
        "kind": kind,
        "title": page.title,
        "line": page.summary,
        "aka": names,
        "everyday": list(page.everyday),
        "sections": [list(section) for section in sections],
        "text": " ".join(sorted(words - set(_WORD.findall(shown)))),
    }
    return {name: value for name, value in record.items() if value or name == "url"}


def danger_words(library: Library) -> dict[str, Any]:
    """The record of the words of danger, in the order of importance, with the title of each help page."""
    dangers = []
    for danger in library.data.dangers:
        page = library.pages[danger.page]
        entry = {"url": page.url, "title": page.title, "say": danger.say}
        dangers.append({**entry, "phrases": list(danger.all_phrases)})
    return {"version": VERSION, "dangers": dangers}
