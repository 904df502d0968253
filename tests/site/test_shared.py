"""What others see of a shared link, and what machines are told: whole addresses, real pictures, true dates."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from macros.content.library import Library
from tests.conftest import ADDRESS, ROOT, build
from tests.support.pages import BuiltPage, built_pages


@pytest.fixture(scope="module")
def pages(site: Path, library: Library) -> dict[str, BuiltPage]:
    """The pages of the library, by address."""
    found = built_pages(site)
    return {page.url: found[page.url] for page in library.pages.values()}


def test_every_page_has_a_whole_preview_and_its_picture_exists(pages: dict[str, BuiltPage], site: Path) -> None:
    for address, page in pages.items():
        for name in ("og:title", "og:description", "og:type", "og:site_name", "og:locale", "og:image:alt"):
            assert page.meta(name), f"{address}: {name}"
        assert page.meta("og:url") == ADDRESS + address
        assert page.meta("twitter:card") == "summary_large_image"
        picture = page.meta("og:image") or ""
        assert picture.startswith(ADDRESS), address
        assert (site / picture.removeprefix(ADDRESS)).read_bytes().startswith(b"\x89PNG"), address


def test_each_guide_practice_and_term_has_a_picture_of_its_own(pages: dict[str, BuiltPage], library: Library) -> None:
    own = [*library.guides.values(), *library.practices.values(), *library.terms.values()]
    pictures = [pages[page.url].meta("og:image") for page in own]
    assert len(set(pictures)) == len(own) > 150


def test_what_machines_are_told_is_json_with_whole_addresses(pages: dict[str, BuiltPage]) -> None:
    for address, page in pages.items():
        for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.text):
            told = json.loads(text)
            assert told["@context"] == "https://schema.org", address
            for link in re.findall(r'"(?:url|item|image|mainEntityOfPage)": ?"([^"]*)"', text):
                assert link.startswith(ADDRESS), f"{address}: {link}"


def test_the_date_told_is_the_date_shown(pages: dict[str, BuiltPage], library: Library) -> None:
    for guide in library.guides.values():
        assert guide.reviewed is not None
        assert pages[guide.url].meta("article:modified_time") == guide.reviewed.isoformat()
        assert f'"dateModified":"{guide.reviewed.isoformat()}"' in pages[guide.url].text


def test_without_an_address_pictures_codes_and_addresses_are_left_out_and_reported(tmp_path: Path) -> None:
    site = tmp_path / "site"
    done = build(ROOT, site, SITE_ADDRESS="")
    assert done.returncode == 0, done.stderr
    assert "share images, and the address and code on printed sheets" in done.stderr
    assert not (site / "assets/share").exists()
    guide = (site / "guides/why-boundaries-fail/index.html").read_text(encoding="utf-8")
    assert "og:image" not in guide
    assert "BreadcrumbList" not in guide
    sheet = (site / "print/box-breathing/index.html").read_text(encoding="utf-8")
    assert "this copy of the site has no address yet" in sheet
    assert "print-card__code" not in sheet
