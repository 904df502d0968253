"""All passes together: in order, and a pass that fails leaves no folder that could be published."""

import functools
from pathlib import Path

import pytest

from macros import __main__ as commands
from macros.publish.folder import write_files
from macros.publish.offline_copy import write_no_worker
from macros.publish.passes import chosen_passes, finish_folder

PAGE = """<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>{title}</title>
<link rel="stylesheet" href="{root}assets/first.css">
<link rel="icon" href="{root}assets/images/mark.svg"></head>
<body><main class="shown">
<p class="saved-copy" hidden>A copy of <time class="saved-copy__date"></time>.</p>
<h1>{title}</h1> <p>A   line of   text.</p>
<script>document.title = document.title;</script>
<script type="module" src="{root}components/index.js"></script></main></body></html>
"""
PAGES = {"index.html": "", "guides/x/index.html": "../../", "embed/y/index.html": "../../", "404.html": "/"}
FILES = {
    **{name: PAGE.format(title=name, root=root) for name, root in PAGES.items()},
    "assets/site.css": "/* said */ .shown { color: red }",
    **dict.fromkeys(("assets/tokens.css", "assets/first.css", "assets/fonts.css"), "i { color: red }"),
    "components/practice-timer/safety.css": "i { color: red }",
    "assets/images/mark.svg": '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
    "assets/javascripts/bundle.0123abcd.min.js": "1;",
    "components/index.js": 'import { a } from "./a.js";\na();\n',
    "components/a.js": 'export const a = () => document.body.classList.add("here");\n',
    "search/index.js": "(window.siteData??={}).index={};\n",
}


def test_passes_run_in_order_and_say_what_they_did(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_files(site, {"index.html": ""})

    def append(folder: Path, letter: str) -> str:
        page = folder / "index.html"
        page.write_text(page.read_text(encoding="utf-8") + letter, encoding="utf-8")
        return f"wrote {letter}"

    passes = {letter: functools.partial(append, letter=letter) for letter in "ab"}
    assert finish_folder(site, passes) == ["a: wrote a", "b: wrote b"]
    assert (site / "index.html").read_text(encoding="utf-8") == "ab"


def test_a_pass_that_fails_leaves_nothing_to_publish_and_the_next_build_can_be_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: Path) -> str:
        raise ValueError("too many rules")

    site = tmp_path / "site"
    with monkeypatch.context() as patched:
        patched.setattr(commands, "chosen_passes", lambda **_: {**chosen_passes(), "policy": fail})
        write_files(site, FILES)
        assert commands.main(["finish", str(site)]) == 1  # tells the host not to publish
    assert "too many rules" in capsys.readouterr().err
    assert not site.exists()
    write_files(site, FILES)
    assert commands.main(["finish", str(site)]) == 0
    assert "headers: _headers with" in capsys.readouterr().out
    assert [folder.name for folder in tmp_path.iterdir()] == ["site"]


def test_a_folder_without_a_site_is_refused_with_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.main(["finish", str(tmp_path)]) == 1
    assert "make build" in capsys.readouterr().err


def test_the_kill_switch_takes_the_copys_place_and_the_zip_is_written_before_it() -> None:
    passes = chosen_passes(worker=False, zipped=True, previous=Path("before"))
    assert " ".join(passes) == "drop quotes names scripts styles policy zip copy headers release previous"
    assert passes["copy"] is write_no_worker
