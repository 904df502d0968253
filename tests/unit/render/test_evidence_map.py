"""The evidence map: every practice once, in the row of its kind and the column of its label."""

import html
import re

from macros.content.library import Library
from macros.render.context import Context
from macros.render.evidence_map import evidence_map, evidence_map_link
from macros.render.signs import SIGNS
from tests.support.content import library as library_of
from tests.support.content import page, practice


def placed(shown: str) -> dict[str, tuple[str, str]]:
    """Each practice's kind and label by its place in the map."""
    table = shown.split('<table class="evidence-map__table">')[1].split("</table>", maxsplit=1)[0]
    heads = re.findall(r'scope="col">([^<]+)<', table)
    places = {}
    for body in table.split("<tbody>")[1:]:
        kind = re.search(r'scope="rowgroup"[^>]*>([^<]+)<', body)
        assert kind
        for head, cell in zip(heads, body.split("<td")[1:], strict=True):
            for slug in re.findall(r'data-practice="([^"]+)"', cell):
                assert slug not in places, f"{slug} stands twice"
                places[slug] = (html.unescape(kind.group(1)), head)
    return places


def test_every_practice_stands_once_where_it_belongs(library: Library) -> None:
    words = library.data.vocabulary
    wanted = {
        practice.slug: (
            words["groups"][practice.group].label,
            words["sure"][practice.sure].label.replace(" evidence", ""),
        )
        for practice in library.practices.values()
    }
    assert len(wanted) > 40
    shown = evidence_map(Context(library, "about/evidence-map.md"))
    assert placed(shown) == wanted
    assert [slug for slug in wanted if SIGNS[slug] not in shown] == []


def test_the_table_of_names_says_the_same(library: Library) -> None:
    shown = evidence_map(Context(library, "about/evidence-map.md"))
    names = html.unescape(shown.split('<table class="evidence-map__list">')[1])
    rows = {
        re.sub(r"<[^>]+>", "", row.split("</th>")[0]): row for row in names.split('<tr><th scope="row">')[1:]
    }
    assert set(rows) == {practice.title for practice in library.practices.values()}
    for entry in library.practices.values():
        assert library.data.vocabulary["sure"][entry.sure].label in rows[entry.title]
        assert entry.size in rows[entry.title]


def test_the_small_picture_has_a_dot_for_each_practice_and_says_the_counts(library: Library) -> None:
    shown = evidence_map_link(Context(library, "index.md"))
    assert 'href="about/evidence-map/"' in shown
    dots = [path.count("M") for path in re.findall(r'__dots" d="([^"]*)"', shown)]
    counts = [int(count) for count in re.findall(r"(\d+)</text>", shown)]
    assert dots == counts
    assert sum(dots) == len(library.practices)
    assert all(f": {count}" in shown.split("__words")[1] for count in counts)


def map_of(text: str) -> str:
    """The map of a site whose one practice has this text."""
    files = {"about/evidence-map.md": page(), "practices/index.md": page(), "practices/zed.md": text}
    return evidence_map(Context(library_of(files), "about/evidence-map.md"))


def test_disputed_is_no_step_of_the_scale_and_stands_only_where_it_is_used() -> None:
    assert "Experts disagree" not in map_of(practice("Zed"))
    disputed = re.sub(r"sure: \w+", "sure: disputed", practice("Zed"))
    assert placed(map_of(disputed))["zed"][1] == "Experts disagree"


def test_a_mark_is_filled_only_where_the_size_is_known() -> None:
    dot = 'class="evidence-map__dot evidence-map__dot--small" aria-hidden="true"></span><span'
    assert dot in map_of(practice("Zed"))
    plain = map_of(re.sub(r"(?m)^(big|size):.*\n", "", practice("Zed")))
    assert set(re.findall(r"__dot--([a-z-]+)", plain)) == {"unknown"}
