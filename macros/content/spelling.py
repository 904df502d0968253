"""British spelling, checked by the command `typos` (American forms, common slips); all texts in one call."""

from __future__ import annotations

import json
import re
import subprocess
import sysconfig
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.content import fields
from macros.content.fields import Spec, optional
from macros.content.frontmatter import Field
from macros.content.problem import Problem
from macros.content.records import DataFile, read_fields

EXIT_WITH_TYPOS = 2  # what the command returns when it reports something


@dataclass(frozen=True)
class Words:
    """Our own words, left alone as written, and American words that `typos` cannot tell, with ours."""

    ours: frozenset[str] = frozenset()
    instead: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Slip:
    """A word that is not spelt our way: the number of its text (from 0), the word, what it should be."""

    text: int
    word: str
    better: str


_AMERICAN = fields.named(fields.text())
_SPECS = {"ours": Spec(fields.listing(fields.text())), "instead": optional(_AMERICAN, {})}


def _read(entries: Mapping[str, Field]) -> tuple[Words, list[Problem]]:
    values, problems = read_fields(FILE.path, entries, _SPECS)
    return (Words() if problems else Words(frozenset(values["ours"]), values["instead"])), problems


FILE = DataFile("words", _read, fields.group(_SPECS), Words())


def slips(texts: Sequence[str], words: Words) -> Iterator[Slip]:
    """Every word of `texts` (one line each) that is not spelt as British English has it, in order of the
    text.

    Raises RuntimeError when the library cannot run.
    """
    for typo in _typos(texts):
        if typo["typo"] not in words.ours:
            yield Slip(typo["line_num"] - 1, typo["typo"], " or ".join(typo["corrections"]))
    instead = words.instead or {}
    if instead:
        pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, instead))})\b", re.IGNORECASE)
        for number, text in enumerate(texts):
            yield from (Slip(number, word, instead[word.lower()]) for word in pattern.findall(text))


def _typos(texts: Sequence[str]) -> Iterator[dict[str, Any]]:
    """What the command `typos` reports, a line of JSON each."""
    beside = Path(sysconfig.get_path("scripts")) / "typos"
    command = [
        str(beside) if beside.exists() else "typos",
        "--isolated",
        "--locale",
        "en-gb",
        "--format",
        "json",
    ]
    try:
        done = subprocess.run(
            [*command, "-"], input="\n".join(texts).encode(), capture_output=True, check=False
        )
    except FileNotFoundError:
        raise RuntimeError(
            "typos, which checks the spelling, is not installed: `make check` installs it."
        ) from None
    if done.returncode not in (0, EXIT_WITH_TYPOS):
        raise RuntimeError(f"typos cannot check the spelling: {done.stderr.decode(errors='replace').strip()}")
    reports = (json.loads(line) for line in done.stdout.decode().splitlines())
    return (report for report in reports if report["type"] == "typo")
