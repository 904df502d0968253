"""Practices on paper: sheets whole, safe and true to the data, honest without an address; and packs."""

import re
from collections import Counter
from html import unescape
from itertools import product

import pytest
from markupsafe import escape

from macros.content.library import Library
from macros.content.model import Practice
from macros.render.context import Context
from macros.render.functions import EmergencyNumber
from macros.render.macros import MACRO_FUNCTIONS
from macros.render.print_card import SheetFrame, count_line, packs, print_card, print_pack, session_address
from macros.render.shape import SIGNS
from tests.support.content import library as library_of
from tests.support.content import page
from tests.support.content import practice as practice_text
from tests.support.pages import parse_errors
from tests.zoo.samples import ALL, BOX, HALVES, LONGER, LONGEST, SAFETY, SCAN, SHARP, SIGHING, WALK

SITE = "https://example.org/g/"
NUMBERS = (EmergencyNumber("112", "tel:112", ("Here", "There")), EmergencyNumber("000", "tel:000", ("Far",)))
LIBRARY = library_of(
    {
        "practices/index.md": page(title="Practices"),
        "practices/ask.md": practice_text("Ask", group="people"),
        "practices/look.md": practice_text("Look", group="grounding"),
        "practices/zed.md": practice_text("Zed & co"),
    }
)


def printed(practice: Practice, address: str = SITE, *, large: bool = False) -> str:
    frame = SheetFrame("Steady Ground", address, NUMBERS)
    return print_card(practice, SAFETY, frame, lambda url: f"../../{url}", large=large)


def test_every_sheet_is_a_valid_document_with_all_safety_lines_before_its_steps() -> None:
    safety = (SAFETY.stop_rule, *SAFETY.lines, *SAFETY.ways_out, SAFETY.feels_worse[0])
    faults = []
    for practice, large in product(ALL, (False, True)):
        html, name = printed(practice, large=large), f"{practice.slug}{' large' * large}"
        faults += [f"{name}: {code}" for code in parse_errors(html)]
        inline = re.findall(r"\sstyle=|<script>|\son[a-z]+=|<style", html)
        faults += [f"{name}: {code}" for code in inline]
        steps = [str(escape(step.text)) for step in practice.steps] if practice is not SHARP else []
        faults += [f"{name}: no {line}" for line in (*safety, *steps) if line not in html]
        if SIGNS.get(practice.slug, "") not in html.partition("</header>")[0]:
            faults.append(f"{name}: no sign")
        if html.count("<h1") != 1 or html.find(SAFETY.stop_rule) > html.index("How to do it"):
            faults.append(f"{name}: order")
    assert faults == []


@pytest.mark.parametrize(
    ("practice", "query"),
    [
        (LONGER, "?pattern=4-6&rounds=18"),
        (HALVES, "?pattern=1.5-0-2.5-0.5&rounds="),
        (WALK, "?minutes=10"),
        (SCAN, ""),
    ],
)
def test_the_address_carries_the_session_in_the_timers_words(practice: Practice, query: str) -> None:
    address = session_address(practice, SITE)
    assert address.startswith(f"{SITE}practices/{practice.slug}/{query}")
    assert query or address.endswith("/")


def test_the_address_is_shown_as_it_is_linked() -> None:
    html, address = printed(LONGER), session_address(LONGER, SITE)
    assert f'href="{address.replace("&", "&amp;")}"' in html
    shown = re.sub(r"<[^>]+>", "", re.search(r'print-card__address"[^>]*>(.*?)</a>', html)[1])  # type: ignore[index]
    assert shown.replace("&amp;", "&") == address.removeprefix("https://")


def test_without_an_address_a_note_stands_where_the_code_was() -> None:
    html = printed(LONGER, "")
    assert "this copy of the site has no address yet" in html
    assert [word for word in ("print-card__code", "canonical", "example.org") if word in html] == []


def test_a_sheet_says_how_to_do_without_holds_and_where_to_call() -> None:
    assert "You can also do it without holds: breathe in 4, breathe out 4." in printed(BOX)
    assert "without holds" not in printed(LONGER)
    assert "<b>112</b> (Here, There) · <b>000</b> (Far). Check your own number" in printed(LONGER)


@pytest.mark.parametrize("practice", [LONGER, BOX, SIGHING, HALVES, LONGEST])
@pytest.mark.parametrize("large", [False, True])
def test_a_number_stands_under_each_second_of_each_phase(practice: Practice, large: bool) -> None:
    svg = str(count_line(practice, large=large))
    counted = Counter(re.findall(r"print-card__count[^>]*>([^<]+)<", svg))
    phases = [phase.seconds for phase in practice.phases if phase.seconds]
    rounds = counted["1"] // len([seconds for seconds in phases if seconds >= 1])
    assert rounds >= 1
    assert counted["½"] == rounds * len([seconds for seconds in phases if seconds % 1])
    for number in range(1, 8):
        assert counted[str(number)] == rounds * len([seconds for seconds in phases if seconds >= number])
    shown = [float(x) for x in re.findall(r'print-card__count" x="([\d.]+)"', svg)]
    assert shown == sorted(shown)
    [(box, width)] = re.findall(r'viewBox="0 0 ([\d.]+) [\d.]+" width="([\d.]+)mm"', svg)
    assert shown[-1] < float(box)
    assert float(width) <= 180  # of the sheet


def test_the_starter_has_the_first_choice_for_each_feeling_once_and_each_group_all_its_own(
    library: Library,
) -> None:
    starter, *groups = packs(library)
    firsts = [moment.first for moment in library.data.vocabulary["moments"].values() if moment.first]
    assert [practice.slug for practice in starter.practices] == list(dict.fromkeys(firsts))
    assert [practice for pack in groups for practice in pack.practices] == [*library.practices.values()]
    assert [pack.name for pack in packs(LIBRARY)] == ["breath", "grounding", "people"]


def test_a_pack_is_a_valid_document_with_one_title_and_a_sheet_a_practice() -> None:
    frame = SheetFrame("Steady Ground", SITE, NUMBERS)
    html = print_pack(LIBRARY, packs(LIBRARY)[0], frame, lambda url: f"../../../{url}")
    assert parse_errors(html) == []
    assert html.count("<h1") == html.count('<article class="print-card__sheet') == 1
    assert "Zed &amp; co" in html
    assert "style=" not in html
    assert 'href="https://example.org/g/print/pack/breath/"' in html


def test_packs_and_named_sheets_are_linked_with_their_number_and_their_risks() -> None:
    here = Context(LIBRARY, "practices/index.md")
    assert '<a href="../print/pack/people/">People</a>, 1 sheet.' in MACRO_FUNCTIONS["print_packs"](here)
    shown = MACRO_FUNCTIONS["print_sheets"](here, "zed", "look")
    assert re.findall(r'href="\.\./print/([^"]+)"', shown) == ["zed/", "zed/large/", "look/", "look/large/"]
    assert 'aria-label="Zed &amp; co, large print"' in shown
    risks = [LIBRARY.data.safety.risks[risk].title.lower() for risk in LIBRARY.practices["zed"].risks]
    assert unescape(shown).count(f"Risk: {', '.join(risks)}.") == 2
    assert 'href="../tools/booklet/#practices=zed,look"' in shown
