"""Signs that can be an illness and look like stress: docs/_data/red-flags.yml, and a search for them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Literal

from macros.content import fields
from macros.content.records import file_of

Speed = Literal["emergency", "today", "this week"]
SPEEDS: tuple[Speed, ...] = ("emergency", "today", "this week")
_WORD = fields.text(2, 40)


@fields.reader(_WORD.schema)
def _form(value: Any) -> str:
    """A form as texts are searched for it: in small letters, one space between words."""
    return " ".join(str(_WORD(value)).lower().split())


@dataclass(frozen=True, kw_only=True)
class RedFlag:
    """A sign of an illness, what it may be and what to do now.

    `key` is its place on the page that lists all signs. `sign` ends a sentence that begins "Get help first if
    you have", `may_be` one that begins "It may be". `words` are forms with which a page speaks of the sign,
    `typed` what people type into a search. `more` is what the `sources` say beyond that, `ours` what we add
    ourselves. Without `sources` the whole sign is a precaution of ours.
    """

    key: str
    name: Annotated[str, fields.text(3, 50)]
    sign: Annotated[str, fields.text(5, 140)]
    may_be: Annotated[str, fields.text(3, 50)]
    when: Annotated[Speed, fields.choice(SPEEDS)]
    action: Annotated[str, fields.sentence(10, 120)]
    words: Annotated[tuple[str, ...], fields.listing(_form, 1)]
    typed: Annotated[tuple[str, ...], fields.listing(_WORD, 1)]
    more: Annotated[str, fields.sentence(10, 320)] = ""
    ours: Annotated[str, fields.sentence(10, 200)] = ""
    who: Annotated[str, fields.text(5, 80)] = ""
    sources: Annotated[tuple[str, ...], fields.listing(fields.text(), 1)] = ()
    line: int = 1

    def __post_init__(self) -> None:
        fields.slug(self.key)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.words, key=len, reverse=True)
        forms = (r"\s+".join(map(re.escape, form.split())) for form in longest_first)
        return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])", re.IGNORECASE)

    def mentions(self, text: str) -> Iterator[str]:
        """Each mention of the sign in a text, in small letters, a word within a longer form left out."""
        yield from (" ".join(words.lower().split()) for words in self._pattern.findall(text))


FILE = file_of("red-flags", RedFlag)
PATH = FILE.path

# Front matter that says why a page prints no line for a sign it speaks of: reasons by the sign's key.
EXCUSES = fields.named(fields.sentence(10, 200))
