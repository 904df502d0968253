"""Markdown made by a machine: words that are terms or nearly so, in every kind of markup, in every kind of block."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

_WORDS = (
    "stress Stress STRESS vagus nerve nerves vagal PTSD ptsd anxiety anxious pod pods pod-like podlet cortisol load "
    "caf\u00e9 cafe\u0301 stress's pods' fight or flight fight-or-flight the a of and, so. why? (this) "
    "\u201cquoted\u201d "
    "'quoted' well-known snake_case 5% a/b \u0627\u0644\u0642\u0644\u0642 \u05e2\u05e6\u05d1 [brackets] "
    "https://tests.example/pod pod@tests.example pod.md \\* \\_ \\` \\[ \\stress \\vagus &nbsp; &amp; &shy; < * "
    "\" 'stress' \"pod\" -- --- ... pod--nerve pod...nerve \\'"
)
WORDS = _WORDS.split()
INLINE = (
    "{}",
    "{}",
    "{}",
    "*{}*",
    "**{}**",
    "_{}_",
    "`code {}`",
    "[{}](../glossary/nerve.md)",
    '[{}](https://tests.example/stress "anxiety")',
    "![{}](pod.png)",
    "<b>{}</b>",
    "<span title='stress'>{} <br> {}</span>",
    "<!-- {} -->",
    "*em {}*{{.no-gloss}}",
    "a  \n{}",
    "a\n{}",
)
LEAVES = (
    "So {}",
    "So {}",
    "## So {}",
    "```\n{}\n```",
    "    {}",
    "| {} | head |\n|---|---|\n| {} | {} |",
    "<div>\n{}\n</div>",
    "<div markdown>\n\nSo {}\n\n</div>",
    "So {}\n{{: .no-gloss }}",
    "So {}\n---",
    "So {}\n:   So {}",
)
HOLDERS: tuple[Callable[[str], str], ...] = (
    lambda inner: "> " + inner.replace("\n", "\n> "),
    lambda inner: "-   So pod\n\n    " + inner.replace("\n", "\n    "),
    lambda inner: "1.  So vagus\n\n    " + inner.replace("\n", "\n    "),
    lambda inner: '!!! note "A nerve"\n\n    ' + inner.replace("\n", "\n    "),
)


@st.composite
def phrase(draw: st.DrawFn) -> str:
    """One to five words."""
    return " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5)))


@st.composite
def line(draw: st.DrawFn) -> str:
    """Phrases, each in some inline markup."""
    found = []
    for _ in range(draw(st.integers(1, 3))):
        frame = draw(st.sampled_from(INLINE))
        words = [draw(phrase()) for _ in range(frame.count("{}"))]
        if frame.startswith("`"):  # a tick inside code ends it, and a table then cuts it in two
            words = [each.replace("`", "") for each in words]
        found.append(frame.format(*words))
    return " ".join(found)


@st.composite
def block(draw: st.DrawFn) -> str:
    """One block: a paragraph, a heading, code, a table, raw HTML, a definition; perhaps in a quote, a list, a note."""
    frame = draw(st.sampled_from(LEAVES))
    lines = [draw(line()) for _ in range(frame.count("{}"))]
    if frame.startswith(("|", "#")) or "\n---" in frame:
        lines = [each.replace("\n", " ") for each in lines]
    if frame.startswith("    "):
        lines = [each.replace("\n", "\n    ") for each in lines]
    found = frame.format(*lines)
    if not found.startswith("<div"):  # raw blocks begin only at the first column
        for holder in draw(st.lists(st.sampled_from(HOLDERS), max_size=2)):
            found = holder(found)
    return found


@st.composite
def markdown(draw: st.DrawFn) -> str:
    """A page's body of one to four blocks."""
    return "\n\n".join(draw(st.lists(block(), min_size=1, max_size=4)))
