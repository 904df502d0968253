"""Builds of a small site with drafts and broken data: what is never published, and still previewed."""

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from macros.__main__ import run_check
from tests.support.content import page, practice
from tests.support.small_site import PRACTICE_BODY, Preview, small_site


def published(root: Path, folder: Path) -> dict[str, str]:
    """The files of text that a build of the project at `root` publishes, by their paths."""
    config = load_config(config_file=str(root / "mkdocs.yml"), site_dir=str(folder))
    build(config)
    files = [file for file in folder.rglob("*") if file.suffix in (".html", ".json", ".xml", ".txt", ".js")]
    return {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in files}


def test_no_build_publishes_a_draft_an_excuse_or_a_banner(tmp_path: Path) -> None:
    root = small_site(tmp_path / "project")
    home = "<!-- excuse: style.stiff-word, quoted as it was said -->\n"
    home += "Seldom a home, with the [guide](guides/first.md).\n"
    (root / "docs/index.md").write_text(page(home, title="Home"), encoding="utf-8")
    draft = practice("Half a thought", PRACTICE_BODY).replace("group:", "draft: true\ngroup:")
    (root / "docs/practices/half.md").write_text(draft, encoding="utf-8")
    files = published(root, tmp_path / "site")
    assert "Seldom a home" in files["index.html"]  # control
    for hidden in ("Half a thought", "practices/half", "excuse:", "preview-banner", "preview-fault"):
        assert [path for path, text in files.items() if hidden in text] == []
    assert run_check([], root) == 0


def test_data_that_could_never_be_read_leave_pages_that_say_so(tmp_path: Path) -> None:
    root = small_site(tmp_path / "project")
    for name in ("sources", "vocabulary", "safety"):
        (root / f"docs/_data/{name}.yml").write_text("a: [", encoding="utf-8")
    preview = Preview(root, tmp_path / "site")
    try:
        assert "docs/_data/vocabulary.yml:1: the YAML cannot be read" in preview.banner("")
        assert "A home" in preview.get("")
        assert "preview-fault" in preview.get("guides/first/")
        assert ".practice-timer" in (tmp_path / "site/assets/components.css").read_text(encoding="utf-8")
    finally:
        preview.close()
