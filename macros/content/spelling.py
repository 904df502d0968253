"""British spelling, checked by a library that knows American forms and common slips; every text in one call."""

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
from macros.content.fields import Spec, optional, reader
from macros.content.frontmatter import Document, Field
from macros.content.parse import read_fields
from macros.content.problem import Problem

PATH = "docs/_data/words.yml"
FOUND = 2  # what the library's command returns when it has found something


@dataclass(frozen=True)
class Words:
    """Our own words, left alone as they are written, and American words that the library cannot tell, with ours."""

    ours: frozenset[str] = frozenset()
    instead: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Slip:
    """A word that is not spelt our way: the number of its text (from 0), the word, what it should be."""

    text: int
    word: str
    better: str


@reader(fields.entries(fields.text()))
def _pairs(value: object) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(each, str) for each in (*value, *value.values())):
        raise fields.Bad("must be a group of words.", "Write american: british.")
    return value


SPECS = {"ours": Spec(fields.listing(fields.text())), "instead": optional(_pairs, {})}


def read_words(found: Mapping[str, Field]) -> tuple[Words, list[Problem]]:
    """The lists of docs/_data/words.yml, and what is wrong with them."""
    values, problems = read_fields(Document(PATH, found, "", 1), SPECS)
    return (Words() if problems else Words(frozenset(values["ours"]), values["instead"])), problems


def slips(texts: Sequence[str], words: Words) -> Iterator[Slip]:
    """Every word of `texts` (one line each) that is not spelt as British English has it, in order of the text.

    Raises RuntimeError when the library cannot run.
    """
    for found in _library(texts):
        if found["typo"] not in words.ours:
            yield Slip(found["line_num"] - 1, found["typo"], " or ".join(found["corrections"]))
    instead = words.instead or {}
    if instead:
        pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, instead))})\b", re.IGNORECASE)
        for number, text in enumerate(texts):
            yield from (Slip(number, each, instead[each.lower()]) for each in pattern.findall(text))


def _library(texts: Sequence[str]) -> Iterator[dict[str, Any]]:
    command = [
        str(Path(sysconfig.get_path("scripts")) / "typos"),
        "--isolated",
        "--locale",
        "en-gb",
        "--format",
        "json",
    ]
    done = subprocess.run([*command, "-"], input="\n".join(texts).encode(), capture_output=True, check=False)
    if done.returncode not in (0, FOUND):
        raise RuntimeError(f"typos cannot check the spelling: {done.stderr.decode(errors='replace').strip()}")
    read = (json.loads(line) for line in done.stdout.decode().splitlines())
    return (each for each in read if each["type"] == "typo")
