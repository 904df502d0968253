"""The page that a rule looks at: as written, as parsed, its macro calls, its problems."""

from pathlib import PurePosixPath

from macros.content.library import Library, kind_of
from macros.content.macro_calls import Call
from macros.content.problem import Problem


class CheckedPage:
    """A page of a library, by its path below docs/: its kind, the `document` as written, what was `parsed`.

    `parsed` is None where the front matter has faults.
    """

    def __init__(self, library: Library, path: str) -> None:
        self.library, self.data, self.path = library, library.data, path
        self.kind, self.slug = kind_of(path), PurePosixPath(path).stem
        self.document, self.parsed = library.documents[path], library.pages.get(path)
        self.calls = library.calls[path]

    def calls_of(self, name: str) -> list[Call]:
        """Its calls of one macro."""
        return [call for call in self.calls if call.name == name]

    def problem(self, place: int | str, message: str, hint: str = "") -> Problem:
        """A problem of this page, at a line or at a field of its front matter."""
        return self.document.problem(place, message, hint)
