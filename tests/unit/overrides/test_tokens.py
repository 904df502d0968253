"""The design tokens: none undefined, none unused, contrast as stated; and no component's style leaves its
block."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from macros.publish.styles import blocks_of

ROOT = Path(__file__).resolve().parents[3]
TOKENS = ROOT / "docs" / "assets" / "tokens.css"
COMPONENTS = ROOT / "overrides" / "components"
ASSETS = ROOT / "docs" / "assets"
SHEETS = sorted([*ASSETS.glob("*.css"), *COMPONENTS.glob("*/*.css")])
# Set by a component on its own elements, and read there: no tokens.
OWN = re.compile(r"(?<![\w-])--[\w-]+(?=\s*:)")
GROUNDS = ("paper", "surface", "surface-sunk")
# The least contrast of each role on each of its grounds; body text is AAA, a control's edge and a phase's
# line 3.
LEAST = {
    "ink": 7.0,
    "ink-soft": 7.0,
    "brand": 7.0,
    "safety-ink": 7.0,
    "line-strong": 3.0,
    "focus": 3.0,
    **{f"phase-{kind}": 3.0 for kind in ("in", "hold", "out", "rest")},
}
PAIRS = [*((role, ground, least) for (role, least), ground in product(LEAST.items(), GROUNDS))]
PAIRS += [("on-brand", "brand", 7.0), ("safety-ink", "safety-ground", 7.0), ("paper", "ink", 7.0)]
# Words, links, edges and rings inside a clay block.
PAIRS += [
    (role, "safety-ground", LEAST[role]) for role in ("ink", "ink-soft", "brand", "focus", "line-strong")
]
# The text styles bare elements inside this; a component may name it to win against that.
MATERIAL = r"(?:\[dir\] )?\.md-typeset "
# Meant: a filter of the text of a page hides what stands outside its block, but not on paper. The page behind
# the open search stands still. Where the notes are printed, they alone are.
MEANT = {
    "body:has(.private-notes--printing)\n"
    "    :not(:has(.private-notes__paper), .private-notes__paper, .private-notes__paper *)",
    "html:has(.search[open])",
    ".page-text:has(list-filter) :is(ul, ol, li, p, h2, h3)[hidden]",
    ".page-text:has(list-filter) :is(ul, ol, p, h2, h3)[hidden]",
    ".page-text:has(list-filter) li[hidden]",
}


def text_of(sheet: Path) -> str:
    """A style sheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)


TEXTS = {sheet: text_of(sheet) for sheet in SHEETS}


def rules(text: str) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Every innermost block: the at-rules around it, its selector, its declarations."""
    around: list[str] = []
    start = 0
    for brace in re.finditer(r"[{}]", text):
        head = text[start : brace.start()]
        if brace.group() == "{":
            around.append(head.rpartition(";")[2].strip())
        else:
            if head.strip() and not around[-1].startswith(("@media", "@supports")):
                yield tuple(around[:-1]), around[-1], head
            around.pop()
        start = brace.end()


def selectors(selector: str) -> list[str]:
    """The parts of a list of selectors, those inside brackets kept together."""
    parts, depth, start = [], 0, 0
    for place, letter in enumerate(selector):
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and not depth:
            parts.append(selector[start:place].strip())
            start = place + 1
    return [*parts, selector[start:].strip()]


def schemes() -> dict[str, dict[str, str]]:
    """Colours by role in each of the six places where tokens.css sets them; print is ink on paper."""
    colours_by_place: dict[str, dict[str, str]] = {}
    for around, selector, body in rules(text_of(TOKENS)):
        colours = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})\b", body))
        if len(colours) > 10:
            colours_by_place[" ".join([*around, " ".join(selector.split())])] = colours
    return colours_by_place


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG defines it."""
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def defined(text: str) -> set[str]:
    return set(OWN.findall(text))


def used(text: str) -> set[str]:
    return set(re.findall(r"var\((--[\w-]+)", text))


def scripts() -> str:
    files = [
        *COMPONENTS.rglob("*.js"),
        *COMPONENTS.rglob("*.html"),
        *(ROOT / "overrides" / "partials").rglob("*.html"),
    ]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def test_every_token_that_is_used_is_defined_and_every_token_that_is_defined_is_used() -> None:
    tokens = defined(text_of(TOKENS))
    in_scripts = set(re.findall(r"(--[\w-]+)", scripts()))
    for sheet, text in TEXTS.items():
        assert used(text) - defined(text) - tokens - in_scripts == set(), sheet.name
    assert tokens - used("\n".join(TEXTS.values()) + scripts()) == set()


def test_the_schemes_are_all_read_and_those_written_twice_agree() -> None:
    palettes = schemes()
    assert len(palettes) == 7
    for more in (False, True):
        one, other = (
            colours for name, colours in palettes.items() if ("more" in name) == more and "dark" in name
        )
        assert one == other
    assert len({frozenset(colours) for colours in palettes.values()}) == 1


def low(palettes: dict[str, dict[str, str]], pairs: list[tuple[str, str, float]]) -> list[str]:
    """The pairs of a role and its ground that have less contrast than they should in one of the schemes."""
    return [
        f"{scheme}: {role} on {ground}"
        for (scheme, colours), (role, ground, least) in product(palettes.items(), pairs)
        if contrast(colours[role], colours[ground]) < least
    ]


def test_every_pair_has_its_contrast_in_every_scheme() -> None:
    assert low(schemes(), PAIRS) == []


def test_contrast_is_computed_as_defined() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)


def test_the_table_of_contrasts_says_what_is_computed() -> None:
    """Each row of contributing/design.md: the colour as it is, its ratios on paper, surface and sunk
    surface."""
    palettes = schemes()
    light = next(
        colours for name, colours in palettes.items() if not name.startswith("@") and "dark" not in name
    )
    dark = next(colours for name, colours in palettes.items() if not name.startswith("@") and "dark" in name)
    page = (ROOT / "docs" / "contributing" / "design.md").read_text(encoding="utf-8")
    rows = re.findall(
        r"^\| `--([\w-]+)` \|[^|]*\| (#\w+) \|([^|]*)\| (#\w+) \|([^|]*)\|$", page, re.MULTILINE
    )
    assert len(rows) == len(light)
    for role, in_light, light_ratios, in_dark, dark_ratios in rows:
        for colours, colour, ratios in ((light, in_light, light_ratios), (dark, in_dark, dark_ratios)):
            assert colours[role] == colour, role
            numbers = [float(number) for number in re.findall(r"\d+\.\d", ratios)]
            grounds = GROUNDS if len(numbers) == 3 else ["brand"] if role == "on-brand" else ["safety-ink"]
            for number, ground in zip(numbers, grounds, strict=False):
                assert contrast(colours[role], colours[ground]) == pytest.approx(number, abs=0.06), (
                    role,
                    ground,
                )


def test_more_contrast_gives_every_text_10_to_1_and_every_phase_8() -> None:
    strong = {name: colours for name, colours in schemes().items() if "more" in name}
    assert len(strong) == 3
    roles = product(LEAST.keys() - {"line-strong", "focus"}, GROUNDS)
    assert low(strong, [(role, on, 8 if role.startswith("phase") else 10) for role, on in roles]) == []


def leaks(name: str, text: str) -> list[str]:
    """Selectors of a component's sheet that begin outside its own block."""
    names = "|".join(map(re.escape, blocks_of(name)))
    own = re.compile(rf"(?:{MATERIAL})?(?:\w+\.|\.|@page |@keyframes )?(?:{names})(?![a-zA-Z0-9])")
    return [
        selector
        for around, selector_list, _ in rules(text)
        for selector in selectors(selector_list)
        if selector not in MEANT
        and not own.match(selector)
        and not any(at.startswith("@keyframes") for at in around)
    ]


def test_no_style_leaves_its_components_block() -> None:
    for sheet, text in TEXTS.items():
        assert sheet.parent == ASSETS or leaks(sheet.parent.name, text) == [], sheet.name


def test_a_planted_leak_is_seen() -> None:
    sheet = ".card .x, .md-typeset p { margin: 0 } "
    sheet += "@media print { h1 { margin: 0 } .card { @page { margin: 0 } } }"
    assert leaks("card", sheet) == [".md-typeset p", "h1", "@page"]


def test_components_write_no_colour_of_their_own() -> None:
    colour = re.compile(r"#[0-9a-fA-F]{3,8}\b(?![^{}]*\{)|\b(?:rgb|hsl|oklch)a?\(")
    for sheet, text in TEXTS.items():
        assert sheet.parent == ASSETS or colour.findall(text) == [], sheet.name
