"""What others see of a shared link, and machines are told: whole addresses, real pictures, true dates."""

from pathlib import Path

import pytest

from macros.content.library import Library
from tests.conftest import ADDRESS
from tests.support.pages import BuiltPage


@pytest.fixture(scope="module")
def pages(pages: dict[str, BuiltPage], library: Library) -> dict[str, BuiltPage]:
    """The pages of the library, by address."""
    return {page.url: pages[page.url] for page in library.pages.values()}


def test_every_page_has_a_whole_preview_and_its_picture_exists(
    pages: dict[str, BuiltPage], site: Path
) -> None:
    for address, page in pages.items():
        for name in ("og:title", "og:description", "og:type", "og:site_name", "og:locale", "og:image:alt"):
            assert page.meta(name), f"{address}: {name}"
        assert page.meta("og:url") == ADDRESS + address
        assert page.meta("twitter:card") == "summary_large_image"
        picture = page.meta("og:image") or ""
        assert picture.startswith(ADDRESS), address
        assert (site / picture.removeprefix(ADDRESS)).read_bytes().startswith(b"\x89PNG"), address


def test_the_date_told_is_the_date_shown(pages: dict[str, BuiltPage], library: Library) -> None:
    for guide in library.guides.values():
        assert guide.reviewed is not None
        assert pages[guide.url].meta("article:modified_time") == guide.reviewed.isoformat()
        assert f'"dateModified":"{guide.reviewed.isoformat()}"' in pages[guide.url].text
