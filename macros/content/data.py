"""Reads docs/_data: facts with no page of their own, cited by key."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from macros.content import address_list, fields
from macros.content.body_signals import BodySignal, read_signals
from macros.content.boundary import Boundary, read_boundary
from macros.content.budgets import Budget, read_budgets
from macros.content.country import address
from macros.content.danger import Danger, read_danger
from macros.content.disputes import Dispute, read_disputes
from macros.content.fields import Spec, optional
from macros.content.four_week import Week, read_plan
from macros.content.frontmatter import Field, key_lines, not_utf8, read_text, read_yaml
from macros.content.left_out import LeftOut, read_left_out
from macros.content.model import Choice, Correction, Finder, Source
from macros.content.problem import Problem
from macros.content.red_flags import RedFlag, read_red_flags
from macros.content.safety_lines import Safety, read_safety
from macros.content.shown import Text, data_texts
from macros.content.signs import merge_marks
from macros.content.spelling import Words, read_words

CONFIDENCE = ("A", "B", "C")
TOOLS = ("four-week-start", "boundary-scripts")
# The files whose texts readers see.
SHOWN = (
    *("sources", "finders", "safety", "vocabulary", "corrections", "body-signals", "red-flags", "danger-words"),
    *TOOLS,
)
FILES = (*SHOWN, "budgets", "disputes", "left-out", "redirects", "words")

SOURCE: Mapping[str, Spec] = {
    "authors": optional(fields.listing(fields.text(), 1), ()),
    "year": optional(fields.whole(1900, 2100)),
    "title": Spec(fields.text(3)),
    "container": optional(fields.text()),
    "volume": optional(fields.text()),
    "issue": optional(fields.text()),
    "pages": optional(fields.text()),
    "doi": optional(fields.text(6)),
    "url": optional(fields.text(8)),
    "topic": Spec(fields.slug),
    "type": Spec(fields.text()),
    "n": Spec(fields.text()),
    "finding": Spec(fields.text(20)),
    "limits": Spec(fields.text(3)),
    "our_note": optional(fields.text(10)),
    "figures": optional(fields.named(fields.text(1, 200)), {}),
    "confidence": Spec(fields.choice((*CONFIDENCE, "memory"))),
    "check_before_quoting": optional(fields.text()),
}

FINDER = {"name": Spec(fields.text()), "site": Spec(address), "says": Spec(fields.sentence(10, 200))}

_ADDRESS = re.compile(r"(?:[a-z0-9-]+/)+")


@fields.reader({"type": "string", "pattern": f"^{_ADDRESS.pattern}$"})
def in_site(value: Any) -> str:
    """An address below the site's root, such as guides/x/."""
    if not isinstance(value, str) or not _ADDRESS.fullmatch(value):
        hint = "Write old/address/: new/address/, with a slash at the end and none at the beginning."
        raise fields.Bad("must lead from one address of this site to another.", hint)
    return value


CORRECTION: Mapping[str, Spec] = {
    "day": Spec(fields.day),
    "page": Spec(fields.text(4)),
    "said": Spec(fields.sentence(3, 400)),
    "says": Spec(fields.sentence(3, 400)),
    "why": Spec(fields.sentence(3, 400)),
    "found": Spec(fields.sentence(3, 200)),
}

CHOICE: Mapping[str, Spec] = {
    "label": Spec(fields.text()),
    "note": optional(fields.text(), ""),
    "first": optional(fields.text(), ""),
}


@dataclass(frozen=True)
class Data:
    """All of docs/_data, parsed. `vocabulary` maps a list's name to its choices in order; `texts` is what they show."""

    sources: Mapping[str, Source]
    finders: tuple[Finder, ...]
    safety: Safety
    vocabulary: Mapping[str, Mapping[str, Choice]]
    corrections: tuple[Correction, ...] = ()
    redirects: Mapping[str, str] = field(default_factory=dict)
    addresses: Mapping[str, int] = field(default_factory=dict)  # each with its line on the list
    plan: tuple[Week, ...] = ()
    boundary: Boundary | None = None
    signals: tuple[BodySignal, ...] = ()
    flags: Mapping[str, RedFlag] = field(default_factory=dict)
    disputes: Mapping[str, Dispute] = field(default_factory=dict)
    words: Words = field(default_factory=Words)
    left_out: Mapping[str, LeftOut] = field(default_factory=dict)
    dangers: tuple[Danger, ...] = ()
    budgets: Mapping[str, Budget] = field(default_factory=dict)
    texts: tuple[Text, ...] = ()


def load_data(root: Path, instead: Mapping[str, str] = MappingProxyType({})) -> tuple[Data, list[Problem]]:
    """Everything in `root`/docs/_data, and what is wrong with it; `instead` holds other texts for some files."""
    problems: list[Problem] = []
    files: dict[str, dict[str, Field]] = {}
    places: dict[str, int] = {}
    for name in FILES:
        path = f"docs/_data/{name}.yml"
        text, unread = (instead[path], []) if path in instead else _text(root, path)
        files[name], found = _fields(text, path)
        places |= key_lines(text, "risks") if name == "safety" and not found else {}
        problems += [*unread, *found]
    addresses, unread = _text(root, address_list.PATH)
    problems += unread
    sources = _entries(files["sources"], SOURCE, "docs/_data/sources.yml", problems)
    safety, found = read_safety(files["safety"], places)
    problems += found
    data = Data(
        sources={key: _source(key, found) for key, found in sources.items()},
        finders=_finders(files["finders"], problems),
        safety=safety,
        vocabulary={name: _choices(name, entry, problems) for name, entry in files["vocabulary"].items()},
        corrections=_corrections(files["corrections"], problems),
        redirects=_redirects(files["redirects"], problems),
        addresses=address_list.listed(addresses),
        plan=_tool("four-week-start", read_plan, files, problems) or (),
        boundary=_tool("boundary-scripts", read_boundary, files, problems),
        signals=_tool("body-signals", read_signals, files, problems) or (),
        flags=_tool("red-flags", read_red_flags, files, problems) or {},
        disputes=_tool("disputes", read_disputes, files, problems) or {},
        words=_tool("words", read_words, files, problems) or Words(),
        left_out=_tool("left-out", read_left_out, files, problems) or {},
        dangers=_tool("danger-words", read_danger, files, problems) or (),
        budgets=_tool("budgets", read_budgets, files, problems) or {},
        texts=tuple(text for name in SHOWN for text in data_texts(name, files[name])),
    )
    return data, problems


@functools.lru_cache(maxsize=64)
def _fields(text: str, path: str) -> tuple[dict[str, Field], list[Problem]]:
    """What `read_yaml` says of a file; the same text is read once, since a preview reads all when one is saved."""
    return read_yaml(text, path)


def _text(root: Path, path: str) -> tuple[str, list[Problem]]:
    try:
        text = read_text(root / path)
    except FileNotFoundError:
        return "", [Problem(path, 1, "the file is missing.", "Restore it from the history.")]
    except UnicodeDecodeError:
        return "", [not_utf8(path)]
    marks = list(merge_marks(text, path))
    return ("" if marks else text), marks


def _entries(
    found: Mapping[str, Field], specs: Mapping[str, Spec], path: str, problems: list[Problem]
) -> dict[str, dict[str, Any]]:
    read = fields.mapping(specs, dict)
    entries = {}
    for key, entry in found.items():
        try:
            entries[key] = read(entry.value)
        except fields.Bad as bad:
            problems.append(Problem(path, entry.line, f"'{key}' {bad.message}", bad.hint))
    return entries


def _source(key: str, found: Mapping[str, Any]) -> Source:
    return Source(key=key, **{name: value for name, value in found.items() if name != "check_before_quoting"})


def _finders(found: Mapping[str, Field], problems: list[Problem]) -> tuple[Finder, ...]:
    return tuple(Finder(**entry) for entry in _entries(found, FINDER, "docs/_data/finders.yml", problems).values())


def _corrections(found: Mapping[str, Field], problems: list[Problem]) -> tuple[Correction, ...]:
    """The log of corrections, newest first."""
    entries = _entries(found, CORRECTION, "docs/_data/corrections.yml", problems).values()
    return tuple(sorted((Correction(**entry) for entry in entries), key=lambda each: each.day, reverse=True))


def _tool(name: str, read: Any, files: Mapping[str, Mapping[str, Field]], problems: list[Problem]) -> Any:
    """What a tool's file holds; None where the file itself could not be read, which has been told already."""
    if any(problem.path == f"docs/_data/{name}.yml" for problem in problems):
        return None
    found, bad = read(files[name])
    problems += bad
    return found


def _redirects(found: Mapping[str, Field], problems: list[Problem]) -> dict[str, str]:
    """Old addresses and the addresses that took their place, both below the site's root ("guides/x/")."""
    redirects = {}
    for old, entry in found.items():
        try:
            redirects[in_site(old)] = in_site(entry.value)
        except fields.Bad as bad:
            problems.append(Problem("docs/_data/redirects.yml", entry.line, f"'{old}' {bad.message}", bad.hint))
    return redirects


def _choices(name: str, entry: Field, problems: list[Problem]) -> dict[str, Choice]:
    path = "docs/_data/vocabulary.yml"
    if not isinstance(entry.value, dict):
        problems.append(Problem(path, entry.line, f"'{name}' must be a group of words.", "Write word: {label: Word}."))
        return {}
    found = {str(word): Field(value, entry.line) for word, value in entry.value.items()}
    return {word: Choice(word, **read) for word, read in _entries(found, CHOICE, path, problems).items()}
