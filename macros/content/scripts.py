"""The sentences to borrow that stand in the guides, each with an id that can be linked."""

import re
from dataclasses import dataclass

from macros.content.library import Library

_SCRIPT = re.compile(r"^- \[([^\]]+?):?\]\(#(script-[a-z0-9-]+)\)\{ #\2 \} \"(.+)\"$", re.MULTILINE)


@dataclass(frozen=True)
class Script:
    """A sentence to borrow; `path` is its guide's, below docs/."""

    id: str
    label: str
    words: str
    path: str


def scripts(library: Library) -> dict[str, Script]:
    """Every sentence to borrow in the guides, by its id, in the order of the path."""
    sentences = {}
    for guide in library.guides.values():
        for label, name, words in _SCRIPT.findall(guide.body):
            sentences[name] = Script(name, label, words, guide.path)
    return sentences
