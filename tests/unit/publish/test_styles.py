"""The first paint's sheet stands in the page; the rest is shared, hashed, and asked for where used."""

from pathlib import Path

import pytest

from macros.publish.esbuild import BundleError
from macros.publish.folder import write_files
from macros.publish.styles import COMMON_LENGTH, TINY_LENGTH, bundle_styles, used_components

SHEETS = "".join(
    f'<link rel="stylesheet" href="../assets/{name}.css">\n'
    for name in ("tokens", "first", "fonts", "site", "components")
)
PAGE = (
    f'<head>{SHEETS}</head><body><header class="page-head"><h1>T</h1></header>%s'
    '<noscript><link rel="stylesheet" href="../assets/pacers.css"></noscript></body>'
)
LONG = "".join(f".often__part{number} {{ color: red }}" for number in range(COMMON_LENGTH // 20))
RARE = "".join(f".rare-thing__part{number} {{ color: teal }}" for number in range(TINY_LENGTH // 20))
FILES = {
    "one/index.html": PAGE % '<p class="often big">',
    "two/index.html": PAGE % '<p class="often big"><rare-thing></rare-thing><i class="wee"></i>',
    "404.html": (PAGE % "").replace("../", "/guide/"),
    "four/index.html": PAGE % "",
    "five/index.html": PAGE % "",
    "print/index.html": '<head><link rel="stylesheet" href="../assets/tokens.css"></head>',
    "assets/tokens.css": ":root { --ink: black }",
    "assets/first.css": "h1 { color: var(--ink) }",
    "assets/fonts.css": '@font-face { font-family: x; src: url("fonts/x.0123abcd.woff2") }',
    "assets/site.css": "p { color: navy }",
    "assets/components.css": "everything {}",
    "assets/pacers.css": "q { color: red; }",
    "components/often/often.css": ".often { color: tan }",
    "components/big/big.css": LONG.replace("often", "big"),
    "components/rare-thing/rare-thing.css": RARE,
    "components/wee/wee.css": ".wee { color: teal }",
    "components/nowhere/nowhere.css": ".nowhere { color: lime }",
    "components/preview/preview.css": ".preview { color: gold }",
    "components/practice-timer/safety.css": "i { color: red }",
} | {f"more{number}/index.html": PAGE % "" for number in range(12)}


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with its stylesheets bundled."""
    site = tmp_path_factory.mktemp("styles")
    write_files(site, FILES)
    bundle_styles(site)
    return site


def text(site: Path, path: str) -> str:
    return (site / path).read_text()


def sheet(site: Path, stem: str) -> str:
    """Path of the one sheet with that stem."""
    [file] = site.rglob(f"{stem}.*.css")
    return file.relative_to(site).as_posix()


def test_what_the_first_paint_needs_stands_in_the_page_and_the_rest_below_the_title(bundled: Path) -> None:
    common = sheet(bundled, "common")
    for page, root in (("one/index.html", "../"), ("two/index.html", "../"), ("404.html", "/guide/")):
        html = text(bundled, page)
        assert html.startswith("<head><style>:root{--ink: black }h1{color:var(--ink)}i{color:red}</style>")
        assert f'</header><link rel="stylesheet" href="{root}{common}">' in html
    assert "fonts/x.0123abcd.woff2" in text(bundled, common)
    assert "p{color:navy}" in text(bundled, common)
    head = text(bundled, "two/index.html").partition("</head>")[0]
    for name in ("common", "big", "rare-thing"):
        assert f'<link rel="preload" as="style" href="../{sheet(bundled, name)}">' in head


def test_the_safety_lines_come_before_the_sheets_too(tmp_path: Path) -> None:
    timer = (
        '<div class="page-timer"><div class="practice-timer-frame"><practice-timer data-kind="open">'
        '<div class="practice-timer__safety"><p>Stop</p><details>More</details></div>'
        '<div class="practice-timer__card">'
    )
    write_files(tmp_path, {**FILES, "one/index.html": PAGE % timer})
    bundle_styles(tmp_path)
    assert f'</details></div><link rel="stylesheet" href="../{sheet(tmp_path, "common")}">' in text(
        tmp_path, "one/index.html"
    )


def test_a_script_that_the_policy_knows_keeps_firefox_from_painting_too_soon(tmp_path: Path) -> None:
    page = FILES["one/index.html"].replace("</head>", "<script>a</script></head>")
    write_files(tmp_path, {**FILES, "one/index.html": page})
    bundle_styles(tmp_path)
    assert '.css"><script>a</script><p class="often' in text(tmp_path, "one/index.html")


def test_what_is_short_and_often_used_is_common_and_the_rest_is_asked_for_where_it_stands(
    bundled: Path,
) -> None:
    common = text(bundled, sheet(bundled, "common"))
    assert ".often{" in common
    assert ".preview{" in common  # its script makes it on every page
    assert ".wee{" in common  # shorter than what a request for it takes
    assert ".rare-thing__" not in common
    assert ".big__" not in common
    assert sheet(bundled, "rare-thing") in text(bundled, "two/index.html")
    assert "rare-thing." not in text(bundled, "one/index.html")
    assert sheet(bundled, "big") in text(bundled, "one/index.html")
    assert list(bundled.rglob("nowhere.*")) == []


def test_a_bare_page_and_a_reader_without_scripts_get_their_own_sheets(bundled: Path) -> None:
    assert f'href="../{sheet(bundled, "tokens")}"' in text(bundled, "print/index.html")
    assert f'<noscript><link rel="stylesheet" href="../{sheet(bundled, "pacers")}">' in text(
        bundled, "one/index.html"
    )


def test_a_component_is_seen_by_its_classes_and_elements() -> None:
    page = '<p class="a b__part"><c-d class="other"></c-d><i class="almost-e term-status--x"></i>'
    components = ["a", "b", "c-d", "e", "glossary-index"]
    assert used_components(page, components) == set(components) - {"e"}


def test_a_sheet_that_cannot_be_read_stops_the_build_with_its_place(tmp_path: Path) -> None:
    write_files(tmp_path, {**FILES, "assets/site.css": "p { color: navy"})
    with pytest.raises(BundleError, match=r"assets/site\.css:1"):
        bundle_styles(tmp_path)
