"""British spelling, checked by the command `typos` (American forms, common slips); all texts in one call."""

import json
import re
import subprocess
import sysconfig
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

from macros.content import fields
from macros.content.records import file_of_record

OPTIONS = ("--isolated", "--locale", "en-gb", "--format", "json", "-")
EXIT_WITH_TYPOS = 2  # what the command returns when it reports something


@dataclass(frozen=True)
class Words:
    """Our own words, left alone as written, and American words that `typos` cannot tell, with ours."""

    ours: Annotated[tuple[str, ...], fields.listing(fields.text())] = ()
    instead: Annotated[Mapping[str, str], fields.named(fields.text())] = field(default_factory=dict)


FILE = file_of_record("words", Words, Words())


@dataclass(frozen=True)
class Slip:
    """A word that is not spelt our way: the number of its text (from 0), the word, what it should be."""

    text: int
    word: str
    better: str


def slips(texts: Sequence[str], words: Words) -> Iterator[Slip]:
    """Every word of `texts` (a line each) that is not British English; raises RuntimeError without typos."""
    for typo in _typos(texts):
        if typo["typo"] not in words.ours:
            yield Slip(typo["line_num"] - 1, typo["typo"], " or ".join(typo["corrections"]))
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, words.instead))})\b", re.IGNORECASE)
    for number, text in enumerate(texts if words.instead else ()):
        yield from (Slip(number, word, words.instead[word.lower()]) for word in pattern.findall(text))


def _typos(texts: Sequence[str]) -> Iterator[dict[str, Any]]:
    """What the command `typos` reports, a line of JSON each."""
    beside = Path(sysconfig.get_path("scripts")) / "typos"
    command = [str(beside) if beside.exists() else "typos", *OPTIONS]
    try:
        done = subprocess.run(command, input="\n".join(texts).encode(), capture_output=True, check=False)
    except FileNotFoundError:
        message = "typos, which checks the spelling, is not installed: `make check` installs it."
        raise RuntimeError(message) from None
    if done.returncode not in (0, EXIT_WITH_TYPOS):
        raise RuntimeError(f"typos cannot check the spelling: {done.stderr.decode(errors='replace').strip()}")
    reports = (json.loads(line) for line in done.stdout.decode().splitlines())
    return (report for report in reports if report["type"] == "typo")
