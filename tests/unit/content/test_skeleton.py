"""Skeletons: a new page in its place, with its title, and nothing that was not reviewed."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from macros.content.frontmatter import read_page
from macros.content.library import load
from macros.content.rules import check_draft
from macros.content.skeleton import SkeletonError, create, slug_of
from tests.support.content import project

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project without pages, with the real skeletons."""
    shutil.copytree(ROOT / "docs" / "_templates", tmp_path / "docs" / "_templates")
    for folder in ("guides", "practices", "glossary"):
        (tmp_path / "docs" / folder).mkdir()
    return project(tmp_path, {})


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Cool hands", "cool-hands"),
        ("cool-hands", "cool-hands"),
        ("  4-7-8, again!", "4-7-8-again"),
        ("Caf\u00e9 na\u00efve", "cafe-naive"),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_a_title_becomes_a_file_name(name: str, slug: str) -> None:
    assert slug_of(name) == slug


@pytest.mark.parametrize("name", ["", "!!!", "\u547c\u5438"])
def test_a_title_without_letters_or_digits_is_refused(name: str) -> None:
    said = f"'{name}' gives no file name. Use letters or digits, such as NAME='Cool hands'."
    with pytest.raises(SkeletonError, match=re.escape(said)):
        slug_of(name)


@pytest.mark.parametrize(
    ("kind", "name", "path", "title"),
    [
        ("practice", "cool hands", "docs/practices/cool-hands.md", "Cool hands"),
        ("practice", "cool-hands", "docs/practices/cool-hands.md", "Cool hands"),
        ("term", "startle response", "docs/glossary/startle-response.md", "startle response"),
        ("term", "PTSD", "docs/glossary/ptsd.md", "PTSD"),
        ("guide", 'Rest: what "rest" is', "docs/guides/rest-what-rest-is.md", 'Rest: what "rest" is'),
        ("guide", "A back\\slash", "docs/guides/a-back-slash.md", "A back\\slash"),
    ],
)
def test_a_new_page_stands_in_its_folder_with_its_title(
    root: Path, kind: str, name: str, path: str, title: str
) -> None:
    assert create(root, kind, name) == Path(path)
    document, problems = read_page((root / path).read_text(encoding="utf-8"), path)
    assert problems == []
    assert document.fields["title"].value == title


@pytest.mark.parametrize("kind", ["practice", "term", "guide"])
def test_a_new_page_is_a_draft_that_can_be_published_only_with_what_a_review_tells(
    root: Path, kind: str
) -> None:
    path = create(root, kind, "A new page").as_posix()
    library, problems = load(root)
    assert problems == []
    assert check_draft(library, path.removeprefix("docs/"), date(2026, 12, 1)) == []
    assert path.removeprefix("docs/") not in library.documents
    lines = (root / path).read_text(encoding="utf-8").splitlines(keepends=True)
    (root / path).write_text("".join(line for line in lines if not line.startswith("draft")), "utf-8")
    messages = [str(problem) for problem in load(root)[1]]
    assert all(message.startswith(path) for message in messages)
    assert any("'reviewed' must be a date" in message for message in messages)
    assert not any("unknown field" in message or "YAML" in message for message in messages)


def test_a_page_that_exists_is_never_overwritten(root: Path) -> None:
    page = root / create(root, "term", "Stress")
    page.write_text("Written since.", "utf-8")
    with pytest.raises(SkeletonError, match=r"^docs/glossary/stress\.md exists already\. Choose another"):
        create(root, "term", "stress")
    assert page.read_text("utf-8") == "Written since."
