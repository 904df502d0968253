"""Packs for printing: the starter holds the first choice for each feeling, every group all its own practices."""

from __future__ import annotations

from html import unescape

import html5lib

from macros.render.context import Context
from macros.render.macros import timer_safety
from macros.render.print_card import sheet
from macros.render.print_pack import PackFiles, packs, print_pack, print_packs, print_sheets
from tests.support.content import library, page, practice

FOUND = library(
    {
        "practices/index.md": page(title="Practices"),
        "practices/ask.md": practice("Ask", group="people"),
        "practices/look.md": practice("Look", group="grounding"),
        "practices/zed.md": practice("Zed & co"),
    }
)
FILES = PackFiles(("t.css",), "p.js", "i.svg", "../../../practices/", "../../../guides/x/", "../../../help/")


def printed(name: str, address: str = "https://example.org/g/") -> str:
    [pack] = [each for each in packs(FOUND) if each.name == name]
    sheets = [
        sheet(each, timer_safety(FOUND, each), (), site_name="Steady Ground", site_url=address)
        for each in pack.practices
    ]
    return print_pack(pack, sheets, FILES, site_name="Steady Ground", site_url=address)


def test_groups_hold_every_practice_once_and_empty_packs_are_left_out() -> None:
    found = {pack.name: [each.slug for each in pack.practices] for pack in packs(FOUND) if pack.name != "starter"}
    assert found == {"breath": ["zed"], "grounding": ["look"], "people": ["ask"]}


def test_the_starter_pack_follows_the_feelings_and_names_nothing_twice() -> None:
    firsts = [each.first for each in FOUND.data.vocabulary["moments"].values() if each.first in FOUND.practices]
    starter = [pack for pack in packs(FOUND) if pack.name == "starter"]
    assert [each.slug for pack in starter for each in pack.practices] == list(dict.fromkeys(firsts))


def test_a_pack_is_a_valid_document_with_one_title_and_a_sheet_a_practice() -> None:
    html = printed("breath")
    parser = html5lib.HTMLParser()
    parser.parse(html)
    assert [code for _, code, _ in parser.errors] == []
    assert html.count("<h1") == 1
    assert html.count('<article class="print-card__sheet') == 1
    assert "Zed &amp; co" in html
    assert "style=" not in html
    assert 'href="https://example.org/g/print/pack/breath/"' in html


def test_without_an_address_a_pack_says_so_on_each_sheet() -> None:
    assert "this copy of the site has no address yet" in printed("people", "")
    assert "canonical" not in printed("people", "")


def test_links_say_how_many_sheets_there_are() -> None:
    shown = print_packs(Context(FOUND, "practices/index.md"))
    assert '<a href="../print/pack/people/">' in shown
    assert "1 sheet." in shown


def test_named_sheets_lead_to_both_sizes_and_name_their_risks() -> None:
    shown = print_sheets(Context(FOUND, "practices/index.md"), "zed", "look")
    assert shown.index('href="../print/zed/"') < shown.index('href="../print/look/"')
    assert 'href="../print/zed/large/" aria-label="Zed &amp; co, large print"' in shown
    for slug in ("zed", "look"):
        names = [FOUND.data.safety.risks[risk].title.lower() for risk in FOUND.practices[slug].risks]
        assert f"Risk: {', '.join(names)}." in unescape(shown)
    assert "print/ask/" not in shown
