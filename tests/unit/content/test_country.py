"""A country's page: numbers become the links that dial them; what does not dial is refused with its line."""

from datetime import date
from pathlib import Path

import pytest

from macros.content import country as reader
from macros.content.fields import InvalidValue, Reader
from macros.content.library import load
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
        (reader.to_call, "116 123", "Call 116 123", "tel:116123"),
        (reader.to_call, "1-800-799-7233 (TTY)", "Call 1-800-799-7233, TTY", "tel:18007997233"),
        (reader.to_call, "+44 20 1", "Call +44 20 1", "tel:+44201"),
        (reader.to_call, "15", "Call 15", "tel:15"),
        (reader.to_call, "*120*7867#", None, None),
        (reader.to_call, "*765", "Call *765", "tel:*765"),
        (reader.to_text, "988", "Text 988", "sms:988"),
        (reader.to_text, "SHOUT to 85258", "Text SHOUT to 85258", "sms:85258?&body=SHOUT"),
        (reader.to_text, "I am ill to 85 258", "Text I am ill to 85 258", "sms:85258?&body=I%20am%20ill"),
        (reader.to_chat, "https://www.childline.ie", "Chat at childline.ie", "https://www.childline.ie"),
        (reader.to_call, 999, None, None),
        (reader.to_call, "HELP", None, None),
        (reader.to_call, "1", None, None),
        (reader.to_call, "999 or 112", None, None),
        (reader.to_call, "", None, None),
        (reader.to_text, "HOME", None, None),
        (reader.to_text, "HOME to nobody", None, None),
        (reader.to_chat, "childline.ie", None, None),
    ],
)
def test_a_way_dials_the_number_that_it_shows_or_is_refused(
    read: Reader, written: object, words: str | None, address: str | None
) -> None:
    if words is None:
        with pytest.raises(InvalidValue):
            read(written)
    else:
        way = read(written)
        assert (way.words, way.address) == (words, address)


def test_lines_stand_in_the_order_of_their_kinds_and_the_first_are_for_the_whole_country() -> None:
    north = library({"help/in/north.md": country("North", lines=TWO)}).countries["north"]
    assert [line.name for line in north.lines] == ["Emergency", "Night Line", "Listeners", "Young Line"]
    assert north.emergency.ways[1].words == "Call 10177, ambulance"
    assert [line.name for line in north.first_lines] == ["Listeners"]
    assert (north.kind, north.quick_exit, north.autolink) == ("country", True, False)
    assert (north.read, north.url) == (date(2026, 11, 1), "help/in/north/")


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('    text: ["SHOUT to 85 258"]\n', "", "10: 'lines' help line 2: has no number and no chat. Give"),
        ('["0800-55 01"]', "[0800-NIGHT]", "13: 'lines' help line 3: call: must be a number that dials, not"),
        ('["SHOUT to 85 258"]', "[SHOUT]", "10: 'lines' help line 2: text: must be a number that takes t"),
        ("kind: suicide", "kind: suicid", "13: 'lines' help line 3: kind: has the unknown value 'suicid'."),
        ("kind: emergency", "kind: talk", "7: 'lines' must begin with the emergency number to call. Put it "),
        ("zones: [Sea/North]", "zones: [north time]", "5: 'zones' must hold names of time zones such as "),
        ('read: "2026-11"', "read: lately", "21: 'read' must be a month such as '2026-11', not 'lately'. Gi"),
        ("lines:\n", "lines: none\nlost:\n", "6: 'lines' must be a list, not a text."),
    ],
)
def test_a_fault_is_told_with_the_line_on_which_it_stands(
    tmp_path: Path, before: str, after: str, message: str
) -> None:
    text = country("North", lines=TWO)
    assert before in text
    project(tmp_path, {"help/in/north.md": text.replace(before, after, 1)})
    faults = [str(problem).removeprefix("docs/help/in/north.md:") for problem in load(tmp_path)[1]]
    assert [fault for fault in faults if fault.startswith(message)], faults
