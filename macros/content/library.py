"""The whole site as a graph: pages, terms, who cites whom, and who links to which term."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from macros.content.budgets import Excuse, read_excuses, without_excuses
from macros.content.country import Country
from macros.content.data import NAMES, Data, load_data
from macros.content.fields import Lists, specs_of
from macros.content.frontmatter import Document, not_utf8, read_page, read_text
from macros.content.macro_calls import Call, calls, sources_of
from macros.content.matcher import Matcher
from macros.content.model import HEART, Guide, Page, PlainPage, Practice, Term
from macros.content.problem import Problem, did_you_mean
from macros.content.records import read_fields
from macros.content.safety_lines import SPEEDS, RedFlag, Speed
from macros.content.strays import strays

CLAIMS = "about/popular-claims/"  # a page for each topic of popular claims
KINDS: dict[str, type[Page]] = {
    "page": PlainPage,
    "guide": Guide,
    "practice": Practice,
    "term": Term,
    "country": Country,
}
# In which folder the pages of a kind stand; a folder's own index is a plain page.
FOLDERS = {"guide": "guides", "practice": "practices", "term": "glossary", "country": "help/in"}
Kind = TypeVar("Kind", bound=Page)


@dataclass(frozen=True)
class Library:
    """Every page that could be read, and the data they share.

    `documents` holds every page as written, by its path below docs/, also those that did not parse. `drafts`
    are in neither; `excused` holds the excuses that stand on pages.
    """

    documents: Mapping[str, Document]
    pages: Mapping[str, Page]
    data: Data
    drafts: Mapping[str, "Reading"] = field(default_factory=dict)
    excused: Mapping[str, tuple[Excuse, ...]] = field(default_factory=dict)

    def with_draft(self, path: str) -> "Library":
        """The library as it would be with one draft published."""
        draft = self.drafts[path]
        documents = {path: draft.document} if draft.document else {}
        pages = {path: draft.page} if draft.page else {}
        return replace(self, documents={**self.documents, **documents}, pages={**self.pages, **pages})

    def draft_hint(self, kind: str, slug: str) -> str:
        """What to do about a name that is that of a draft; "" when it is not."""
        named = any(kind_of(path) == kind and path.endswith(f"/{slug}.md") for path in self.drafts)
        return "It is a draft: publish it first (take 'draft' out of it)." if named else ""

    def _of(self, kind: type[Kind], order: Callable[[Kind], tuple[Any, ...]]) -> dict[str, Kind]:
        """The pages of a kind by slug, in an order."""
        pages = [page for page in self.pages.values() if isinstance(page, kind)]
        return {page.slug: page for page in sorted(pages, key=order)}

    @cached_property
    def guides(self) -> dict[str, Guide]:
        """Guides by slug, in the order of the path: the heart, then section by section, each by `order`."""
        sections = [*self.data.vocabulary.get("sections", {}), ""]

        def order(guide: Guide) -> tuple[Any, ...]:
            heart = guide.order <= HEART
            return (not heart, 0 if heart else sections.index(guide.section), guide.order, guide.slug)

        return self._of(Guide, order)

    def beside(self, guide: Guide) -> tuple[Guide | None, Guide | None]:
        """The guides before and after `guide` on the path; None at an end."""
        path = [None, *self.guides.values(), None]
        place = path.index(guide)
        return path[place - 1], path[place + 1]

    @cached_property
    def practices(self) -> dict[str, Practice]:
        """Practices by slug, by group in the vocabulary's order, then by title."""
        groups = list(self.data.vocabulary.get("groups", {}))
        return self._of(Practice, lambda practice: (groups.index(practice.group), practice.title))

    @cached_property
    def terms(self) -> dict[str, Term]:
        """Terms by slug, in alphabetical order of their titles, accents aside."""
        return self._of(Term, lambda term: (_letters(term.title), term.slug))

    @cached_property
    def countries(self) -> dict[str, Country]:
        """Countries with help lines by slug, in alphabetical order."""
        return self._of(Country, lambda country: (_letters(country.country),))

    @cached_property
    def matcher(self) -> Matcher:
        """The one matcher of this library's terms."""
        return Matcher(self.terms.values())

    @cached_property
    def neighbours(self) -> dict[str, tuple[str, ...]]:
        """For each term's slug its near terms: those it names in `see`, then those that name it."""
        near = {slug: dict.fromkeys(term.see) for slug, term in self.terms.items()}
        for slug, term in self.terms.items():
            for other in term.see:
                near.setdefault(other, {})[slug] = None
        return {slug: tuple(slugs) for slug, slugs in near.items()}

    @cached_property
    def calls(self) -> dict[str, tuple[Call, ...]]:
        """For each page's path its macro calls, in order."""
        return {path: tuple(calls(doc.body, doc.body_line)) for path, doc in self.documents.items()}

    def calls_of(self, *names: str) -> list[tuple[str, Call]]:
        """The calls of these macros on all pages, each with its page's path."""
        return [(path, call) for path, calls in self.calls.items() for call in calls if call.name in names]

    def cited(self, path: str) -> tuple[str, ...]:
        """Keys of the sources a page cites, in order of first use; a list made from data cites its own."""
        keys: list[str] = []
        for call in self.calls[path]:
            keys += sources_of(call)
            if call.name == "safety_sources":
                keys += self.data.safety.sources
            elif call.name == "red_flags" and not call.arguments:
                keys += (key for _, flags in self.flags_by_speed for flag in flags for key in flag.sources)
        return tuple(dict.fromkeys(keys))

    @cached_property
    def flags_by_speed(self) -> tuple[tuple[Speed, tuple[RedFlag, ...]], ...]:
        """The signs of an illness by how fast each needs help, the fastest first."""
        flags = self.data.flags.values()
        return tuple((speed, tuple(flag for flag in flags if flag.when == speed)) for speed in SPEEDS)

    @cached_property
    def citing(self) -> dict[str, tuple[Page, ...]]:
        """For each source's key the pages that cite it, in the order of the site."""
        citing: dict[str, list[Page]] = {key: [] for key in self.data.sources}
        for page in self.ordered():
            for key in self.cited(page.path):
                citing.setdefault(key, []).append(page)
        return {key: tuple(pages) for key, pages in citing.items()}

    @cached_property
    def claim_pages(self) -> dict[str, tuple[str, ...]]:
        """For each page of popular claims, by its file's name, the claims it quotes, in order."""
        claims: dict[str, tuple[str, ...]] = {}
        for path in (path for path in self.documents if path.startswith(CLAIMS)):
            quoting = (call for call in self.calls[path] if call.name == "popular")
            claims[Path(path).stem] = tuple(name for call in quoting for name in call.arguments[:1])
        return claims

    def slugs(self, kind: str) -> list[str]:
        """Slugs of all pages of a kind, also of those that could not be read."""
        return [Path(path).stem for path in self.documents if kind_of(path) == kind]

    def ordered(self) -> list[Page]:
        """All pages: guides on their path, practices by group, terms by letter, then the rest."""
        main = {
            page.path: page for kind in (self.guides, self.practices, self.terms) for page in kind.values()
        }
        return [*main.values(), *(self.pages[path] for path in sorted(self.pages.keys() - main.keys()))]


@dataclass(frozen=True)
class TermLinks:
    """The links to terms in the text of all pages: `on_page` has their slugs by a page's path, in order."""

    library: Library
    on_page: Mapping[str, tuple[str, ...]]

    def terms_on(self, path: str) -> tuple[Term, ...]:
        """The terms that the page at `path` links to, each once, in the order of the page."""
        return tuple(self.library.terms[slug] for slug in self.on_page.get(path, ()))

    @cached_property
    def pages(self) -> dict[str, tuple[Page, ...]]:
        """For each term's slug the pages that link to it, in the order of the site."""
        linking: dict[str, list[Page]] = {slug: [] for slug in self.library.terms}
        for page in self.library.ordered():
            for slug in self.on_page.get(page.path, ()):
                linking[slug].append(page)
        return {slug: tuple(pages) for slug, pages in linking.items()}


def _letters(title: str) -> str:
    plain = (letter for letter in unicodedata.normalize("NFKD", title) if not unicodedata.combining(letter))
    return "".join(plain).casefold()


def kind_of(path: str) -> str:
    """Kind of the page at `path` below docs/, from its folder; an index page is a plain page."""
    kinds = (kind for kind, folder in FOLDERS.items() if path.startswith(f"{folder}/"))
    return "page" if path.endswith("/index.md") else next(kinds, "page")


def page_files(root: Path) -> list[str]:
    """Paths of all pages below `root`/docs; no assets, no names with an underscore or dot in front."""
    docs = root / "docs"
    paths = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md") if path.is_file())
    return [path for path in paths if path.split("/")[0] != "assets" and not re.search(r"(?:^|/)[_.]", path)]


def parse(document: Document, lists: Lists) -> tuple[Page | None, list[Problem]]:
    """A page as an object of the model, or None with a problem for every field that does not fit."""
    path = document.path.removeprefix("docs/")
    kind = kind_of(path)
    values, problems = read_fields(document.path, document.fields, specs_of(KINDS[kind], lists))
    if problems:
        return None, problems
    if kind == "term":
        values["summary"] = values["short"]
    values |= {"path": path, "slug": Path(path).stem, "kind": kind}
    return KINDS[kind](body=document.body, body_line=document.body_line, **values), []


@dataclass(frozen=True)
class Reading:
    """A page file as read: as written, parsed (None where it could not be), its excuses, its problems.

    Of a draft, only a fault that would stop a build is told.
    """

    document: Document | None
    page: Page | None = None
    excuses: tuple[Excuse, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def draft(self) -> bool:
        """Whether the page says `draft: true`."""
        field = self.document.fields.get("draft") if self.document else None
        return field is not None and field.value is True


def read_file(root: Path, path: str, data: Data) -> Reading:
    """The page at `path` below docs/, whatever is wrong with it."""
    try:
        text = read_text(root / "docs" / path)
    except UnicodeDecodeError:
        return Reading(None, problems=(not_utf8(f"docs/{path}"),))
    document, problems = read_page(text, f"docs/{path}")
    excuses = tuple(read_excuses(text, document.body_line))
    document = replace(document, body=without_excuses(document.body))
    reading = Reading(document, None, excuses, tuple(problems))
    return reading if problems else parse_again(reading, data)


def parse_again(reading: Reading, data: Data) -> Reading:
    """A page as read, parsed with these data; one whose front matter cannot be read stays as it is."""
    document = reading.document
    if document is None or (reading.problems and not document.fields):
        return reading
    page, problems = parse(document, data.lists)
    return replace(reading, page=page or reading.page, problems=() if reading.draft else tuple(problems))


def library_of(readings: Mapping[str, Reading], data: Data) -> tuple[Library, list[Problem]]:
    """The library of pages as read, by their path, and what is wrong with the reading of them."""
    published = {path: reading for path, reading in readings.items() if not reading.draft}
    library = Library(
        documents={path: reading.document for path, reading in published.items() if reading.document},
        pages={path: reading.page for path, reading in published.items() if reading.page},
        data=data,
        drafts={path: reading for path, reading in readings.items() if reading.draft},
        excused={path: reading.excuses for path, reading in published.items() if reading.excuses},
    )
    problems = [problem for reading in readings.values() for problem in reading.problems]
    urls = {page.url for page in library.pages.values()}
    for old, new in data.redirects.items():
        if new not in urls:
            message = f"'{old}' leads to '{new}', which is no page."
            problems.append(Problem("docs/_data/redirects.yml", 1, message, did_you_mean(new, urls)))
    return library, problems


def load(root: Path) -> tuple[Library, list[Problem]]:
    """The library of the project at `root`, and every problem met while reading it."""
    data, problems = load_data(root)
    library, faults = library_of({path: read_file(root, path, data) for path in page_files(root)}, data)
    return library, [*problems, *faults, *strays(root, NAMES)]
