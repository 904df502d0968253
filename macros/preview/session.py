"""What the preview knows between two saves: the library, what could last be read, every problem.

A page with faults stays renderable: broken macro calls become boxes, other braces are shown.
"""

import itertools
import json
import re
from collections.abc import Callable, Collection, Iterable, MutableMapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from macros.content.body_parts import scripts
from macros.content.data import NAMES, Data, load_data
from macros.content.frontmatter import read_page
from macros.content.library import Library, Reading, library_of, page_files, parse_again, read_file
from macros.content.macro_calls import CALL, calls
from macros.content.problem import Problem
from macros.content.rules import RULES, check_draft, weigh
from macros.content.rules.calls import unusable
from macros.content.strays import strays
from macros.render.templates import fault_box

_BRACES = re.compile(r"\{\{|\}\}|\{%|%\}|\{#")
Good = MutableMapping[str, str]


class Session:
    """The content as the preview shows it.

    A page or a file of docs/_data that cannot be read is shown as it was when it could last. `good` holds the
    texts of those times (of pages, their front matter) and outlives the session.
    """

    def __init__(self, root: Path, good: Good) -> None:
        self.root, self.good = root, good
        self.readings: dict[str, Reading] = {}
        self._stale: set[str] = set()  # pages shown with the front matter of an earlier time
        self.data, self._data_problems = self._read_data()
        self._of_pages: dict[str, list[Problem]] = {}
        self._of_site: list[Problem] = []
        self.read(page_files(root))

    def _read_data(self) -> tuple[Data, list[Problem]]:
        """docs/_data, with the last good text of each file that has a fault now."""
        data, problems = load_data(self.root)
        faulty = {problem.path for problem in problems}
        if earlier := {path: self.good[path] for path in faulty if path in self.good}:
            data, _ = load_data(self.root, earlier)
        for file in (self.root / "docs" / "_data").glob("*.yml"):
            if (path := f"docs/_data/{file.name}") not in faulty:
                self.good[path] = file.read_text(encoding="utf-8-sig")
        return data, problems

    def read(self, paths: Iterable[str], data_too: bool = False) -> set[str]:
        """Reads pages again, and docs/_data when it changed; the paths of the pages that show something else
        now.

        These are the pages named, and all others when what lists and macros show of a page has changed.
        """
        before, named = getattr(self, "library", None), set(paths)
        if data_too:
            self.data, self._data_problems = self._read_data()
            self.readings = {path: parse_again(reading, self.data) for path, reading in self.readings.items()}
        for path in named:
            self.readings[path] = self._last_good(path, read_file(self.root, path, self.data))
        self.library, self._reading = library_of(self.readings, self.data)
        if data_too or (before and any(shown_elsewhere(before, self.library, path) for path in named)):
            return set(self.readings)
        return named

    def _last_good(self, path: str, reading: Reading) -> Reading:
        self._stale.discard(path)
        if reading.page:
            text = (self.root / "docs" / path).read_text(encoding="utf-8-sig")
            self.good[path] = "\n".join(text.split("\n")[1 : reading.page.body_line - 2])
        elif path in self.good and reading.document:
            self._stale.add(path)
            document, _ = read_page(f"---\n{self.good[path]}\n---\n", f"docs/{path}")
            page = parse_again(Reading(document), self.data).page
            body, line = reading.document.body, reading.document.body_line
            return replace(reading, page=replace(page, body=body, body_line=line) if page else None)
        return reading

    def source(self, path: str) -> str | None:
        """What is rendered in place of the file of a page with faults; None for a sound one."""
        if path not in self.readings:
            return None
        document, page = self.readings[path].document, self.readings[path].page
        if document is None:
            text = (self.root / "docs" / path).read_text(encoding="utf-8", errors="replace")
            document, _ = read_page(text, f"docs/{path}")
        body = guarded(
            document.body, document.body_line, lambda line, why: fault_box(f"docs/{path}:{line}", why)
        )
        if page and path not in self._stale and body == document.body:
            return None
        title = document.fields["title"].value if "title" in document.fields else None
        front = f"title: {json.dumps(title if isinstance(title, str) else Path(path).stem)}"
        return f"---\n{self.good.get(path, front) if page else front}\n---\n{body}"

    def broken_call(self, path: str, name: str, arguments: Collection[str], error: Exception) -> str:
        """The box in place of a macro that failed, with the line of its call."""
        library = self.library.with_draft(path) if path in self.library.drafts else self.library
        call = (name, tuple(arguments))
        lines = [same.line for same in library.calls.get(path, ()) if (same.name, same.arguments) == call]
        shown = f"{name}({', '.join(arguments)})"
        why = f"'{shown}' needs the front matter of this page, which has faults."
        if path in library.pages:
            why = f"'{shown}' cannot be shown: {type(error).__name__} {error}."
        return fault_box(f"docs/{path}:{lines[0] if lines else 1}", why)

    def check_page(self, path: str) -> None:
        """Holds the rules of pages against the page at `path`."""
        if path in self.library.drafts:
            self._of_pages[path] = check_draft(self.library, path, date.today())
        elif path in self.library.documents:
            rules = [rule for rule in RULES.values() if rule.of_pages]
            problems = (rule.problems(self.library, date.today(), [path]) for rule in rules)
            self._of_pages[path] = [*itertools.chain.from_iterable(problems)]

    def check_site(self, stop: Callable[[], bool]) -> bool:
        """Runs the rules of the site, and those that look at docs/_data; False when `stop` ended it."""
        problems: list[Problem] = []
        for rule in RULES.values():
            if stop():
                return False
            of_data = rule.of_data if rule.of_pages else rule.problems
            problems += of_data(self.library, date.today())
        self._of_site = [*problems, *strays(self.root, NAMES)]
        return True

    def problems(self) -> list[Problem]:
        """Every problem, sorted; a link to a draft is only a should, since the draft can be seen."""
        by_rules = [*itertools.chain.from_iterable([*self._of_pages.values()]), *self._of_site]
        problems = {*self._data_problems, *self._reading, *weigh(self.library, by_rules)}
        softened = (
            replace(problem, degree="should") if problem.rule == "links.to-draft" else problem
            for problem in problems
        )
        return sorted(softened, key=lambda problem: (problem.degree, problem))


def shown_elsewhere(before: Library, after: Library, path: str) -> bool:
    """Whether other pages may show something else, after the page at `path` changed; links to terms apart."""

    def facts(library: Library) -> tuple[object, ...]:
        page = library.pages.get(path)
        calls = [(call.name, call.arguments) for call in library.calls.get(path, ())]
        return page and replace(page, body="", body_line=0), calls, scripts(library)

    return facts(before) != facts(after)


def guarded(body: str, first_line: int, box: Callable[[int, str], str]) -> str:
    """A body in which Jinja meets only whole macro calls; other braces are shown.

    `box` gives what stands for a broken one, by its line (`first_line` is that of the body) and what is
    wrong.
    """
    parts, start = [], 0
    for match, call in zip(CALL.finditer(body), calls(body, first_line), strict=True):
        fault = unusable(call)
        parts += [
            _as_text(body[start : match.start()]),
            box(call.line, " ".join(fault)) if fault else match.group(),
        ]
        start = match.end()
    return "".join([*parts, _as_text(body[start:])])


def _as_text(text: str) -> str:
    return _BRACES.sub(lambda braces: f"{{{{ '{braces.group()}' }}}}", text)
