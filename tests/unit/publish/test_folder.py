"""The finished folder: where an address leads, names that follow the content, and writing never out of it."""

import re
from pathlib import Path

import pytest

from macros.publish.folder import hashed_name, references, write_cached, write_files

PUBLISH = Path(__file__).resolve().parents[3] / "macros" / "publish"


def test_texts_are_written_to_their_paths_in_place_of_what_is_there(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.txt": "one", "embed/x/index.html": "<p>\r\n"})
    write_files(tmp_path, {"a.txt": "caf\u00e9\n"})
    assert (tmp_path / "a.txt").read_bytes() == "caf\u00e9\n".encode()
    assert (tmp_path / "embed" / "x" / "index.html").read_bytes() == b"<p>\r\n"


@pytest.mark.parametrize("name", ["../out.txt", "a/../../out.txt", "/tmp/out-of-the-folder.txt"])
def test_a_path_that_leaves_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    site = tmp_path / "site"
    site.mkdir()
    with pytest.raises(ValueError, match="leaves the folder"):
        write_files(site, {name: "x"})
    assert not (tmp_path / "out.txt").exists()


def test_no_pass_writes_other_line_ends_on_windows_than_those_it_hashed() -> None:
    """Path.write_text would. The copy on a device is no such pass: it hashes the bytes that lie in the
    folder."""
    modules = [file for file in PUBLISH.glob("*.py") if file.name != "offline_copy.py"]
    assert len(modules) > 10
    assert [
        file.name for file in modules if re.search(r"\.write_text\(", file.read_text(encoding="utf-8"))
    ] == []


def test_a_file_is_made_once_for_each_key(tmp_path: Path) -> None:
    calls: list[str] = []

    def make() -> bytes:
        calls.append("drawn")
        return b"picture"

    site, cache = tmp_path / "site", tmp_path / "cache"
    assert write_cached(site, cache, {"a/x.png": ("one", make)}) == 1
    assert write_cached(site, cache, {"a/x.png": ("one", make), "b.png": ("one", make)}) == 0
    assert (site / "a/x.png").read_bytes() == (site / "b.png").read_bytes() == b"picture"
    assert write_cached(site, cache, {"a/x.png": ("two", make)}) == 1
    assert calls == ["drawn", "drawn"]
    assert sorted(path.name for path in cache.iterdir()) == ["one.png", "two.png"]


def test_a_source_that_can_only_be_read_keeps_nothing_and_gets_its_files(tmp_path: Path) -> None:
    cache = tmp_path / "read-only" / "cache"
    cache.parent.write_text("No folder can be made below a file.", encoding="utf-8")
    for _ in range(2):
        assert write_cached(tmp_path / "site", cache, {"x.png": ("one", lambda: b"picture")}) == 1
    assert (tmp_path / "site" / "x.png").read_bytes() == b"picture"


@pytest.mark.parametrize(
    ("page", "text", "paths"),
    [
        ("index.html", '<a href="assets/a.css">', ["assets/a.css"]),
        ("guides/x/index.html", '<a href="../../assets/a.css"><a href="../x/">', ["assets/a.css"]),
        (
            "404.html",
            '<link href="/guide/assets/a.css"><a href="/guide/components/b.js">',
            ["assets/a.css", "components/b.js"],
        ),
        ("404.html", '<link rel="icon" href="/assets/a.css">', ["assets/a.css"]),
        ("a/index.html", '<link href="../assets/a.css"><code>href="/g/assets/"</code>', ["assets/a.css"]),
        ("index.html", '<a href="https://elsewhere.example/assets/a.css">', []),
        ("index.html", '<a href="../assets/a.css"><a href="#part">', []),
    ],
)
def test_an_address_leads_to_a_path_below_the_folder(page: str, text: str, paths: list[str]) -> None:
    link = re.compile(r'href="(?P<address>[^"]*)"')
    assert [path for _, path in references(link, page, text)] == paths


def test_a_name_follows_the_content() -> None:
    assert hashed_name("assets/a.min.js", b"x") == "assets/a.min.2d711642.js"
    assert hashed_name("assets/a.min.js", b"y") != hashed_name("assets/a.min.js", b"x")
