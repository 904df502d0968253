"""Signs that can be an illness and look like stress: read from docs/_data/red-flags.yml, and looked for in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from macros.content import fields
from macros.content.fields import Bad, Spec, optional, reader
from macros.content.frontmatter import Field
from macros.content.problem import Problem

PATH = "docs/_data/red-flags.yml"
Speed = Literal["emergency", "today", "this week"]
SPEEDS: tuple[Speed, ...] = ("emergency", "today", "this week")


@dataclass(frozen=True, kw_only=True)
class RedFlag:
    """A sign of an illness, what it may be and what to do now.

    `key` is its place on the page that lists all signs. `sign` ends a sentence that begins "Get help first if you
    have", `may_be` one that begins "It may be". `words` are forms with which a page speaks of the sign, `typed` what
    people type into a search. `more` is what the `sources` say beyond that, `ours` what we add ourselves. Without
    `sources` the whole sign is a precaution of ours.
    """

    key: str
    name: str
    sign: str
    may_be: str
    when: Speed
    action: str
    words: tuple[str, ...]
    typed: tuple[str, ...]
    more: str = ""
    ours: str = ""
    who: str = ""
    sources: tuple[str, ...] = ()
    line: int = 1

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = (r"\s+".join(map(re.escape, form.split())) for form in sorted(self.words, key=len, reverse=True))
        return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])", re.IGNORECASE)

    def mentions(self, text: str) -> Iterator[str]:
        """Each mention of the sign in a text, in small letters, a word within a longer form left out."""
        yield from (" ".join(found.group().lower().split()) for found in self._pattern.finditer(text))


_WORD = fields.text(2, 40)
_REASON = fields.sentence(10, 200)


@reader(_WORD.schema)
def _form(value: Any) -> str:
    """A form as texts are searched for it: in small letters, one space between words."""
    return " ".join(str(_WORD(value)).lower().split())


RED_FLAG: Mapping[str, Spec] = {
    "name": Spec(fields.text(3, 50)),
    "sign": Spec(fields.text(5, 140)),
    "may_be": Spec(fields.text(3, 50)),
    "when": Spec(fields.choice(SPEEDS)),
    "action": Spec(fields.sentence(10, 120)),
    "words": Spec(fields.listing(_form, 1)),
    "typed": Spec(fields.listing(fields.text(2, 40), 1)),
    "more": optional(fields.sentence(10, 320), ""),
    "ours": optional(fields.sentence(10, 200), ""),
    "who": optional(fields.text(5, 80), ""),
    "sources": optional(fields.listing(fields.text(), 1), ()),
}


def read_red_flags(found: Mapping[str, Field]) -> tuple[dict[str, RedFlag], list[Problem]]:
    """The signs by key, in the order of the file, and what is wrong with it."""
    read = fields.mapping(RED_FLAG, dict)
    flags: dict[str, RedFlag] = {}
    problems: list[Problem] = []
    for key, entry in found.items():
        try:
            flags[fields.slug(key)] = RedFlag(key=key, line=entry.line, **read(entry.value))
        except Bad as bad:
            problems.append(Problem(PATH, entry.line, f"'{key}' {bad.message}", bad.hint))
    return flags, problems


@reader({**fields.entries(_REASON), "minProperties": 1, "propertyNames": fields.slug.schema})
def excuses(value: Any) -> dict[str, str]:
    """Front matter that says why a page prints no line for a sign it speaks of: reasons by the sign's key."""
    if not isinstance(value, dict) or not value:
        raise Bad("must be a group of signs with reasons.", 'Write {chest-pain: "The hand lies on the chest."}.')
    return {fields.slug(key): str(_REASON(reason)) for key, reason in value.items()}
