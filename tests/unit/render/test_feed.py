"""The feed: news and corrections in their own words, and what stands first."""

import re
from dataclasses import replace
from datetime import date

from macros.content.data_files import Correction, News
from macros.content.library import Library
from macros.render.feed import feed
from tests.support.content import guide, library, page

ADDRESS = "https://site.example/guide/"


def feed_of(site: Library, *corrections: Correction, news: tuple[News, ...] = ()) -> str:
    """The feed of a library with these corrections and news."""
    return feed(replace(site, data=replace(site.data, corrections=corrections, news=news)), ADDRESS, "Site")


DAY = date(2026, 12, 1)
OLD = Correction(DAY, "about/x.md", "Old <b>.", "New.", "Wrong.", "A reader.", key="2026-12-01-x")


def test_corrections_and_news_stand_in_the_feed_in_their_own_words() -> None:
    news = News(DAY, "A new sheet.", ("about/x.md",), key="2026-12-01-sheet")
    text = feed_of(library({"about/x.md": page(title="Page X")}), OLD, news=(news,))
    assert "<title>Corrected: Page X</title>" in text
    assert "It said: Old &lt;b&gt;. It says now: New. Why: Wrong." in text
    assert "<updated>2026-12-01T12:00:00Z</updated>" in text
    assert f"<title>A new sheet.</title><id>{ADDRESS}about/whats-new/#2026-12-01-sheet</id>" in text
    assert "<summary>Page X</summary>" in text


def test_a_correction_keeps_its_id_when_another_comes_and_is_never_pushed_out_by_pages() -> None:
    files = {f"guides/{number}.md": guide(f"Guide {number}") for number in range(120)}
    site = library({**files, "about/x.md": page(title="Page X")})
    newer = replace(OLD, day=date(2027, 1, 1), said="Another.", key="2027-01-01-x")
    before, after = feed_of(site, OLD), feed_of(site, newer, OLD)
    [own] = re.findall(r"<id>([^<]*#[^<]*)</id>", before)
    assert re.findall(r"<id>([^<]*#[^<]*)</id>", after)[1:] == [own]
    old = feed_of(site, replace(OLD, day=date(2000, 1, 1)))
    assert old.count("<entry>") == 100
    assert "Old &lt;b&gt;" in old
