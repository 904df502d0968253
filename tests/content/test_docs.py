"""Our own pages have no errors."""

from __future__ import annotations

from datetime import date
from zoneinfo import available_timezones

import pytest

from macros.content.library import load
from macros.content.problem import errors, listing
from macros.content.rules import check
from tests.conftest import ROOT
from tests.support.markdown import convert, first_mentions, links

LIBRARY, PROBLEMS = load(ROOT)


def test_our_pages_have_no_errors() -> None:
    found = errors([*PROBLEMS, *check(LIBRARY, date.today())])
    if found:
        pytest.fail(listing(found), pytrace=False)


def test_the_terms_a_page_is_said_to_mention_are_those_that_are_linked_on_it() -> None:
    made = {path: first_mentions(links(convert(LIBRARY, path))) for path in LIBRARY.pages}
    assert made == LIBRARY.mentions


def test_every_page_of_the_folder_was_read() -> None:
    assert set(LIBRARY.documents) == set(LIBRARY.pages)
    assert LIBRARY.guides
    assert LIBRARY.practices
    assert LIBRARY.terms


def test_every_time_zone_of_a_country_exists() -> None:
    zones = {zone for country in LIBRARY.countries.values() for zone in country.zones}
    assert {"Europe/Dublin", "America/New_York", "Asia/Kolkata"} <= zones  # control
    assert sorted(zones - available_timezones()) == []
