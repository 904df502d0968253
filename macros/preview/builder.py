"""Builds for `mkdocs serve`: the saved page first; in the background what else shows it, and the slow rules.

MkDocs can only build everything again. Its two steps for one page (`_populate_page`, `_build_page`) and the
state of its server are not public; MkDocs 1.6 is the last of its line, and this is the one module that leans
on them.
"""

import logging
import re
import shutil
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.commands.build import _build_page, _populate_page, build
from mkdocs.config import load_config
from mkdocs.livereload import _timestamp
from mkdocs.structure.files import File, InclusionLevel, set_exclusions
from mkdocs.structure.pages import Page

from macros.content.problem import Problem
from macros.preview.banner import BannerServer

WATCHED = ("docs", "macros", "overrides", "mkdocs.yml")
_LINK = re.compile(r"Doc file '([^']+)' contains ((?:a|an) .*?)'([^']+)'(.*)")
log = logging.getLogger("mkdocs.macros.preview")


class LinkWarnings(logging.Handler):
    """MkDocs' own warnings of links, kept by the path of their page below docs/ until it is built again."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.links: dict[str, list[tuple[str, str]]] = {}  # what was written, and what is wrong with it

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps what one line of the log says of a link."""
        if link := _LINK.match(record.getMessage()):
            self.links.setdefault(link[1], []).append((link[3], f"{link[2]} '{link[3]}'{link[4]}"))

    def problems(self, path: str, text: str) -> list[Problem]:
        """The warnings about the page at `path`, which reads `text`, each with the line of its link."""
        place = f"docs/{path}"
        return [
            Problem(place, text.count("\n", 0, max(text.find(f"({link}"), 0)) + 1, f"the page has {words}")
            for link, words in dict.fromkeys(self.links.get(path, ()))
        ]


class Builder:
    """Builds what changed each time the server of `mkdocs serve` asks, and never raises.

    `config`, `files`, `nav` and `env` are what MkDocs' last whole build left behind.
    """

    pause = 1.5  # seconds without a save before lists, search and other files are made again

    def __init__(self) -> None:
        self.config: Any = None
        self.files: Any = None
        self.nav: Any = None
        self.env: Any = None
        self.warnings = LinkWarnings()
        self.folders: list[str] = []
        self.cancelled, self.thread = threading.Event(), threading.Thread()

    @property
    def site(self) -> Any:
        """The state of our own macros (`plugin.Site`)."""
        return self.config.plugins["macros"].variables["site"]

    def start(self, server: Any) -> None:
        """Takes the server over; the rules run in the background."""
        self.server, self.root = server, Path(self.config.config_file_path).parent
        self.failure: Problem | None = None  # of the last whole build
        self.failures: dict[str, Problem] = {}  # of single pages, by their paths below docs/
        self.waiting: dict[str, None] = {}  # pages that are to be built again
        self.unchecked: dict[str, None] = dict.fromkeys(self.site.preview.readings)  # against the rules
        self.logged: set[Problem] = set()
        self.seen = dict(snapshot(self.root))
        self.app = BannerServer(server.get_app(), server.mount_path, self.faults)
        server.set_app(self.app)
        server.builder = self.refresh
        self._in_background()

    def stop(self) -> None:
        """Ends the background's work and removes its folders."""
        self._pause()
        for folder in self.folders:
            shutil.rmtree(folder, ignore_errors=True)

    def faults(self, address: str) -> tuple[bool, list[Problem]]:
        """Whether the page at `address` is a draft, and its faults; every page has those of docs/_data."""
        session, path = self.site.preview, self._paths().get(address, "")
        everywhere, here = [self.failure], [self.failures.get(path)]
        if path in self.warnings.links:
            here += self.warnings.problems(path, (self.root / "docs" / path).read_text("utf-8", "replace"))
        for problem in session.problems():
            if problem.path.startswith("docs/_data/") and problem.rule == "reading":
                everywhere.append(problem)
            elif problem.path == f"docs/{path}":
                here.append(problem)
        return path in session.library.drafts, [problem for problem in everywhere + here if problem]

    def _paths(self) -> dict[str, str]:
        """The path of each page below docs/, by its address."""
        pages = self.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        return {file.url.removeprefix("./"): file.src_uri for file in pages}

    def refresh(self) -> None:
        """Called by the server after a save: builds what was saved."""
        self._pause()
        now = dict(snapshot(self.root))
        changed = {path for path in now.keys() | self.seen.keys() if now.get(path) != self.seen.get(path)}
        self.seen = now
        pages = {path.removeprefix("docs/") for path in changed if path.endswith(".md") and is_page(path)}
        data = {path for path in changed if path.startswith("docs/_data/")}
        try:
            if self.failure or len(pages) + len(data) < len(changed) or not changed <= now.keys():
                self._build_everything()
            else:
                self._build_saved(pages, bool(data))
            self.failure = None
        except (Exception, SystemExit) as error:
            log.exception("The build failed; the pages are shown as they were.")
            self.failure = _failure("mkdocs.yml", "build failed", error)
        self._in_background()

    def _build_everything(self) -> None:
        """MkDocs' whole build, into a folder of its own, which is served once it is whole."""
        address, self.waiting = self.config.site_url, {}
        self.warnings.links.clear()
        self.folders.append(tempfile.mkdtemp(prefix="mkdocs_"))
        config = load_config(config_file=self.config.config_file_path, site_dir=self.folders[-1])
        config.site_url = address
        build(config, serve_url=address)
        self.server.root = config.site_dir
        self.unchecked = dict.fromkeys(self.site.preview.readings)
        self.server.error_handler = lambda code: (Path(config.site_dir) / f"{code}.html").read_bytes()

    def _build_saved(self, pages: set[str], data: bool) -> None:
        """The saved pages at once, and of all that show them the page that was asked for last."""
        session = self.site.preview
        affected = session.read(pages, data)
        self.site.use(session.library)
        for path in pages:
            self._file(path)
            session.check_page(path)
        first = [*pages, *({self._paths().get(self.app.latest, "")} & affected - pages)]
        for path in first:
            self._build(path)
        later = sorted(affected)
        self.waiting = dict.fromkeys(path for path in (*self.waiting, *later) if path not in first)
        self.unchecked = dict.fromkeys(path for path in (*self.unchecked, *later) if path not in pages)

    def _file(self, path: str) -> None:
        """Makes a new page known to MkDocs, and says of every page whether it is a draft."""
        file = self.files.get_file_from_path(path)
        if file is None:
            file = File(path, self.config.docs_dir, self.config.site_dir, self.config.use_directory_urls)
            self.files.append(file)
        file.inclusion = InclusionLevel.UNDEFINED
        set_exclusions([file], self.config)
        if file.page is None:
            Page(None, file, self.config)

    def _build(self, path: str) -> bool:
        """Builds one page; whether it is another than before."""
        file = self.files.get_file_from_path(path)
        output = Path(file.abs_dest_path)
        before = output.read_bytes() if output.exists() else b""
        self.warnings.links.pop(path, None)
        self.failures.pop(path, None)
        try:
            _populate_page(file.page, self.config, self.files)
            pages = self.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
            draft = file.inclusion.is_excluded()
            _build_page(file.page, self.config, pages, self.nav, self.env, excluded=draft)
            self.site.fill_page(path)
            file.page.validate_anchor_links(files=self.files, log_level=self.config.validation.links.anchors)
        except Exception as error:
            log.exception("docs/%s is shown as it was.", path)
            self.failures[path] = _failure(f"docs/{path}", "page could not be built", error)
            return True
        return before != output.read_bytes()

    def _pause(self) -> None:
        """Stops the background's work after the page that it builds now."""
        self.cancelled.set()
        if self.thread.is_alive():
            self.thread.join()

    def _in_background(self) -> None:
        self._tell()
        self.cancelled = threading.Event()
        self.thread = threading.Thread(target=self._later, args=(self.cancelled,), daemon=True)
        self.thread.start()

    def _later(self, cancelled: threading.Event) -> None:
        """Everything that can wait: other pages, the rest of the rules, then lists, search and data files."""
        session, shown, changed = self.site.preview, self.site.preview.problems(), False
        try:
            while (self.waiting or self.unchecked) and not cancelled.is_set():
                if self.waiting:
                    path = next(iter(self.waiting))
                    changed |= self._build(path)
                    del self.waiting[path]
                else:
                    path = next(iter(self.unchecked))
                    session.check_page(path)
                    del self.unchecked[path]
            if not session.check_site(cancelled.is_set):
                return
            self._tell()
            if changed or session.problems() != shown:
                self._reload()
            if not cancelled.wait(self.pause):
                self.site.finish()
        except Exception:
            log.exception("Something failed in the background; the next save tries again.")

    def _tell(self) -> None:
        """A line in the log for each must that is new."""
        musts = {problem for problem in self.site.preview.problems() if problem.degree == "must"}
        for problem in sorted(musts - self.logged):
            log.warning("%s", problem)
        self.logged = musts

    def _reload(self) -> None:
        """Lets browsers load their page again."""
        with self.server._epoch_cond:
            self.server._wanted_epoch = self.server._visible_epoch = _timestamp()
            self.server._epoch_cond.notify_all()


def _failure(place: str, what: str, error: BaseException) -> Problem:
    words = f"the {what}: {type(error).__name__}: {error}."
    return Problem(place, 1, words, "See the log. What is shown is older.")


def is_page(path: str) -> bool:
    """Whether a file, by its path in the project, is a page: no asset, no name with an underscore."""
    parts = path.split("/")
    return parts[0] == "docs" and parts[1] != "assets" and not any(part.startswith("_") for part in parts)


def snapshot(root: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    """Every watched file below `root` by its path, with the time of its last change and its size.

    What editors and Python leave behind (hidden files, backups, caches) is passed over.
    """
    for name in WATCHED:
        top = root / name
        for file in top.rglob("*") if top.is_dir() else [top]:
            left_behind = "__pycache__" in file.parts or file.name.startswith(".") or file.name.endswith("~")
            if file.is_file() and not left_behind:
                status = file.stat()
                yield file.relative_to(root).as_posix(), (status.st_mtime_ns, status.st_size)
