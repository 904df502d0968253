"""What the preview knows between two saves: the library, what could last be read, every problem."""

import json
from collections.abc import Callable, Collection, Iterable, MutableMapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from macros.content.data import NAMES, Data, load_data
from macros.content.frontmatter import read_page
from macros.content.library import Library, Reading, library_of, page_files, parse_again, read_file
from macros.content.problem import Problem
from macros.content.rules import RULES, check_draft, weigh
from macros.content.scripts import scripts
from macros.content.strays import strays
from macros.preview.guard import guarded
from macros.render.fault_box import fault_box

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
        if faulty & self.good.keys():
            data, _ = load_data(self.root, {path: self.good[path] for path in faulty if path in self.good})
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
        reading = self.readings.get(path)
        if reading is None:
            return None
        document, page = reading.document, reading.page
        if document is None:
            text = (self.root / "docs" / path).read_text(encoding="utf-8", errors="replace")
            document, _ = read_page(text, f"docs/{path}")
        body = guarded(
            document.body, document.body_line, lambda line, why: fault_box(f"docs/{path}:{line}", why)
        )
        if page and path not in self._stale:
            return None if body == document.body else f"---\n{self.good[path]}\n---\n{body}"
        title = document.fields["title"].value if "title" in document.fields else None
        front = f"title: {json.dumps(title if isinstance(title, str) else Path(path).stem)}"
        return f"---\n{self.good.get(path, front) if page else front}\n---\n{body}"

    def broken_call(self, path: str, name: str, arguments: Collection[str], error: Exception) -> str:
        """The box in place of a macro that failed, with the line of its call."""
        library = self.library.with_draft(path) if path in self.library.drafts else self.library
        calls = library.calls.get(path, ())
        line = next(
            (call.line for call in calls if (call.name, call.arguments) == (name, tuple(arguments))), 1
        )
        shown = f"{name}({', '.join(arguments)})"
        why = f"'{shown}' needs the front matter of this page, which has faults."
        if path in library.pages:
            why = f"'{shown}' cannot be shown: {type(error).__name__} {error}."
        return fault_box(f"docs/{path}:{line}", why)

    def check_page(self, path: str) -> None:
        """Holds the rules of pages against the page at `path`."""
        if path in self.library.drafts:
            self._of_pages[path] = check_draft(self.library, path, date.today())
        elif path in self.library.documents:
            rules = [rule for rule in RULES.values() if rule.of_pages]
            problems = [
                problem for rule in rules for problem in rule.problems(self.library, date.today(), [path])
            ]
            self._of_pages[path] = problems

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
        rules = [*(problem for of_page in [*self._of_pages.values()] for problem in of_page), *self._of_site]
        problems = {*self._data_problems, *self._reading, *weigh(self.library, rules)}
        softened = (
            replace(problem, degree="should") if problem.rule == "links.to-draft" else problem
            for problem in problems
        )
        return sorted(softened, key=lambda problem: (problem.degree, problem))


def shown_elsewhere(before: Library, after: Library, path: str) -> bool:
    """Whether other pages may show something else, after the page at `path` changed; links to terms apart."""
    old, new = ((library, library.pages.get(path)) for library in (before, after))
    facts = [page and replace(page, body="", body_line=0) for _, page in (old, new)]
    calls = [
        [(call.name, call.arguments) for call in library.calls.get(path, ())] for library, _ in (old, new)
    ]
    return facts[0] != facts[1] or calls[0] != calls[1] or scripts(before) != scripts(after)
