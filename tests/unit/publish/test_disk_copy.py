"""The site as one file: links name files, nothing asks for a host, the link shows its size."""

import zipfile
from pathlib import Path

import pytest

from macros.publish.disk_copy import disk_files, for_disk, write_zip
from macros.publish.folder import write_files

LINE = (
    '<p class="offline-copy__zip" hidden>Or <a data-href="../../site.zip" download>all</a>, '
    '<span class="offline-copy__size"></span>.</p>'
)

LEFT_OUT = (
    *("sw.js", "_headers", "_deploy/x", "assets/index.ABCD2345.js", ".well-known/security.txt"),
    "offline/copy.json",
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two pages that link to each other, with what only a host needs."""
    page = "<html><head></head><body>{}</body></html>".format
    files = dict.fromkeys(("404.html", *LEFT_OUT, "help/index.html", "search/index.12345678.js"), "x")
    files |= {"index.html": page("home"), "tools/offline/index.html": page(LINE)}
    files |= {"_disk/index.js": "classic", "manifest.webmanifest": '{"name": "Steady Ground"}'}
    write_files(tmp_path, files)
    return tmp_path


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="../../help/">', '<a href="../../help/index.html">'),
        ("<a href=../../help/>", "<a href=../../help/index.html>"),
        ('<a href="../../help/#numbers">', '<a href="../../help/index.html#numbers">'),
        ('<a href="../../help/?q=a/b/">', '<a href="../../help/index.html?q=a/b/">'),
        ('<a href="../..">', '<a href="../../index.html">'),
        ('<form action="../../help/">', '<form action="../../help/index.html">'),
        ('<x-y data-library="../../help/">', '<x-y data-library="../../help/index.html">'),
        ('<a href="#part">', '<a href="#part">'),
        ('<a href="https://example.org/">', '<a href="https://example.org/">'),
        ('<a href="../../gone/">', '<a href="../../gone/">'),
        ('<a href="../../../outside/">', '<a href="../../../outside/">'),
        ('<x-y data-root="../..">', '<x-y data-root="../..">'),
        ('<link rel="manifest" href="../../manifest.webmanifest">', ""),
        ('<link rel="preload" as="font" crossorigin href="x.woff2">', ""),
        ('<link rel="stylesheet" href="x.css">', '<link rel="stylesheet" href="x.css">'),
        ('<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">', ""),
        ('<script type="speculationrules">{}</script>', ""),
        ('<link rel="modulepreload" href="../../assets/timer.ABCD2345.js">', ""),
        (
            '<script type="module" src="../../assets/index.ABCD2345.js"></script>',
            '<script defer src="../../assets/index.js"></script>',
        ),
    ],
)
def test_a_page_is_mended_for_a_disk(site: Path, before: str, after: str) -> None:
    assert for_disk(site, "tools/offline/index.html", before) == after


def test_what_only_a_host_needs_is_left_out(site: Path) -> None:
    assert {path for path, _ in disk_files(site)} == {
        "assets/index.js",
        "help/index.html",
        "index.html",
        "search/index.12345678.js",
        "tools/offline/index.html",
    }


def test_the_zip_opens_into_a_folder_with_the_sites_name_and_its_link_is_shown_with_its_size(
    site: Path,
) -> None:
    write_zip(site)
    names = zipfile.ZipFile(site / "site.zip").namelist()
    assert "steady-ground/index.html" in names
    assert all(name.startswith("steady-ground/") for name in names)
    shown = (site / "tools/offline/index.html").read_text(encoding="utf-8")
    assert '<p class="offline-copy__zip">Or <a href="../../site.zip" download>all</a>' in shown
    assert " MB</span>" in shown
    assert b"site.zip" not in dict(disk_files(site))["tools/offline/index.html"]
