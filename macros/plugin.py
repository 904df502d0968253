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

from macros.content.library import Library, load
from macros.content.model import Guide, Page, Practice
from macros.content.problem import errors, listing
from macros.content.rules import check
from macros.publish.cached import write_cached
from macros.publish.folder import write_files
from macros.publish.search_index import search_files
from macros.render.autolink import AutolinkExtension
from macros.render.context import Context
from macros.render.extras import extra_files
from macros.render.lists import length_words
from macros.render.machine_files import security_txt
from macros.render.macros import MACRO_FUNCTIONS
from macros.render.share_images import image_path, share_images, shared
from macros.render.structured_data import structured_data

COMPONENTS = "assets/components.css"
SHARE_CACHE = ".cache/share"

log = logging.getLogger("mkdocs.macros.site")


class Site:
    """The state of one build: the library and the context of the page that renders."""

    def __init__(self, env: Any, library: Library) -> None:
        self.env, self.library = env, library
        self._page: Any = None
        self._context: Context | None = None

    def context(self) -> Context:
        """The context of the page that renders now, fresh for each page."""
        if self._context is None or self._page is not self.env.page:
            self._page = self.env.page
            settings, successor = self.env.conf["extra"]["site"], not hasattr(self.env.conf, "plugins")
            path = source_path(self.env.page)
            self._context = Context(self.library, path, settings=settings, from_file=successor)
        return self._context

    def page(self) -> Page | None:
        """The page that renders now, for the autolinker."""
        return self.library.pages.get(source_path(self.env.page)) if getattr(self.env, "page", None) else None


def source_path(page: Any) -> str:
    """Path of a page below docs/, in MkDocs (`page.file.src_uri`) and in its successor (`page.path`)."""
    return str(getattr(getattr(page, "file", None), "src_uri", None) or page.path)


def register(env: Any) -> None:
    """Reads and checks the library, stops the build on errors, and registers the macros and the autolinker.

    Raises mkdocs.exceptions.Abort with every problem, one a line.
    """
    root = Path(env.project_dir)
    once = hasattr(env.conf, "plugins")  # MkDocs calls this once a build, its successor once a page
    library = read_library(root) if once else kept_library(root)
    site = Site(env, library)
    env.variables["site"] = site
    for name, function in MACRO_FUNCTIONS.items():
        env.macro(_bound(site, function), name)
    if once:
        report_unset(env.conf)
        env.conf["markdown_extensions"].append(AutolinkExtension(library, site.page))
    else:
        prepare_page(env)


def read_library(root: Path) -> Library:
    """Reads and checks the content of the project at `root`.

    Raises mkdocs.exceptions.Abort with every problem, one a line.
    """
    library, problems = load(root)
    problems += check(library, date.today())
    if errors(problems):
        raise Abort(f"The content has problems:\n{listing(problems)}")
    if problems:
        log.info("To look at:\n%s", listing(problems))
    settle(library)
    return library


kept_library = functools.cache(read_library)


def settle(library: Library) -> None:
    """Reads all mentions now, then tells Python's collector to leave the library alone: it lives until the build ends,
    and walking it again and again costs more than the linking itself."""
    _ = library.mentioned_in
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def component_styles(root: Path) -> str:
    """All components' style sheets as one: a component is only its folder, and a page asks for one file."""
    sheets = sorted((root / "overrides").glob("components/*/*.css"))
    return "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)


def _bound(site: Site, function: Any) -> Any:
    @functools.wraps(function)
    def macro(*arguments: str) -> str:
        return str(function(site.context(), *arguments))

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


def prepare_page(env: Any) -> None:
    """Adds to a page's meta what templates show but only the data know."""
    site = env.variables["site"]
    page = site.library.pages.get(source_path(env.page))
    if page is None:
        return
    meta = env.page.meta
    address = env.conf["site_url"] or ""
    meta.update(kind=page.kind, summary=page.summary, quick_exit=page.quick_exit)
    meta["structured_data"] = list(structured_data(site.library, page, address, env.conf["site_name"]))
    meta["share_image"] = image_path(page) if shared(address) else ""
    if page.kind == "term":
        meta["status_words"] = asdict(site.library.data.vocabulary["statuses"][page.status])
    if page.kind == "country":
        meta["search"] = {"boost": 0.5}
    if isinstance(page, Guide):
        before, after = site.library.beside(page)
        meta["guide_before"], meta["guide_after"] = _shown(before), _shown(after)
    if isinstance(page, Practice):
        words = site.library.data.vocabulary
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
    """Writes the files that no page stands for into the finished folder, and the search's index of those that do."""
    site = env.variables["site"]
    address, root = env.conf["site_url"] or "", Path(env.project_dir)
    files = extra_files(site.library, address, env.conf["site_name"])
    files[COMPONENTS] = component_styles(root)
    contact = env.conf["extra"]["site"].get("contact")
    if address and contact:
        files[".well-known/security.txt"] = security_txt(address, contact, date.today())
    folder = Path(env.conf["site_dir"])
    write_files(folder, files)
    if shared(address):
        images = share_images(site.library, env.conf["site_name"], env.conf["site_description"])
        made = write_cached(folder, root / SHARE_CACHE, {path: (each.key, each.png) for path, each in images.items()})
        log.info("Share images: %d, of which %d drawn anew.", len(images), made)
    write_files(folder, search_files(site.library, folder))
