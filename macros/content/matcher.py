"""Finds terms in text: a pattern for each first word of a term, so that cost grows with the text alone."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.content.model import Term

_MARKS = "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u0900-\u0903\u093a-\u094f\u20d0-\u20ff"
_JOINED = rf"\w{_MARKS}\u00ad\u200c\u200d\u2060"  # what makes one word of both its sides
WORD = re.compile(rf"[^\W_][\w{_MARKS}]*(?:[-\u2010\u2011'\u2019][\w{_MARKS}]+)*")
_FREE = re.compile(rf"(?<![/\\@#.&=?_~+\-\u2010\u2011{_JOINED}])")
_END = rf"(?![@=~+\-\u2010\u2011{_JOINED}]|['\u2019]\w|\.[^\W_])"
_GAP = r"(?:[ \t\r\n\u00a0]+|/)"
_SAME = str.maketrans("\u2010\u2011\u2019", "--'")
_WRITTEN = {"-": "[-\u2010\u2011]", "'": "['\u2019]"}


@dataclass(frozen=True)
class Match:
    """A term in a text: characters `start` to `end` (exclusive) and the term's slug."""

    start: int
    end: int
    slug: str


class Matcher:
    """All forms of all terms that may be linked, ready to be looked up word by word."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Takes every term whose `autolink` is true, by its title and each `aka`."""
        forms: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
        for term in terms:
            for form in (term.title, *term.aka) if term.autolink else ():
                if words := WORD.findall(_normal(form)):
                    forms[_key(words[0])].append((words, term.slug))
        for same_start in forms.values():
            same_start.sort(key=lambda form: -len(form[0]))
        self._slugs = {key: [slug for _, slug in same_start] for key, same_start in forms.items()}
        patterns = {key: [_pattern(words) for words, _ in same_start] for key, same_start in forms.items()}
        self._patterns = {key: re.compile("|".join(forms)) for key, forms in patterns.items()}
        self._keys: dict[str, str] = {}

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
        end = 0
        for word in WORD.finditer(text):
            # Every word of the site passes here: nothing dearer than two looks into dictionaries before
            # `continue`.
            key = self._keys.get(word[0]) or self._keys.setdefault(word[0], _key(word[0]))
            pattern = self._patterns.get(key)
            if pattern is None or word.start() < end or not _FREE.match(text, word.start()):
                continue
            if mention := pattern.match(text, word.start()):
                end = mention.end()
                number = mention.lastindex or 0
                yield Match(mention.start(), mention.end(number), self._slugs[key][number - 1])


def _pattern(words: list[str]) -> str:
    """A form with any kind of space, hyphen and apostrophe, a group round it, and its possessive after it.

    With a word of two capitals or more ("PTSD", "HRV") it must be matched in its own case.
    """
    abbreviated = any(sum(letter.isupper() for letter in word) >= 2 for word in words)
    case = "" if abbreviated else "i"
    return rf"((?{case}:{_GAP.join(map(_spelt, words))}))(?:['\u2019][sS])?{_END}"


def _spelt(word: str) -> str:
    """A word with its accents in one sign or apart."""
    spellings = dict.fromkeys((word, unicodedata.normalize("NFD", word)))
    patterns = ("".join(_WRITTEN.get(sign, re.escape(sign)) for sign in spelling) for spelling in spellings)
    return f"(?:{'|'.join(patterns)})"


def _key(word: str) -> str:
    """What a form is looked up by: its first word without its possessive, in small letters."""
    normal = _normal(word)
    return normal[: -2 if normal[-2:] in ("'s", "'S") else None].casefold()


def _normal(text: str) -> str:
    """A text with composed letters, plain hyphens and plain apostrophes, so that one spelling matches all."""
    return text if text.isascii() else unicodedata.normalize("NFC", text).translate(_SAME)
