"""Small files for machines: what their standards ask for."""

import re
from dataclasses import replace
from datetime import date, timedelta

from macros.content.library import Library
from macros.content.news import Correction, News
from macros.render.feed import feed
from macros.render.machine_files import opensearch_xml, redirects_file, robots_txt, security_txt
from tests.support.content import guide, library, page

ADDRESS = "https://site.example/guide/"


def test_security_txt_has_contact_and_an_end_in_less_than_a_year() -> None:
    today = date(2026, 11, 22)
    lines = dict(line.split(": ", 1) for line in security_txt(ADDRESS, "a@site.example", today).splitlines())
    assert lines["Contact"] == "mailto:a@site.example"
    ends = date.fromisoformat(lines["Expires"][:10])
    assert today < ends < today + timedelta(days=365)
    assert lines["Canonical"] == "https://site.example/.well-known/security.txt"


def test_a_search_names_short_enough_for_the_standard() -> None:
    assert "<ShortName>A very long name</ShortName>" in opensearch_xml(ADDRESS, "A very long name of a site")


def test_crawlers_are_told_where_the_map_is() -> None:
    assert robots_txt(ADDRESS).endswith(f"Sitemap: {ADDRESS}sitemap.xml\n")


def test_hosts_that_read_redirects_are_told_each_with_the_path_of_the_site() -> None:
    moved = {"old/x/": "guides/x/", "gone/": ""}
    assert redirects_file(moved, ADDRESS) == "/old/x/ /guide/guides/x/ 301\n/gone/ /guide/ 301\n"
    assert redirects_file(moved, "").startswith("/old/x/ /guides/x/ 301\n")


def feed_of(site: Library, *corrections: Correction, news: tuple[News, ...] = ()) -> str:
    """The feed of a library with these corrections and news."""
    return feed(replace(site, data=replace(site.data, corrections=corrections, news=news)), ADDRESS, "Site")


OLD = Correction(
    date(2026, 12, 1), "about/x.md", "Old <b>.", "New.", "Wrong.", "A reader.", key="2026-12-01-x"
)


def test_a_correction_stands_in_the_feed_in_its_own_words() -> None:
    text = feed_of(library({"about/x.md": page(title="Page X")}), OLD)
    assert "<title>Corrected: Page X</title>" in text
    assert "It said: Old &lt;b&gt;. It says now: New. Why: Wrong." in text
    assert "<updated>2026-12-01T12:00:00Z</updated>" in text


def test_a_correction_keeps_its_id_when_another_comes_and_is_never_pushed_out_by_pages() -> None:
    files = {f"guides/{number}.md": guide(f"Guide {number}") for number in range(120)}
    site = library({**files, "about/x.md": page(title="Page X")})
    newer = replace(OLD, day=date(2027, 1, 1), said="Another.", key="2027-01-01-x")
    ids = [
        re.findall(r"<id>([^<]*#[^<]*)</id>", feed_of(site, *entries)) for entries in ((OLD,), (newer, OLD))
    ]
    assert ids[1][1:] == ids[0] != []
    old = feed_of(site, replace(OLD, day=date(2000, 1, 1)))
    assert old.count("<entry>") == 100
    assert "Old &lt;b&gt;" in old


def test_news_stand_in_the_feed_with_the_pages_they_lead_to() -> None:
    entry = News(date(2026, 12, 1), "A new sheet.", ("about/x.md",), key="2026-12-01-sheet")
    text = feed_of(library({"about/x.md": page(title="Page X")}), news=(entry,))
    assert f"<title>A new sheet.</title><id>{ADDRESS}about/whats-new/#2026-12-01-sheet</id>" in text
    assert "<summary>Page X</summary>" in text
