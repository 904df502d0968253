"""Reads docs/_data, facts with no page of their own. Each field of `Data` names the file that fills it."""

import dataclasses
import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any

from macros.content import budgets, data_files, safety_lines, spelling, tools
from macros.content.data_files import Choice
from macros.content.fields import Lists, Reader, entries, matching, record
from macros.content.frontmatter import Field, not_utf8, read_text, read_yaml
from macros.content.problem import Problem
from macros.content.records import DataFile, entry_reader, file_of_values, read_entries
from macros.content.shown import Text, data_texts
from macros.content.yaml_slips import merge_marks

ADDRESSES, REDIRECTS = "docs/_data/addresses.txt", "docs/_data/redirects.yml"
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
_VOCABULARY = DataFile("vocabulary", _vocabulary, entries(_WORDS), {})
_REDIRECTS = file_of_values("redirects", in_site, _redirect)


@dataclass(frozen=True)
class Data:
    """docs/_data, parsed. `vocabulary` maps a list's name to its choices; `texts` is what they show."""

    sources: Annotated[Mapping[str, data_files.Source], data_files.SOURCES]
    finders: Annotated[tuple[data_files.Finder, ...], data_files.FINDERS]
    safety: Annotated[safety_lines.Safety, safety_lines.FILE]
    vocabulary: Annotated[Mapping[str, Mapping[str, Choice]], _VOCABULARY]
    corrections: Annotated[tuple[data_files.Correction, ...], data_files.CORRECTIONS]
    news: Annotated[tuple[data_files.News, ...], data_files.NEWS]
    ways: Annotated[Mapping[str, data_files.Way], data_files.WAYS]
    signals: Annotated[tuple[data_files.BodySignal, ...], data_files.SIGNALS]
    flags: Annotated[Mapping[str, safety_lines.RedFlag], safety_lines.FLAGS]
    dangers: Annotated[tuple[data_files.Danger, ...], data_files.DANGERS]
    plan: Annotated[tuple[tools.Week, ...], tools.PLAN]
    boundary: Annotated[tools.Boundary | None, tools.BOUNDARY]
    redirects: Annotated[Mapping[str, str], _REDIRECTS]
    disputes: Annotated[Mapping[str, data_files.Dispute], data_files.DISPUTES]
    words: Annotated[spelling.Words, spelling.FILE]
    left_out: Annotated[Mapping[str, data_files.LeftOut], data_files.LEFT_OUT]
    budgets: Annotated[Mapping[str, budgets.Budget], budgets.FILE]
    addresses: Mapping[str, int]  # all that were ever published, each with its line on the list
    texts: tuple[Text, ...]

    @functools.cached_property
    def lists(self) -> Lists:
        """The words of each closed list that front matter may use, and the names of the risks."""
        lists = {name: tuple(words) for name, words in self.vocabulary.items()}
        return {**lists, "risks": tuple(self.safety.risks)}


# Each file of docs/_data, by the field of `Data` that it fills.
FILES: Mapping[str, DataFile] = {
    field.name: metadata[0]
    for field in dataclasses.fields(Data)
    if (metadata := getattr(field.type, "__metadata__", ()))
}
NAMES = (*(f"{file.name}.yml" for file in FILES.values()), ADDRESSES.rpartition("/")[2])


def load_data(root: Path, instead: Mapping[str, str] = MappingProxyType({})) -> tuple[Data, list[Problem]]:
    """Everything in `root`/docs/_data, and what is wrong with it; `instead` replaces some files' texts."""
    problems: list[Problem] = []
    values: dict[str, Any] = {}
    texts: list[Text] = []
    for attribute, file in FILES.items():
        text, faults = (instead[file.path], []) if file.path in instead else _text(root, file.path)
        if not faults:
            fields, faults = _fields(text, file.path)
            texts += data_texts(file.name, fields)
        values[attribute] = file.unread
        if not faults:
            values[attribute], faults = file.read(fields)
        problems += faults
    addresses, unread = _text(root, ADDRESSES)
    return Data(**values, addresses=listed(addresses), texts=tuple(texts)), [*problems, *unread]


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


def listed(text: str) -> dict[str, int]:
    """The addresses of the list of addresses with their lines; "/" is the root, # begins a comment."""
    lines = {line.strip(): number for number, line in enumerate(text.split("\n"), start=1)}
    lines = {line: number for line, number in lines.items() if line and not line.startswith("#")}
    return {"" if line == "/" else line: number for line, number in lines.items()}


def with_new(text: str, new: Iterable[str]) -> str:
    """The text of the list of addresses with `new` as well: its comments, then all in order."""
    comments = "".join(f"{line}\n" for line in text.splitlines() if line.startswith("#"))
    return comments + "".join(f"{address or '/'}\n" for address in sorted({*listed(text), *new}))
