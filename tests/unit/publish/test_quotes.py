"""Straight quotes from any field are typographic on the finished page, and nothing else changes."""

from pathlib import Path

import pytest

from macros.publish.folder import write_files
from macros.publish.quotes import curl_quotes, curled

UNCHANGED = (
    "<script>let a = 'b';</script>",
    '<style>a::after { content: "x"; }</style>',
    "<pre>it's</pre><p><code>'x'</code></p>",
    "<p title=\"it's\" data-x='\"'>x</p>",
    "<!-- don't -->",
    "<textarea>it's</textarea>",
)


@pytest.mark.parametrize(
    ("straight", "curly"),
    [
        ("<h1>When stress won't let go</h1>", "<h1>When stress won\u2019t let go</h1>"),
        (
            "<p>Say &#34;no&#34; (&quot;not now&quot;).</p>",
            "<p>Say \u201cno\u201d (\u201cnot now\u201d).</p>",
        ),
        ("<p><b>Don</b>&#39;t</p><p>'yes'</p>", "<p><b>Don</b>\u2019t</p><p>\u2018yes\u2019</p>"),
        ('<p>"<a href="x">word</a>"</p>', '<p>\u201c<a href="x">word</a>\u201d</p>'),
        ("<p>the '90s</p>", "<p>the \u201990s</p>"),
        *((markup, markup) for markup in UNCHANGED),
    ],
)
def test_quotes_in_text_open_and_close_and_code_scripts_and_attributes_stay(
    straight: str, curly: str
) -> None:
    assert curled(straight) == curly
    assert curled(curly) == curly


def test_only_pages_with_such_quotes_are_written(tmp_path: Path) -> None:
    write_files(tmp_path, {"index.html": "<p>can't</p>", "404.html": "<p>plain</p>"})
    assert curl_quotes(tmp_path).startswith("1 page")
    assert curl_quotes(tmp_path).startswith("0 page")
