"""Finds terms in text: a dictionary of word sequences, longest first, so that cost grows with the text alone.

The linker calls `Matcher.find`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

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

_HINT = re.compile(r"@|://|www\.|\.(?:com|org|net|uk|int|gov|edu)\b", re.IGNORECASE)


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
        self._phrases_by_word: dict[str, list[_Phrase] | None] = {}
        for term in terms:
            for form in (term.title, *term.aka) if term.autolink else ():
                self._add(form, term.slug)
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase.words))

    def _add(self, form: str, slug: str) -> None:
        written = tuple(_normal(word.group()) for word in WORD.finditer(form))
        if written:
            words = tuple(map(str.casefold, written))
            phrase = _Phrase(words, written, any(map(is_abbreviation, written)), slug)
            self._phrases.setdefault(_key(words[0]), []).append(phrase)

    def find(self, text: str, seen: set[str]) -> Iterator[Match]:
        """The first mention of each term not in `seen`, left to right, longest form first.

        Adds what it yields to `seen`. A word after a backslash, inside an address, or joined to a
        longer word is not a mention.
        """
        for match in self._all(text):
            if match.slug not in seen:
                seen.add(match.slug)
                yield match

    def _all(self, text: str) -> Iterator[Match]:
        """Every mention in a text."""
        by_word, end = self._phrases_by_word, 0
        addresses = _addresses(text)
        for match in WORD.finditer(text):
            # Every word of the site passes here: nothing dearer than looks into dictionaries before
            # `continue`.
            word = match.group()
            if word not in by_word:
                by_word[word] = self._phrases.get(_key(word))
            phrases = by_word[word]
            if phrases is None or match.start() < end or not _free(text, match.start()):
                continue
            matched = _at(text, match.start(), phrases, addresses)
            if matched:
                phrase, last = matched
                end = last.end
                whole = last.text.casefold() == phrase.words[-1]
                yield Match(match.start(), last.end if whole else last.bare_end, phrase.slug)


def _at(
    text: str, start: int, phrases: list[_Phrase], addresses: list[tuple[int, int]]
) -> tuple[_Phrase, _Token] | None:
    """The longest of `phrases` (sorted so) that stands at `start`, and its last word."""
    run = list(_run(text, start, len(phrases[0].words), addresses))
    for phrase in phrases:
        words = run[: len(phrase.words)]
        if _same(phrase, words) and _ends(text, words[-1].end):
            return phrase, words[-1]
    return None


def is_abbreviation(word: str) -> bool:
    """Whether a word must be matched in its own case: it has two capitals or more ("PTSD", "HRV")."""
    return sum(letter.isupper() for letter in word) >= 2


def _addresses(text: str) -> list[tuple[int, int]]:
    """Where web and mail addresses stand in a text."""
    return [address.span() for address in _ADDRESS.finditer(text)] if _HINT.search(text) else []


def _run(text: str, start: int, most: int, addresses: list[tuple[int, int]]) -> Iterator[_Token]:
    """Up to `most` words from `start` on that only spaces or a slash part, none of them in an address."""
    for _ in range(most):
        match = WORD.match(text, start)
        if match is None or any(left <= start < right for left, right in addresses):
            return
        yield _token(match)
        gap = _GAP.match(text, match.end())
        if gap is None:
            return
        start = gap.end()


def _token(match: re.Match[str]) -> _Token:
    word = match.group()
    bare = _bare(word)
    return _Token(match.start(), match.end(), _normal(word), _normal(bare), match.start() + len(bare))


def _key(word: str) -> str:
    """What a phrase is looked up by: its first word, bare, normal and in small letters."""
    return _normal(_bare(word)).casefold()


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
    as_written = (
        *(token.text for token in first),
        last.bare if words[-1] != _cased(last.text, phrase) else last.text,
    )
    return tuple(_cased(word, phrase) for word in as_written) == words


def _cased(word: str, phrase: _Phrase) -> str:
    return word if phrase.exact else word.casefold()


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
    """Whether a character joins its two sides to one word: a combining mark, a soft hyphen, a joiner."""
    return not letter.isascii() and (letter in _JOINERS or unicodedata.category(letter).startswith("M"))
