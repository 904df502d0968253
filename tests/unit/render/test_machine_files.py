"""Small files for machines: what their standards ask for."""

from __future__ import annotations

from datetime import date, timedelta

from macros.content.model import Correction
from macros.render.feed import feed
from macros.render.machine_files import opensearch_xml, redirects_file, robots_txt, security_txt
from tests.support.content import library, page

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


def test_a_correction_stands_in_the_feed_in_its_own_words_before_pages_of_its_day() -> None:
    pages = library({"about/x.md": page(title="Page X")})
    entry = Correction(date(2026, 12, 1), "about/x.md", "Old <b>.", "New.", "Wrong.", "A reader.")
    changed = pages.data.__class__(**{**vars(pages.data), "corrections": (entry,)})
    text = feed(pages.__class__(pages.documents, pages.pages, changed), ADDRESS, "Site")
    assert "<title>Corrected: Page X</title>" in text
    assert "It said: Old &lt;b&gt;. It says now: New. Why: Wrong." in text
    assert f"<id>{ADDRESS}about/x/#correction-0</id>" in text
    assert "<updated>2026-12-01T12:00:00Z</updated>" in text
