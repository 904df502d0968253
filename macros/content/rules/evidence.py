"""Rules on evidence: sources that are used, both sides of a dispute, sizes with figures, own caveats."""

import re
from collections import defaultdict
from collections.abc import Iterator

from macros.content.data_files import Dispute
from macros.content.library import Library
from macros.content.macro_calls import sources_of
from macros.content.model import Practice, Term
from macros.content.pictures import PICTURES, numbers
from macros.content.problem import Problem
from macros.content.rules.page import CheckedPage
from macros.content.shown import cited_sentences
from macros.content.wording import says_only_what_is_unknown

PATH = "docs/_data/sources.yml"
MOST_IN_A_GUIDE = 3
WITHOUT_FIGURE = ("", "none found")  # sizes that say all in their words
_FIGURE = re.compile(r"\d|\b(?:half|twice|one|two|three) in\b", re.IGNORECASE)
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
    listing = {(path, call.arguments) for path, call in library.calls_of("evidence_index")}
    for topic in sorted(cited):
        path = f"about/evidence/{topic}.md"
        if (path, (topic,)) not in listing:
            hint = f'Write {{{{ evidence_index("{topic}") }}}} on docs/{path}.'
            yield Problem(PATH, 1, f"the sources of the topic '{topic}' stand on no page.", hint)


def pictures_said(page: CheckedPage) -> Iterator[Problem]:
    """A picture drawn from data draws numbers that the findings of its sources still say."""
    for call in page.calls_of("picture"):
        name = "".join(call.arguments)
        try:
            if name in PICTURES:
                numbers(name, page.data.sources)
        except ValueError as unreadable:
            hint = f"Mend the finding in {PATH}, or its words in macros/content/pictures.py."
            yield page.problem(call.line, str(unreadable), hint)


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


def both_sides(page: CheckedPage) -> Iterator[Problem]:
    """A page that cites one side of a dispute cites the other; the page of a disputed term cites both."""
    term, cited = page.parsed, page.library.cited(page.path)
    for dispute in page.data.disputes.values():
        if dispute.taken_up(cited) or (isinstance(term, Term) and term.slug in dispute.terms):
            for side in dispute.missing(cited):
                message = f"the page takes up '{dispute.question}' without the side that says: {side.says}"
                hint = f"Cite one of {', '.join(side.sources)}, or leave the question out."
                yield page.problem(_first_cited(page, dispute), message, hint)


def _first_cited(page: CheckedPage, dispute: Dispute) -> int:
    """The line on which a page first cites a source of the dispute; without one, where its body begins."""
    lines = (call.line for call in page.calls if set(sources_of(call)) & set(dispute.sources()))
    return next(lines, page.document.body_line)


def disputed(page: CheckedPage) -> Iterator[Problem]:
    """Where a page says 'disputed', in a label or a status, it takes up a dispute that the data know."""
    parsed, cited = page.parsed, page.library.cited(page.path)
    all_disputes = page.data.disputes.values()
    listed = any(dispute.taken_up(cited) or not dispute.missing(cited) for dispute in all_disputes)
    labels = page.calls_of("evidence")
    places: list[int | str] = [label.line for label in labels if "disputed" in label.arguments]
    if isinstance(parsed, Practice) and parsed.sure == "disputed":
        places.append("sure")
    if isinstance(parsed, Term) and parsed.status == "disputed":
        listed = any(parsed.slug in dispute.terms for dispute in all_disputes)
        places.append("status")
    if places and not listed:
        hint = "Cite both sides, and list them in docs/_data/disputes.yml."
        yield page.problem(places[0], "the page says 'disputed', but no known dispute stands on it.", hint)


def sizes_pictured(page: CheckedPage) -> Iterator[Problem]:
    """The size of an effect is printed with a figure that pictures it, and a figure with its size."""
    labels: list[tuple[int | str, str, str]] = []  # place, size in a word, figure
    for call in page.calls_of("evidence"):
        if call.arguments:
            _, big, size = (*call.arguments, "", "")[:3]
            labels.append((call.line, big, size))
    if isinstance(page.parsed, Practice):
        labels.append(("big" if page.parsed.big else "size", page.parsed.big, page.parsed.size))
    example = "about 2 points on a scale of 0 to 40"
    hint = f'Say it as a reader can picture it ("{example}"), or leave the size out.'
    for place, big, size in labels:
        if size and not big:
            yield page.problem(place, f"'{size}' stands without the size that it pictures.", hint)
        elif big not in WITHOUT_FIGURE and not _FIGURE.search(size):
            yield page.problem(place, f"the size '{big}' has no figure to picture it.", hint)


def few_labels(page: CheckedPage) -> Iterator[Problem]:
    """A guide carries at most three evidence labels, on the claims that a reader would act on."""
    labels = page.calls_of("evidence")
    if page.kind == "guide" and len(labels) > MOST_IN_A_GUIDE:
        message = f"the guide carries {len(labels)} evidence labels; at most {MOST_IN_A_GUIDE}."
        hint = "Keep those on the claims that a reader would act on."
        yield page.problem(labels[MOST_IN_A_GUIDE].line, message, hint)


def cited_caveat(page: CheckedPage) -> Iterator[Problem]:
    """No citation stands on a sentence that only says what is not known, unless it says so of the authors."""
    if page.path.startswith("contributing/"):
        return
    for sentence in cited_sentences(page.document):
        if sentence.sources and not sentence.figure and says_only_what_is_unknown(sentence.words):
            said = sentence.words if len(sentence.words) <= 60 else f"{sentence.words[:57]}..."
            message = f"'{said}' says what is not known, and cites {', '.join(sentence.sources)}."
            hint = "Say it in a sentence of its own, uncited, or say who says so ('the authors say')."
            yield page.problem(sentence.line, message, hint)


MUST = {
    "sources": (left_out, topic_listed, pictures_said),
    "disputes": (both_sides, disputed),
    "labels": (sizes_pictured,),
    "caveats": (cited_caveat,),
}
SHOULD = {"sources": (source_used, numbers_once), "labels": (few_labels,)}
