"""Prose: the pieces the linker meets, the paragraphs the rules read, the words a reader sees."""

from __future__ import annotations

import pytest

from macros.content.prose import Piece, paragraphs, pieces, plain, term_target


def texts(body: str) -> list[str]:
    return [piece.text for piece in pieces(body, "guides/x.md") if piece.slug is None]


def slugs(body: str, path: str = "guides/x.md") -> list[str | None]:
    return [piece.slug for piece in pieces(body, path) if piece.slug]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("plain words", ["plain words"]),
        ("a `code` b", ["a ", " b"]),
        ("a *b c* d", ["a ", "b c", " d"]),
        ("a __b__ _c_ snake_case _open", ["a ", "b", "c", " snake_case _open"]),
        ("a [b](c.md) d ![e](f.png) g", ["a ", " d ", " g"]),
        ("a <b>c</b> d<br>e", ["a ", " d", "e"]),
        ("a <!-- b --> c", ["a ", " c"]),
        ("a <https://tests.example/b> <c@tests.example> d", ["a ", " d"]),
        ("a  \nb", ["a", "b"]),
        ("a {{ cite('x') }} b", ["a ", " b"]),
        ("*a*{.x} b", ["a", " b"]),
        ("*a*{.no-gloss} b", [" b"]),
        ("a\n{: .no-gloss }\n\nb", ["b"]),
        ("## head\n\na", ["a"]),
    ],
)
def test_markup_that_is_never_linked_is_no_piece(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


def test_escapes_and_entities_give_back_their_character() -> None:
    assert texts("a\\_b \\*c &nbsp;d &shy; &#42;e &unknown;") == ["a_b *c \u00a0d \u00ad *e ;"]


def test_dashes_and_dots_are_those_that_the_site_sets() -> None:
    assert texts("a--b --- c ---- d ... e .... f \\-\\- g") == ["a\u2013b \u2014 c ---- d \u2026 e .... f -- g"]


def test_links_to_terms_are_pieces_in_their_place() -> None:
    body = "a [b](../glossary/one.md) c {{ term('two', 'x') }} d [e](../glossary/three.md#sources 'f')"
    assert pieces(body, "guides/x.md") == (
        Piece("a "),
        Piece("", "one"),
        Piece(" c "),
        Piece("", "two"),
        Piece(" d "),
        Piece("", "three"),
    )


def test_links_by_reference_lead_to_terms_too() -> None:
    assert slugs("[a][One], [two][], [two], [none]\n\n[one]: ../glossary/one.md\n[two]: ../glossary/two.md") == [
        "one",
        "two",
        "two",
    ]


def test_an_image_is_no_link_and_neither_is_one_in_code_or_a_heading() -> None:
    body = "![a](../glossary/one.md) `[a](../glossary/one.md)`\n\n## [a](../glossary/one.md)"
    assert slugs(body) == []
    assert slugs("[a](../glossary/one.md)") == ["one"]  # control


@pytest.mark.parametrize(
    ("target", "path", "slug"),
    [
        ("../glossary/stress.md", "guides/x.md", "stress"),
        ("../glossary/stress.md#sources", "guides/x.md", "stress"),
        ("stress.md", "glossary/x.md", "stress"),
        ("glossary/stress.md", "index.md", "stress"),
        ("/glossary/stress.md", "a/b/c.md", "stress"),
        ("../glossary/index.md", "guides/x.md", None),
        ("../guides/stress.md", "guides/x.md", None),
        ("stress.md", "guides/x.md", None),
        ("../glossary/stress/", "guides/x.md", None),
        ("https://x.example/glossary/stress.md", "guides/x.md", None),
        ("#stress", "glossary/x.md", None),
        ("", "glossary/x.md", None),
    ],
)
def test_a_link_leads_to_a_term_by_its_file_alone(target: str, path: str, slug: str | None) -> None:
    assert term_target(target, path) == slug


def test_paragraphs_come_with_their_line_and_without_marks() -> None:
    body = "\n## Head\n\nOne\ntwo.\n\n- Item\n- Item two\n  more\n\n> Quote\n> more\n\n| a | b |\n\n1. Last"
    assert list(paragraphs(body)) == [
        (3, "One two."),
        (6, "Item"),
        (7, "Item two more"),
        (10, "Quote more"),
        (15, "Last"),
    ]


def test_code_comments_raw_blocks_and_block_macros_are_no_paragraphs() -> None:
    body = "```\ncode\n```\n\n<!-- a\nb -->\n\n<div>\n</div>\n\n{{ sources() }}\n\nText{{ cite('x') }}."
    assert list(paragraphs(body)) == [(12, "Text{{ cite('x') }}.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A *b* `c`.", "A b c."),
        ("A [b c](d.md){ .x } e.", "A b c e."),
        ("A{{ cite('x') }}.", "A."),
        ("{{ popular('Reset it') }} and {{ term('x', 'the word') }}.", "Reset it and the word."),
        ("A <b>c</b> \\word.", "A c word."),
    ],
)
def test_a_plain_paragraph_is_what_a_reader_sees(text: str, expected: str) -> None:
    assert plain(text) == expected
