"""The strict build of the real content, and what its folder must hold."""

from __future__ import annotations

import html
import shutil
from pathlib import Path

import pytest
import yaml

from macros.content.library import Library
from tests.conftest import ADDRESS, ROOT, build

PARTS = ("docs", "macros", "overrides", "mkdocs.yml")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project that a test may break."""
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tmp_path / part)
    return tmp_path


def test_every_page_of_the_library_is_published(site: Path, library: Library) -> None:
    missing = [page.url for page in library.pages.values() if not (site / page.url / "index.html").exists()]
    assert missing == []
    assert len(library.pages) > 60


def test_every_practice_stands_alone_at_its_embed_address(site: Path, library: Library) -> None:
    assert [slug for slug in library.practices if not (site / "embed" / slug / "index.html").exists()] == []


def test_data_and_skeletons_are_not_published(site: Path) -> None:
    published = [path.relative_to(site).as_posix() for path in site.rglob("*")]
    assert [path for path in published if "_data" in path or "_templates" in path or path.endswith(".md")] == []


def test_unpublished_fields_of_sources_stay_unpublished(site: Path) -> None:
    pages = [page.read_text(encoding="utf-8") for page in site.glob("about/evidence/**/index.html")]
    assert len(pages) > 5
    shown = html.unescape("".join(pages))
    sources = yaml.safe_load((ROOT / "docs/_data/sources.yml").read_text(encoding="utf-8"))
    notes = [
        " ".join(entry["check_before_quoting"].split()) for entry in sources.values() if "check_before_quoting" in entry
    ]
    assert len(notes) > 20
    assert [note for note in notes if note in shown] == []
    assert "<dt>Confidence" not in shown


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ("A [link](no-such-page.md).", "there is no page 'about/no-such-page.md'"),
        ("A [link](privacy.md#no-such-part).", "no-such-part"),
        ("A [link](/about/privacy/).", "absolute"),
        ("{{ no_such_macro() }}", "there is no macro 'no_such_macro'"),
    ],
    ids=["dead link", "dead fragment", "absolute link", "unknown macro"],
)
def test_a_strict_build_fails_on_a_planted_fault(copy: Path, broken: str, message: str) -> None:
    page = copy / "docs/about/privacy.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{broken}\n", encoding="utf-8")
    done = build(copy, copy / "site")
    assert done.returncode != 0
    assert message in done.stdout + done.stderr


def test_every_problem_is_named_in_one_build(copy: Path) -> None:
    for name in ("one", "two"):
        (copy / f"docs/about/{name}.md").write_text("No front matter.\n", encoding="utf-8")
    done = build(copy, copy / "site")
    printed = done.stdout + done.stderr
    assert "docs/about/one.md:1: the page has no front matter." in printed
    assert "docs/about/two.md:1: the page has no front matter." in printed


def test_an_unset_setting_is_reported_and_what_needs_it_left_out(tmp_path: Path) -> None:
    done = build(ROOT, tmp_path / "site", SITE_ADDRESS="")
    assert done.returncode == 0, done.stderr
    assert "Setting 'address' is empty" in done.stderr
    assert 'rel="canonical"' not in (tmp_path / "site/guides/index.html").read_text(encoding="utf-8")


def test_a_set_address_gives_every_page_its_canonical_link(site: Path, addresses: list[str]) -> None:
    for address in addresses:
        if not address.startswith(("embed/", "print/")):
            shown = (site / address / "index.html").read_text(encoding="utf-8")
            assert f'<link rel="canonical" href="{ADDRESS}{address}"' in shown, address
