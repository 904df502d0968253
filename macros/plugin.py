"""The one module that knows MkDocs and mkdocs-macros: wires the library to the build."""

import functools
import gc
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort
from pathspec.gitignore import GitIgnoreSpec

from macros.content.excuses import without_excuses
from macros.content.library import Library, load
from macros.content.model import Guide, Page, Practice, Term
from macros.content.problem import listing, musts
from macros.content.rules import check
from macros.content.term_links import TermLinks
from macros.preview.session import Good, Session
from macros.publish.cached import write_cached
from macros.publish.folder import write_files
from macros.publish.search_index import search_files
from macros.publish.term_lists import fill_places, read_pages, term_links
from macros.render.autolink import AutolinkExtension
from macros.render.context import Context
from macros.render.extras import extra_files
from macros.render.lists import length_words, reading_minutes
from macros.render.machine_files import security_txt
from macros.render.macros import MACRO_FUNCTIONS
from macros.render.share_images import image_path, share_images, shared
from macros.render.signs import sign
from macros.render.structured_data import structured_data
from macros.render.term_lists import term_list

COMPONENTS = "assets/components.css"
SHARE_CACHE = ".cache/share"
SETTINGS = {
    "address": "canonical links, sitemap, feed, share images, and the address and code on printed sheets",
    "contact": "the address to write to on the corrections page, and security.txt",
    "copyright_holder": "the name in the footer",
    "repository": "links to the source of each page",
}

log = logging.getLogger("mkdocs.macros.site")


class Site:
    """The state of one build: the library, the context of the present page, and the session of a preview."""

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

    def with_page(self, path: str) -> Library:
        """The library; for a draft, one in which it is a page like any other."""
        return self.library.with_draft(path) if path in self.library.drafts else self.library

    def fill_page(self, path: str) -> None:
        """Fills the lists on a page built again, from its own links and the earlier ones of other pages."""
        library, folder = self.with_page(path), Path(self.env.conf["site_dir"])
        if path in library.pages:
            text = {path: (folder / library.pages[path].url / "index.html").read_text(encoding="utf-8")}
            self.links = TermLinks(library, {**self.links.on_page, **term_links(library, text).on_page})
            fill_places(library, text, folder, functools.partial(term_list, self.links))

    def finish(self) -> None:
        """Writes again what stands on no page or on many: lists, search, data files (see `finish` below)."""
        finish(self.env)

    def start_page(self) -> Context:
        """Begins with the page that MkDocs renders next, and returns its context."""
        conf = self.env.conf
        settings = {**conf["extra"]["site"], "name": conf["site_name"], "address": conf["site_url"]}
        path = source_path(self.env.page)
        self.context = Context(self.with_page(path), path, settings=settings)
        return self.context

    def page(self) -> Page | None:
        """The page that renders now, for the autolinker."""
        return self.context.library.pages.get(self.context.path) if self.context else None


def source_path(page: Any) -> str:
    """Path of one of MkDocs' pages below docs/."""
    return str(page.file.src_uri)


def register(env: Any, good: Good | None = None) -> None:
    """Called when a build begins: reads and checks the library, and registers the macros and the autolinker.

    `good` holds what could be read the last time, in a preview, which nothing stops (see `Session`).
    Otherwise raises mkdocs.exceptions.Abort with every must, one a line.
    """
    root = Path(env.project_dir)
    if good is None:
        site = Site(env, read_library(root))
    else:
        preview = Session(root, good)
        site = Site(env, preview.library, preview)
    env.variables["site"] = site
    for name, function in MACRO_FUNCTIONS.items():
        env.macro(_bound(site, name, function), name)
    report_unset(env.conf)
    site.mark_drafts()
    env.conf["markdown_extensions"].append(site.linker)


def read_library(root: Path) -> Library:
    """Reads and checks the content of the project at `root`.

    Raises mkdocs.exceptions.Abort with every must, one a line.
    """
    library, problems = load(root)
    problems += check(library, date.today())
    if broken := musts(problems):
        raise Abort(f"The content has problems:\n{listing(broken)}")
    # The library lives until the build ends: the garbage collector need not walk it again and again.
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    return library


def _bound(site: Site, name: str, function: Any) -> Any:
    """The macro `function` without its context, which is that of the page that renders."""

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


def report_unset(conf: Any) -> None:
    """Logs which settings of mkdocs.yml are empty and what is left out because of it.

    Raises mkdocs.exceptions.Abort when the build is to be published (PUBLISHING is set) and one is empty.
    """
    values = {"address": conf["site_url"], **conf["extra"]["site"]}
    empty = [name for name in SETTINGS if not values.get(name)]
    if empty and os.environ.get("PUBLISHING"):
        raise Abort(
            f"Not publishing: {', '.join(empty)} empty. Fill in the settings at the top of mkdocs.yml."
        )
    for name in empty:
        log.info("Setting '%s' is empty: left out: %s. See the top of mkdocs.yml.", name, SETTINGS[name])


@contextmanager
def going_on_in_a_preview(env: Any, words: str) -> Iterator[None]:
    """Where a build stops at an error, a preview logs it with `words` and goes on."""
    try:
        yield
    except Exception:
        if env.variables["site"].preview is None:
            raise
        log.exception(words)


def before_macros(env: Any) -> None:
    """Called before a page's macros run: takes excuses out, which are not published, and adds to its meta."""
    env.markdown = without_excuses(env.markdown)
    with going_on_in_a_preview(env, f"{source_path(env.page)} is shown without its facts."):
        prepare_page(env)


def after_build(env: Any) -> None:
    """Called when MkDocs has written the folder."""
    with going_on_in_a_preview(env, "Some lists, the search and some files are missing."):
        finish(env)


def prepare_page(env: Any) -> None:
    """Adds to a page's meta what templates show but only the data know."""
    context = env.variables["site"].start_page()
    library, page = context.library, context.library.pages.get(context.path)
    if page is None:
        return
    meta, address, words = env.page.meta, env.conf["site_url"] or "", library.data.vocabulary
    meta.update(kind=page.kind, summary=page.summary, quick_exit=page.quick_exit)
    meta["structured_data"] = list(structured_data(library, page, address, env.conf["site_name"]))
    meta["share_image"] = image_path(page) if shared(address) else ""
    if isinstance(page, Term):
        meta["status_words"] = asdict(words["statuses"][page.status])
    if isinstance(page, Guide):
        meta["guide_before"], meta["guide_after"] = library.beside(page)
        meta["reading_minutes"] = reading_minutes(context, page)
    if isinstance(page, Practice):
        meta["length_words"], meta["sign"] = length_words(page), sign(page)
        meta["effort_words"] = words["efforts"][page.effort].label
        meta["group_words"] = words["groups"][page.group].label
        meta["moment_words"] = [words["moments"][moment].label for moment in page.moments]
    if page.next_review and page.next_review < date.today():
        meta["review_overdue"] = True


def finish(env: Any) -> None:
    """Fills the lists of mentions on the finished pages, and writes data files, pictures and the search's
    index."""
    site = env.variables["site"]
    address, root = env.conf["site_url"] or "", Path(env.project_dir)
    folder = Path(env.conf["site_dir"])
    pages = read_pages(site.library, folder)
    site.links = term_links(site.library, pages)
    fill_places(site.library, pages, folder, functools.partial(term_list, site.links))
    files = extra_files(site.links, address, env.conf["site_name"])
    stylesheets = sorted((root / "overrides").glob("components/*/*.css"))
    files[COMPONENTS] = "\n".join(file.read_text(encoding="utf-8") for file in stylesheets)
    contact = env.conf["extra"]["site"].get("contact")
    if address and contact:
        files[".well-known/security.txt"] = security_txt(address, contact, date.today())
    write_files(folder, files)
    if shared(address):
        images = share_images(site.library, env.conf["site_name"], env.conf["site_description"])
        contents = {path: (image.key, image.png) for path, image in images.items()}
        drawn = write_cached(folder, root / SHARE_CACHE, contents)
        log.info("Share images: %d, of which %d drawn anew.", len(images), drawn)
    write_files(folder, search_files(site.library, pages))
