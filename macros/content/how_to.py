"""A practice in words, as its author wrote them: what to print on paper and to describe to machines."""

import re

from macros.content.model import Practice
from macros.content.prose import plain

HEADING = "## How to do it"
_ITEM = re.compile(r"^\d+\.\s+(?P<text>.+)$")


def how_to(practice: Practice) -> tuple[str, ...]:
    """The steps of a practice in full words: its timed steps, else the numbered list of its page."""
    if practice.steps:
        return tuple(step.text or step.say for step in practice.steps)
    return numbered(practice.body)


def numbered(body: str) -> tuple[str, ...]:
    """The items of the numbered list under "How to do it", each on one line, without markup and citations."""
    _, _, rest = f"\n{body}".partition(f"\n{HEADING}\n")
    section = rest.split("\n## ", 1)[0]
    items: list[str] = []
    inside = False
    for line in section.split("\n"):
        item = _ITEM.match(line)
        if item:
            items.append(item["text"])
        elif inside and line.startswith(" ") and line.strip():
            items[-1] += f" {line.strip()}"
        inside = bool(item) or (inside and line.startswith(" "))
    return tuple(" ".join(plain(item).split()) for item in items)
