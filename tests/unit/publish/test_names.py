"""Our files carry a hash of their content, what refers to them follows, and a release before stays served."""

from pathlib import Path

import pytest

from macros.publish.folder import write_files
from macros.publish.names import drop_unused, hash_names, keep_previous, rewritten, write_release

FILES = {
    "index.html": '<link href="assets/images/i.svg"><code>assets/images/i.svg</code>'
    '<img src="assets/images/j.svg">',
    "assets/images/i.svg": "<svg/>",
    "assets/share/site.png": "shared",
    "assets/fonts/OFL.txt": "licence",
    "assets/fonts/f.woff2": "font",
    "assets/tokens.css": '@font-face { src: url("fonts/f.woff2") } p { background: url(data:x) }',
    "assets/tool.js": "/* note */ let a = 1;",
    "search/index.js": "words",
    "guides/index.html": '<a data-index="../search/index.js">',
    "assets/javascripts/bundle.0123abcd.min.js": "theme",
    "manifest.webmanifest": '{"icons":[{"src":"assets/images/i.svg"}]}',
}
RENAMED = {"assets/images/i.svg": "assets/images/i.0123abcd.svg"}


def test_names_follow_the_content_and_references_follow_the_names(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    assert hash_names(tmp_path) == "4 files have a name for ever"
    image = "i.d4dc5666.svg"
    [font], [index] = tmp_path.glob("assets/fonts/*.woff2"), tmp_path.glob("search/*")
    assert f'<link href="assets/images/{image}">' in (tmp_path / "index.html").read_text()
    assert f'url("fonts/{font.name}")' in (tmp_path / "assets/tokens.css").read_text()
    assert image in (tmp_path / "manifest.webmanifest").read_text()
    assert f'"../search/{index.name}"' in (tmp_path / "guides/index.html").read_text()
    assert index.name != "index.js"
    for path in ("share/site.png", "fonts/OFL.txt", "javascripts/bundle.0123abcd.min.js"):
        assert (tmp_path / "assets" / path).exists()  # these keep their names


@pytest.mark.parametrize(
    ("path", "text", "follows"),
    [
        ("a/index.html", '<img src="../assets/images/i.svg">', True),
        ("index.html", '<meta content="https://x.example/guide/assets/images/i.svg">', True),
        ("index.html", '<script>{"search": "/assets/images/i.svg?w=1"}</script>', True),
        ("index.html", "<code>docs/assets/images/i.svg</code>", False),
        ("index.html", '<img src="assets/images/i.svg.txt">', False),
        ("opensearch.xml", "<Image>https://x.example/assets/images/i.svg</Image>", True),
    ],
)
def test_references_follow_and_prose_stays(path: str, text: str, follows: bool) -> None:
    assert rewritten(path, text, RENAMED) == (text.replace("i.svg", "i.0123abcd.svg") if follows else text)


def test_maps_and_scripts_of_the_theme_go_and_the_rest_stays(tmp_path: Path) -> None:
    script = {"assets/javascripts/bundle.0123abcd.min.js": "12345"}
    write_files(tmp_path, {**script, "assets/a.css.map": "123", "assets/a.css": "a{}"})
    assert drop_unused(tmp_path) == "2 files of 8 bytes left out"
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["a.css"]
    assert not (tmp_path / "assets" / "javascripts").exists()


def release(folder: Path, version: str, before: Path | None = None) -> Path:
    """A small folder as it is published, after the one before."""
    hashed = {f"assets/site.{version}.js": version, "assets/mark.0000aaaa.svg": "same"}
    write_files(folder, {**hashed, f"assets/plain{version}.txt": "without a hash: nobody may rely on it"})
    write_release(folder)
    if before:
        keep_previous(folder, before)
    return folder


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "assets").iterdir())


def test_the_files_of_one_release_before_are_served_and_no_older_ones(tmp_path: Path) -> None:
    first = release(tmp_path / "1", "ABCD2345")
    second = release(tmp_path / "2", "BCDE3456", first)
    third = release(tmp_path / "3", "CDEF4567", second)
    mark = "mark.0000aaaa.svg"
    assert files(second) == [mark, "plainBCDE3456.txt", "site.ABCD2345.js", "site.BCDE3456.js"]
    assert files(third) == [mark, "plainCDEF4567.txt", "site.BCDE3456.js", "site.CDEF4567.js"]


def test_a_folder_that_is_no_release_is_refused_with_what_to_name(tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError, match="published last"):
        keep_previous(release(tmp_path / "1", "ABCD2345"), tmp_path)
