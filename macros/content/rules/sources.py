"""Rules on sources: each is cited, stands on the page of its topic, and has its numbers written once."""

import re
from collections import defaultdict
from collections.abc import Iterator

from macros.content.cited import cited_sentences
from macros.content.library import Library
from macros.content.pictures import PICTURES, Unreadable, numbers
from macros.content.problem import Problem

PATH = "docs/_data/sources.yml"
# A share, a rate, or a number with a decimal point; whole numbers alone are too common to mean one thing.
_NUMBER = re.compile(
    r"\d+(?:\.\d+)? ?%|\d+(?:\.\d+)? per ?cent\b|\d[\d,]* (?:in|of|out of)(?: every)? \d[\d,]*|-?\d+\.\d+"
)


def source_used(library: Library) -> Iterator[Problem]:
    """A source that no page cites is reported, so that the set stays what the pages use."""
    for key in library.data.sources:
        if not library.citing.get(key):
            yield Problem(PATH, 1, f"no page cites the source '{key}'.", "Cite it, or take it out.")


def left_out(library: Library) -> Iterator[Problem]:
    """A source that is left out with a reason is not in the set as well."""
    for key in library.data.left_out.keys() & library.data.sources.keys():
        message = f"'{key}' is in the set of sources too."
        yield Problem("docs/_data/left-out.yml", 1, message, "Take it out of one of the two.")


def topic_listed(library: Library) -> Iterator[Problem]:
    """The cited sources of a topic stand on the page of that topic, to which every citation of them leads."""
    cited = {source.topic for key, source in library.data.sources.items() if library.citing.get(key)}
    for topic in sorted(cited):
        path = f"about/evidence/{topic}.md"
        calls = library.calls.get(path, ())
        if not any(call.name == "evidence_index" and call.arguments == (topic,) for call in calls):
            hint = f'Write {{{{ evidence_index("{topic}") }}}} on docs/{path}.'
            yield Problem(PATH, 1, f"the sources of the topic '{topic}' stand on no page.", hint)


def pictures_said(library: Library, path: str) -> Iterator[Problem]:
    """A picture drawn from data draws numbers that the findings of its sources still say."""
    for call in library.calls[path]:
        name = "".join(call.arguments)
        if call.name == "picture" and name in PICTURES:
            try:
                numbers(name, library.data.sources)
            except Unreadable as unreadable:
                hint = f"Mend the finding in {PATH}, or its words in macros/content/pictures.py."
                yield Problem(f"docs/{path}", call.line, str(unreadable), hint)


def numbers_once(library: Library) -> Iterator[Problem]:
    """A number of one source is written by hand on one page; for several it is a figure of the source."""
    places: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for document in library.documents.values():
        for sentence in cited_sentences(document):
            for number in _NUMBER.findall(sentence.words):
                for key in sentence.sources:
                    places[key, number].setdefault(document.path, sentence.line)
    for (key, number), lines in places.items():
        *others, path = lines
        if others:
            message = f"'{number}' of '{key}' is written by hand here and on {', '.join(others)}."
            hint = f"Write it once under 'figures' of the source, and print it with figure(\"{key}\", ...)."
            yield Problem(path, lines[path], message, hint)


MUST = (left_out, topic_listed, pictures_said)
SHOULD = (source_used, numbers_once)
