"""The whole site as a graph, known before any page renders: pages, terms, and who cites whom."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from macros.content.country import Country
from macros.content.data import NAMES, Data, load_data
from macros.content.excuses import Excuse, read_excuses, without_excuses
from macros.content.frontmatter import Document, not_utf8, read_page, read_text
from macros.content.macro_calls import Call, calls, sources_of
from macros.content.matcher import Matcher
from macros.content.model import HEART, Guide, Page, Practice, Term
from macros.content.parse import parse
from macros.content.problem import Problem, did_you_mean
from macros.content.red_flags import SPEEDS, RedFlag, Speed
from macros.content.strays import strays

CLAIMS = "about/popular-claims/"  # a page for each topic of popular claims
KINDS = {"guides": "guide", "practices": "practice", "glossary": "term"}
COUNTRIES = "help/in"  # the folder of the countries' help lines


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

    @cached_property
    def guides(self) -> dict[str, Guide]:
        """Guides by slug, in the order of the path: the heart, then section by section, each by `order`."""
        sections = [*self.data.vocabulary.get("sections", {}), ""]
        guides = [page for page in self.pages.values() if isinstance(page, Guide)]
        heart = sorted((guide for guide in guides if guide.order <= HEART), key=lambda guide: guide.order)
        rest = [guide for guide in guides if guide.order > HEART]
        rest.sort(key=lambda guide: (sections.index(guide.section), guide.order, guide.slug))
        return {guide.slug: guide for guide in (*heart, *rest)}

    def beside(self, guide: Guide) -> tuple[Guide | None, Guide | None]:
        """The guides before and after `guide` on the path; None at an end."""
        path = list(self.guides.values())
        place = path.index(guide)
        return (path[place - 1] if place else None), (path[place + 1] if place + 1 < len(path) else None)

    @cached_property
    def practices(self) -> dict[str, Practice]:
        """Practices by slug, by group in the vocabulary's order, then by title."""
        groups = list(self.data.vocabulary.get("groups", {}))
        practices = [page for page in self.pages.values() if isinstance(page, Practice)]
        practices.sort(key=lambda practice: (groups.index(practice.group), practice.title))
        return {practice.slug: practice for practice in practices}

    @cached_property
    def terms(self) -> dict[str, Term]:
        """Terms by slug, in alphabetical order of their titles, accents aside."""
        terms = [page for page in self.pages.values() if isinstance(page, Term)]
        terms.sort(key=lambda term: (_letters(term.title), term.slug))
        return {term.slug: term for term in terms}

    @cached_property
    def countries(self) -> dict[str, Country]:
        """Countries with help lines by slug, in alphabetical order."""
        countries = [page for page in self.pages.values() if isinstance(page, Country)]
        countries.sort(key=lambda country: _letters(country.country))
        return {country.slug: country for country in countries}

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
            if call.name == "safety_sources":
                keys += self.data.safety.sources
            elif call.name == "red_flags" and not call.arguments:
                keys += (key for _, flags in self.flags_by_speed for flag in flags for key in flag.sources)
            else:
                keys += sources_of(call)
        return tuple(dict.fromkeys(keys))

    @cached_property
    def flags_by_speed(self) -> tuple[tuple[Speed, tuple[RedFlag, ...]], ...]:
        """The signs of an illness by how fast each needs help, the fastest first."""
        flags = self.data.flags.values()
        return tuple((speed, tuple(flag for flag in flags if flag.when == speed)) for speed in SPEEDS)

    def excuses(self, path: str) -> Mapping[str, str]:
        """Why a page prints no line for signs that it speaks of, by their keys."""
        return self.pages[path].red_flags_excused if path in self.pages else {}

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
            quoting = (call for call in self.calls[path] if call.name == "popular" and call.arguments)
            claims[Path(path).stem] = tuple(call.arguments[0] for call in quoting)
        return claims

    def slugs(self, kind: str) -> list[str]:
        """Slugs of all pages of a kind, also of those that could not be read."""
        return [Path(path).stem for path in self.documents if kind_of(path) == kind]

    def ordered(self) -> list[Page]:
        """All pages: guides on their path, practices by group, terms by letter, then the rest."""
        main = [*self.guides.values(), *self.practices.values(), *self.terms.values()]
        in_main = {page.path for page in main}
        rest = [page for path, page in self.pages.items() if path not in in_main]
        return main + sorted(rest, key=lambda page: page.path)


def _letters(title: str) -> str:
    plain = (letter for letter in unicodedata.normalize("NFKD", title) if not unicodedata.combining(letter))
    return "".join(plain).casefold()


def kind_of(path: str) -> str:
    """Kind of the page at `path` below docs/, from its folder; an index page is a plain page."""
    folder, _, name = path.partition("/")
    if path.startswith(f"{COUNTRIES}/"):
        return "country"
    return "page" if name in ("", "index.md") else KINDS.get(folder, "page")


def page_files(root: Path) -> list[str]:
    """Paths of all pages below `root`/docs; no assets, no names with an underscore or dot in front."""
    docs = root / "docs"
    paths = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md") if path.is_file())
    return [path for path in paths if path.split("/")[0] != "assets" and not re.search(r"(?:^|/)[_.]", path)]


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
    if problems:
        return Reading(document, None, excuses, tuple(problems))
    page, problems = parse(document, kind_of(path), data.lists)
    reading = Reading(document, page, excuses, tuple(problems))
    return replace(reading, problems=()) if reading.draft else reading


def parse_again(reading: Reading, data: Data) -> Reading:
    """A page as read, parsed with other data; one whose front matter cannot be read stays as it is."""
    document = reading.document
    if document is None or not document.fields:
        return reading
    page, problems = parse(document, kind_of(document.path.removeprefix("docs/")), data.lists)
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
