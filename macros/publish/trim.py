"""Leaves out of a style sheet what no page and no script can ever meet, and makes the rest small."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Set
from functools import partial

import lightningcss

# What the site promises to work in: keeps prefixes for them, and `min-width` for those without `width >=`.
BROWSERS = ["chrome >= 100", "firefox >= 100", "safari >= 15.4", "ios_saf >= 15.4"]
# Names that the theme's script knows and that go from a page without them: what it makes for features that mkdocs.yml
# leaves off (annotated code, facts of a repository, tags, tooltips, versions, diagrams, tabs, copy buttons), and what
# it only finds where the page's own HTML has it (boxes, code, footnotes, its navigation and title).
OFF = (
    *("md-annotation", "md-code", "md-source", "md-tag", "md-tooltip", "md-version", "mermaid", "tabbed-"),
    *("admonition", "filename", "footnote", "highlight", "hll", "linenos", "md-ellipsis", "md-header__t", "md-nav__"),
    *("md-pagination", "md-sidebar", "md-status"),
)
# Kinds of the theme's boxes, which are plain words in scripts too.
BOXES = frozenset({"end", "inline", "keys", "note", "question", "success"})
# Elements that the theme styles and many kinds of page do not have. Only these are looked for: no list of all elements.
TAGS = frozenset(
    (
        *("abbr", "aside", "audio", "b", "blockquote", "code", "dd", "del", "dl", "dt", "em", "fieldset", "figcaption"),
        *("figure", "h3", "h4", "h5", "h6", "hr", "i", "iframe", "img", "ins", "kbd", "legend", "mark", "meter"),
        *("object", "ol", "picture", "pre", "progress", "q", "s", "samp", "select", "small", "strong", "sub", "sup"),
        *("table", "tbody", "td", "textarea", "th", "thead", "tr", "video"),
    )
)
THEME_TAGS = frozenset({"mark"})  # what the theme's script makes of them: words that were searched for
# Two, since each begins with letters that can be looked for quickly.
_LABELS = tuple(re.compile(rf"""\s{name}=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""") for name in ("class", "id"))
_STRING = re.compile(r""""((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`""")
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_SYMBOL = re.compile(r"[.#](-?[A-Za-z_][\w-]*)")
_PROPERTY = re.compile(
    r"(?<=[{;])(--[\w-]+):((?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|url\([^)\"']*\)|[^;{}\"'])*)(?:;|(?=\}))"
)
_DECLARED = re.compile(r"(?<=[{;])--[\w-]+:")
_READ = re.compile(r"--[A-Za-z][\w-]*")
_RIGHT_TO_LEFT = "[dir=rtl]"
_ABSENT = "nobody-has-this"
# Of a small sheet whose strings are set aside: the selectors before a "{", one of them, and its names. What stands in
# brackets is passed over, since ":not(.x)" asks for no ".x".
_SELECTORS = re.compile(r"(?<=[{};])[^{}@;]+(?=\{)|^[^{}@;]+(?=\{)")
_BRACKETS = r"\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\]"
_ONE = re.compile(rf"(?:[^,(\[]|{_BRACKETS})+")
_NAME = re.compile(rf"{_BRACKETS}|::?[\w-]+|(?P<name>[.#]?[A-Za-z][\w-]*)")
_KEYFRAMES = re.compile(r"@keyframes ([\w-]+)")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"")
_TAG = re.compile(r"<([a-z][a-z0-9]*)")


def page_labels(html: str) -> set[str]:
    """Every class and id in a page, those in its templates too."""
    return {label for each in _LABELS for found in each.findall(html) for label in "".join(found).split()}


def page_tags(html: str) -> set[str]:
    """Every element's name in a page, those in its templates too."""
    return set(_TAG.findall(html))


def script_words(script: str) -> set[str]:
    """Words of a script without comments that may become a class, or the beginning of one ("md-nav--").

    Every word with a hyphen or two underscores; of the plain ones ("active") those in its strings, since most are code.
    """
    plain = {
        word for found in _STRING.finditer(script) for part in found.groups() if part for word in _WORD.findall(part)
    }
    return plain | {word for word in _WORD.findall(script) if "-" in word or "__" in word}


def unused(sheet: str, labels: Iterable[str], words: Iterable[str]) -> set[str]:
    """Classes and ids of `sheet` that are in no page and that no script can make."""
    known = {*labels, *words}
    begun = tuple(word for word in known if word.endswith(("--", "__")) and len(word) > 3)
    symbols = set(_SYMBOL.findall(sheet)) - set(labels)
    met = {each for each in symbols if each in known or each.startswith(begun)}
    return (symbols - met) | {each for each in met if each in BOXES or each.startswith(OFF)}


def trim(sheet: str, labels: set[str], words: set[str], *, tags: Set[str] = TAGS, right_to_left: bool = False) -> str:
    """`sheet` without rules for what is not there, and without custom properties that nothing reads.

    `labels` are classes and ids of the pages, `words` those of scripts, `tags` the elements of both.
    Raises ValueError, with the place, for a sheet that cannot be read.
    """
    left_out = unused(sheet, labels, words)
    if not right_to_left:
        sheet, left_out = sheet.replace(_RIGHT_TO_LEFT, ".right-to-left"), left_out | {"right-to-left"}
    absent = {f"{sign}{label}" for label in left_out for sign in ".#"} | (TAGS - tags)
    met = _process(_without_absent(small(sheet), absent), {_ABSENT, *left_out})
    return _without_unread(_process(_without_unread(met, words), _still(met)), words)


def _still(sheet: str) -> set[str]:
    """Names of movements that nothing in `sheet` makes; any other place with the same letters keeps one."""
    return {name for name in _KEYFRAMES.findall(sheet) if sheet.count(name) == 1}


def _without_absent(sheet: str, absent: Set[str]) -> str:
    """Lists of selectors without those that ask for what is absent; the library only knows to leave out whole rules."""
    strings = _QUOTED.findall(sheet)
    order = iter(range(len(strings)))
    made = _SELECTORS.sub(partial(_present, absent), _QUOTED.sub(lambda _: f'"{next(order)}"', sheet))
    return _QUOTED.sub(lambda found: strings[int(found[0][1:-1])], made)


def _present(absent: Set[str], selectors: re.Match[str]) -> str:
    kept = [one for one, names in _named(selectors[0]) if absent.isdisjoint(names)]
    return ",".join(kept) or f".{_ABSENT}"


@functools.cache  # each kind of page asks for the same lists
def _named(selectors: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Each selector of a list with the elements, classes and ids it asks for (".a")."""
    return tuple(
        (one, frozenset(each["name"] for each in _NAME.finditer(one) if each["name"]))
        for one in _ONE.findall(selectors)
    )


@functools.lru_cache(maxsize=8)  # the same sheets, for each kind of page
def small(sheet: str) -> str:
    """`sheet`, smaller, for the browsers above."""
    return _process(sheet, set())


def _process(sheet: str, left_out: set[str]) -> str:
    return str(lightningcss.process_stylesheet(sheet, unused_symbols=left_out, browsers_list=BROWSERS))


def _without_unread(sheet: str, words: set[str]) -> str:
    """Again and again, since a property may be read only by another that nothing reads.

    The library adds two to every `color-scheme`, which only its own `light-dark()` reads.
    """
    while True:
        made = _PROPERTY.sub(partial(_if_read, words, set(_READ.findall(_DECLARED.sub("", sheet)))), sheet)
        if made == sheet:
            return made
        sheet = made


def _if_read(words: set[str], read: set[str], found: re.Match[str]) -> str:
    name = found[1][2:]
    return found[0] if found[1] in read or (name in words and not name.startswith(OFF)) else ""
