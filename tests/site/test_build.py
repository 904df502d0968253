"""Strict builds: of the real content what must not be published, of a small site what stops and what is left
out."""

import html
from pathlib import Path

from macros.content.library import Library
from tests.conftest import ADDRESS, build
from tests.support.small_site import small_site

STRAIGHT = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")  # pages have typographic quotes
FAULTS = {
    "A [link](no-such-page.md).": "there is no page 'guides/no-such-page.md'",
    "A [link](/guides/first/).": "absolute",
    "{{ no_such_macro() }}": "there is no macro 'no_such_macro'",
}


def test_data_and_skeletons_are_not_published(site: Path) -> None:
    published = [path.relative_to(site).as_posix() for path in site.rglob("*")]
    hidden = ("_data", "_templates")
    assert [path for path in published if path.endswith(".md") or any(name in path for name in hidden)] == []


def test_unpublished_fields_of_sources_stay_unpublished(site: Path, library: Library) -> None:
    pages = [page.read_text(encoding="utf-8") for page in site.glob("about/evidence/**/index.html")]
    assert len(pages) > 5
    shown = " ".join(html.unescape("".join(pages)).translate(STRAIGHT).split())
    notes = [source.check_before_quoting for source in library.data.sources.values()]
    texts = [" ".join(note.split()).translate(STRAIGHT) for note in notes if note]
    assert len(texts) > 20
    assert [text for text in texts if text in shown] == []
    assert "<dt>Confidence" not in shown


def test_a_strict_build_stops_and_names_every_problem_of_the_content(tmp_path: Path) -> None:
    root = small_site(tmp_path / "project")
    page = root / "docs/guides/first.md"
    page.write_text("\n\n".join([page.read_text(encoding="utf-8"), *FAULTS]), encoding="utf-8")
    for name in ("one", "two"):
        (root / f"docs/guides/{name}.md").write_text("No front matter.\n", encoding="utf-8")
    done = build(root, tmp_path / "site")
    printed = done.stdout + done.stderr
    assert done.returncode != 0
    messages = [f"docs/guides/{name}.md:1: the page has no front matter." for name in ("one", "two")]
    assert [message for message in (*FAULTS.values(), *messages) if message not in printed] == []


def test_a_strict_build_stops_at_a_fragment_that_leads_nowhere_and_says_what_lacks_an_address(
    tmp_path: Path,
) -> None:
    root, site = small_site(tmp_path / "project"), tmp_path / "site"
    with (root / "docs/index.md").open("a", encoding="utf-8") as page:
        page.write("\nA [link](guides/first.md#no-such-part).\n")
    done = build(root, site, SITE_ADDRESS="")
    assert done.returncode != 0
    assert "no-such-part" in done.stdout + done.stderr
    assert "Aborted with 1 warnings" in done.stdout + done.stderr  # a lacking address is none
    assert "Setting 'address' is empty" in done.stderr
    assert "share images, and the address and code on printed sheets" in done.stderr
    assert not (site / "assets/share").exists()
    guide = (site / "guides/first/index.html").read_text(encoding="utf-8")
    assert [
        needing for needing in ('rel="canonical"', "og:image", "BreadcrumbList") if needing in guide
    ] == []


def test_a_set_address_gives_every_page_its_canonical_link(site: Path, addresses: list[str]) -> None:
    for address in addresses:
        if not address.startswith(("embed/", "print/")):
            shown = (site / address / "index.html").read_text(encoding="utf-8")
            assert f'<link rel="canonical" href="{ADDRESS}{address}"' in shown, address
