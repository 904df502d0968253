"""Reads a country's page: its help lines, whose numbers become the links that dial them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from urllib.parse import quote, urlsplit

from macros.content import fields
from macros.content.fields import InvalidValue, Spec, optional, reader
from macros.content.model import Country, HelpLine, Way

EMERGENCY = "emergency"
_NUMBER = r"[+*]?[0-9][0-9 -]*#?"
_CALL = re.compile(rf"(?P<number>{_NUMBER})(?: \((?P<note>[^()]+)\))?")
_TEXT = re.compile(rf"(?:(?P<message>[^()]+?) to )?(?P<number>{_NUMBER})(?: \((?P<note>[^()]+)\))?")


def _dialled(number: str) -> str:
    """The number as an address has it: digits, and the signs that a telephone dials."""
    return re.sub(r"[^\d+*#]", "", number).replace("#", "%23")


def _enough(number: str) -> bool:
    return sum(sign.isdigit() for sign in number) >= 2


@reader({"type": "string", "pattern": f"^{_NUMBER}"})
def call(value: Any) -> Way:
    """A number to call, such as "116 123" or "10177 (ambulance)"."""
    parts = _CALL.fullmatch(value) if isinstance(value, str) else None
    if not parts or not _enough(parts["number"]):
        hint = "Write it in quotes as it is dialled: '116 123', or '10177 (ambulance)'."
        raise InvalidValue(f"must be a number that dials, not '{value}'.", hint)
    return Way("Call", parts["number"].strip(), f"tel:{_dialled(parts['number'])}", parts["note"] or "")


@reader({"type": "string", "pattern": _NUMBER})
def text(value: Any) -> Way:
    """A number to text, such as "988" or "SHOUT to 85258"."""
    parts = _TEXT.fullmatch(value) if isinstance(value, str) else None
    if not parts or not _enough(parts["number"]):
        hint = "Write it in quotes: '988', or 'SHOUT to 85258' where a word is to be sent."
        raise InvalidValue(f"must be a number that takes texts, not '{value}'.", hint)
    message = parts["message"] or ""
    body = f"?&body={quote(message)}" if message else ""
    number = parts["number"]
    return Way("Text", number.strip(), f"sms:{_dialled(number)}{body}", parts["note"] or "", message)


@reader(fields.address.schema)
def chat(value: Any) -> Way:
    """A page on which to chat."""
    page = fields.address(value)
    return Way("Chat at", urlsplit(page).netloc.removeprefix("www."), page)


zone = fields.matching(
    r"[A-Z][\w+-]*(?:/[A-Z][\w+-]*){0,2}", "must hold names of time zones such as Europe/Dublin"
)
_MONTH = fields.matching(
    r"20\d\d-(?:0[1-9]|1[0-2])",
    "must be a month such as '2026-11'",
    "Give the month in which it was really read.",
)


@reader(_MONTH.schema)
def month(value: Any) -> date:
    """A month written as "2026-11", as its first day."""
    return date.fromisoformat(f"{_MONTH(value)}-01")


def line_reader(kinds: Collection[str]) -> fields.Reader:
    """Reads one help line. Every message names the line."""
    specs = {
        "name": Spec(fields.text(2, 90)),
        "kind": Spec(fields.choice(kinds)),
        "also": optional(fields.listing(fields.choice(kinds), 1), ()),
        "part": optional(fields.text(2, 60), ""),
        "call": optional(fields.listing(call, 1, 8), ()),
        "text": optional(fields.listing(text, 1, 4), ()),
        "chat": optional(fields.listing(chat, 1, 2), ()),
        "hours": optional(fields.text(2, 120), ""),
        "cost": optional(fields.text(2, 120), ""),
        "languages": optional(fields.text(2, 160), ""),
        "note": optional(fields.sentence(5, 300), ""),
        "site": optional(fields.address),
    }
    inner = fields.mapping(specs, _line)

    @reader(inner.schema)
    def read(value: Any) -> HelpLine:
        name = value.get("name") if isinstance(value, dict) else None
        try:
            return inner(value)  # type: ignore[no-any-return]
        except InvalidValue as error:
            raise InvalidValue(f"'{name}' {error.message}" if name else error.message, error.hint) from None

    return read


def _line(**parts: Any) -> HelpLine:
    ways = (*parts.pop("call"), *parts.pop("text"), *parts.pop("chat"))
    if not ways:
        raise InvalidValue(
            "has no number and no chat.", "Give 'call', 'text' or 'chat'; without one nobody can reach it."
        )
    if parts["kind"] == EMERGENCY and ways[0].act == "Chat at":
        raise InvalidValue("is for emergencies and has no number.", "Give 'call' or 'text'.")
    return HelpLine(ways=ways, **parts)


def _lines(kinds: Collection[str]) -> fields.Reader:
    """All lines in the order of their kinds; a fault carries the number of its line."""
    one, order = line_reader(kinds), list(kinds)

    @reader({"type": "array", "items": one.schema, "minItems": 1})
    def read(value: Any) -> tuple[HelpLine, ...]:
        if not isinstance(value, list) or not value:
            raise InvalidValue("must be a list of help lines.", "See docs/contributing/fields.md.")
        lines = []
        for number, part in enumerate(value):
            try:
                lines.append(one(part))
            except InvalidValue as error:
                raise InvalidValue(error.message, error.hint, number) from None
        if lines[0].kind != EMERGENCY or lines[0].ways[0].act != "Call":
            raise InvalidValue(
                "must begin with the emergency number to call.", "Put it first, with 'kind: emergency'.", 0
            )
        return tuple(sorted(lines, key=lambda line: order.index(line.kind)))

    return read


def country_specs(kinds: Collection[str]) -> Mapping[str, Spec]:
    """Fields of a country's page beside title and summary; `kinds` of help lines, in their order."""
    return {
        "country": Spec(fields.text(2, 60)),
        "zones": Spec(fields.listing(zone, 1)),
        "lines": Spec(_lines(kinds)),
        "read": Spec(month),
        "places": Spec(fields.listing(fields.address, 1)),
        "unsure": optional(fields.sentence(10, 500), ""),
        "often": optional(fields.flag, False),
    }


def make_country(frame: Mapping[str, Any], values: Mapping[str, Any]) -> Country:
    """The page of a country: no term is linked on it, and it can be left quickly."""
    return Country(
        kind="country", reviewed=None, next_review=None, autolink=False, quick_exit=True, **frame, **values
    )
