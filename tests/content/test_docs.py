"""Our own pages have no errors."""

from __future__ import annotations

from datetime import date

import pytest

from macros.content.library import load
from macros.content.problem import errors, listing
from macros.content.rules import check
from tests.conftest import ROOT

LIBRARY, PROBLEMS = load(ROOT)


def test_our_pages_have_no_errors() -> None:
    found = errors([*PROBLEMS, *check(LIBRARY, date.today())])
    if found:
        pytest.fail(listing(found), pytrace=False)


def test_every_page_of_the_folder_was_read() -> None:
    assert set(LIBRARY.documents) == set(LIBRARY.pages)
    assert LIBRARY.guides
    assert LIBRARY.practices
    assert LIBRARY.terms
