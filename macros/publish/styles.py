"""Gives each page its stylesheets: one inside for the first paint, a common one, one a component."""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from macros.publish.assets import HASHED, change_pages, file_of, pages, root_of, swapped
from macros.publish.esbuild import bundle, by_entry
from macros.publish.folder import write_text

FRAME = "assets/first.css"  # a page that asks for it has our frame
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
_LINK = re.compile(r'<link rel="stylesheet" href="(?P<address>[^"]+)">\n?')
_CLASS = re.compile(r'\sclass="([^"]+)"')
_TAG = re.compile(r"<([a-z]+-[a-z-]+)")
_INLINE = re.compile(r"<script>[^<]*</script>")
_HEAD_END = re.compile(
    r'<header class="page-head">.*?</header>'
    r'(\s*<div class="page-timer"><div class="practice-timer-frame"><practice-timer [^>]*>\s*'
    r'<div class="practice-timer__safety">.*?</details>\s*</div>)?',
    re.DOTALL,
)


@dataclass(frozen=True)
class Stylesheets:
    """What was written: the text inside pages, and the paths of the common stylesheet and of the others."""

    first: str
    common: str
    components: dict[str, str]  # {component: path}
    others: dict[str, str]  # {path of the source: path}


def bundle_styles(site: Path) -> str:
    """Writes every stylesheet small and with a hash in its name, and rewrites the pages; the sources go from
    the folder.

    Raises BundleError for a stylesheet that cannot be read.
    """
    texts = {page.relative_to(site).as_posix(): page.read_text(encoding="utf-8") for page in pages(site)}
    framed = [text for page, text in texts.items() if _is_framed(page, text)]
    linked = {
        path for page, text in texts.items() if not _is_framed(page, text) for _, path in _links(page, text)
    }
    linked |= {
        path
        for page, text in texts.items()
        for link, path in _links(page, text)
        if _is_scriptless(text, link)
    }
    if not framed and not linked:
        return "no stylesheets to bundle"
    stylesheets = _write(site, framed, linked)
    changed = change_pages(site, lambda page, text: _rewrite(page, text, stylesheets))
    for stylesheet in site.rglob("*.css"):
        if not HASHED.search(stylesheet.name):
            stylesheet.unlink()
    written = len({stylesheets.common, *stylesheets.components.values(), *stylesheets.others.values()} - {""})
    return f"{written} stylesheets for {changed} pages, {len(stylesheets.first)} characters in each"


def blocks_of(component: str) -> tuple[str, ...]:
    """Names of the blocks that a component's stylesheet styles."""
    return (component, *OTHER_BLOCKS.get(component, ()))


def used_components(text: str, components: list[str]) -> set[str]:
    """Those of `components` that stand on a page, by its classes and elements."""
    names = {name for classes in _CLASS.findall(text) for name in classes.split()} | set(_TAG.findall(text))
    blocks = {re.split(r"__|--", name)[0] for name in names}
    return {component for component in components if blocks.intersection(blocks_of(component))}


def _is_framed(page: str, text: str) -> bool:
    return any(path == FRAME for _, path in _links(page, text))


def _is_scriptless(text: str, link: re.Match[str]) -> bool:
    """Whether a link stands in a <noscript>: such a stylesheet stays where it is, by itself."""
    return text[: link.start()].rstrip().endswith("<noscript>")


def _links(page: str, text: str) -> list[tuple[re.Match[str], str]]:
    """Links of a page to stylesheets of the site, with their paths."""
    root = root_of(text)
    links = ((link, file_of(page, link["address"], root)) for link in _LINK.finditer(text))
    return [(link, path) for link, path in links if path and not HASHED.search(path)]


def _write(site: Path, framed: list[str], linked: set[str]) -> Stylesheets:
    files = [file for file in sorted(site.glob("components/*/*.css")) if file.stem == file.parent.name]
    sources = {file.stem: file.relative_to(site).as_posix() for file in files}
    counted = Counter(component for text in framed for component in used_components(text, list(sources)))
    frequent = {name for name in sources if counted[name] >= COMMON_SHARE * len(framed)}
    lengths = {name: len((site / path).read_text(encoding="utf-8")) for name, path in sources.items()}
    short = {name for name, length in lengths.items() if length <= COMMON_LENGTH}
    tiny = {name for name, length in lengths.items() if length <= TINY_LENGTH and counted[name]}
    joined = [name for name in sources if name in ON_EVERY_PAGE | tiny | (frequent & short)]
    alone = {name: path for name, path in sources.items() if name not in joined and counted[name]}
    imports = {
        "assets/inline.css": INLINE_SOURCES,
        "assets/common.css": (*COMMON_SOURCES, *(sources[name] for name in joined)),
    } if framed else {}  # fmt: skip
    for path, parts in imports.items():
        lines = "".join(f'@import "../{part}";\n' for part in parts)
        write_text(site / path, lines)
    entries = sorted({*imports, *alone.values(), *linked})
    written = by_entry(bundle(site, entries, "--entry-names=[dir]/[name].[hash]"))
    first = ""
    if framed:
        inline = site / written["assets/inline.css"]
        first = inline.read_text(encoding="utf-8").strip()
        inline.unlink()
    components = {name: written[path] for name, path in alone.items()}
    return Stylesheets(
        first, written.get("assets/common.css", ""), components, {path: written[path] for path in linked}
    )


def _rewrite(page: str, text: str, stylesheets: Stylesheets) -> str:
    if not _is_framed(page, text):
        return _renamed(page, text, stylesheets)
    root = root_of(text) or "../" * page.count("/")
    links = [link for link, _ in _links(page, text) if not _is_scriptless(text, link)]
    used = used_components(text, list(stylesheets.components))
    rest = [
        stylesheets.common,
        *(stylesheets.components[name] for name in stylesheets.components if name in used),
    ]
    link_tags = "".join(f'<link rel="stylesheet" href="{root}{path}">' for path in rest)
    for link in reversed(links):
        first = f"<style>{stylesheets.first}</style>\n" if link is links[0] else ""
        text = text[: link.start()] + first + text[link.end() :]
    return _renamed(page, _after_head(text, link_tags), stylesheets)


def _after_head(text: str, links: str) -> str:
    """The page with `links` after its title, lead and safety lines, which are painted while the stylesheets
    are on their way.

    The head asks for all stylesheets at once: a browser that has read a policy in a page looks for nothing
    ahead of where it reads, and would fetch them one after another. Firefox would paint what follows as well,
    unstyled, if no script stood between: so the page's own one, which is run again to no effect, and whose
    hash the policy holds already.
    """
    head_end, inline_script = _HEAD_END.search(text), _INLINE.search(text)
    if not head_end:
        return text.replace("</head>", f"{links}</head>", 1)
    script_again = inline_script[0] if inline_script else ""
    text = text[: head_end.end()] + links + script_again + text[head_end.end() :]
    preloads = links.replace('rel="stylesheet"', 'rel="preload" as="style"')
    return text.replace("</style>\n", f"</style>{preloads}\n", 1)


def _renamed(page: str, text: str, stylesheets: Stylesheets) -> str:
    """The page with the new name of each stylesheet that it links by itself."""
    for link, path in reversed(_links(page, text)):
        if path in stylesheets.others:
            start, end = link.span("address")
            text = text[:start] + swapped(link["address"], path, stylesheets.others[path]) + text[end:]
    return text
