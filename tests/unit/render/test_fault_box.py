"""The box of a fault: what it says is shown as it is, whatever signs it holds."""

from html import unescape

from markdown import markdown

from macros.render.fault_box import fault_box

SAID = "there is no *macro* '_cit_'. Write {{ name(\"x\") }} or <b>, `[x](y)` & more."


def test_what_it_says_passes_through_markdown_and_back_to_the_reader() -> None:
    html = markdown(f"A {fault_box('docs/guides/x.md:7', SAID)} b.")
    assert f"docs/guides/x.md:7: {SAID}</strong>" in unescape(html)
    assert "<em>" not in html
    assert "{{" not in html
