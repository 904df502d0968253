"""The one module that knows MkDocs and mkdocs-macros: wires the library to the build."""

from __future__ import annotations

import functools
import gc
import logging
import os
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort
from pathspec.gitignore import GitIgnoreSpec

from macros.content.excuses import without_excuses
from macros.content.library import Library, load
from macros.content.model import Guide, Page, Practice
from macros.content.problem import listing, musts
from macros.content.rules import check
from macros.content.term_links import TermLinks
from macros.mentions import fill_mentions
from macros.preview.session import Good, Session
from macros.publish.cached import write_cached
from macros.publish.folder import write_files
from macros.publish.search_index import search_files
from macros.publish.term_lists import fill_places, read_pages, term_links
from macros.render.autolink import AutolinkExtension
from macros.render.context import Context
from macros.render.extras import extra_files
from macros.render.lists import length_words
from macros.render.machine_files import security_txt
from macros.render.macros import MACRO_FUNCTIONS
from macros.render.share_images import image_path, share_images, shared
from macros.render.structured_data import structured_data
from macros.render.term_lists import term_list

COMPONENTS = "assets/components.css"
SHARE_CACHE = ".cache/share"

log = logging.getLogger("mkdocs.macros.site")


class Site:
    """The state of one build: the library, the context of the page that renders, and what the preview knows, if it is
    one."""

    def __init__(self, env: Any, library: Library, preview: Session | None = None) -> None:
        self.env, self.library, self.preview = env, library, preview
        self.links = TermLinks(library, {})
        self.context: Context | None = None  # of the page that renders now
        self.linker = AutolinkExtension(library, self.page)

    def use(self, library: Library) -> None:
        """Renders from now on with another library."""
        self.library = self.linker.library = library
        self.mark_drafts()

    def mark_drafts(self) -> None:
        """Tells MkDocs which pages it shows in the preview alone."""
        self.env.conf["draft_docs"] = GitIgnoreSpec.from_lines(f"/{path}" for path in self.library.drafts)

    def fill_page(self, path: str) -> None:
        """Fills the lists on one page that was built again, from its own links and those known of the other pages."""
        library = self.library.with_draft(path) if path in self.library.drafts else self.library
        folder = Path(self.env.conf["site_dir"])
        if path in library.pages:
            text = {path: (folder / library.pages[path].url / "index.html").read_text(encoding="utf-8")}
            self.links = TermLinks(library, {**self.links.on_page, **term_links(library, text).on_page})
            fill_places(library, text, folder, functools.partial(term_list, self.links))

    def finish(self) -> None:
        """Makes again what stands on no page or on many: lists, search and data files (see `finish` below)."""
        finish(self.env)

    def start_page(self) -> Context:
        """Begins with the page that MkDocs renders next, and returns its context."""
        settings, successor = self.env.conf["extra"]["site"], not hasattr(self.env.conf, "plugins")
        path = source_path(self.env.page)
        library = self.library.with_draft(path) if path in self.library.drafts else self.library
        self.context = Context(library, path, settings=settings, from_file=successor)
        return self.context

    def page(self) -> Page | None:
        """The page that renders now, for the autolinker."""
        return self.context.library.pages.get(self.context.path) if self.context else None


def source_path(page: Any) -> str:
    """Path of a page below docs/, in MkDocs (`page.file.src_uri`) and in its successor (`page.path`)."""
    return str(getattr(getattr(page, "file", None), "src_uri", None) or page.path)


def register(env: Any, good: Good | None = None) -> None:
    """Reads and checks the library, and registers the macros and the autolinker.

    `good` holds what could be read the last time, in a preview, which nothing stops (see `Session`). Otherwise raises
    mkdocs.exceptions.Abort with every must, one a line.
    """
    root = Path(env.project_dir)
    once = hasattr(env.conf, "plugins")  # MkDocs calls this once a build, its successor once a page
    if good is None:
        site = Site(env, read_library(root) if once else kept_library(root))
    else:
        preview = Session(root, good)
        site = Site(env, preview.library, preview)
    env.variables["site"] = site
    for name, function in MACRO_FUNCTIONS.items():
        env.macro(_bound(site, name, function), name)
    if once:
        report_unset(env.conf)
        site.mark_drafts()
        env.conf["markdown_extensions"].append(site.linker)
    else:
        prepare_page(env)


def read_library(root: Path) -> Library:
    """Reads and checks the content of the project at `root`.

    Raises mkdocs.exceptions.Abort with every problem, one a line.
    """
    library, problems = load(root)
    problems += check(library, date.today())
    if broken := musts(problems):
        raise Abort(f"The content has problems:\n{listing(broken)}")
    settle(library)
    return library


kept_library = functools.cache(read_library)


def settle(library: Library) -> None:
    """Tells Python's collector to leave the library alone: it lives until the build ends, and walking it again and
    again costs more than the linking itself."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def component_styles(root: Path) -> str:
    """All components' style sheets as one: a component is only its folder, and a page asks for one file."""
    sheets = sorted((root / "overrides").glob("components/*/*.css"))
    return "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)


def _bound(site: Site, name: str, function: Any) -> Any:
    @functools.wraps(function)
    def macro(*arguments: str) -> str:
        context = site.context or site.start_page()
        try:
            return str(function(context, *arguments))
        except Exception as error:
            if site.preview is None:
                raise
            return site.preview.broken_call(context.path, name, arguments, error)

    return macro


SETTINGS = {
    "address": "canonical links, sitemap, feed, share images, and the address and code on printed sheets",
    "contact": "the address to write to on the corrections page, and security.txt",
    "copyright_holder": "the name in the footer",
    "repository": "links to the source of each page",
}


def unset(conf: Any) -> list[str]:
    """Names of the site's settings (mkdocs.yml) that are still empty."""
    values = {"address": conf["site_url"], **conf["extra"]["site"]}
    return [name for name in SETTINGS if not values.get(name)]


def report_unset(conf: Any) -> None:
    """Says which settings are empty and what is left out because of it.

    Raises mkdocs.exceptions.Abort when the build is to be published (PUBLISHING is set) and one is empty.
    """
    missing = unset(conf)
    if missing and os.environ.get("PUBLISHING"):
        raise Abort(f"Not publishing: {', '.join(missing)} empty. Fill in the settings at the top of mkdocs.yml.")
    for name in missing:
        log.info("Setting '%s' is empty: left out: %s. See the top of mkdocs.yml.", name, SETTINGS[name])


def before_macros(env: Any) -> None:
    """Prepares a page of MkDocs before its macros run: excuses are not published."""
    env.markdown = without_excuses(env.markdown)
    try:
        prepare_page(env)
    except Exception:
        if env.variables["site"].preview is None:
            raise
        log.exception("%s is shown without its facts.", source_path(env.page))


def after_build(env: Any) -> None:
    """Finishes the folder that MkDocs has built."""
    try:
        finish(env)
    except Exception:
        if env.variables["site"].preview is None:
            raise
        log.exception("Some lists, the search and some files are missing.")


def prepare_page(env: Any) -> None:
    """Adds to a page's meta what templates show but only the data know."""
    site = env.variables["site"]
    context = site.start_page()
    page = context.library.pages.get(context.path)
    if page is None:
        return
    meta = env.page.meta
    address = env.conf["site_url"] or ""
    library = context.library
    meta.update(kind=page.kind, summary=page.summary, quick_exit=page.quick_exit)
    meta["structured_data"] = list(structured_data(library, page, address, env.conf["site_name"]))
    meta["share_image"] = image_path(page) if shared(address) else ""
    if page.kind == "term":
        meta["status_words"] = asdict(library.data.vocabulary["statuses"][page.status])
    if page.kind == "country":
        meta["search"] = {"boost": 0.5}
    if isinstance(page, Guide):
        before, after = library.beside(page)
        meta["guide_before"], meta["guide_after"] = _shown(before), _shown(after)
    if isinstance(page, Practice):
        words = library.data.vocabulary
        meta["length_words"] = length_words(page)
        meta["effort_words"] = words["efforts"][page.effort].label
        meta["group_words"] = words["groups"][page.group].label
        meta["moment_words"] = ", ".join(words["moments"][moment].label for moment in page.moments)
    if page.next_review and page.next_review < date.today():
        meta["review_overdue"] = True


def _shown(page: Page | None) -> dict[str, str] | None:
    """What a template shows of another page, in plain values: the successor hands meta to its own templates."""
    return {"title": page.title, "url": page.url} if page else None


def finish(env: Any) -> None:
    """Fills the lists of mentions on the finished pages, and writes the files that no page stands for and the search's
    index."""
    site = env.variables["site"]
    address, root = env.conf["site_url"] or "", Path(env.project_dir)
    folder = Path(env.conf["site_dir"])
    pages = read_pages(site.library, folder)
    site.links = fill_mentions(site.library, pages, folder)
    files = extra_files(site.links, address, env.conf["site_name"])
    files[COMPONENTS] = component_styles(root)
    contact = env.conf["extra"]["site"].get("contact")
    if address and contact:
        files[".well-known/security.txt"] = security_txt(address, contact, date.today())
    write_files(folder, files)
    if shared(address):
        images = share_images(site.library, env.conf["site_name"], env.conf["site_description"])
        made = write_cached(folder, root / SHARE_CACHE, {path: (each.key, each.png) for path, each in images.items()})
        log.info("Share images: %d, of which %d drawn anew.", len(images), made)
    write_files(folder, search_files(site.library, pages))
