"""A country's page: numbers become the links that dial them, and what does not dial is refused with its
line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from macros.content import country as reader
from macros.content.fields import InvalidValue
from macros.content.library import load
from macros.content.model import Country
from tests.support.content import country, library, project

TWO = """lines:
  - kind: emergency
    name: Emergency
    call: ["000", "10177 (ambulance)"]
  - kind: children
    name: Young Line
    text: ["SHOUT to 85 258"]
  - kind: suicide
    name: Night Line
    part: North
    call: ["0800-55 01"]
  - kind: talk
    name: Listeners
    call: ["+44 20 1"]
    chat: ["https://www.talk.example/now"]
"""


@pytest.mark.parametrize(
    ("read", "written", "words", "address"),
    [
        (reader.call, "116 123", "Call 116 123", "tel:116123"),
        (reader.call, "1-800-799-7233 (TTY)", "Call 1-800-799-7233, TTY", "tel:18007997233"),
        (reader.call, "+44 20 1", "Call +44 20 1", "tel:+44201"),
        (reader.call, "15", "Call 15", "tel:15"),
        (reader.call, "*120*7867#", None, None),
        (reader.call, "*765", "Call *765", "tel:*765"),
        (reader.text, "988", "Text 988", "sms:988"),
        (reader.text, "SHOUT to 85258", "Text SHOUT to 85258", "sms:85258?&body=SHOUT"),
        (
            reader.text,
            "I need help to 85 258",
            "Text I need help to 85 258",
            "sms:85258?&body=I%20need%20help",
        ),
        (reader.chat, "https://www.childline.ie", "Chat at childline.ie", "https://www.childline.ie"),
        (reader.call, 999, None, None),
        (reader.call, "HELP", None, None),
        (reader.call, "1", None, None),
        (reader.call, "999 or 112", None, None),
        (reader.call, "", None, None),
        (reader.text, "HOME", None, None),
        (reader.text, "HOME to nobody", None, None),
        (reader.chat, "childline.ie", None, None),
    ],
)
def test_a_way_dials_the_number_that_it_shows_or_is_refused(
    read: object, written: object, words: str | None, address: str | None
) -> None:
    assert callable(read)
    if words is None:
        with pytest.raises(InvalidValue):
            read(written)
    else:
        way = read(written)
        assert (way.words, way.address) == (words, address)


def read_country(text: str) -> Country:
    return library({"help/in/north.md": text}).countries["north"]


def test_lines_stand_in_the_order_of_their_kinds() -> None:
    north = read_country(country("North", lines=TWO))
    assert [line.name for line in north.lines] == ["Emergency", "Night Line", "Listeners", "Young Line"]
    assert north.emergency.ways[1].words == "Call 10177, ambulance"


def test_the_first_lines_are_those_for_the_whole_country() -> None:
    assert [line.name for line in read_country(country("North", lines=TWO)).first_lines] == ["Listeners"]


def test_a_country_can_be_left_quickly_and_says_when_it_was_read() -> None:
    north = read_country(country("North"))
    assert (north.kind, north.quick_exit, north.autolink, north.read) == (
        "country",
        True,
        False,
        date(2026, 11, 1),
    )
    assert north.url == "help/in/north/"


def faults(root: Path, text: str) -> list[str]:
    """Problems of one country's page, without its path."""
    project(root, {"help/in/north.md": text})
    return [str(problem).removeprefix("docs/help/in/north.md:") for problem in load(root)[1]]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            ('    text: ["SHOUT to 85 258"]\n', ""),
            "10: 'lines' 'Young Line' has no number and no chat. Give 'call', 'text' or 'chat'; without "
            "one nobody can reach it.",
        ),
        (
            ('["0800-55 01"]', "[0800-NIGHT]"),
            "13: 'lines' 'Night Line' call: must be a number that dials, not '0800-NIGHT'. Write it in "
            "quotes as it is dialled: '116 123', or '10177 (ambulance)'.",
        ),
        (
            ('["SHOUT to 85 258"]', "[SHOUT]"),
            "10: 'lines' 'Young Line' text: must be a number that takes texts, not 'SHOUT'. Write it in "
            "quotes: '988', or 'SHOUT to 85258' where a word is to be sent.",
        ),
        (
            ("kind: suicide", "kind: suicid"),
            "13: 'lines' 'Night Line' kind: has the unknown value 'suicid'. Did you mean 'suicide'?",
        ),
        (
            ("kind: emergency", "kind: talk"),
            "7: 'lines' must begin with the emergency number to call. Put it first, with 'kind: emergency'.",
        ),
        (
            ("zones: [Sea/North]", "zones: [north time]"),
            "5: 'zones' must hold names of time zones such as Europe/Dublin, not 'north time'.",
        ),
        (
            ('read: "2026-11"', "read: lately"),
            "21: 'read' must be a month such as '2026-11', not 'lately'. Give the month in which it was "
            "really read.",
        ),
        (
            ("lines:\n", "lines: none\nlost:\n"),
            "6: 'lines' must be a list of help lines. See docs/contributing/fields.md.",
        ),
    ],
)
def test_a_fault_is_told_with_the_line_on_which_it_stands(
    tmp_path: Path, change: tuple[str, str], message: str
) -> None:
    text = country("North", lines=TWO)
    assert change[0] in text
    assert message in faults(tmp_path, text.replace(change[0], change[1], 1))
