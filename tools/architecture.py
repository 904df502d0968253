"""`python -m tools.architecture`: lists all modules in docs/contributing/architecture.md."""

import ast
import re
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "contributing" / "architecture.md"
HEADING = "\n## Every module\n"
FOLDERS = ("macros", "tools", "bench")
_SENTENCE = re.compile(r".+?[.](?=\s|$)|.+", re.DOTALL)
_CODE = re.compile(r"(`[^`]*`)")


def first_sentence(module: Path) -> str:
    """The first sentence of a module's docstring, on one line, as Markdown.

    Raises ValueError with the module's path when it has no docstring.
    """
    said = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    if not said:
        raise ValueError(f"{module}: the module has no docstring. Say in its first line what it is for.")
    sentence = _SENTENCE.match(" ".join(said.split("\n\n")[0].split()))
    parts = _CODE.split(sentence.group() if sentence else "")
    return "".join(
        part if part.startswith("`") else part.replace("<", "&lt;").replace("*", "\\*") for part in parts
    )


def module_list(root: Path, modules: Iterable[Path]) -> str:
    """Markdown: a heading for each folder, what its `__init__.py` says, a line for each other module."""
    in_order = sorted(modules, key=lambda module: (module.parent, module.name != "__init__.py", module.name))
    blocks = []
    for folder, inside in groupby(in_order, key=lambda module: module.parent):
        lines = [_line(module) for module in inside]
        blocks.append(f"### {folder.relative_to(root).as_posix()}\n\n{''.join(lines)}")
    return "\n".join(blocks)


def _line(module: Path) -> str:
    said = first_sentence(module)
    return f"{said}\n\n" if module.name == "__init__.py" else f"- `{module.name}`: {said}\n"


def with_list(text: str, listed: str) -> str:
    """The page's text with everything below its heading "Every module" made anew.

    Raises ValueError when the page lacks that heading.
    """
    before, heading, _ = text.partition(HEADING)
    if not heading:
        raise ValueError(
            f"{PAGE}: the heading '{HEADING.strip()}' is missing. Put it at the end of the page."
        )
    return (
        f"{before}{heading}\nMade by `make architecture` from the first sentence of each module.\n\n{listed}"
    )


def current() -> str:
    """The text that the page should have now."""
    modules = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
    return with_list(PAGE.read_text(encoding="utf-8"), module_list(ROOT, modules))


if __name__ == "__main__":
    PAGE.write_text(current(), encoding="utf-8", newline="\n")
