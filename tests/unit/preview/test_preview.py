"""The preview from save to save: what is shown at once, what follows, and drafts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.__main__ import run_check
from tests.support.content import page, practice, term
from tests.support.small_site import PAGES, PRACTICE_BODY, TERM_BODY, Preview

DRAFT = "---\ntitle: Half a thought\ndraft: true\nsummary:\n---\n\nNot yet.\n\n{{ practice_timer() }}\n"


def pages(root: Path) -> dict[str, str]:
    """The text of every page below `root`, by its path in the project."""
    files = (root / "docs").rglob("*.md")
    return {file.relative_to(root).as_posix(): file.read_text(encoding="utf-8") for file in files}


@pytest.fixture
def preview(running: Preview) -> Iterator[Preview]:
    """The preview, whose pages are afterwards as they were."""
    before = pages(running.root)
    yield running
    running.builder.pause = 0
    after = pages(running.root)
    for path in before.keys() | after.keys():
        if before.get(path) != after.get(path):
            running.save(path, before.get(path))
    running.wait()


def test_a_saved_page_is_shown_before_the_rest_is_built(preview: Preview) -> None:
    preview.builder.pause = 60
    preview.save("docs/index.md", page("Another word.", title="Home"))
    assert "Another word." in preview.get("")


def test_other_pages_and_lists_follow_a_changed_title(preview: Preview) -> None:
    preview.save(
        "docs/practices/soft-breath.md", practice("Softest breath", PRACTICE_BODY, related="[long-breath]")
    )
    preview.wait()
    assert "Softest breath" in preview.get("guides/first/")
    assert "Softest breath" in preview.get("practices/long-breath/")
    assert "Softest breath" in preview.get("embed/soft-breath/")


def test_a_page_that_begins_to_mention_a_term_is_on_the_terms_list(preview: Preview) -> None:
    assert "First steps" not in preview.get("glossary/nerve/")
    preview.save(
        "docs/guides/first.md", PAGES["guides/first.md"].replace("Breathe softly", "A nerve, softly")
    )
    preview.wait()
    assert "First steps" in preview.get("glossary/nerve/")


def test_a_new_page_is_shown_without_a_restart_and_a_removed_one_is_gone(preview: Preview) -> None:
    preview.save("docs/glossary/pulse.md", term("pulse", TERM_BODY, see="[calm]"))
    assert "pulse" in preview.get("glossary/pulse/")
    preview.wait()
    assert "pulse" in preview.get("glossary/calm/")
    preview.save("docs/glossary/pulse.md", None)
    assert preview.get("glossary/pulse/").startswith("404")
    preview.wait()
    assert "pulse" not in preview.get("glossary/calm/")


def test_a_practice_with_a_fault_keeps_its_timer_on_other_pages(preview: Preview) -> None:
    text = PAGES["practices/soft-breath.md"].replace("effort: very little", "effort: litle")
    preview.save("docs/practices/soft-breath.md", text)
    preview.wait()
    assert "<practice-timer" in preview.get("practices/soft-breath/")
    assert "<practice-timer" in preview.get("guides/first/")
    assert preview.banner("guides/first/").count("litle") == 0


def test_a_build_that_fails_leaves_the_pages_as_they_were_and_says_so(preview: Preview) -> None:
    settings = (preview.root / "mkdocs.yml").read_text(encoding="utf-8")
    preview.save("mkdocs.yml", settings.replace("name: material", "name: nothing"))
    assert "mkdocs.yml:1: the build failed" in preview.banner("")
    assert "A home" in preview.get("")
    preview.save("mkdocs.yml", settings)
    assert preview.banner("").count("the build failed") == 0
    assert "A home" in preview.get("")


def test_a_page_that_cannot_be_built_stays_as_it_was_and_stops_no_other(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: str) -> str:
        raise ValueError("no way")

    monkeypatch.setattr(preview.builder.site.preview, "source", fail)
    preview.save("docs/index.md", page("Another word.", title="Home"))
    assert "docs/index.md:1: the page could not be built: ValueError: no way." in preview.banner("")
    assert "A home" in preview.get("")
    monkeypatch.undo()
    preview.save("docs/index.md", page("A third word.", title="Home"))
    assert "A third word." in preview.get("")
    assert "could not be built" not in preview.banner("")


def test_a_draft_is_shown_with_its_banner_and_stands_in_no_list(preview: Preview) -> None:
    preview.save("docs/practices/half.md", DRAFT)
    preview.wait()
    assert preview.banner("practices/half/") == (
        "Draft: not published. Take 'draft' out of its front matter to publish it."
    )
    html = preview.get("practices/half/")
    assert "Not yet." in html
    assert "needs the front matter of this page" in html.replace("&#39;", "'")
    preview.save(
        "docs/practices/half.md",
        practice("Half a thought", PRACTICE_BODY).replace("group:", "draft: true\ngroup:"),
    )
    preview.wait()
    assert "<practice-timer" in preview.get("practices/half/")
    assert not (Path(preview.server.root) / "embed/half/index.html").exists()


def test_a_link_to_a_draft_is_a_should_in_the_preview_and_a_must_in_a_build(
    preview: Preview, capsys: pytest.CaptureFixture[str]
) -> None:
    preview.save("docs/about/half.md", DRAFT)
    preview.save("docs/index.md", page("A home. [Half](about/half.md).", title="Home"))
    assert preview.banner("").startswith(
        "Better mended, too: docs/index.md:5: the page 'about/half.md' is a draft."
    )
    assert run_check([], preview.root) == 1
    assert "docs/index.md:5: the page 'about/half.md' is a draft." in capsys.readouterr().out
