"""The strict build of the real content, and what its folder must hold."""

import html
from pathlib import Path

import yaml

from tests.conftest import ADDRESS, ROOT, build
from tests.support.small_site import small_site


def test_data_and_skeletons_are_not_published(site: Path) -> None:
    published = [path.relative_to(site).as_posix() for path in site.rglob("*")]
    assert [
        path for path in published if "_data" in path or "_templates" in path or path.endswith(".md")
    ] == []


def test_unpublished_fields_of_sources_stay_unpublished(site: Path) -> None:
    pages = [page.read_text(encoding="utf-8") for page in site.glob("about/evidence/**/index.html")]
    assert len(pages) > 5
    shown = html.unescape("".join(pages))
    sources = yaml.safe_load((ROOT / "docs/_data/sources.yml").read_text(encoding="utf-8"))
    notes = [
        " ".join(entry["check_before_quoting"].split())
        for entry in sources.values()
        if "check_before_quoting" in entry
    ]
    assert len(notes) > 20
    assert [note for note in notes if note in shown] == []
    assert "<dt>Confidence" not in shown


FAULTS = {
    "A [link](no-such-page.md).": "there is no page 'guides/no-such-page.md'",
    "A [link](/guides/first/).": "absolute",
    "{{ no_such_macro() }}": "there is no macro 'no_such_macro'",
}


def test_a_strict_build_stops_and_names_every_problem_of_the_content(tmp_path: Path) -> None:
    root = small_site(tmp_path / "project")
    page = root / "docs/guides/first.md"
    page.write_text("\n\n".join([page.read_text(encoding="utf-8"), *FAULTS]), encoding="utf-8")
    for name in ("one", "two"):
        (root / f"docs/guides/{name}.md").write_text("No front matter.\n", encoding="utf-8")
    done = build(root, tmp_path / "site")
    printed = done.stdout + done.stderr
    assert done.returncode != 0
    assert [message for message in FAULTS.values() if message not in printed] == []
    for name in ("one", "two"):
        assert f"docs/guides/{name}.md:1: the page has no front matter." in printed


def test_a_strict_build_stops_at_a_fragment_that_leads_nowhere(tmp_path: Path) -> None:
    root = small_site(tmp_path / "project")
    with (root / "docs/index.md").open("a", encoding="utf-8") as page:
        page.write("\nA [link](guides/first.md#no-such-part).\n")
    done = build(root, tmp_path / "site")
    assert done.returncode != 0
    assert "no-such-part" in done.stdout + done.stderr


def test_without_an_address_what_needs_it_is_left_out_and_reported(tmp_path: Path) -> None:
    site = tmp_path / "site"
    done = build(small_site(tmp_path / "project"), site, SITE_ADDRESS="")
    assert done.returncode == 0, done.stderr
    assert "Setting 'address' is empty" in done.stderr
    assert "share images, and the address and code on printed sheets" in done.stderr
    assert not (site / "assets/share").exists()
    guide = (site / "guides/first/index.html").read_text(encoding="utf-8")
    for needing in ('rel="canonical"', "og:image", "BreadcrumbList"):
        assert needing not in guide


def test_a_set_address_gives_every_page_its_canonical_link(site: Path, addresses: list[str]) -> None:
    for address in addresses:
        if not address.startswith(("embed/", "print/")):
            shown = (site / address / "index.html").read_text(encoding="utf-8")
            assert f'<link rel="canonical" href="{ADDRESS}{address}"' in shown, address
