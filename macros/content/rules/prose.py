"""Rules on the words: claims cite, nothing promises too much, pages are short and in plain English."""

import re
from collections.abc import Iterator

from macros.content.library import Library
from macros.content.macro_calls import calls, sources_of
from macros.content.model import HEART, Guide
from macros.content.problem import Problem
from macros.content.prose import plain
from macros.content.reading import grade, prose
from macros.content.reading import words as words_in
from macros.content.rules.page import CheckedPage
from macros.content.shown import Text, field_texts, line_texts, prose_texts
from macros.content.spelling import slips
from macros.content.wording import claim, promises, shown

# Data files whose texts speak of evidence itself, or are the evidence.
_ABOUT_EVIDENCE = frozenset({"sources", "vocabulary", "corrections"})
_ABOUT = ("about/", "contributing/")  # they speak of sources and of this site

LENGTH = {"guide": (400, 1300), "practice": (150, 550), "term": (50, 260)}
HEART_LENGTH = (600, 1100)  # of the guides at the heart of the site
FOLDED = re.compile(  # what a practice keeps closed until it is asked for
    r"^## Does it work\?\s*\n.*?(?=^## |\Z)", flags=re.MULTILINE | re.DOTALL
)
GRADE = {"guide": 8.0, "practice": 7.0, "term": 8.5}
CITATIONS_A_PARAGRAPH = 2
LONG = 12  # words from which a paragraph is more than a turn of phrase
_NOT_TAIL = re.compile(r", (?:and )?not (?!only\b|least\b|to mention\b)")
_OWN_READING = re.compile(
    r"\b(?:we found no|our set|in our words|as we read it|we have not read|in a reprint|in reprints"
    r"|by summaries|as quoted (?:by|on|elsewhere))\b",
    re.IGNORECASE,
)
_STIFF_WORD = re.compile(
    r"\b(?i:whom|seldom|somebody|need not|at times|in place of|another matter|verdict|nor is|should it"
    r"|What you(?: wi|')ll learn)\b|\bImagine\b"
)


def cited_claims(library: Library, page: CheckedPage | None = None) -> Iterator[Problem]:
    """A paragraph with a number, a study or an effect cites a source, or is marked as opinion."""
    if page is None:
        risks = library.data.safety.risks.values()
        sourced = {line.why for risk in risks for line in risk.all_lines}
        hint = "This text cannot cite. Take the claim out, or call it 'our suggestion'."
        for text in library.data.texts:
            if text.part not in _ABOUT_EVIDENCE and text.words not in sourced:
                yield from _claims(text, text.words, hint)
    elif not page.path.startswith(_ABOUT):
        hint = "Cite a source in this paragraph, or say that it is 'our suggestion'."
        for text in prose_texts(page.document):
            if not any(sources_of(call) for call in calls(text.words)):
                yield from _claims(text, shown(text.words), hint)
        hint = "A claim in front matter needs a source on its page: cite it there."
        if not library.cited(page.path) and page.kind != "term":
            for text in field_texts(page.document):
                yield from _claims(text, text.words, hint)


def _claims(text: Text, words: str, hint: str) -> Iterator[Problem]:
    if phrase := claim(words):
        yield text.problem(f"'{phrase}' makes a claim without a citation.", hint)


def phrases(library: Library, page: CheckedPage | None = None) -> Iterator[Problem]:
    """Phrases that promise too much stand only inside popular()."""
    if page is None:
        texts = [(text, text.words) for text in library.data.texts]
    elif page.path.startswith("contributing/"):
        texts = []
    else:
        texts = [(text, shown(text.words)) for text in prose_texts(page.document)]
        for text in field_texts(page.document):
            if text.part != "title" or page.kind != "term":  # a popular phrase may be a headword
                texts.append((text, text.words))
    for text, words in texts:
        for phrase, better in promises(words):
            instead = better if better.endswith(".") else f"{better}."
            hint = f"Better: {instead} A popular claim quoted to correct it goes into popular()."
            yield text.problem(f"'{phrase}' promises too much.", hint)


def lengths(page: CheckedPage) -> Iterator[Problem]:
    """A page has as many words as its kind, without what is folded away and without front matter."""
    if page.kind not in LENGTH:
        return
    heart = isinstance(page.parsed, Guide) and page.parsed.order <= HEART
    least, most = HEART_LENGTH if heart else LENGTH[page.kind]
    count = words_in(FOLDED.sub("", page.document.body))
    if not least <= count <= most:
        message = f"the page has {count} words; a {page.kind} has {least} to {most}."
        yield page.problem(page.document.body_line, message, "Cut or fill it.")


def readable(page: CheckedPage) -> Iterator[Problem]:
    """A guide reads at grade 8 at most, a practice at grade 7 (Flesch-Kincaid, prose alone)."""
    limit = GRADE.get(page.kind)
    years = grade(prose(page.document.body)) if limit else 0.0
    if limit and years > limit:
        message = f"the page reads at grade {years:.1f}; the limit is {limit:g}."
        yield page.problem(page.document.body_line, message, "Shorten sentences and words.")


def repeated(library: Library) -> Iterator[Problem]:
    """No two pages share a paragraph; shared text comes from a macro."""
    firsts: dict[str, Text] = {}
    for text in (text for document in library.documents.values() for text in prose_texts(document)):
        words = plain(text.words).casefold().split()
        said = " ".join(words)
        first = firsts.setdefault(said, text) if len(words) >= LONG else text
        if first is not text:
            message = f"the paragraph '{said[:40]}...' stands on {first.path} too."
            yield text.problem(message, "Write it for this page, or make it a macro.")


def not_tail(page: CheckedPage) -> Iterator[Problem]:
    """A sentence says what is, without a tail that says what is not."""
    return _habit(page, _NOT_TAIL, "Say what is, and leave out what is not.")


def own_reading(page: CheckedPage) -> Iterator[Problem]:
    """A page speaks of its subject, and leaves what we read or found to the source's own note."""
    return _habit(page, _OWN_READING, "What we saw belongs in the source's own note.")


def stiff_word(page: CheckedPage) -> Iterator[Problem]:
    """A page uses the words that people say, and begins with the answer: "For example", and no "Imagine"."""
    hint = "Use the words that people say: 'For example' for 'Imagine'. Begin with the answer."
    return _habit(page, _STIFF_WORD, hint)


def _habit(page: CheckedPage, pattern: re.Pattern[str], hint: str) -> Iterator[Problem]:
    """Each use of a habit on a page; the pages about this site are left alone."""
    for text in () if page.path.startswith(_ABOUT) else line_texts(page.document):
        for phrase in pattern.finditer(text.words):
            yield text.problem(f"'{phrase.group().strip()}' tires a reader.", hint)


def few_citations(page: CheckedPage) -> Iterator[Problem]:
    """A paragraph carries at most two citations."""
    for text in () if page.path.startswith(_ABOUT) else prose_texts(page.document):
        count = text.words.count("{{ cite(")
        if count > CITATIONS_A_PARAGRAPH:
            message = f"the paragraph has {count} citations; at most {CITATIONS_A_PARAGRAPH}."
            yield text.problem(message, "Cite once where all of it comes from one source.")


def british(library: Library) -> Iterator[Problem]:
    """Every text is spelt as British English has it, save our own words and the forms that people type."""
    documents = library.documents.values()
    texts = [text for document in documents for text in (*field_texts(document), *line_texts(document))]
    texts += library.data.texts
    for slip in slips([text.words for text in texts], library.data.words):
        hint = f"Better: {slip.better}. A name or a word of our own goes into docs/_data/words.yml."
        yield texts[slip.text].problem(f"'{slip.word}' is not British spelling.", hint)


MUST = {"prose": (cited_claims, phrases)}
SHOULD = {
    "prose": (lengths, readable, repeated),
    "style": (british, not_tail, own_reading, stiff_word, few_citations),
}
