"""The sheet of a practice: whole, safe, true to the data, and honest where the site has no address."""

import io
import re
from collections import Counter
from itertools import product

import pytest
import resvg_py
import zxingcpp
from markupsafe import escape
from PIL import Image

from macros.content.model import Practice
from macros.render.count_line import count_line
from macros.render.countries import EmergencyNumber
from macros.render.print_card import SheetFrame, print_card, session_address
from macros.render.qr import qr_svg
from macros.render.signs import SIGNS
from tests.support.pages import parse_errors
from tests.zoo.samples import ALL, BOX, HALVES, LONGER, SAFETY, SCAN, SHARP, SIGHING, WALK

SITE = "https://example.org/g/"
NUMBERS = (EmergencyNumber("112", "tel:112", ("Here", "There")), EmergencyNumber("000", "tel:000", ("Far",)))


def printed(practice: Practice, address: str = SITE, *, large: bool = False) -> str:
    frame = SheetFrame("Steady Ground", address, NUMBERS)
    return print_card(practice, SAFETY, frame, lambda url: f"../../{url}", large=large)


def test_every_sheet_is_a_valid_document_with_all_safety_lines_before_its_steps() -> None:
    safety = (SAFETY.stop_rule, *SAFETY.lines, *SAFETY.ways_out, SAFETY.feels_worse[0])
    faults = []
    for practice, large in product(ALL, (False, True)):
        html, name = printed(practice, large=large), f"{practice.slug}{' large' * large}"
        faults += [f"{name}: {code}" for code in parse_errors(html)]
        faults += [
            f"{name}: {inline}" for inline in re.findall(r"\sstyle=|<script>|\son[a-z]+=|<style", html)
        ]
        steps = [str(escape(step.text)) for step in practice.steps] if practice is not SHARP else []
        faults += [f"{name}: no {line}" for line in (*safety, *steps) if line not in html]
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


def test_the_code_and_the_address_say_the_same() -> None:
    html, address = printed(LONGER), session_address(LONGER, SITE)
    assert f'href="{address.replace("&", "&amp;")}"' in html
    shown = re.sub(r"<[^>]+>", "", re.search(r'print-card__address"[^>]*>(.*?)</a>', html)[1])  # type: ignore[index]
    assert shown.replace("&amp;", "&") == address.removeprefix("https://")
    assert str(qr_svg(address)) in html
    svg = str(qr_svg(address)).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
    png = resvg_py.svg_to_bytes(svg_string=svg, width=400, background="#777777")
    [code] = zxingcpp.read_barcodes(Image.open(io.BytesIO(bytes(png))).convert("L"))
    assert code.text == address


def test_without_an_address_a_note_stands_where_the_code_was() -> None:
    html = printed(LONGER, "")
    assert "this copy of the site has no address yet" in html
    for word in ("print-card__code", "canonical", "example.org"):
        assert word not in html


def test_a_practice_with_holds_says_how_to_do_without() -> None:
    assert "You can also do it without holds: breathe in 4, breathe out 4." in printed(BOX)
    assert "Without holds" not in printed(LONGER)


def test_emergency_numbers_stand_with_their_countries() -> None:
    assert "<b>112</b> (Here, There) · <b>000</b> (Far). Check your own number" in printed(LONGER)


@pytest.mark.parametrize("practice", [LONGER, BOX, SIGHING, HALVES], ids=lambda practice: practice.slug)
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
    assert shown[-1] < float(re.search(r'viewBox="0 0 ([\d.]+)', svg)[1])  # type: ignore[index]


def test_no_breath_is_drawn_wider_than_the_sheet() -> None:
    lines = {
        practice.slug: str(count_line(practice, large=False))
        for practice in ALL
        if practice.practice_kind == "breath"
    }
    widths = {slug: float(re.findall(r'width="([\d.]+)mm"', svg)[0]) for slug, svg in lines.items()}
    assert max(widths.values()) <= 180


@pytest.mark.parametrize("practice", [BOX, SCAN], ids=["breath", "steps"])
def test_a_sheet_shows_the_sign_by_which_its_practice_is_known(practice: Practice) -> None:
    assert f'd="{SIGNS[practice.slug]}"' in printed(practice).partition("</header>")[0]
