"""Gives each page its stylesheets: one inside for the first paint, a common one, one a component."""

import re
from collections import Counter
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from macros.publish.esbuild import bundle, by_entry
from macros.publish.folder import HASHED, change_files, page_texts, references, root_of, write_text

FRAME = "assets/first.css"  # a page that asks for it has our frame
INLINE, COMMON = "assets/inline.css", "assets/common.css"
# Stands in the page: all that the first paint needs.
INLINE_SOURCES = ("assets/tokens.css", FRAME, "components/practice-timer/safety.css")
COMMON_SOURCES = ("assets/fonts.css", "assets/site.css")  # of the frame and the text
ON_EVERY_PAGE = frozenset({"preview", "search"})  # made by the script of every page
# A component that stands on so many of the pages, and whose stylesheet has at most so many characters, is
# part of the common one. So is one that is shorter than what a request for it takes.
COMMON_SHARE, COMMON_LENGTH = 0.1, 4000
TINY_LENGTH = 1200
# Blocks that share a folder with the component they belong to.
OTHER_BLOCKS = {
    "diagrams": ("diagram",),
    "evidence-index": ("evidence-names",),
    "evidence-map": ("evidence-map-link",),
    "evidence-label": ("evidence-panel", "evidence-key"),
    "glossary-filter": ("glossary-index",),
    "glossary-index": ("term-status",),
    "offline-copy": ("saved-copy",),
    "my-practices": ("my-practices-keep",),
    "popular-claim": ("claim-list",),
    "practice-card": ("practice-card-grid",),
    "practice-timer": ("practice-embed", "practice-pacer"),
    "related-list": ("page-terms",),
    "share-button": ("share-button-row", "share-button-status"),
    "term-map": ("glossary-index",),
    "safety-note": ("safety-sources", "stop-rule"),
    "search": ("search-answer", "search-danger", "search-ways"),
    "red-flags": ("all-red-flags",),
}
_LINK = re.compile(r'(?P<noscript><noscript>\s*)?<link rel="stylesheet" href="(?P<address>[^"]+)">\n?')
_CLASS = re.compile(r'\sclass="([^"]+)"')
_TAG = re.compile(r"<([a-z]+-[a-z-]+)")
_INLINE_SCRIPT = re.compile(r"<script>[^<]*</script>")
_HEAD_END = re.compile(
    r'<header class="page-head">.*?</header>'
    r'(\s*<div class="page-timer"><div class="practice-timer-frame"><practice-timer [^>]*>\s*'
    r'<div class="practice-timer__safety">.*?</details>\s*</div>)?',
    re.DOTALL,
)


class Link(NamedTuple):
    """A page's link to the stylesheet at `path`. It stays `apart` on a page without our frame, and where only
    readers without scripts follow it."""

    match: re.Match[str]
    path: str
    apart: bool


def bundle_styles(site: Path) -> str:
    """Writes every stylesheet small and with a hash in its name, and rewrites the pages; the sources go from
    the folder.

    Raises BundleError for a stylesheet that cannot be read.
    """
    framed: list[str] = []
    apart: set[str] = set()
    for page, text in page_texts(site):
        links = _links(page, text)
        framed += [text] if any(not link.apart for link in links) else []
        apart |= {link.path for link in links if link.apart}
    joined, alone = _shared_out(site, framed)
    for path, sources in ((INLINE, INLINE_SOURCES), (COMMON, (*COMMON_SOURCES, *joined))):
        write_text(site / path, "".join(f'@import "../{source}";\n' for source in sources))
    entries = sorted({INLINE, COMMON, *alone.values(), *apart})
    written = by_entry(bundle(site, entries, "--entry-names=[dir]/[name].[hash]"))
    inline_file = site / written.pop(INLINE)
    inline = inline_file.read_text(encoding="utf-8").strip()
    inline_file.unlink()
    changed = change_files(site, lambda page, text: _rewrite(page, text, inline, alone, written))
    for stylesheet in site.rglob("*.css"):
        if not HASHED.search(stylesheet.name):
            stylesheet.unlink()
    return f"{len(written)} stylesheets for {changed} pages, {len(inline)} characters in each"


def blocks_of(component: str) -> tuple[str, ...]:
    """Names of the blocks that a component's stylesheet styles."""
    return (component, *OTHER_BLOCKS.get(component, ()))


def used_components(text: str, components: Collection[str]) -> set[str]:
    """Those of `components` that stand on a page, by its classes and elements."""
    names = {name for classes in _CLASS.findall(text) for name in classes.split()} | set(_TAG.findall(text))
    blocks = {re.split(r"__|--", name)[0] for name in names}
    return {component for component in components if blocks.intersection(blocks_of(component))}


def _links(page: str, text: str) -> list[Link]:
    links = [(link, path) for link, path in references(_LINK, page, text) if not HASHED.search(path)]
    framed = any(path == FRAME for _, path in links)
    return [Link(link, path, not framed or link["noscript"] is not None) for link, path in links]


def _shared_out(site: Path, framed: list[str]) -> tuple[list[str], dict[str, str]]:
    """Which components' stylesheets are part of the common one, and which stand alone, by component."""
    files = [file for file in sorted(site.glob("components/*/*.css")) if file.stem == file.parent.name]
    lengths = {file.stem: len(file.read_text(encoding="utf-8")) for file in files}
    counted = Counter(component for text in framed for component in used_components(text, lengths))
    joined: list[str] = []
    alone: dict[str, str] = {}
    for file in files:
        name, count, path = file.stem, counted[file.stem], file.relative_to(site).as_posix()
        limit = COMMON_LENGTH if count >= COMMON_SHARE * len(framed) else TINY_LENGTH
        if name in ON_EVERY_PAGE or (count and lengths[name] <= limit):
            joined.append(path)
        elif count:
            alone[name] = path
    return joined, alone


def _rewrite(page: str, text: str, inline: str, alone: dict[str, str], written: dict[str, str]) -> str:
    """The page with the text `inline` in its head, and links to the common stylesheet and those of its
    components (`alone`); `written` has the path of each by that of its source."""
    links = _links(page, text)
    of_frame = [link for link in links if not link.apart]
    used = used_components(text, alone)
    root = root_of(page, text)
    for link in reversed(links):
        start, end = link.match.span("address" if link.apart else 0)
        new = f"<style>{inline}</style>\n" if link in of_frame[:1] else ""
        if link.apart:
            new = root + written[link.path]
        text = text[:start] + new + text[end:]
    if not of_frame:
        return text
    paths = [written[path] for path in (COMMON, *(path for name, path in alone.items() if name in used))]
    return _after_head(text, "".join(f'<link rel="stylesheet" href="{root}{path}">' for path in paths))


def _after_head(text: str, links: str) -> str:
    """The page with `links` after its title, lead and safety lines, which are painted while the stylesheets
    are on their way.

    The head asks for all stylesheets at once: a browser that has read a policy in a page looks for nothing
    ahead of where it reads, and would fetch them one after another. Firefox would paint what follows as well,
    unstyled, if no script stood between: so the page's own one, which is run again to no effect, and whose
    hash the policy holds already.
    """
    head_end, inline_script = _HEAD_END.search(text), _INLINE_SCRIPT.search(text)
    if not head_end:
        return text.replace("</head>", f"{links}</head>", 1)
    script_again = inline_script[0] if inline_script else ""
    text = text[: head_end.end()] + links + script_again + text[head_end.end() :]
    preloads = links.replace('rel="stylesheet"', 'rel="preload" as="style"')
    return text.replace("</style>\n", f"</style>{preloads}\n", 1)
