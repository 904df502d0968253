"""The Python-Markdown extension that links the first mention of each term on a page."""

import html
import posixpath
import re
from collections.abc import Callable, Sequence
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from macros.content.library import Library
from macros.content.model import Page, Term

# Elements whose text is never linked, and those that hold none.
NEVER = frozenset("a code pre kbd button script style summary th h1 h2 h3 h4 h5 h6".split())  # noqa: SIM905
EMPTY = frozenset("area base br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905
SKIPPED_CLASSES = {"no-gloss", "admonition-title"}
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);")
_TAG = re.compile(r"<!--.*?-->|<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)\b[^>]*?(?P<alone>/?)>", re.DOTALL)
_STASH = re.compile("\x02wzxhzdk:(?P<stash>\\d+)\x03")
_PLACEHOLDER = re.compile("\x02(?:wzxhzdk:(?P<stash>\\d+)|(?P<code>\\d+))\x03")
_HEADING = re.compile(r'<h2((?: [\w-]+="[^"]*")+?) id="([^"]+)"')
_ESCAPED = re.compile(r"\\(?=\w)")


class AutolinkExtension(Extension):
    """Links terms; `current` gives the page that renders, or None where nothing is to be linked."""

    def __init__(self, library: Library, current: Callable[[], Page | None]) -> None:
        super().__init__()
        self.library, self.current = library, current

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        """Runs after inline patterns and attribute lists, before MkDocs resolves relative links."""
        md.treeprocessors.register(Linker(md, self.library, self.current), "autolink", 5)
        md.postprocessors.register(IdFirst(md), "id-first", 31)  # raw HTML is put back at 30


class IdFirst(Postprocessor):
    """Writes a heading's id before its other attributes, as overrides/partials/content.html expects it."""

    def run(self, text: str) -> str:
        """Called once a page, while raw HTML (of macros) is still a placeholder."""
        return _HEADING.sub(r'<h2 id="\2"\1', text)


class Linker(Treeprocessor):
    """Walks the finished tree once, in reading order."""

    def __init__(self, md: Markdown, library: Library, current: Callable[[], Page | None]) -> None:
        super().__init__(md)
        self.library, self.current = library, current
        self.seen: set[str] = set()
        self.open_tags: list[str] = []

    def run(self, root: ElementTree.Element) -> None:
        """Links every first mention below `root`."""
        page = self.current()
        self.linking = page is not None and (page.autolink or isinstance(page, Term))
        if page is None:
            return
        self.page, self.open_tags = page, []
        self.seen = {page.slug} if isinstance(page, Term) else set()
        self._walk(root)

    def _walk(self, element: ElementTree.Element) -> None:
        children = list(element)  # before links are put among them
        self._into(element, None, element.text)
        for child in children:
            if child.tag == "a":
                self._mark(child)
            elif child.tag in NEVER or SKIPPED_CLASSES & set(child.get("class", "").split()):
                for link in child.iter("a"):
                    self._mark(link)
            else:
                outer_tags = list(self.open_tags)
                self._walk(child)
                self.open_tags = outer_tags
            self._into(element, child, child.tail)

    def _mark(self, link: ElementTree.Element) -> None:
        slug = term_target(link.get("href", ""), self.page.path)
        if slug in self.library.terms and slug is not None:
            self.seen.add(slug)
            link.set("class", " ".join(filter(None, [link.get("class"), "term-link"])))
            self._describe(link, slug)

    def _describe(self, link: ElementTree.Element, slug: str) -> None:
        term = self.library.terms[slug]
        link.set("data-short", term.short)
        link.set("data-status", self.library.data.vocabulary["statuses"][term.status].label)

    def _into(self, parent: ElementTree.Element, after: ElementTree.Element | None, text: str | None) -> None:
        """Replaces one run of text by text and links; `after` is the child it follows, None at the start."""
        if not text or isinstance(text, AtomicString):
            return
        place = 0 if after is None else list(parent).index(after) + 1
        self._set(parent, after, "")
        last = after
        for chunk in self._chunks(text):
            if isinstance(chunk, str):
                self._set(parent, last, (self._get(parent, last) or "") + chunk)
            else:
                parent.insert(place, chunk)
                place += 1
                last = chunk

    def _chunks(self, text: str) -> list[str | ElementTree.Element]:
        chunks: list[str | ElementTree.Element] = []
        start = 0
        for stash in _STASH.finditer(text):
            raw = self._raw(stash)
            if not _ENTITY.fullmatch(raw):
                chunks += [*self._linked(text[start : stash.start()]), stash.group()]
                _pass_tags(self.open_tags, raw)
                start = stash.end()
        return chunks + self._linked(text[start:])

    def _raw(self, stash: re.Match[str]) -> str:
        """The raw HTML that a placeholder stands for."""
        raw = self.md.htmlStash.rawHtmlBlocks[int(stash["stash"])]
        return raw if isinstance(raw, str) else ""

    def _visible(self, text: str) -> tuple[str, Sequence[int]]:
        """The text with characters in place of their placeholders, and where each character begins."""
        if "\x02" not in text:
            return text, range(len(text) + 1)
        letters: list[str] = []
        places: list[int] = []
        place = 0
        for placeholder in _PLACEHOLDER.finditer(text):
            letters += [*text[place : placeholder.start()], self._character(placeholder)]
            places += range(place, placeholder.start() + 1)
            place = placeholder.end()
        return "".join([*letters, text[place:]]), [*places, *range(place, len(text) + 1)]

    def _character(self, placeholder: re.Match[str]) -> str:
        return chr(int(placeholder["code"])) if placeholder["code"] else _sign(self._raw(placeholder))

    def _linked(self, text: str) -> list[str | ElementTree.Element]:
        if self.open_tags or not self.linking:
            return [_ESCAPED.sub("", text)]
        chunks: list[str | ElementTree.Element] = []
        start = 0
        visible, places = self._visible(text)
        for match in self.library.matcher.find(visible, self.seen):
            begin, end = places[match.start], places[match.end]
            chunks.append(_ESCAPED.sub("", text[start:begin]))
            link = ElementTree.Element(
                "a", {"class": "term-link", "href": f"/{self.library.terms[match.slug].path}"}
            )
            link.text = AtomicString(text[begin:end])
            self._describe(link, match.slug)
            chunks.append(link)
            start = end
        return [*chunks, _ESCAPED.sub("", text[start:])]

    @staticmethod
    def _get(parent: ElementTree.Element, after: ElementTree.Element | None) -> str | None:
        return parent.text if after is None else after.tail

    @staticmethod
    def _set(parent: ElementTree.Element, after: ElementTree.Element | None, text: str) -> None:
        if after is None:
            parent.text = text
        else:
            after.tail = text


def _pass_tags(open_tags: list[str], raw: str) -> None:
    """Notes on `open_tags` every element that a run of raw HTML opens and closes."""
    for tag in _TAG.finditer(raw):
        name = (tag["name"] or "").lower()
        if tag["close"]:
            if name in open_tags:  # what was opened inside it ends with it
                del open_tags[len(open_tags) - 1 - open_tags[::-1].index(name) :]
        elif name and not tag["alone"] and name not in EMPTY:
            open_tags.append(name)


def _sign(entity: str) -> str:
    """The character an HTML entity stands for; a semicolon for one that stands for none."""
    character = html.unescape(entity)
    return character if len(character) == 1 else ";"


def term_target(target: str, path: str) -> str | None:
    """The slug of the term that a link on page `path` leads to, or None."""
    target = target.partition("#")[0]
    if not target.endswith(".md") or ":" in target:
        return None
    full = (
        target[1:]
        if target.startswith("/")
        else posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    )
    folder, _, name = full.rpartition("/")
    return name.removesuffix(".md") if folder == "glossary" and name != "index.md" else None
