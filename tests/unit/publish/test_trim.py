"""What no page and no script can meet goes; what one of them can, stays."""

from __future__ import annotations

import pytest

from macros.publish.trim import page_labels, page_tags, script_words, small, trim


def test_labels_are_read_however_they_are_quoted_and_in_templates_too() -> None:
    html = """<p class="a b" id=c><template><i class='d'></i></template>"""
    assert page_labels(html) == {"a", "b", "c", "d"}


def test_words_with_hyphens_count_anywhere_and_plain_ones_in_strings_only() -> None:
    words = script_words("const success = e => e.note; f(\"active\", `md-nav--${e}`, /[\"']/, 'x-y')")
    assert {"active", "md-nav--", "x-y"} <= words
    assert not {"success", "note"} & words


@pytest.mark.parametrize(
    ("selector", "stays"),
    [
        (".on-page", True),
        ("#id-on-page", True),
        (".from-script", True),
        (".md-nav--deep", True),  # the script has "md-nav--"
        (".nowhere", False),
        (".on-page .nowhere", False),
        (".on-page:not(.nowhere)", True),
        ("p > a:hover", True),
        ("[dir=rtl] .on-page", False),
        (".tabbed-labels", False),  # the script has it, for a feature that is off
    ],
)
def test_a_rule_stays_when_it_can_be_met(selector: str, stays: bool) -> None:
    words = {"from-script", "md-nav--", "tabbed-labels"}
    made = trim(f"{selector} {{ color: red }}", {"on-page", "id-on-page"}, words)
    assert bool(made) is stays


def test_a_class_in_a_page_stays_even_when_its_feature_is_off() -> None:
    assert trim(".md-tag { color: red }", {"md-tag"}, set())


@pytest.mark.parametrize(
    ("selector", "stays"),
    [
        ("kbd", False),
        ("p kbd:hover > a", False),
        ("h4 + p", False),
        ("code", True),  # a page has it
        ("p:not(kbd)", True),  # asks for no kbd
        (":is(h4, p)", True),
        ("p[kbd=kbd]", True),
        (".on-page", True),
        ("nav", True),  # none of the elements that are looked for
    ],
)
def test_a_rule_for_an_element_that_nobody_has_goes(selector: str, stays: bool) -> None:
    assert bool(trim(f"{selector} {{ color: red }}", {"on-page"}, set(), tags={"code", "p"})) is stays


def test_only_selectors_are_looked_at_for_elements() -> None:
    sheet = "@keyframes s { from { color: red } to { color: tan } }"
    animated = "@media print { p { animation: s 1s; font: 1em kbd; --kbd: url(\"data:kbd;kbd,<svg kbd='{'>\") } }"
    kept = trim(sheet + animated + ".a, kbd { margin: 0 }", {"a"}, {"kbd"}, tags={"p"})
    assert kept == trim(sheet + animated + ".a { margin: 0 }", {"a"}, {"kbd"}, tags={"p", "kbd", "s"})
    assert "animation" in kept


def test_a_movement_that_nothing_makes_goes() -> None:
    moves = "@keyframes still { to { color: red } } @keyframes made { to { color: tan } }"
    assert trim(f"{moves} p {{ animation: made 1s }}", set(), set()).count("@keyframes") == 1


def test_boxes_and_properties_of_features_that_are_off_go_though_a_script_has_the_words() -> None:
    sheet = ":root { --md-tag-icon: 1; --md-search-x: 2 } .success { color: red }"
    words = {"md-tag-icon", "md-search-x", "success"}
    assert trim(sheet, set(), words) == ":root{--md-search-x:2}"
    assert ".success" in trim(sheet, {"success"}, words)


def test_elements_are_read_in_templates_too() -> None:
    assert page_tags("<p><template><h4>x</h4></template><br>") == {"p", "template", "h4", "br"}


def test_writing_from_right_to_left_is_kept_where_a_page_does() -> None:
    assert trim("[dir=rtl] p { color: red }", set(), set(), right_to_left=True)


def test_properties_that_nothing_reads_go_with_those_that_only_they_read() -> None:
    sheet = (
        ":root { --read: 1px; --unread: var(--only-there); --by-script: 2; "
        '--only-there: url("data:image/svg+xml;a,<svg/>") }'
        " p { margin: var(--read) }"
    )
    assert trim(sheet, set(), {"by-script"}) == ":root{--read:1px;--by-script:2}p{margin:var(--read)}"


def test_older_browsers_still_understand_the_small_sheet() -> None:
    assert small("@media (min-width: 45em) { p { user-select: none } }") == (
        "@media (min-width:45em){p{-webkit-user-select:none;user-select:none}}"
    )


def test_nothing_is_added_for_what_the_sheet_does_not_use() -> None:
    assert trim("p { color-scheme: light }", set(), set()) == "p{color-scheme:light}"


def test_a_broken_sheet_is_refused() -> None:
    with pytest.raises(ValueError, match="Unexpected"):
        trim("p { color: red } }}", set(), set())
