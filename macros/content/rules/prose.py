"""Rules on the words: claims carry citations, phrases to avoid are avoided, pages are short and readable."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from macros.content.frontmatter import Document
from macros.content.library import Library, kind_of
from macros.content.model import HEART
from macros.content.problem import Problem
from macros.content.prose import paragraphs, plain
from macros.content.reading import grade, words

AVOID: tuple[tuple[str, str], ...] = (
    (r"\b(?:heal|fix|reset|rewire)\w* (?:your|the) (?:nervous system|brain|vagus\w*(?: nerve)?)\b", "settle; recover"),
    (r"\brewir(?:e|es|ed|ing)\b", "practices get easier with repetition"),
    (r"\bdetox\w*\b", "name what really changes, or leave it out"),
    (r"\b(?:release|discharge)s? (?:stored |the |your )*trauma\b", "trauma can show up in the body"),
    (r"\bunlock(?:s|ed|ing)?\b", "may help"),
    (r"\b(?:bio)?hack(?:s|ed|ing)?\b", "a simple exercise"),
    (r"\b(?:clinically |scientifically )?proven\b", "in one study of ..."),
    (r"\bcur(?:e|es|ed|ing)\b", "may ease; is treated with"),
    (r"\bguaranteed?\b", "may help"),
    (r"\bmiracle\w*\b", "leave it out"),
    (r"\btoxins?\b", "leave it out"),
    (r"\bjust (?:relax|breathe|calm down)\b", "if you like, ..."),
)
_CLAIM = re.compile(
    r"\d+(?:\.\d+)?\s?%|\bper ?cent\b|\b(?:studies|study|trials?|researchers?|meta-analys[ei]s"
    r"|evidence (?:shows|suggests)|research (?:shows|suggests|found)|linked (?:with|to)|many people find"
    r"|increases?|reduces?|lowers|raises)\b",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\bour (?:own )?(?:suggestion|wording|choice|advice|default|number|list|rule|view)"
    r"|\bwe (?:suggest|found no|know of no|have not|did not)"
    r"|\bno (?:\w+ ){0,3}(?:study|studies|trials?|research|evidence|source)\b"
    r"|\bnot (?:been )?(?:tested|studied)\b|\buntested\b",
    re.IGNORECASE,
)
_POPULAR = re.compile(r"\{\{\s*popular\(.*?\)\s*\}\}")
_QUESTION = re.compile(r"\?\s*$")

LENGTH = {"guide": (900, 1800), "practice": (350, 800), "term": (80, 300)}
BEYOND_HEART = 500
GRADE = {"guide": 8.0, "practice": 7.0}


def cited_claims(library: Library) -> Iterator[Problem]:
    """A paragraph with a number, a study or an effect cites a source, or is marked as opinion."""
    for path, document in library.documents.items():
        if kind_of(path) == "page":
            continue
        for line, text in paragraphs(document.body):
            shown = plain(_POPULAR.sub("", text))
            found = _CLAIM.search(shown)
            if found and "cite(" not in text and not _OPINION.search(shown) and not _QUESTION.search(shown):
                message = f"'{found.group()}' makes a claim without a citation."
                hint = "Cite a source in this paragraph, or say that it is 'our suggestion'."
                yield Problem(document.path, document.body_line + line, message, hint)


def phrases(library: Library) -> Iterator[Problem]:
    """Phrases that promise too much stand only inside popular()."""
    for path, document in library.documents.items():
        if path.startswith("contributing/"):
            continue
        for line, text in paragraphs(document.body):
            yield from _phrases(document, document.body_line + line, plain(_POPULAR.sub("", text)))
        for name in ("title", "summary", "short", "studied", "not_known"):
            if name in document.fields and kind_of(path) != "term":
                yield from _phrases(document, document.line_of(name), str(document.fields[name].value))


def _phrases(document: Document, line: int, text: str) -> Iterator[Problem]:
    for pattern, better in AVOID:
        found = re.search(pattern, text, re.IGNORECASE)
        if found:
            instead = better if better.endswith(".") else f"{better}."
            hint = f"Better: {instead} A popular claim quoted to correct it goes into popular()."
            yield Problem(document.path, line, f"'{found.group()}' promises too much.", hint)


def lengths(library: Library) -> Iterator[Problem]:
    """A page is neither thin nor long: the words of its kind, front matter apart."""
    for path, document in library.documents.items():
        kind = kind_of(path)
        if kind not in LENGTH:
            continue
        least, most = LENGTH[kind]
        page = library.pages.get(path)
        if kind == "guide" and page and getattr(page, "order", 1) > HEART:
            least = BEYOND_HEART
        count = words(document)
        if not least <= count <= most:
            message = f"the page has {count} words; a {kind} has {least} to {most}."
            yield Problem(document.path, document.body_line, message, "Cut or fill it.")
        short = _short_version(document) if kind == "guide" else 0
        if short > 120:
            yield Problem(
                document.path, document.body_line, f"the short version has {short} words; at most 120.", "Cut it."
            )


def _short_version(document: Document) -> int:
    found = re.search(r"^## The short version\s*\n(.*?)(?=^## |\Z)", document.body, re.MULTILINE | re.DOTALL)
    return sum(len(plain(text).split()) for _, text in paragraphs(found.group(1))) if found else 0


def readable(library: Library) -> Iterator[Problem]:
    """A guide reads at grade 8 at most, a practice at grade 7 (Flesch-Kincaid, prose alone)."""
    for path, document in library.documents.items():
        limit = GRADE.get(kind_of(path))
        found = grade(document) if limit else 0.0
        if limit and found > limit:
            message = f"the page reads at grade {found:.1f}; the limit is {limit:g}."
            yield Problem(document.path, document.body_line, message, "Shorten sentences and words.")


def repeated(library: Library) -> Iterator[Problem]:
    """No two pages share a paragraph; shared text comes from a macro."""
    places: dict[str, list[tuple[Document, int]]] = defaultdict(list)
    for document in library.documents.values():
        for line, text in paragraphs(document.body):
            shown = " ".join(plain(text).casefold().split())
            if len(shown.split()) >= 12:
                places[shown].append((document, document.body_line + line))
    for shown, found in places.items():
        for document, line in found[1:]:
            message = f"the paragraph '{shown[:40]}...' stands on {found[0][0].path} too."
            yield Problem(document.path, line, message, "Write it for this page, or make it a macro.")


RULES = (cited_claims, phrases, lengths, readable, repeated)
