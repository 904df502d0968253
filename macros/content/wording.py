"""What a text claims and what it promises: words that need a citation, words that we do not use."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

from macros.content.prose import plain

AVOID: tuple[tuple[str, str], ...] = (
    (r"\b(?:heal|fix|reset|rewire)\w* (?:your|the) (?:nervous system|brain|vagus\w*)\b", "settle; recover"),
    (r"\brewir(?:e|es|ed|ing)\b", "practices get easier with repetition"),
    (r"\bresets? (?:your|you|the)\b", "a short rest; settle"),
    (r"\bdetox\w*\b", "name what really changes, or leave it out"),
    (r"\b(?:release|discharge)s? (?:stored |the |your )*trauma\b", "trauma can show up in the body"),
    (r"\bunlock(?:s|ed|ing)?\b", "may help"),
    (r"\b(?:bio)?hack(?:s|ed|ing)?\b", "a simple exercise"),
    (r"\b(?:clinically |scientifically )?proven\b", "in one study of ..."),
    (r"\bcur(?:e|es|ed|ing)\b", "may ease; is treated with"),
    (r"\balways (?:works?|helps?|calms?|heals?|settles?)\b", "may help; many people find"),
    (r"\bguaranteed?\b", "may help"),
    (r"\bmiracle\w*\b", "leave it out"),
    (r"\btoxins?\b", "leave it out"),
    (r"\bjust (?:relax|breathe|calm down)\b", "if you like, ..."),
)
_PEOPLE = "(?:people|adults|students|women|men|patients|children|employees)"
_CLAIM = re.compile(
    r"\d+(?:\.\d+)?\s?%|\bper ?cent\b|\b(?:studies|study|trials?|research(?:ers?)?|experiments?|surveys?"
    r"|meta-analys[ei]s|evidence (?:shows|suggests)|been (?:shown|found) to|linked (?:with|to)"
    r"|many people find|increases?|decreases?|reduces?|lowers|raises)\b"
    rf"|\b\d[\d,]* {_PEOPLE}\b|\b(?:one|two|three|\d) in (?:two|three|four|five|six|ten|twenty|\d+)\b",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\bour (?:own )?(?:suggestion|wording|choice|advice|default|number|list|rule|view)"
    r"|\bwe (?:suggest|found no|know of no|have not|did not)"
    r"|\bno (?:\w+ ){0,3}(?:study|studies|trials?|research|evidence|source)\b"
    r"|\bnot (?:been )?(?:tested|studied)\b|\buntested\b",
    re.IGNORECASE,
)
LONG = 12  # words from which a paragraph is more than a turn of phrase
_POPULAR = re.compile(r"\{\{\s*popular\(.*?\)\s*\}\}")
_QUESTION = re.compile(r"\?\s*$")


def shown(text: str) -> str:
    """The words of a paragraph that are ours: without markup, and without the popular claims it names."""
    return plain(_POPULAR.sub("", text))


def claim(words: str) -> str:
    """What in `words` makes a claim; "" where nothing does, or it is opinion or a question."""
    phrase = _CLAIM.search(words)
    return phrase.group() if phrase and not _OPINION.search(words) and not _QUESTION.search(words) else ""


def promises(words: str) -> Iterator[tuple[str, str]]:
    """Each phrase to avoid in `words`, with the better wording."""
    for pattern, better in AVOID:
        phrase = re.search(pattern, words, re.IGNORECASE)
        if phrase:
            yield phrase.group(), better


Place = TypeVar("Place", bound=Hashable)


def repeats(paragraphs: Iterable[tuple[Place, str]]) -> Iterator[tuple[str, list[Place]]]:
    """Each paragraph of twelve words or more that stands in two places or more, and the places."""
    places: dict[str, list[Place]] = defaultdict(list)
    for place, text in paragraphs:
        words = text.casefold().split()
        if len(words) >= LONG:
            places[" ".join(words)].append(place)
    return ((text, where) for text, where in places.items() if len(where) > 1)
