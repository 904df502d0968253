"""The linker on nasty prose, in the site's own Markdown: what it links, and that nothing else changes."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from macros.content.library import Library
from macros.content.model import Page
from macros.render.autolink import AutolinkExtension, term_target
from tests.support.content import library, page, term
from tests.support.markdown import NAMES, SETTINGS, convert, links, shown

TERMS = {
    "glossary/stress.md": term("stress", "A word about anxiety, and stress again."),
    "glossary/vagus-nerve.md": term("vagus nerve", aka="[vagus, vagal]"),
    "glossary/nerve.md": term("nerve"),
    "glossary/vagus-nerve-stimulation.md": term("vagus nerve stimulation"),
    "glossary/ptsd.md": term("PTSD", aka="[post-traumatic stress disorder]"),
    "glossary/anxiety.md": term("anxiety", aka="[anxious]"),
    "glossary/pod.md": term("pod", aka="[pods]"),
    "glossary/cortisol.md": term("cortisol"),
    "glossary/cafe.md": term("caf\u00e9"),
    "glossary/fight-or-flight.md": term("fight or flight", aka="[fight-or-flight]"),
    "glossary/arabic.md": term("القلق"),
    "glossary/hebrew.md": term("עצב"),
    "glossary/raynaud.md": term("Raynaud's disease"),
    "glossary/unlinked.md": term("load", extra="autolink: false\n"),
}
HERE = "guides/index.md"
_LINK = re.compile(r'<a class="term-link"[^>]*>(.*?)</a>', re.DOTALL)


def written(body: str, *, path: str = HERE, extra: str = "") -> Library:
    """A library with the terms and one page."""
    return library({**TERMS, path: page(body, extra=extra)})


def html_of(body: str) -> str:
    """HTML of a page with this body."""
    return convert(written(body), HERE)


def marked(body: str) -> str:
    """The words a reader sees on one line, each link to a term in « »."""
    return " ".join(shown(_LINK.sub(r"«\1»", html_of(body))).split())


@pytest.mark.parametrize(
    "expected",
    [
        "«Stress», stress and STRESS. The «vagus», the vagal.",
        "«STRESS», a ptsd and «Vagus NERVE». «PTSD».",
        "The «vagus nerve stimulation» trial, the «nerve».",
        "«Post-traumatic stress disorder», «stress».",
        "pod-life, multi-pod, pod\u2011like, pod_name",
        "An «anxiety»\u2013«stress» scale, «fight-or-flight».",
        "vagus\u00adlike, stre\u0301ss, pod\u20dd",
        "«Cafe\u0301» is caf\u00e9.",
        "(«Vagus nerve».) \u00bf«Pod»? \u2026«PTSD»!",
        "«القلق» هنا \u2067«stress»\u2069 ו־«עצב»",
        "«Stress»\u2019s cost, the «pods»\u2019 size.",
        "PTSD@tests.example, #stress, https://a.example/pod",
    ],
)
def test_the_first_mention_of_each_term_is_linked_in_its_longest_form(expected: str) -> None:
    assert marked(re.sub("[«»]", "", expected)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The vagus\nnerve over a line end.", "The «vagus nerve» over a line end."),
        ("Fight  \nor flight over a forced line end.", "Fight or flight over a forced line end."),
        ("vagus&shy;like, vagus&nbsp;nerve", "vagus\u00adlike, «vagus nerve»"),
        ("stress&mdash;anxiety, &lt;pod&gt;", "«stress»\u2014«anxiety», <«pod»>"),
        ("Stress's cost, the pods' size.", "«Stress»\u2019s cost, the «pods»\u2019 size."),
        ("\"Stress\" and 'anxiety'", "\u201c«Stress»\u201d and \u2018«anxiety»\u2019"),
        ("stress--the...pod", "«stress»\u2013the\u2026«pod»"),
        ('Raynaud\'s disease, \\"cortisol\\"', '«Raynaud\u2019s disease», "«cortisol»"'),
        (
            "<https://tests.example/anxiety> guides/pod pod.md",
            "https://tests.example/anxiety guides/pod pod.md",
        ),
        ("A \\stress, \\*anxiety\\* and stress.", "A stress, *«anxiety»* and «stress»."),
        ("*Stress*, **the vagus nerve**, _a pod_.", "«Stress», the «vagus nerve», a «pod»."),
        ("A *vagus* nerve is in two runs.", "A «vagus» «nerve» is in two runs."),
        ("## Stress\n\n# Anxiety\n\nPod\n---\n\nStress.", "Stress# Anxiety# Pod# «Stress»."),
        ("`stress`, ``pod``, <code>nerve</code>.", "stress, pod, nerve."),
        ("    stress\n\nText.\n\n```\npod\n```\n\n> ```\n> nerve\n> ```", "stress Text. pod nerve"),
        ("| Stress |\n|---|\n| anxiety |\n| `pod` and *PTSD* |", "Stress «anxiety» pod and «PTSD»"),
        ("- stress\n\n    anxiety\n\n        pod", "«stress» «anxiety» pod"),
        ("> stress\n>\n> - anxiety", "«stress» «anxiety»"),
        ("Pod\n:   A nerve.", "«Pod» A «nerve»."),
        ('!!! note "A nerve"\n    A pod.', "A nerve A «pod»."),
        ("[stress](../guides/index.md), [a\npod](https://tests.example/), ![nerve](x.png)", "stress, a pod,"),
        ("[anxiety][far], [in: pod].\n\n[far]: https://tests.example/", "anxiety, [in: «pod»]."),
        ("*Stress*{.no-gloss}, stress.\n\nA pod.\n{: .no-gloss }", "Stress, «stress». A pod."),
        ('*Em*{ title="stress" } <img src="x.png" alt="pod">', "Em"),
        ("<b>stress *and* anxiety</b>, <kbd>PTSD</kbd>, pod.", "stress and anxiety, PTSD, «pod»."),
        ("<b><i>stress</b></i>, anxiety<br>PTSD<!-- <b> -->, pod.", "stress, «anxiety»«PTSD» <b> , «pod»."),
        ("<own-element>stress</own-element> <span>open pod\n\npod", "stress open pod «pod»"),
        ("<div>\nstress\n<div>pod</div>\n</div>\n\npod", "stress pod «pod»"),
        ("<div markdown>\n\nstress\n\n<div>pod</div>\n\n</div>", "«stress» pod"),
        ('<div class="no-gloss" markdown>\n\nA pod.\n\n</div>', "A pod."),
    ],
)
def test_only_running_text_is_linked_through_what_markdown_makes_of_it(body: str, expected: str) -> None:
    assert marked(body) == expected


def test_a_link_carries_the_terms_plain_line_and_status() -> None:
    assert html_of("Some stress.") == (
        '<p>Some <a class="term-link" data-short="A word made for a test, number 6." '
        'data-status="Everyday phrase" href="/glossary/stress.md">stress</a>.</p>'
    )


def test_an_authors_own_link_is_the_first_mention_and_gets_a_preview_wherever_it_stands() -> None:
    assert links(html_of("A [load](../glossary/stress.md#sources), stress.")) == ["stress"]
    assert links(html_of('A {{ term("pod", "shell") }}, a pod. {{ term("nerve") }}')) == ["pod", "nerve"]
    assert shown(html_of('A {{ term("pod", "shell") }}. {{ term("nerve") }}')) == "A shell. nerve"
    assert links(html_of("## The [load](../glossary/stress.md)\n\nStress.")) == ["stress"]
    assert links(html_of("| [a](../glossary/pod.md) |\n|---|\n| pod |")) == ["pod"]
    assert 'data-short="A word' in html_of("## The [load](../glossary/stress.md)")
    assert links(html_of("[The index](../glossary/index.md), ![x](../glossary/pod.md)")) == []


@pytest.mark.parametrize(
    ("target", "path", "slug"),
    [
        ("../glossary/stress.md", "guides/x.md", "stress"),
        ("stress.md", "glossary/x.md", "stress"),
        ("/glossary/stress.md", "a/b/c.md", "stress"),
        ("../glossary/index.md", "guides/x.md", None),
        ("stress.md", "guides/x.md", None),
        ("https://x.example/glossary/stress.md", "guides/x.md", None),
        ("", "glossary/x.md", None),
    ],
)
def test_a_link_leads_to_a_term_by_its_file_alone(target: str, path: str, slug: str | None) -> None:
    assert term_target(target, path) == slug


def test_the_terms_own_page_never_links_itself_but_links_other_terms() -> None:
    assert links(convert(library(TERMS), "glossary/stress.md")) == ["anxiety"]


def test_a_page_that_forbids_linking_has_only_the_links_its_author_wrote() -> None:
    body = "Stress, a \\pod and [the nerve](../glossary/nerve.md)."
    html = convert(written(body, extra="autolink: false\n"), HERE)
    assert (links(html), shown(html)) == (["nerve"], "Stress, a pod and the nerve.")
    assert links(html_of(body)) == ["stress", "nerve"]  # control: allowed


def test_a_term_that_forbids_being_linked_is_linked_by_hand_and_links_others_on_its_own_page() -> None:
    assert links(html_of("A load.")) == []
    assert links(html_of("A [load](../glossary/unlinked.md).")) == ["unlinked"]
    load = {"glossary/load.md": term("burden", "Stress is one.", extra="autolink: false\n")}
    assert links(convert(library({**TERMS, **load}), "glossary/load.md")) == ["stress"]


def test_nothing_is_linked_where_no_page_renders() -> None:
    extension = AutolinkExtension(written(""), lambda: None)
    assert Markdown(extensions=[extension]).convert("Some \\stress.") == "<p>Some \\stress.</p>"


def test_one_converter_starts_afresh_for_each_page() -> None:
    terms = written("Stress.")
    current: list[Page] = [terms.pages[HERE]]
    converter = Markdown(
        extensions=[*NAMES, AutolinkExtension(terms, lambda: current[0])], extension_configs=SETTINGS
    )
    assert links(converter.convert("<b>Stress and stress")) == []
    assert links(converter.reset().convert("Stress and stress.")) == ["stress"]


WORDS = (
    "stress's Stress vagus nerve PTSD pods cafe\u0301 a and, (why?) snake_case "
    "a/b &nbsp; &amp; &shy; \\* \\stress < --"
)
FRAMES = "{}|*{}*|**{}**|`{}`|[{}](../guides/index.md)|<b>{}</b>|<!-- {} -->|a\n{}|- {}|> {}".split("|")  # noqa: SIM905


PHRASE = st.tuples(st.sampled_from(FRAMES), st.lists(st.sampled_from(WORDS.split()), min_size=1))


@settings(deadline=None, derandomize=True, max_examples=150)
@given(st.lists(PHRASE, max_size=6))
def test_linking_never_changes_the_text_a_reader_sees_and_links_a_term_once(
    phrases: list[tuple[str, list[str]]],
) -> None:
    body = " ".join(frame.format(" ".join(words)) for frame, words in phrases)
    here = written(body)
    html = convert(here, HERE)
    # The backslash before a word keeps it from being linked and is not shown.
    assert shown(html).replace("\\", "") == shown(convert(here, HERE, linked=False)).replace("\\", "")
    assert len(links(html)) == len(set(links(html)))


def test_a_headings_id_is_its_first_attribute_whatever_an_author_adds() -> None:
    """overrides/partials/content.html splits a page at `<h2 id=`."""
    start = '<h2 id="does-it-work" class="wide" data-x="1">'
    assert html_of("## Does it work? {.wide data-x=1}").startswith(start)
