"""The banner: where it stands on a page, what it says, and what it leaves alone."""

from macros.content.problem import Problem
from macros.preview.banner import banner, with_banner

MUST = Problem("docs/x.md", 7, "there is no <macro>.")
SHOULD = Problem("docs/x.md", 9, "it is long.", rule="prose.lengths", degree="should")


def test_it_is_an_alert_with_musts_before_shoulds_as_text() -> None:
    html = banner(False, [SHOULD, MUST])
    assert 'role="alert"' in html
    assert html.index("docs/x.md:7: there is no &lt;macro&gt;.") < html.index(
        "docs/x.md:9: it is long. [prose.lengths]"
    )
    assert "Draft" not in html


def test_it_stands_at_the_top_of_the_article_or_of_the_body() -> None:
    assert with_banner(b"<body><nav></nav><article id=a>T", "B") == b"<body><nav></nav><article id=a>BT"
    assert with_banner(b"<body class=x>T", "B") == b"<body class=x>BT"
    assert with_banner(b"404", "B") == b"B404"


def test_it_takes_the_place_of_mkdocs_own_mark_of_a_draft() -> None:
    mark = b'<div class="mkdocs-draft-marker" title="x">DRAFT</div>'
    assert with_banner(b"<article>" + mark + b"T", "B") == b"<article>BT"
