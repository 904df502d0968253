"""Macros that are a template alone: labels, sources, safety, help by country, plans, the evidence map."""

import html
import re

import pytest

from macros.content.library import Library
from macros.render.context import Context
from macros.render.macros import MACRO_FUNCTIONS
from macros.render.shape import SIGNS
from tests.support.content import country, guide, page, practice
from tests.support.content import library as library_of

LINES = """lines:
  - {kind: emergency, name: Emergency, call: ["112", "15 (ambulance)"]}
  - {kind: talk, name: Listeners, call: ["0001"], chat: ["https://www.talk.example/now"], hours: Evenings,
     cost: free, languages: English, note: They call back., site: https://talk.example/about}
  - {kind: children, name: Young Line, part: South, text: ["HI to 0002"], site: https://young.example/}
"""
SOUTH = "often: true\nunsure: Just one page.\n"
BODY = (
    "A{{ cite('charlie2021second') }} b{{ cite('able2020first', 'charlie2021second') }}.\n\n{{ sources() }}"
)
CLAIMS = "- {{ popular('Reset <it>') }} No.\n- {{ popular('5-4-3: it is proven') }} No."
ZONES = "[Sea/South, Sea/Lower]"
LIBRARY = library_of(
    {
        "index.md": page("None.", title="Home"),
        "guides/x.md": guide("Xx", BODY),
        "practices/index.md": page(title="Practices"),
        "practices/y.md": practice("Yy"),
        "about/evidence.md": page("{{ evidence_names() }}"),
        "about/evidence/breath.md": page("{{ evidence_index('breath') }}", title="Breath"),
        "about/popular-claims.md": page(title="All"),
        "about/popular-claims/breath.md": page(CLAIMS),
        "help/index.md": page(title="Help"),
        "help/in/south.md": country("South", zones=ZONES, lines=LINES, extra=SOUTH),
        "help/in/north.md": country("North"),
        "tools/x.md": page("{{ body_signals() }}\n"),
    }
)
WORDS = LIBRARY.data.vocabulary


def shown(name: str, *arguments: str, path: str = "guides/x.md", site: Library = LIBRARY) -> str:
    """HTML of a macro on a page."""
    return MACRO_FUNCTIONS[name](Context(site, path), *arguments)


def words(text: str) -> str:
    """The words of a piece of HTML."""
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def test_a_label_says_in_words_and_squares_how_sure_and_how_big() -> None:
    for sure, filled in (("good", 4), ("little", 2), ("untested", 0)):
        label = shown("evidence", sure, "small", "2 points of 40")
        assert words(label) == f"{WORDS['sure'][sure].label}, small effect: 2 points of 40"
        assert len(re.findall(r'class="evidence-label__square[ "]', label)) == 4
        assert label.count("square--filled") == filled
        assert 'squares" aria-hidden="true">' in label  # the words say it


def test_every_label_can_be_shown_and_a_disputed_one_has_a_question_mark_and_no_squares(
    library: Library,
) -> None:
    names = library.data.vocabulary["sure"]
    labels = {name: shown("evidence", name, site=library, path="index.md") for name in names}
    assert words(labels["disputed"]) == "? Experts disagree"
    assert [name for name, label in labels.items() if "__square" not in label] == ["disputed"]
    key = words(shown("evidence_key"))
    assert [
        name for name, choice in WORDS["sure"].items() if f"{choice.label}. {choice.note}" not in key
    ] == []
    assert "and with a number: no effect found, small effect." in key


def test_evidence_without_words_shows_those_of_the_practice_and_what_is_not_known() -> None:
    assert words(shown("evidence", path="practices/y.md")) == (
        "Little evidence, small effect: 2 points of 40 What the labels mean "
        "Studied Twenty people who do not exist. Not known Whether it does anything."
    )


def test_a_macro_that_speaks_of_its_own_page_stands_only_on_that_kind_of_page() -> None:
    for name in ("evidence", "see_also", "make_it_fit", "mentioned_in", "country_lines"):
        with pytest.raises(TypeError, match="stands only on the page of a"):
            shown(name)


def test_safety_says_each_line_once_and_leads_to_help_about_people_also_to_help_with_abuse() -> None:
    note = shown("safety", "breath", "holds", "breath")
    assert words(note) == (
        "If watching your breath frightens you, skip it. Leave the holds out in pregnancy. Get help now"
    )
    assert re.findall(r'href="([^"]+)"', note) == ["../../help/"]
    assert "help/domestic-abuse/" in shown("safety", "people")


def test_the_claims_of_a_page_lead_to_their_places_on_it() -> None:
    claims = shown("claim_list", "breath", path="about/popular-claims.md")
    assert re.findall(r'href="([^"]+)"><q[^>]*>([^<]+)<', claims) == [
        ("breath/#claim-reset-it", "Reset &lt;it&gt;"),
        ("breath/#claim-5-4-3-it-is-proven", "5-4-3: it is proven"),
    ]
    assert 'id="claim-reset-it">Reset &lt;it&gt;<' in shown("popular", "Reset <it>")


def test_the_list_has_every_source_in_one_format_with_its_facts_and_a_way_back_to_each_use() -> None:
    here = Context(LIBRARY, "guides/x.md")
    here.cite("charlie2021second")
    here.cite("able2020first", "charlie2021second")
    charlie, able = MACRO_FUNCTIONS["sources"](here).split("<li ")[1:]
    assert re.findall(r'href="(#cite[^"]+)"', charlie) == [f"#cite-charlie2021second-{use}" for use in (1, 2)]
    summary, facts = able.split("</summary>")
    reference = "Able A and Baker B. (2020). A first made-up study. Journal of Tests, 3(2), 10-20."
    assert re.sub(r"<[^>]+>", "", summary).endswith(reference)
    assert words(facts).startswith("Kind randomised trial Who or how many 20 Found Nothing at all,")
    assert "Limits It does not exist. Pages that cite this" in words(facts)
    assert 'href="https://doi.org/10.0000/tests.1" rel="external noopener noreferrer"' in facts
    assert "<li" not in shown("sources", path="index.md")


def test_a_figure_is_its_words_and_a_citation_of_its_source() -> None:
    figure = shown("figure", "charlie2021second", "harm")
    assert words(figure) == "about 8 in 100 of those who were made up source 1"


def test_the_list_of_a_topic_has_only_cited_sources_with_every_page_that_cites_them() -> None:
    index = shown("evidence_index", "breath", path="about/evidence/breath.md")
    keys = ["able2020first", "charlie2021second"]
    assert re.findall(r'id="evidence-([^"]+)"', index) == keys
    assert index.count('<a href="../../../guides/x/">Xx</a>') == 2
    assert "2 sources on this topic are cited on this site." in index
    assert "confidence" not in index.lower()
    names = shown("evidence_names", path="about/evidence.md")
    assert re.findall(r'id="evidence-([^"]+)"', names) == keys
    assert re.findall(r'href="breath/#evidence-([^"]+)"', names) == keys
    assert "<li" not in shown("evidence_index", "breath", site=library_of({"guides/x.md": guide("Xx")}))
    assert "<li" not in shown("evidence_index", "sleep")


def test_a_countrys_page_prints_its_lines_by_kind_with_their_facts_and_once_what_is_unsure() -> None:
    south = shown("country_lines", path="help/in/south.md")
    kinds = ["Emergency", "Someone to talk to", "Children"]
    assert re.findall(r"<h2 [^>]+>([^<]+)</h2>", south) == kinds
    assert "Evenings. Free. In English. They call back." in south
    assert "Young Line (South)" in words(south)
    assert "Just one page." in south.partition("help-lines__foot")[2]
    assert 'href="https://young.example/"' in south
    assert "talk.example/about" not in south  # the chat is on the same host
    north = shown("country_lines", path="help/in/north.md")
    assert north.index("For North we only have the emergency number") < north.index("tel:000")
    assert north.count("https://tests.example/find") == 1


def test_each_signal_is_a_link_whose_lead_ends_at_its_place_on_the_body() -> None:
    drawing, lists = shown("body_signals", path="tools/x.md").split("</svg>")
    assert re.findall(r'href="#([^"]+)"', drawing) == ["a-stabbing-elbow", "cold-knees"]
    assert re.findall(r'href="#([^"]+)"', lists) == ["a-stabbing-elbow", "cold-knees"]
    places = [signal.at for signal in LIBRARY.data.signals if signal.at]
    leads = re.findall(r'body-signals__lead[^>]* d="M[^"]*? (\d+) (\d+)"', drawing)
    assert [(int(across), int(down)) for across, down in leads] == places


def plan_days(site: Library) -> list[str]:
    plan = shown("four_week_plan", path="tools/four-week-start.md", site=site)
    return re.findall(r'<li class="four-week-plan__day[^>]*>(.*?)</li>', plan)


def test_there_are_twenty_eight_days_and_the_rests_are_those_of_the_form(library: Library) -> None:
    days = plan_days(library)
    rests = [str(number) for number, day in enumerate(days, start=1) if ">rest<" in day]
    form = shown("four_week_reminders", path="tools/four-week-start.md", site=library)
    assert (len(days), len(rests)) == (28, 8)
    assert f'data-rests="{" ".join(rests)}" data-days="28"' in form
    assert "up to five minutes" in days[5]
    assert "<a " not in days[5]


@pytest.mark.parametrize(
    ("number", "length", "href"),
    [
        (1, "one minute", "../../practices/something-cool/"),
        (5, "five minutes", "../../practices/time-outside/?minutes=5"),
        (9, "half a minute", "../../practices/one-breath/?rounds=3"),
        (11, "one minute", "../../practices/longer-out-breath/?rounds=6"),
    ],
)
def test_a_practice_opens_at_the_days_length(library: Library, number: int, length: str, href: str) -> None:
    day = plan_days(library)[number - 1]
    assert f'<a href="{href}">' in day
    assert f'"four-week-plan__long">{length}</span>' in day


def test_every_practice_stands_once_on_the_map_and_in_its_table_of_names(library: Library) -> None:
    shown_map = html.unescape(shown("evidence_map", path="about/evidence-map.md", site=library))
    table, names = shown_map.split('<table class="evidence-map__list">')
    heads = re.findall(r'scope="col">([^<]+)<', table)
    places = [
        (slug, kind, head)
        for kind, body in re.findall(r'scope="rowgroup"[^>]*>([^<]+)<(.*?)</tbody>', table)
        for head, cell in zip(heads, body.split("<td")[1:], strict=True)
        for slug in re.findall(r'data-practice="([^"]+)"', cell)
    ]
    rows = dict(re.findall(r'<tr><th scope="row"><a [^>]+>([^<]+)</a></th><td>(.*?)</td>', names))
    vocabulary, practices = library.data.vocabulary, library.practices.values()
    assert len(places) == len(rows) == len(practices)
    for item in practices:
        sure = vocabulary["sure"][item.sure].label
        assert (item.slug, vocabulary["groups"][item.group].label, sure.replace(" evidence", "")) in places
        assert rows[item.title].startswith(sure)
        assert rows[item.title].endswith(item.size)
        assert SIGNS[item.slug] in table


def test_the_small_picture_has_a_dot_for_each_practice_and_says_the_counts(library: Library) -> None:
    link = shown("evidence_map_link", path="index.md", site=library)
    dots = [path.count("M") for path in re.findall(r'__dots" d="([^"]*)"', link)]
    assert dots == [int(count) for count in re.findall(r"(\d+)</text>", link)]
    assert sum(dots) == len(library.practices)
    assert [count for count in dots if f": {count}" not in link.split("__words")[1]] == []


def test_a_mark_is_filled_only_where_the_size_is_known() -> None:
    without = re.sub(r"(?m)^(big|size):.*\n", "", practice("Zed"))
    for text, size in ((practice("Zed"), "small"), (without, "unknown")):
        site = library_of({"about/evidence-map.md": page(), "practices/zed.md": text})
        shown_map = shown("evidence_map", path="about/evidence-map.md", site=site)
        assert f'__dot--{size}" aria-hidden="true"></span><span class="evidence-map__name' in shown_map


def test_what_changes_for_whom_leads_to_another_practice_only_where_one_is_named() -> None:
    fits = "fits:\n  - {for: pain, do: Do less.}\n  - {for: in-bed, do: Lie down., practice: zed}\n"
    yon = practice("Yon").replace("effort:", f"{fits}effort:")
    site = library_of({"practices/zed.md": practice("Zed"), "practices/yon.md": yon})
    changes = shown("make_it_fit", path="practices/yon.md", site=site)
    items = re.findall(r'<dd>([^<]+)(?:<a href="([^"]+)")?', changes)
    assert items == [("Do less.", ""), ("Lie down. ", "../zed/")]
