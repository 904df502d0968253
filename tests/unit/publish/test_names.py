"""Our files carry a hash of their content, and everything that refers to them follows."""

from pathlib import Path

import pytest

from macros.publish.folder import write_files
from macros.publish.names import hash_names, rewritten

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
    image, font = (
        next(tmp_path.glob("assets/images/*")).name,
        next(tmp_path.glob("assets/fonts/*.woff2")).name,
    )
    assert image == "i.d4dc5666.svg"
    assert f'<link href="assets/images/{image}">' in (tmp_path / "index.html").read_text()
    assert f'url("fonts/{font}")' in (tmp_path / "assets/tokens.css").read_text()
    assert image in (tmp_path / "manifest.webmanifest").read_text()
    index = next(tmp_path.glob("search/*")).name
    assert f'"../search/{index}"' in (tmp_path / "guides/index.html").read_text()
    assert index != "index.js"


def test_shared_pictures_licences_and_the_themes_files_keep_their_names(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    hash_names(tmp_path)
    for path in (
        "assets/share/site.png",
        "assets/fonts/OFL.txt",
        "assets/javascripts/bundle.0123abcd.min.js",
    ):
        assert (tmp_path / path).exists()


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
