"""Rules on the words: claims carry citations, phrases to avoid are avoided, pages are short and readable."""

import re
from collections.abc import Iterator

from macros.content.library import Library, kind_of
from macros.content.macro_calls import calls, sources_of
from macros.content.model import HEART, Guide
from macros.content.problem import Problem
from macros.content.prose import plain
from macros.content.reading import grade, prose
from macros.content.reading import words as words_in
from macros.content.shown import Text, field_texts, prose_texts
from macros.content.wording import claim, promises, repeats, shown

# Data files whose texts speak of evidence itself, or are the evidence.
_ABOUT_EVIDENCE = frozenset({"sources", "vocabulary", "corrections"})

LENGTH = {"guide": (400, 1300), "practice": (150, 550), "term": (50, 260)}
HEART_LENGTH = (600, 1100)  # of the guides at the heart of the site
FOLDED = "Does it work?"  # what a practice keeps closed until it is asked for
GRADE = {"guide": 8.0, "practice": 7.0, "term": 8.5}


def cited_claims(library: Library, path: str = "") -> Iterator[Problem]:
    """A paragraph with a number, a study or an effect cites a source, or is marked as opinion."""
    if not path:
        risks = library.data.safety.risks.values()
        sourced = {line.why for risk in risks for line in risk.all_lines}
        hint = "This text cannot cite. Take the claim out, or call it 'our suggestion'."
        for text in library.data.texts:
            if text.part not in _ABOUT_EVIDENCE and text.words not in sourced:
                yield from _claims(text, text.words, hint)
    elif not path.startswith(("about/", "contributing/")):  # they speak of sources and of this site
        document = library.documents[path]
        hint = "Cite a source in this paragraph, or say that it is 'our suggestion'."
        for text in prose_texts(document):
            if not any(sources_of(call) for call in calls(text.words)):
                yield from _claims(text, shown(text.words), hint)
        hint = "A claim in front matter needs a source on its page: cite it there."
        if not library.cited(path) and kind_of(path) != "term":
            for text in field_texts(document):
                yield from _claims(text, text.words, hint)


def _claims(text: Text, words: str, hint: str) -> Iterator[Problem]:
    phrase = claim(words)
    if phrase:
        yield Problem(text.path, text.line, f"'{phrase}' makes a claim without a citation.", hint)


def phrases(library: Library, path: str = "") -> Iterator[Problem]:
    """Phrases that promise too much stand only inside popular()."""
    if not path:
        for text in library.data.texts:
            yield from _promises(text, text.words)
    elif not path.startswith("contributing/"):
        document = library.documents[path]
        for text in prose_texts(document):
            yield from _promises(text, shown(text.words))
        for text in field_texts(document):
            if text.part != "title" or kind_of(path) != "term":  # a popular phrase may be a headword
                yield from _promises(text, text.words)


def _promises(text: Text, words: str) -> Iterator[Problem]:
    for phrase, better in promises(words):
        instead = better if better.endswith(".") else f"{better}."
        hint = f"Better: {instead} A popular claim quoted to correct it goes into popular()."
        yield Problem(text.path, text.line, f"'{phrase}' promises too much.", hint)


def lengths(library: Library, path: str) -> Iterator[Problem]:
    """A page has as many words as its kind, without what is folded away and without front matter."""
    kind, document, page = kind_of(path), library.documents[path], library.pages.get(path)
    if kind not in LENGTH:
        return
    least, most = LENGTH[kind]
    if isinstance(page, Guide) and page.order <= HEART:
        least, most = HEART_LENGTH
    count = words_in(_without(document.body, FOLDED))
    if not least <= count <= most:
        message = f"the page has {count} words; a {kind} has {least} to {most}."
        yield document.problem(document.body_line, message, "Cut or fill it.")


def _without(body: str, part: str) -> str:
    """A body without one of its parts, from its H2 to the next."""
    return re.sub(rf"^## {re.escape(part)}\s*\n.*?(?=^## |\Z)", "", body, flags=re.MULTILINE | re.DOTALL)


def readable(library: Library, path: str) -> Iterator[Problem]:
    """A guide reads at grade 8 at most, a practice at grade 7 (Flesch-Kincaid, prose alone)."""
    document = library.documents[path]
    limit = GRADE.get(kind_of(path))
    years = grade(prose(document.body)) if limit else 0.0
    if limit and years > limit:
        message = f"the page reads at grade {years:.1f}; the limit is {limit:g}."
        yield document.problem(document.body_line, message, "Shorten sentences and words.")


def repeated(library: Library) -> Iterator[Problem]:
    """No two pages share a paragraph; shared text comes from a macro."""
    texts = (text for document in library.documents.values() for text in prose_texts(document))
    for said, places in repeats(((text.path, text.line), plain(text.words)) for text in texts):
        for path, line in places[1:]:
            message = f"the paragraph '{said[:40]}...' stands on {places[0][0]} too."
            yield Problem(path, line, message, "Write it for this page, or make it a macro.")


MUST = (cited_claims, phrases)
SHOULD = (lengths, readable, repeated)
