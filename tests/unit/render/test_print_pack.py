"""Packs for printing: the starter holds the first choice for each feeling, every group all its own."""

from html import unescape

from macros.render.context import Context
from macros.render.print_card import SheetFrame, sheet
from macros.render.print_pack import packs, print_pack, print_packs, print_sheets
from macros.render.timer import timer_safety
from tests.support.content import library, page, practice
from tests.support.pages import parse_errors

LIBRARY = library(
    {
        "practices/index.md": page(title="Practices"),
        "practices/ask.md": practice("Ask", group="people"),
        "practices/look.md": practice("Look", group="grounding"),
        "practices/zed.md": practice("Zed & co"),
    }
)


def printed(name: str, address: str = "https://example.org/g/") -> str:
    [pack] = [item for item in packs(LIBRARY) if item.name == name]
    frame = SheetFrame("Steady Ground", address, ())
    sheets = [sheet(item, timer_safety(LIBRARY, item), frame) for item in pack.practices]
    return print_pack(pack, sheets, frame, lambda url: f"../../../{url}")


def test_groups_hold_every_practice_once_and_empty_packs_are_left_out() -> None:
    slugs = {
        pack.name: [item.slug for item in pack.practices] for pack in packs(LIBRARY) if pack.name != "starter"
    }
    assert slugs == {"breath": ["zed"], "grounding": ["look"], "people": ["ask"]}


def test_the_starter_pack_follows_the_feelings_and_names_nothing_twice() -> None:
    firsts = [
        item.first for item in LIBRARY.data.vocabulary["moments"].values() if item.first in LIBRARY.practices
    ]
    starter = [pack for pack in packs(LIBRARY) if pack.name == "starter"]
    assert [item.slug for pack in starter for item in pack.practices] == list(dict.fromkeys(firsts))


def test_a_pack_is_a_valid_document_with_one_title_and_a_sheet_a_practice() -> None:
    html = printed("breath")
    assert parse_errors(html) == []
    assert html.count("<h1") == 1
    assert html.count('<article class="print-card__sheet') == 1
    assert "Zed &amp; co" in html
    assert "style=" not in html
    assert 'href="https://example.org/g/print/pack/breath/"' in html


def test_links_say_how_many_sheets_there_are() -> None:
    shown = print_packs(Context(LIBRARY, "practices/index.md"))
    assert '<a href="../print/pack/people/">' in shown
    assert "1 sheet." in shown


def test_named_sheets_lead_to_both_sizes_and_name_their_risks() -> None:
    shown = print_sheets(Context(LIBRARY, "practices/index.md"), "zed", "look")
    assert shown.index('href="../print/zed/"') < shown.index('href="../print/look/"')
    assert 'href="../print/zed/large/" aria-label="Zed &amp; co, large print"' in shown
    for slug in ("zed", "look"):
        names = [LIBRARY.data.safety.risks[risk].title.lower() for risk in LIBRARY.practices[slug].risks]
        assert f"Risk: {', '.join(names)}." in unescape(shown)
    assert "print/ask/" not in shown
    assert 'href="../tools/booklet/#practices=zed,look"' in shown
