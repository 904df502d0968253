"""Pages ask for one deferred script, the theme's own waits, and a second run finds nothing to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.publish.folder import write_files
from macros.publish.modules import JoinError
from macros.publish.scripts import join_scripts

THEME = "assets/javascripts/bundle.0123abcd.min.js"
PAGE = (
    f'<head></head><script src="../{THEME}"></script>\n<script src="../components/index.js" type="module"></script>\n'
    '<script src="../components/fixes/fixes.js"></script>\n'
)
FILES = {
    "x/index.html": PAGE,
    "y/index.html": PAGE.replace("<head>", "<head><title>y</title>"),
    "404.html": '<link href="/guide/assets/x.css">' + PAGE.replace("../", "/guide/"),
    "print/index.html": '<head></head><script defer src="../components/print/print.js"></script>',
    THEME: "theme()",
    "components/index.js": 'import { a } from "./a/a.js";\nconsole.log(a);\nimport("./b/b.js");',
    "components/a/a.js": "export const a = 1;",
    "components/b/b.js": "export const b = 2;",
    "components/fixes/fixes.js": "{ fix(); }",
    "components/print/print.js": "{ print(); }",
}


def made(site: Path) -> dict[str, str]:
    """Every file by its path."""
    return {each.relative_to(site).as_posix(): each.read_text() for each in site.rglob("*") if each.is_file()}


def test_each_set_of_scripts_becomes_one_and_the_sources_go(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    assert join_scripts(tmp_path) == "5 scripts joined into 2 for 4 pages"
    scripts = sorted(path for path in made(tmp_path) if path.endswith(".js"))
    assert [path.split(".")[0] for path in scripts] == [
        "assets/b",
        "assets/javascripts/bundle",
        "assets/print",
        "assets/site",
    ]


def test_the_page_has_one_deferred_script_that_knows_where_the_themes_is(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    join_scripts(tmp_path)
    files = made(tmp_path)
    script = next(path for path in files if path.startswith("assets/site."))
    assert files["x/index.html"].count("<script") == 2
    assert f'<script defer src="../{script}" data-theme="../{THEME}"></script>' in files["x/index.html"]
    assert f'<script defer src="/guide/{script}" data-theme="/guide/{THEME}"></script>' in files["404.html"]
    assert 'documentElement.className="js"</script></head>' in files["x/index.html"]
    assert "data-theme" not in files["print/index.html"]
    assert "className" not in files["print/index.html"]


def test_what_ran_first_still_runs_first(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    join_scripts(tmp_path)
    script = next(text for path, text in made(tmp_path).items() if path.startswith("assets/site."))
    assert script.index("fix()") < script.index("console.log")


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    join_scripts(tmp_path)
    before = made(tmp_path)
    assert join_scripts(tmp_path) == "0 scripts joined into 0 for 0 pages"
    assert made(tmp_path) == before


def test_the_name_follows_the_content(tmp_path: Path) -> None:
    names = []
    for folder, text in (
        ("one", "export const a = 1;"),
        ("again", "export const a = 1;"),
        ("other", "export const a = 3;"),
    ):
        write_files(tmp_path / folder, {**FILES, "components/a/a.js": text})
        join_scripts(tmp_path / folder)
        names.append(next(path for path in made(tmp_path / folder) if path.startswith("assets/site.")))
    assert names[0] == names[1] != names[2]


def test_a_script_that_cannot_be_joined_stops_the_build_with_its_path(tmp_path: Path) -> None:
    write_files(tmp_path, {**FILES, "components/a/a.js": "export default 1;"})
    with pytest.raises(JoinError, match=r"components/a/a\.js"):
        join_scripts(tmp_path)
