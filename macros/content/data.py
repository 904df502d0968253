"""Reads docs/_data, facts with no page of their own. `FILES` names every file and its reader."""

from __future__ import annotations  # a field may have the name of what its type is made from

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from macros.content import (
    address_list,
    body_signals,
    boundary,
    budgets,
    danger,
    disputes,
    four_week,
    news,
    red_flags,
    safety_lines,
    spelling,
    ways,
)
from macros.content.fields import Lists, Reader, entries, matching, record
from macros.content.frontmatter import Field, not_utf8, read_text, read_yaml
from macros.content.model import Choice, Finder, LeftOut, Source
from macros.content.problem import Problem
from macros.content.records import DataFile, entry_reader, file_of, file_of_values, read_entries
from macros.content.shown import Text, data_texts
from macros.content.signs import merge_marks

_MOVED = "must lead from one address of this site to another"
_WRITE = "Write old/address/: new/address/, with a slash at the end and none at the beginning."
in_site = matching(r"(?:[a-z0-9-]+/)+", _MOVED, _WRITE)


def _redirect(old: str, entry: Field) -> str:
    in_site(old)
    return str(in_site(entry.value))


def _vocabulary(lists: Mapping[str, Field]) -> tuple[dict[str, dict[str, Choice]], list[Problem]]:
    vocabulary: dict[str, dict[str, Choice]] = {}
    problems = []
    path = "docs/_data/vocabulary.yml"
    for name, words in lists.items():
        if not isinstance(words.value, dict):
            message, hint = f"'{name}' must be a group of words.", "Write word: {label: Word}."
            problems.append(Problem(path, words.line, message, hint))
        vocabulary[name], faults = read_entries(path, words.entries(), entry_reader(Choice))
        problems += faults
    return vocabulary, problems


_WORDS = Reader(dict, entries(record(Choice)))
# Each file of docs/_data, by the field of `Data` that it fills.
FILES: Mapping[str, DataFile] = {
    "sources": file_of("sources", Source),
    "finders": file_of("finders", Finder, lambda finders: tuple(finders.values())),
    "safety": safety_lines.FILE,
    "vocabulary": DataFile("vocabulary", _vocabulary, entries(_WORDS), {}),
    "corrections": news.CORRECTIONS,
    "news": news.FILE,
    "ways": ways.FILE,
    "signals": body_signals.FILE,
    "flags": red_flags.FILE,
    "dangers": danger.FILE,
    "plan": four_week.FILE,
    "boundary": boundary.FILE,
    "redirects": file_of_values("redirects", in_site, _redirect),
    "disputes": disputes.FILE,
    "words": spelling.FILE,
    "left_out": file_of("left-out", LeftOut),
    "budgets": budgets.FILE,
}
NAMES = tuple(file.name for file in FILES.values())
# The files of which readers see nothing.
UNSEEN = ("redirects", "disputes", "words", "left-out", "budgets")


@dataclass(frozen=True)
class Data:
    """docs/_data, parsed. `vocabulary` maps a list's name to its choices; `texts` is what they show."""

    sources: Mapping[str, Source]
    finders: tuple[Finder, ...]
    safety: safety_lines.Safety
    vocabulary: Mapping[str, Mapping[str, Choice]]
    corrections: tuple[news.Correction, ...] = ()
    news: tuple[news.News, ...] = ()
    ways: Mapping[str, ways.Way] = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)
    addresses: Mapping[str, int] = field(default_factory=dict)  # each with its line on the list
    plan: tuple[four_week.Week, ...] = ()
    boundary: boundary.Boundary | None = None
    signals: tuple[body_signals.BodySignal, ...] = ()
    flags: Mapping[str, red_flags.RedFlag] = field(default_factory=dict)
    disputes: Mapping[str, disputes.Dispute] = field(default_factory=dict)
    words: spelling.Words = field(default_factory=spelling.Words)
    left_out: Mapping[str, LeftOut] = field(default_factory=dict)
    dangers: tuple[danger.Danger, ...] = ()
    budgets: Mapping[str, budgets.Budget] = field(default_factory=dict)
    texts: tuple[Text, ...] = ()

    @functools.cached_property
    def lists(self) -> Lists:
        """The words of each closed list that front matter may use, and the names of the risks."""
        lists = {name: tuple(words) for name, words in self.vocabulary.items()}
        return {**lists, "risks": tuple(self.safety.risks)}


def load_data(root: Path, instead: Mapping[str, str] = MappingProxyType({})) -> tuple[Data, list[Problem]]:
    """Everything in `root`/docs/_data, and what is wrong with it; `instead` replaces some files' texts."""
    problems: list[Problem] = []
    values: dict[str, Any] = {}
    texts: list[Text] = []
    for attribute, file in FILES.items():
        text, faults = (instead[file.path], []) if file.path in instead else _text(root, file.path)
        if not faults:
            fields, faults = _fields(text, file.path)
            texts += () if file.name in UNSEEN else data_texts(file.name, fields)
        values[attribute] = file.unread
        if not faults:
            values[attribute], faults = file.read(fields)
        problems += faults
    addresses, unread = _text(root, address_list.PATH)
    return Data(**values, addresses=address_list.listed(addresses), texts=tuple(texts)), [*problems, *unread]


# The same text is read once, for the saves of a preview.
_fields = functools.lru_cache(maxsize=64)(read_yaml)


def _text(root: Path, path: str) -> tuple[str, list[Problem]]:
    try:
        text = read_text(root / path)
    except FileNotFoundError:
        return "", [Problem(path, 1, "the file is missing.", "Restore it from the history.")]
    except UnicodeDecodeError:
        return "", [not_utf8(path)]
    marks = list(merge_marks(text, path))
    return ("" if marks else text), marks
