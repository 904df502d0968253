"""Finds terms in text: a dictionary of word sequences, longest first, so that cost grows with the text alone.

The linker, the scan for backlinks and the checker all call `Matcher.find`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from macros.content.model import Term

_MARKS = "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u0900-\u0903\u093a-\u094f"
WORD = re.compile(rf"[^\W_][\w{_MARKS}]*(?:[-\u2010\u2011'\u2019][\w{_MARKS}]+)*")
_GAP = re.compile(r"[ \t\r\n\u00a0]+|/")
_BEFORE = frozenset("/\\@#.&=?_~-\u2010\u2011")
_AFTER = frozenset("@_=~-\u2010\u2011")
_JOINERS = frozenset("\u00ad\u200c\u200d\u2060")
_SAME = str.maketrans("\u2010\u2011\u2019", "--'")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|uk|int|gov|edu)\b\S*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Match:
    """A term in a text: characters `start` to `end` (exclusive) and the term's slug."""

    start: int
    end: int
    slug: str


@dataclass(frozen=True)
class _Token:
    """A word: as written, and without its possessive ending (`bare`, `bare_end`)."""

    start: int
    end: int
    text: str
    bare: str
    bare_end: int


@dataclass(frozen=True)
class _Phrase:
    words: tuple[str, ...]
    written: tuple[str, ...]
    exact: bool
    slug: str


class Matcher:
    """All forms of all terms that may be linked, ready to be looked up word by word."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Takes every term whose `autolink` is true, by its title and each `aka`."""
        self._phrases: dict[str, list[_Phrase]] = {}
        for term in terms:
            for form in (term.title, *term.aka) if term.autolink else ():
                self._add(form, term.slug)
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase.words))

    def _add(self, form: str, slug: str) -> None:
        written = tuple(token.text for token in _tokens(form))
        if written:
            words = tuple(map(str.casefold, written))
            phrase = _Phrase(words, written, any(map(is_abbreviation, written)), slug)
            self._phrases.setdefault(_bare(words[0]), []).append(phrase)

    def find(self, text: str, seen: set[str]) -> Iterator[Match]:
        """The first mention of each term not in `seen`, left to right, longest form first.

        Adds what it yields to `seen`. A word after a backslash, inside an address, or joined to a
        longer word is not a mention.
        """
        tokens = list(_tokens(text))
        index = 0
        while index < len(tokens):
            phrase = self._at(text, tokens, index)
            if phrase is None:
                index += 1
                continue
            last = tokens[index + len(phrase.words) - 1]
            if phrase.slug not in seen:
                seen.add(phrase.slug)
                end = last.end if last.text.casefold() == phrase.words[-1] else last.bare_end
                yield Match(tokens[index].start, end, phrase.slug)
            index += len(phrase.words)

    def _at(self, text: str, tokens: list[_Token], index: int) -> _Phrase | None:
        first = tokens[index]
        phrases = self._phrases.get(first.bare.casefold())
        if not phrases or not _free(text, first.start):
            return None
        for phrase in phrases:
            run = tokens[index : index + len(phrase.words)]
            if _same(phrase, run) and _joined(text, run) and _ends(text, run[-1].end):
                return phrase
        return None


def is_abbreviation(word: str) -> bool:
    """Whether a word must be matched in its own case: it has two capitals or more ("PTSD", "HRV")."""
    return sum(letter.isupper() for letter in word) >= 2


def _tokens(text: str) -> Iterator[_Token]:
    addresses = [found.span() for found in _ADDRESS.finditer(text)]
    for found in WORD.finditer(text):
        if any(start <= found.start() < end for start, end in addresses):
            continue
        word = found.group()
        bare = _bare(word)
        yield _Token(found.start(), found.end(), _normal(word), _normal(bare), found.start() + len(bare))


def _bare(word: str) -> str:
    return word[:-2] if word[-2:] in ("'s", "\u2019s", "'S", "\u2019S") else word


def _normal(word: str) -> str:
    """A word with composed letters, plain hyphens and plain apostrophes, so that one spelling matches all."""
    return word if word.isascii() else unicodedata.normalize("NFC", word).translate(_SAME)


def _same(phrase: _Phrase, run: list[_Token]) -> bool:
    if len(run) != len(phrase.words):
        return False
    *first, last = run
    words = phrase.written if phrase.exact else phrase.words
    found = (*(token.text for token in first), last.bare if words[-1] != _cased(last.text, phrase) else last.text)
    return tuple(_cased(word, phrase) for word in found) == words


def _cased(word: str, phrase: _Phrase) -> str:
    return word if phrase.exact else word.casefold()


def _joined(text: str, run: list[_Token]) -> bool:
    return all(_GAP.fullmatch(text, left.end, right.start) for left, right in pairwise(run))


def _free(text: str, start: int) -> bool:
    return start == 0 or not (text[start - 1] in _BEFORE or _joins(text[start - 1]))


def _ends(text: str, end: int) -> bool:
    if end >= len(text):
        return True
    if text[end] in "'\u2019":
        return True
    if text[end] in _AFTER or _joins(text[end]):
        return False
    return not (text[end] == "." and text[end + 1 : end + 2].isalnum())


def _joins(letter: str) -> bool:
    """Whether a character makes one word of what stands on its two sides: a combining mark, a soft hyphen, a joiner."""
    return not letter.isascii() and (letter in _JOINERS or unicodedata.category(letter).startswith("M"))
