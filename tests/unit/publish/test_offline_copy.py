"""The copy for a device: what is in it, under which version, and that no page in it hides its date."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from macros.publish.folder import write_files
from macros.publish.offline_copy import dated, kept_files, packed, write_copy, write_no_worker

PLACE = '<p class="saved-copy" hidden>Of <time class="saved-copy__date"></time>.</p>'
PAGE = f'<html lang="en-GB"><body>{PLACE}<p>text</p></body></html>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with something of every sort."""
    named = hashlib.sha256(b"a()").hexdigest()[:8]
    write_files(
        tmp_path,
        {
            "index.html": PAGE.replace("text", '<img src="assets/images/used.svg"><link href="assets/a.css">'),
            "help/index.html": PAGE,
            "404.html": PAGE,
            "contributing/index.html": "<p>for people who work here</p>",
            "embed/one/index.html": "<p>framed</p>",
            "print/one/index.html": "<p>sheet</p>",
            f"assets/app.{named}.js": "a()",
            "assets/other.0123abcd.js": "b()",
            "assets/a.css": "x{background:url(images/deep.png)}",
            "assets/images/used.svg": "<svg/>",
            "assets/images/deep.png": "png",
            "assets/images/unused.png": "png",
            "assets/share/x.png": "png",
            "search/index.js": "{}",
            "glossary.json": "{}",
            "manifest.webmanifest": "{}",
            "sitemap.xml": "<x/>",
        },
    )
    return tmp_path


def unpacked(site: Path) -> dict[str, Any]:
    """The pack as the worker reads it: {path: text or bytes}, and its list of hashed names."""
    pack = json.loads(gzip.decompress(next(site.glob("offline/*.pack")).read_bytes()))
    found: dict[str, Any] = {"": pack["hashed"]}
    for path, steps in pack["texts"].items():
        at, parts = -1, []
        for step in steps:
            at += step + 1
            parts.append(pack["chunks"][at])
        found[path] = "".join(parts)
    return found | {path: base64.b64decode(text) for path, text in pack["files"].items()}


def test_pages_and_what_they_name_are_in_it_and_nothing_else(site: Path) -> None:
    kept = {name for name in kept_files(site) if not name.startswith("assets/app.")}
    assert kept == {
        "index.html",
        "help/index.html",
        "404.html",
        "assets/other.0123abcd.js",
        "assets/a.css",
        "assets/images/used.svg",
        "assets/images/deep.png",
        "search/index.js",
        "manifest.webmanifest",
    }


def test_the_pack_gives_back_every_file_as_it_was_with_the_place_for_the_date_shown(site: Path) -> None:
    write_copy(site)
    found = unpacked(site)
    assert found["help/index.html"] == PAGE.replace(" hidden", "").replace("</time>", "@saved-on@</time>")
    assert found["assets/images/deep.png"] == b"png"
    assert found["assets/a.css"] == "x{background:url(images/deep.png)}"


def test_only_a_name_with_its_own_hash_counts_as_hashed(site: Path) -> None:
    write_copy(site)
    assert [name.split(".")[0] for name in unpacked(site)[""]] == ["assets/app"]


def test_what_repeats_is_stored_once() -> None:
    page = b"<body><div>the same on every page</div><p>%d</p></body>"
    pack = packed({f"{number}/index.html": page % number for number in range(50)})
    assert len(pack["chunks"]) == 3 + 50  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "place", ["", '<p class="saved-copy" hidden>no date</p>', '<time class="saved-copy__date"></time>']
)
def test_a_page_without_a_place_for_its_date_is_refused_by_name(site: Path, place: str) -> None:
    write_files(site, {"help/index.html": f"<body>{place}</body>"})
    with pytest.raises(ValueError, match=r"help/index\.html has no"):
        write_copy(site)


@pytest.mark.parametrize(
    "tag",
    [
        '<p class="saved-copy" hidden>',
        "<p class=saved-copy hidden>",
        '<p hidden class="saved-copy">',
        '<p class="saved-copy" hidden="">',
    ],
)
def test_the_notice_is_shown_however_the_page_was_made_small(tag: str) -> None:
    shown = dated("x", f"{tag}<time class=saved-copy__date></time></p>")
    assert "hidden" not in shown
    assert "<time class=saved-copy__date>@saved-on@</time>" in shown


def test_a_page_that_only_leads_on_needs_no_date() -> None:
    html = '<meta http-equiv="refresh" content="0; url=../x/">'
    assert dated("x", html) == html


def test_a_second_run_writes_the_same_and_another_word_another_version(site: Path) -> None:
    write_copy(site)
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    write_copy(site)
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before
    write_files(site, {"help/index.html": PAGE.replace("text", "other")})
    write_copy(site)
    assert len(list(site.glob("offline/*.pack"))) == 1
    assert next(site.glob("offline/*.pack")) not in before


def test_the_day_is_that_of_the_first_build_of_a_version(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    write_copy(site)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "864000")
    write_copy(site)
    assert json.loads((site / "offline/copy.json").read_text(encoding="utf-8"))["made"] == "1970-01-02"
    write_files(site, {"help/index.html": PAGE.replace("text", "other")})
    write_copy(site)
    assert json.loads((site / "offline/copy.json").read_text(encoding="utf-8"))["made"] == "1970-01-11"


def test_the_worker_names_the_pack_its_sum_and_its_size(site: Path) -> None:
    write_copy(site)
    first = (site / "sw.js").read_text(encoding="utf-8").split("\n")[0]
    build = json.loads(first.removeprefix("const BUILD = ").removesuffix(";"))
    pack = (site / build["pack"]).read_bytes()
    assert build["sha256"] == hashlib.sha256(pack).hexdigest()
    assert build["bytes"] == len(pack)
    assert build["language"] == "en-GB"


def test_the_kill_switch_stands_alone(site: Path) -> None:
    write_copy(site)
    write_no_worker(site)
    assert "unregister" in (site / "sw.js").read_text(encoding="utf-8")
    assert [path for path in (site / "offline").rglob("*") if path.is_file()] == []
