"""Files in docs/ that are no pages: what the cases in tests/content/rules/strays cannot hold everywhere."""

from pathlib import Path

import pytest

from macros.content.strays import strays


@pytest.mark.parametrize(
    "name", ["guides/body scan.md", "guides/caf\u00e9.md", "guides/X.md", "Guides/x.md", "~$letter.docx"]
)
def test_a_name_that_some_system_takes_for_another_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "docs" / name).parent.mkdir(parents=True)
    (tmp_path / "docs" / name).touch()
    (tmp_path / "mkdocs.yml").touch()
    assert [problem.path for problem in strays(tmp_path, ())] == [f"docs/{name}"]


def test_a_lock_that_leads_nowhere_is_seen_too(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").touch()
    lock = tmp_path / "docs" / ".#x.md"
    lock.symlink_to("someone@machine.1234")
    assert not lock.exists()
    assert [problem.path for problem in strays(tmp_path, ())] == ["docs/.#x.md"]
