"""Notes on style: habits of the pen that tire a reader. Each is a note, counted for the whole site."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.content.library import Library, kind_of
from macros.content.problem import Problem
from macros.content.prose import plain
from macros.content.shown import prose_texts

# name: what it looks like, how often a page may have it, what to do instead
HABITS: dict[str, tuple[re.Pattern[str], int, str]] = {
    "not-tails": (
        re.compile(r", (?:and )?not (?!only\b|least\b|to mention\b)"),
        2,
        "Say what is, and leave out what is not.",
    ),
    "imagine": (re.compile(r"\bImagine\b"), 0, "Write 'For example' or 'Say you', and keep it to one scene a guide."),
    "our reading": (
        re.compile(
            r"\b(?:we found no|our set|in our words|as we read it|we have not read|in a reprint|in reprints"
            r"|by summaries|as quoted (?:by|on|elsewhere))\b",
            re.IGNORECASE,
        ),
        1,
        "What we saw belongs in the source's own note.",
    ),
    "stiff words": (
        re.compile(
            r"\b(?:whom|seldom|somebody|need not|at times|in place of|another matter|verdict|nor is|should it)\b",
            re.IGNORECASE,
        ),
        0,
        "Use the word that people say.",
    ),
}
CITATIONS_A_PARAGRAPH = 2
_ABOUT = ("about/", "contributing/")


def habits(library: Library) -> Iterator[Problem]:
    """No page tires its reader with a habit of the pen: tails of 'not', imagined scenes, talk of our own reading."""
    for path, document in library.documents.items():
        if path.startswith(_ABOUT):
            continue
        seen = dict.fromkeys(HABITS, 0)
        for text in prose_texts(document):
            words = plain(text.words)
            for name, (pattern, most, hint) in HABITS.items():
                for found in pattern.finditer(words):
                    seen[name] += 1
                    if seen[name] > most + (name == "imagine" and kind_of(path) == "guide"):
                        message = f"style, {name}: '{found.group().strip(' ,')}'."
                        yield Problem(text.path, text.line, message, hint, "report")


def few_citations(library: Library) -> Iterator[Problem]:
    """A paragraph carries at most two citations."""
    for path, document in library.documents.items():
        if not path.startswith(_ABOUT):
            for text in prose_texts(document):
                count = text.words.count("{{ cite(")
                if count > CITATIONS_A_PARAGRAPH:
                    message = f"style, citations: the paragraph has {count}; at most {CITATIONS_A_PARAGRAPH}."
                    yield Problem(
                        text.path, text.line, message, "Cite once where all of it comes from one source.", "report"
                    )


RULES = (habits, few_citations)
