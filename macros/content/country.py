"""Reads a country's page: its help lines, whose numbers become the links that dial them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any
from urllib.parse import quote, urlsplit

from macros.content import fields
from macros.content.fields import InvalidValue, Lists, after, reader, word, words
from macros.content.model import Page

EMERGENCY = "emergency"
FIRST_KINDS = ("suicide", "talk")  # kinds of help line that stand beside an emergency number
_NUMBER = r"[+*]?[0-9][0-9 -]*#?"
_FORM = rf"(?P<number>{_NUMBER})(?: \((?P<note>[^()]+)\))?"


@dataclass(frozen=True)
class Way:
    """One way to reach a help line: the verb and number shown, and the address that the same number makes.

    `act` is "Call", "Text" or "Chat at", `number` what is dialled or the chat's host, `note` whom or what it
    reaches.
    """

    act: str
    number: str
    address: str
    note: str = ""
    message: str = ""  # the word to text: "SHOUT"

    @property
    def words(self) -> str:
        """What stands on the link: "Call 10177, ambulance" or "Text SHOUT to 85258"."""
        start = f"{self.act} {self.message} to" if self.message else self.act
        return f"{start} {self.number}" + (f", {self.note}" if self.note else "")


def _telephone(act: str, scheme: str, form: str, pattern: str, must: str, hint: str) -> fields.Reader:
    """A number as it is shown and as a telephone dials it (`scheme`), with its note and its message."""

    @reader({"type": "string", "pattern": pattern})
    def read(value: Any) -> Way:
        parts = re.fullmatch(form, value) if isinstance(value, str) else None
        if not parts or sum(sign.isdigit() for sign in parts["number"]) < 2:
            raise InvalidValue(f"must be a number that {must}, not '{value}'.", hint)
        dialled = re.sub(r"[^\d+*#]", "", parts["number"]).replace("#", "%23")
        message = parts["message"] or ""
        body = f"?&body={quote(message)}" if message else ""
        return Way(act, parts["number"].strip(), f"{scheme}:{dialled}{body}", parts["note"] or "", message)

    return read


_DIALLED = "Write it in quotes as it is dialled: '116 123', or '10177 (ambulance)'."
_SENT = "Write it in quotes: '988', or 'SHOUT to 85258' where a word is to be sent."
to_call = _telephone("Call", "tel", f"(?P<message>){_FORM}", f"^{_NUMBER}", "dials", _DIALLED)
to_text = _telephone("Text", "sms", rf"(?:(?P<message>[^()]+?) to )?{_FORM}", _NUMBER, "takes texts", _SENT)


@after(fields.address)
def to_chat(page: str) -> Way:
    """A page on which to chat."""
    return Way("Chat at", urlsplit(page).netloc.removeprefix("www."), page)


_ZONES = "must hold names of time zones such as Europe/Dublin"
_ZONE = fields.matching(r"[A-Z][\w+-]*(?:/[A-Z][\w+-]*){0,2}", _ZONES)
_READ = "Give the month in which it was really read."
_MONTH = fields.matching(r"20\d\d-(?:0[1-9]|1[0-2])", "must be a month such as '2026-11'", _READ)


@after(_MONTH)
def month(written: str) -> date:
    """A month written as "2026-11", as its first day."""
    return date.fromisoformat(f"{written}-01")


@dataclass(frozen=True)
class HelpLine:
    """A help line of a country, of one kind or more; raises InvalidValue for one that nobody can reach."""

    name: Annotated[str, fields.text(2, 90)]
    kind: Annotated[str, word("help")]
    also: Annotated[tuple[str, ...], words("help")] = ()
    part: Annotated[str, fields.text(2, 60)] = ""  # the part of the country it serves; empty for the whole
    call: Annotated[tuple[Way, ...], fields.listing(to_call, 1, 8)] = ()
    text: Annotated[tuple[Way, ...], fields.listing(to_text, 1, 4)] = ()
    chat: Annotated[tuple[Way, ...], fields.listing(to_chat, 1, 2)] = ()
    hours: Annotated[str, fields.text(2, 120)] = ""
    cost: Annotated[str, fields.text(2, 120)] = ""
    languages: Annotated[str, fields.text(2, 160)] = ""
    note: Annotated[str, fields.sentence(5, 300)] = ""
    site: Annotated[str | None, fields.address] = None

    def __post_init__(self) -> None:
        if not self.ways:
            hint = "Give 'call', 'text' or 'chat'; without one nobody can reach it."
            raise InvalidValue("has no number and no chat.", hint)
        if self.kind == EMERGENCY and not (self.call or self.text):
            raise InvalidValue("is for emergencies and has no number.", "Give 'call' or 'text'.")

    @property
    def ways(self) -> tuple[Way, ...]:
        """Every way to reach it: numbers to call, then to text, then chats."""
        return (*self.call, *self.text, *self.chat)

    def serves(self, kind: str) -> bool:
        """Whether the line is of this kind, first or also."""
        return kind == self.kind or kind in self.also


def _lines(lists: Lists) -> fields.Reader:
    """All lines in the order of their kinds, the emergency number first."""
    kinds = list(lists.get("help", ()))

    @after(fields.sequence(fields.record(HelpLine, lists), name="help line"))
    def read(lines: tuple[HelpLine, ...]) -> tuple[HelpLine, ...]:
        if lines[0].kind != EMERGENCY or not lines[0].call:
            hint = "Put it first, with 'kind: emergency'."
            raise InvalidValue("must begin with the emergency number to call.", hint, 0)
        return tuple(sorted(lines, key=lambda line: kinds.index(line.kind)))

    return read


@dataclass(frozen=True, kw_only=True)
class Country(Page):
    """A country's help lines, in the order of their kinds. `zones` name its clocks (Europe/Dublin).

    `read` is the first day of the month in which the numbers were read, on the pages in `places`; `unsure`
    could not be confirmed; `often` puts its emergency number on printed sheets and first on the help page.
    """

    reviewed: None = None
    next_review: None = None
    autolink: bool = False
    quick_exit: bool = True
    red_flags_excused: Mapping[str, str] = field(default_factory=dict)
    everyday: tuple[str, ...] = ()
    country: Annotated[str, fields.text(2, 60)]
    zones: Annotated[tuple[str, ...], fields.listing(_ZONE, 1)]
    lines: Annotated[tuple[HelpLine, ...], _lines]
    read: Annotated[date, month]
    places: Annotated[tuple[str, ...], fields.listing(fields.address, 1)]
    unsure: Annotated[str, fields.sentence(10, 500)] = ""
    often: Annotated[bool, fields.flag] = False

    @property
    def emergency(self) -> HelpLine:
        """The line that everybody is told first."""
        return self.lines[0]

    @property
    def first_lines(self) -> tuple[HelpLine, ...]:
        """At most two lines for the whole country that can be reached now by who is in despair."""
        lines = [line for line in self.lines if line.kind in FIRST_KINDS and not line.part]
        return tuple(lines[:2])
