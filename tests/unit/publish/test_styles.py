"""Each kind of page carries one sheet, trimmed to that kind; its addresses lead from where the page stands."""

from __future__ import annotations

from pathlib import Path

from macros.publish.folder import write_files
from macros.publish.styles import join_styles

LINKS = (
    '<link rel="stylesheet" href="../assets/a.css">\n'
    '<meta name="x">\n<link rel="stylesheet" href="../assets/b.css" media="print">'
)
SCRIPTLESS = '<noscript><link rel="stylesheet" href="../assets/alone.css"></noscript>'
FILES = {
    "one/index.html": f'<head>{LINKS}</head><body class="page page--guide"><i class="mine"></i>{SCRIPTLESS}</body>',
    "two/deep/index.html": f"<head>{LINKS}</head><body class='page page--term'></body>".replace("../", "../../"),
    "404.html": f"<head>{LINKS}</head><body class='page page--term'></body>".replace("../", "/guide/"),
    "assets/a.css": '@font-face { font-family: x; src: url("fonts/x.woff2") } '
    ".mine { color: red } .made-later { color: blue }",
    "assets/b.css": "p { color: black }",
    "assets/alone.css": "q { color: red; }",
    "assets/site.0123abcd.js": 'f("made-later")',
    "assets/far-away.0123abcd.js": 'f("mine")',
    "components/a/a.css": "i { color: red }",
}


def text(site: Path, path: str) -> str:
    return (site / path).read_text()


def test_a_page_carries_one_sheet_where_its_last_link_stood(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    assert join_styles(tmp_path).startswith("2 sheets")
    assert text(tmp_path, "one/index.html").startswith('<head><meta name="x">\n<style>')
    assert "@media print{p{color:#000}}</style></head>" in text(tmp_path, "one/index.html")


def test_a_kind_keeps_its_own_rules_and_what_scripts_make(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    join_styles(tmp_path)
    assert ".mine{" in text(tmp_path, "one/index.html")
    assert ".mine{" not in text(tmp_path, "two/deep/index.html")  # no <far-away> there, whose script has the word
    assert ".made-later{" in text(tmp_path, "two/deep/index.html")


def test_an_element_on_the_page_keeps_what_its_own_script_makes(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {**FILES, "two/deep/index.html": FILES["two/deep/index.html"].replace("</body>", "<far-away></far-away>")},
    )
    join_styles(tmp_path)
    assert ".mine{" in text(tmp_path, "two/deep/index.html")


def test_elements_in_what_the_search_shows_count_on_every_page(tmp_path: Path) -> None:
    files = {**FILES, "assets/a.css": "sup { color: red } kbd { color: tan }"}
    write_files(tmp_path, {**files, "search/search_index.json": '{"docs": [{"text": "<sup>1</sup>"}]}'})
    join_styles(tmp_path)
    assert "sup{" in text(tmp_path, "one/index.html")
    assert "kbd{" not in text(tmp_path, "one/index.html")


def test_plain_pages_of_another_part_have_a_sheet_of_their_own(tmp_path: Path) -> None:
    plain = f"<head>{LINKS}</head><body class='page page--plain'><i class='mine'></i></body>"
    files = {**FILES, "help/index.html": plain, "about/index.html": plain.replace("<i class='mine'></i>", "")}
    write_files(tmp_path, files)
    assert join_styles(tmp_path).startswith("4 sheets")
    assert ".mine{" in text(tmp_path, "help/index.html")
    assert ".mine{" not in text(tmp_path, "about/index.html")


def test_addresses_lead_from_the_page(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    join_styles(tmp_path)
    for path, way in (("one/index.html", "../"), ("two/deep/index.html", "../../"), ("404.html", "/guide/")):
        assert f"url({way}assets/fonts/x.woff2)" in text(tmp_path, path).replace('"', "")


def test_a_sheet_for_readers_without_scripts_stays_by_itself_small_and_hashed(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    join_styles(tmp_path)
    [sheet] = tmp_path.rglob("*.css")
    assert sheet.read_text() == "q{color:red}"
    assert f'<noscript><link rel="stylesheet" href="../assets/{sheet.name}"></noscript>' in text(
        tmp_path, "one/index.html"
    )


def test_sheets_may_also_stand_beside_the_pages(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    join_styles(tmp_path, inline=False)
    [sheet] = tmp_path.glob("assets/guide.*.css")
    assert f'<link rel="stylesheet" href="../assets/{sheet.name}"></head>' in text(tmp_path, "one/index.html")
    assert "url(../assets/fonts/x.woff2)" in sheet.read_text().replace('"', "")


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    join_styles(tmp_path)
    before = {path: path.read_text() for path in tmp_path.rglob("*.*") if path.is_file()}
    assert join_styles(tmp_path) == "no sheets to join"
    assert {path: path.read_text() for path in tmp_path.rglob("*.*") if path.is_file()} == before
