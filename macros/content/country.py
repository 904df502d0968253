"""Reads a country's page: its help lines, each with the ways to reach it, whose numbers become the links themselves."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from urllib.parse import quote, urlsplit

from macros.content import fields
from macros.content.fields import Bad, Spec, optional, reader
from macros.content.model import Country, HelpLine, Way

EMERGENCY = "emergency"
_NUMBER = r"[+*]?[0-9][0-9 -]*#?"
_CALL = re.compile(rf"(?P<number>{_NUMBER})(?: \((?P<note>[^()]+)\))?")
_TEXT = re.compile(rf"(?:(?P<message>[^()]+?) to )?(?P<number>{_NUMBER})(?: \((?P<note>[^()]+)\))?")
_ZONE = re.compile(r"[A-Z][\w+-]*(?:/[A-Z][\w+-]*){0,2}")
_MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")


def _dialled(number: str) -> str:
    """The number as an address has it: digits, and the signs that a telephone dials."""
    return re.sub(r"[^\d+*#]", "", number).replace("#", "%23")


def _enough(number: str) -> bool:
    return sum(sign.isdigit() for sign in number) >= 2


@reader({"type": "string", "pattern": f"^{_NUMBER}"})
def call(value: Any) -> Way:
    """A number to call, such as "116 123" or "10177 (ambulance)"."""
    found = _CALL.fullmatch(value) if isinstance(value, str) else None
    if not found or not _enough(found["number"]):
        hint = "Write it in quotes as it is dialled: '116 123', or '10177 (ambulance)'."
        raise Bad(f"must be a number that dials, not '{value}'.", hint)
    return Way("Call", found["number"].strip(), f"tel:{_dialled(found['number'])}", found["note"] or "")


@reader({"type": "string", "pattern": _NUMBER})
def text(value: Any) -> Way:
    """A number to text, such as "988" or "SHOUT to 85258"."""
    found = _TEXT.fullmatch(value) if isinstance(value, str) else None
    if not found or not _enough(found["number"]):
        hint = "Write it in quotes: '988', or 'SHOUT to 85258' where a word is to be sent."
        raise Bad(f"must be a number that takes texts, not '{value}'.", hint)
    message = found["message"] or ""
    body = f"?&body={quote(message)}" if message else ""
    return Way("Text", found["number"].strip(), f"sms:{_dialled(found['number'])}{body}", found["note"] or "", message)


@reader({"type": "string", "pattern": r"^https?://[^/\s]+\.[^/\s]+"})
def address(value: Any) -> str:
    """An address on the web that begins with https or http."""
    if not isinstance(value, str) or not re.match(r"https?://[^/\s]+\.[^/\s]+", value) or " " in value:
        raise Bad(f"must be an address such as https://www.childline.ie, not '{value}'.")
    return value


@reader(address.schema)
def chat(value: Any) -> Way:
    """A page on which to chat."""
    found = address(value)
    return Way("Chat at", urlsplit(found).netloc.removeprefix("www."), found)


@reader({"type": "string", "pattern": f"^{_ZONE.pattern}$"})
def zone(value: Any) -> str:
    """A time zone's name, such as Europe/Dublin."""
    if not isinstance(value, str) or not _ZONE.fullmatch(value):
        raise Bad(f"must hold names of time zones such as Europe/Dublin, not '{value}'.")
    return value


@reader({"type": "string", "pattern": f"^{_MONTH.pattern}$"})
def month(value: Any) -> date:
    """A month written as "2026-11", as its first day."""
    found = _MONTH.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise Bad(f"must be a month such as '2026-11', not '{value}'.", "Give the month in which it was really read.")
    return date(int(found[1]), int(found[2]), 1)


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
        "site": optional(address),
    }
    inner = fields.mapping(specs, _line)

    @reader(inner.schema)
    def read(value: Any) -> HelpLine:
        name = value.get("name") if isinstance(value, dict) else None
        try:
            return inner(value)  # type: ignore[no-any-return]
        except Bad as bad:
            raise Bad(f"'{name}' {bad.message}" if name else bad.message, bad.hint) from None

    return read


def _line(**found: Any) -> HelpLine:
    ways = (*found.pop("call"), *found.pop("text"), *found.pop("chat"))
    if not ways:
        raise Bad("has no number and no chat.", "Give 'call', 'text' or 'chat'; without one nobody can reach it.")
    if found["kind"] == EMERGENCY and ways[0].act == "Chat at":
        raise Bad("is for emergencies and has no number.", "Give 'call' or 'text'.")
    return HelpLine(ways=ways, **found)


def _lines(kinds: Collection[str]) -> fields.Reader:
    """All lines in the order of their kinds; a fault carries the number of its line."""
    one, order = line_reader(kinds), list(kinds)

    @reader({"type": "array", "items": one.schema, "minItems": 1})
    def read(value: Any) -> tuple[HelpLine, ...]:
        if not isinstance(value, list) or not value:
            raise Bad("must be a list of help lines.", "See docs/contributing/fields.md.")
        found = []
        for number, each in enumerate(value):
            try:
                found.append(one(each))
            except Bad as bad:
                raise Bad(bad.message, bad.hint, number) from None
        if found[0].kind != EMERGENCY or found[0].ways[0].act != "Call":
            raise Bad("must begin with the emergency number to call.", "Put it first, with 'kind: emergency'.", 0)
        return tuple(sorted(found, key=lambda each: order.index(each.kind)))

    return read


def country_specs(kinds: Collection[str]) -> Mapping[str, Spec]:
    """Fields of a country's page beside title and summary; `kinds` of help lines, in their order."""
    return {
        "country": Spec(fields.text(2, 60)),
        "zones": Spec(fields.listing(zone, 1)),
        "lines": Spec(_lines(kinds)),
        "read": Spec(month),
        "places": Spec(fields.listing(address, 1)),
        "unsure": optional(fields.sentence(10, 500), ""),
        "often": optional(fields.flag, False),
    }


def make_country(frame: Mapping[str, Any], values: Mapping[str, Any]) -> Country:
    """The page of a country: no term is linked on it, and it can be left quickly."""
    return Country(kind="country", reviewed=None, next_review=None, autolink=False, quick_exit=True, **frame, **values)
