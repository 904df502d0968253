"""Sources that were weighed and are not in the set, each with its reason: docs/_data/left-out.yml."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from macros.content import fields
from macros.content.records import file_of


@dataclass(frozen=True)
class LeftOut:
    """A source that no page uses. `core` says that a reader who knows the field would look for it."""

    title: Annotated[str, fields.text(3)]
    why: Annotated[str, fields.sentence(10, 400)]
    core: Annotated[bool, fields.flag] = False


FILE = file_of("left-out", LeftOut)
PATH = FILE.path
