"""Rules on numbers: one that several pages tell is written once, with its source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from macros.content.cited import cited_sentences
from macros.content.library import Library
from macros.content.problem import Problem

# A share, a rate, or a number with a decimal point; whole numbers alone are too common to mean one thing.
_NUMBER = re.compile(
    r"\d+(?:\.\d+)? ?%|\d+(?:\.\d+)? per ?cent\b|\d[\d,]* (?:in|of|out of)(?: every)? \d[\d,]*|-?\d+\.\d+"
)


def told_once(library: Library) -> Iterator[Problem]:
    """A number of one source that two pages or more tell by hand is reported, so that it is told from one place."""
    told: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for document in library.documents.values():
        for sentence in cited_sentences(document):
            for number in _NUMBER.findall(sentence.words):
                for key in sentence.sources:
                    told[key, number].setdefault(document.path, sentence.line)
    for (key, number), places in told.items():
        *others, (path, line) = places.items()
        if others:
            message = f"'{number}' of '{key}' is told by hand here and on {', '.join(each for each, _ in others)}."
            hint = f"Write it once under 'figures' of the source, and print it with figure(\"{key}\", ...)."
            yield Problem(path, line, message, hint)


SHOULD = (told_once,)
