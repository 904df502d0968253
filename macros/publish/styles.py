"""Gives each page its style sheets: a short one inside for the first paint, a common one, one for each component."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from macros.publish.assets import HASHED, change_pages, file_of, pages, root_of, swapped
from macros.publish.esbuild import bundle, by_entry

FRAME = "assets/first.css"  # a page that asks for it has our frame
# Stands in the page: all that the first paint needs.
FIRST = ("assets/tokens.css", FRAME, "components/practice-timer/safety.css")
REST = ("assets/fonts.css", "assets/site.css")  # of the frame and the text
ALWAYS = frozenset({"preview", "search"})  # made by the script of every page
# A component that stands on so many of the pages, and whose sheet has at most so many signs, is part of the common one.
SHARE, SHORT = 0.1, 4000
# Blocks that share a folder with the component they belong to.
ALSO = {
    "diagrams": ("diagram",),
    "evidence-index": ("evidence-names",),
    "evidence-label": ("evidence-panel", "evidence-key"),
    "glossary-filter": ("glossary-index",),
    "glossary-index": ("term-status",),
    "offline-copy": ("saved-copy",),
    "mentioned-in": ("term-neighbours",),
    "popular-claim": ("claim-list",),
    "practice-timer": ("practice-embed", "practice-pacer"),
    "related-list": ("page-terms",),
    "share-button": ("share-button-row", "share-button-status"),
    "term-map": ("glossary-index",),
    "safety-note": ("safety-sources", "stop-rule"),
    "search": ("search-answer", "search-danger", "search-opener", "search-ways"),
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
class Sheets:
    """What was written: the text for the page itself, the common sheet, those of components and others by source."""

    first: str
    common: str
    components: dict[str, str]  # {component: path}
    others: dict[str, str]  # {path of the source: path}


def bundle_styles(site: Path) -> str:
    """Writes every sheet small and with a hash in its name, and rewrites the pages; the sources go from the folder.

    Raises BundleError for a sheet that cannot be read.
    """
    texts = {page.relative_to(site).as_posix(): page.read_text(encoding="utf-8") for page in pages(site)}
    framed = [text for page, text in texts.items() if _is_framed(page, text)]
    linked = {path for page, text in texts.items() if not _is_framed(page, text) for _, path in _links(page, text)}
    linked |= {path for page, text in texts.items() for each, path in _links(page, text) if _is_scriptless(text, each)}
    if not framed and not linked:
        return "no sheets to bundle"
    sheets = _write(site, framed, linked)
    changed = change_pages(site, lambda page, text: _rewrite(page, text, sheets))
    for sheet in site.rglob("*.css"):
        if not HASHED.search(sheet.name):
            sheet.unlink()
    written = len({sheets.common, *sheets.components.values(), *sheets.others.values()} - {""})
    return f"{written} sheets for {changed} pages, {len(sheets.first)} signs in each"


def blocks_of(component: str) -> tuple[str, ...]:
    """Names of the blocks that a component's sheet styles."""
    return (component, *ALSO.get(component, ()))


def used_components(text: str, components: list[str]) -> set[str]:
    """Those of `components` that stand on a page, by its classes and elements."""
    names = {name for found in _CLASS.findall(text) for name in found.split()} | set(_TAG.findall(text))
    blocks = {re.split(r"__|--", name)[0] for name in names}
    return {component for component in components if blocks.intersection(blocks_of(component))}


def _is_framed(page: str, text: str) -> bool:
    return any(path == FRAME for _, path in _links(page, text))


def _is_scriptless(text: str, link: re.Match[str]) -> bool:
    """Whether a link stands in a <noscript>: such a sheet stays where it is, by itself."""
    return text[: link.start()].rstrip().endswith("<noscript>")


def _links(page: str, text: str) -> list[tuple[re.Match[str], str]]:
    """Links of a page to style sheets of the site, with their paths."""
    root = root_of(text)
    found = ((each, file_of(page, each["address"], root)) for each in _LINK.finditer(text))
    return [(each, path) for each, path in found if path and not HASHED.search(path)]


def _write(site: Path, framed: list[str], linked: set[str]) -> Sheets:
    sources = {path.parent.name: path.relative_to(site).as_posix() for path in sorted(site.glob("components/*/*.css"))
               if path.stem == path.parent.name}  # fmt: skip
    counted = Counter(component for text in framed for component in used_components(text, list(sources)))
    often = {name for name in sources if counted[name] >= SHARE * len(framed)}
    short = {name for name, path in sources.items() if len((site / path).read_text(encoding="utf-8")) <= SHORT}
    joined = [name for name in sources if name in ALWAYS | (often & short)]
    alone = {name: path for name, path in sources.items() if name not in joined and counted[name]}
    imports = {
        "assets/inline.css": FIRST,
        "assets/common.css": (*REST, *(sources[name] for name in joined)),
    } if framed else {}  # fmt: skip
    for path, parts in imports.items():
        lines = "".join(f'@import "../{part}";\n' for part in parts)
        (site / path).write_text(lines, encoding="utf-8")
    entries = sorted({*imports, *alone.values(), *linked})
    written = by_entry(bundle(site, entries, "--entry-names=[dir]/[name].[hash]"))
    first = ""
    if framed:
        inline = site / written["assets/inline.css"]
        first = inline.read_text(encoding="utf-8").strip()
        inline.unlink()
    components = {name: written[path] for name, path in alone.items()}
    return Sheets(first, written.get("assets/common.css", ""), components, {path: written[path] for path in linked})


def _rewrite(page: str, text: str, sheets: Sheets) -> str:
    if not _is_framed(page, text):
        return _renamed(page, text, sheets)
    way = root_of(text) or "../" * page.count("/")
    links = [each for each, _ in _links(page, text) if not _is_scriptless(text, each)]
    used = used_components(text, list(sheets.components))
    rest = [sheets.common, *(sheets.components[name] for name in sheets.components if name in used)]
    tags = "".join(f'<link rel="stylesheet" href="{way}{path}">' for path in rest)
    for each in reversed(links):
        first = f"<style>{sheets.first}</style>\n" if each is links[0] else ""
        text = text[: each.start()] + first + text[each.end() :]
    return _renamed(page, _after_head(text, tags), sheets)


def _after_head(text: str, tags: str) -> str:
    """The page with `tags` after its title, lead and safety lines, which are painted while the sheets are on their way.

    The head asks for all sheets at once: a browser that has read a policy in a page looks for nothing ahead of where it
    reads, and would fetch them one after another. Firefox would paint what follows as well, unstyled, if no script
    stood between: so the page's own one, which is run again to no effect, and whose hash the policy holds already.
    """
    found, script = _HEAD_END.search(text), _INLINE.search(text)
    if not found:
        return text.replace("</head>", f"{tags}</head>", 1)
    waits = script[0] if script else ""
    text = text[: found.end()] + tags + waits + text[found.end() :]
    early = tags.replace('rel="stylesheet"', 'rel="preload" as="style"')
    return text.replace("</style>\n", f"</style>{early}\n", 1)


def _renamed(page: str, text: str, sheets: Sheets) -> str:
    """The page with the new name of each sheet that it links by itself."""
    for each, path in reversed(_links(page, text)):
        if path in sheets.others:
            start, end = each.span("address")
            text = text[:start] + swapped(each["address"], path, sheets.others[path]) + text[end:]
    return text
