"""The one module that knows MkDocs and mkdocs-macros: wires the library to the build."""

import functools
import gc
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort
from pathspec.gitignore import GitIgnoreSpec

from macros.content.budgets import without_excuses
from macros.content.library import Library, TermLinks, load
from macros.content.model import Guide, Page, Practice, Term
from macros.content.problem import listing, musts
from macros.content.rules import check
from macros.preview.session import Good, Session
from macros.publish.folder import write_cached, write_files
from macros.publish.search_index import search_files
from macros.publish.term_lists import fill_places, read_pages, term_links
from macros.render.autolink import AutolinkExtension
from macros.render.context import Context
from macros.render.extras import extra_files, security_txt
from macros.render.functions import length_words
from macros.render.glossary import term_list
from macros.render.lists import reading_minutes
from macros.render.macros import MACRO_FUNCTIONS
from macros.render.shape import sign
from macros.render.share_image import image_path, share_images, shared
from macros.render.structured_data import structured_data

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
        self.env, self.preview = env, preview
        self.links = TermLinks(library, {})
        self.context: Context | None = None  # of the page that renders now
        self.linker = AutolinkExtension(library, self.page)
        self.use(library)

    def use(self, library: Library) -> None:
        """Renders from now on with `library`, and tells MkDocs which pages only a preview shows."""
        self.library = self.linker.library = library
        self.env.conf["draft_docs"] = GitIgnoreSpec.from_lines(f"/{path}" for path in library.drafts)

    def with_page(self, path: str) -> Library:
        """The library; for a draft, one in which it is a page like any other."""
        return self.library.with_draft(path) if path in self.library.drafts else self.library

    def start_page(self) -> Context:
        """Begins with the page that MkDocs renders next, and returns its context."""
        conf, path = self.env.conf, self.env.page.file.src_uri
        settings = {**conf["extra"]["site"], "name": conf["site_name"], "address": conf["site_url"]}
        self.context = Context(self.with_page(path), path, settings=settings)
        return self.context

    def page(self) -> Page | None:
        """The page that renders now, for the autolinker."""
        return self.context.library.pages.get(self.context.path) if self.context else None

    def macro(self, name: str, function: Callable[..., object]) -> Callable[..., str]:
        """The macro `function` without its context, which is that of the page that renders."""

        @functools.wraps(function)
        def macro(*arguments: str) -> str:
            context = self.context or self.start_page()
            try:
                return str(function(context, *arguments))
            except Exception as error:
                if self.preview is None:
                    raise
                return self.preview.broken_call(context.path, name, arguments, error)

        return macro

    @contextmanager
    def going_on_in_a_preview(self, words: str) -> Iterator[None]:
        """Where a build stops at an error, a preview logs it with `words` and goes on."""
        try:
            yield
        except Exception:
            if self.preview is None:
                raise
            log.exception(words)

    def fill_page(self, path: str) -> None:
        """Fills the lists on a page built again, from its own links and the earlier ones of other pages."""
        library, folder = self.with_page(path), Path(self.env.conf["site_dir"])
        if path in library.pages:
            text = {path: (folder / library.pages[path].url / "index.html").read_text(encoding="utf-8")}
            self.links = TermLinks(library, {**self.links.on_page, **term_links(library, text).on_page})
            fill_places(library, text, folder, functools.partial(term_list, self.links))

    def finish(self) -> None:
        """Writes what stands on no page or on many: lists of mentions on the finished pages, data files,
        pictures and the search's index."""
        conf, root, folder = self.env.conf, Path(self.env.project_dir), Path(self.env.conf["site_dir"])
        address, contact = conf["site_url"] or "", conf["extra"]["site"].get("contact")
        stylesheets = sorted((root / "overrides").glob("components/*/*.css"))
        # First: whatever fault of the content ends what follows, a preview keeps its looks.
        write_files(folder, {COMPONENTS: "\n".join(file.read_text(encoding="utf-8") for file in stylesheets)})
        pages = read_pages(self.library, folder)
        self.links = term_links(self.library, pages)
        fill_places(self.library, pages, folder, functools.partial(term_list, self.links))
        files = extra_files(self.links, address, conf["site_name"])
        if address and contact:
            files[".well-known/security.txt"] = security_txt(address, contact, date.today())
        write_files(folder, files)
        if shared(address):
            images = share_images(self.library, conf["site_name"], conf["site_description"])
            contents = {path: (image.key, image.png) for path, image in images.items()}
            drawn = write_cached(folder, root / SHARE_CACHE, contents)
            log.info("Share images: %d, of which %d drawn anew.", len(images), drawn)
        write_files(folder, search_files(self.library, pages))


def register(env: Any, good: Good | None = None) -> None:
    """Called when a build begins: reads and checks the library, and registers the macros and the autolinker.

    `good` holds what could be read the last time, in a preview, which nothing stops (see `Session`).
    Otherwise raises mkdocs.exceptions.Abort with every must, one a line.
    """
    root = Path(env.project_dir)
    preview = None if good is None else Session(root, good)
    site = Site(env, preview.library if preview else read_library(root), preview)
    env.variables["site"] = site
    for name, function in MACRO_FUNCTIONS.items():
        env.macro(site.macro(name, function), name)
    report_unset(env.conf)
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


def before_macros(env: Any) -> None:
    """Called before a page's macros run: takes excuses out, which are not published, and adds to its meta."""
    site: Site = env.variables["site"]
    env.markdown = without_excuses(env.markdown)
    with site.going_on_in_a_preview(f"{env.page.file.src_uri} is shown without its facts."):
        add_facts(env.page.meta, site.start_page(), env.conf)


def after_build(env: Any) -> None:
    """Called when MkDocs has written the folder."""
    site: Site = env.variables["site"]
    with site.going_on_in_a_preview("Some lists, the search and some files are missing."):
        site.finish()


def add_facts(meta: dict[str, Any], context: Context, conf: Any) -> None:
    """Adds to a page's meta what templates show but only the data know."""
    library, page = context.library, context.library.pages.get(context.path)
    if page is None:
        return
    address, words = conf["site_url"] or "", library.data.vocabulary
    meta.update(kind=page.kind, summary=page.summary, quick_exit=page.quick_exit)
    meta["structured_data"] = list(structured_data(library, page, address, conf["site_name"]))
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
