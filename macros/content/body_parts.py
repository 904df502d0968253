"""Parts of a page's text that other places show: a practice in words, sentences to borrow, sections."""

import re
from dataclasses import dataclass

from macros.content.frontmatter import Document
from macros.content.library import Library
from macros.content.model import Practice
from macros.content.prose import plain

HEADING = "## How to do it"
_ITEM = re.compile(r"^\d+\.\s+(?P<text>.+)$")
_SCRIPT = re.compile(r"^- \[([^\]]+?):?\]\(#(script-[a-z0-9-]+)\)\{ #\2 \} \"(.+)\"$", re.MULTILINE)
_SECTION = re.compile(r"^(##|###) +(.+?) *$", re.MULTILINE)


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


def sections(document: Document) -> dict[str, tuple[int, str]]:
    """The parts of a page below a third heading, in order: by the heading's words its line, and the text."""
    headings = list(_SECTION.finditer(document.body))
    ends = [*(heading.start() for heading in headings[1:]), len(document.body)]
    return {
        heading[2]: (document.line_at(heading.start()), document.body[heading.end() : end])
        for heading, end in zip(headings, ends, strict=True)
        if heading[1] == "###"
    }
