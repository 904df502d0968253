"""What an author writes in front matter and settings is shown as written, all over the frame."""

import html
import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.support.small_site import small_site, write_addresses

HOSTILE = """'"><script>x()</script>&amp; and more words, as a summary needs them."""
QUOTED = "'" + HOSTILE.replace("'", "''") + "'"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built small site with hostile titles, summaries, short lines and settings."""
    root = small_site(tmp_path_factory.mktemp("hostile") / "project")
    for path in (*root.glob("docs/guides/*.md"), *root.glob("docs/practices/*.md"), root / "docs/index.md"):
        text = path.read_text(encoding="utf-8")
        for line in text.splitlines():
            if line.startswith(("title:", "summary:")):
                text = text.replace(line, f"{line.split(':')[0]}: '{path.stem} {QUOTED[1:]}", 1)
        path.write_text(text, encoding="utf-8")
    write_addresses(root)
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("site_name: Steady Ground", f"site_name: {QUOTED}")
    for name in ("contact", "copyright_holder", "repository"):
        text = text.replace(f'{name}: ""', f"{name}: {QUOTED}")
    settings.write_text(text, encoding="utf-8")
    site = root.parent / "site"
    build(load_config(config_file=str(settings), site_dir=str(site), site_url="https://site.example/"))
    return site


def test_no_page_holds_it_unescaped(folder: Path) -> None:
    pages = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.html")
    }
    assert len(pages) > 10
    assert [path for path, text in pages.items() if "<script>x()" in text] == []


@pytest.mark.parametrize(
    "pattern", [r"<h1>(.*?)</h1>", r'class="page-lead">(.*?)</p>', r'og:title" content="(.*?)"']
)
def test_it_reaches_the_reader_as_it_was_written(folder: Path, pattern: str) -> None:
    [words] = re.findall(pattern, (folder / "guides/first/index.html").read_text(encoding="utf-8"))
    assert HOSTILE in html.unescape(words)
