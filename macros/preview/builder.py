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
from dataclasses import dataclass, field
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


@dataclass
class Build:
    """What MkDocs' last whole build left behind, and who builds on it."""

    config: Any = None
    files: Any = None
    nav: Any = None
    env: Any = None
    builder: "Builder | None" = None
    warnings: LinkWarnings = field(default_factory=LinkWarnings)

    @property
    def site(self) -> Any:
        """The state of our own macros (`plugin.Site`)."""
        return self.config.plugins["macros"].variables["site"]


class Builder:
    """Builds what changed each time the server of `mkdocs serve` asks, and never raises."""

    pause = 1.5  # seconds without a save before lists, search and other files are made again

    def __init__(self, server: Any, latest: Build) -> None:
        self.server, self.latest = server, latest
        latest.builder = self
        self.root = Path(latest.config.config_file_path).parent
        self.prefix: str = server.mount_path
        self.app = BannerServer(server.get_app(), self.prefix, self.faults)
        self.failure: Problem | None = None  # of the last whole build
        self.failures: dict[str, Problem] = {}  # of single pages, by their paths below docs/
        self.waiting: dict[str, None] = {}  # pages that are to be built again
        self.unchecked: dict[str, None] = {}  # pages against which the rules are to be held
        self.logged: set[Problem] = set()
        self.folders: list[str] = []
        self.warnings = latest.warnings
        self.cancelled, self.thread = threading.Event(), threading.Thread()

    def start(self) -> None:
        """Takes the server over; the rules run in the background."""
        self.server.set_app(self.app)
        self.server.builder = self.refresh
        self.seen = dict(snapshot(self.root))
        self.unchecked = dict.fromkeys(self.latest.site.preview.readings)
        self._in_background()

    def stop(self) -> None:
        """Ends the background's work and removes its folders."""
        self._pause()
        for folder in self.folders:
            shutil.rmtree(folder, ignore_errors=True)

    def faults(self, address: str) -> tuple[bool, list[Problem]]:
        """Whether the page at `address` is a draft, and its faults; every page has those of docs/_data."""
        session = self.latest.site.preview
        path = self._paths().get(address, "")
        everywhere = [self.failure] if self.failure else []
        problems = session.problems()
        of_data = [problem for problem in problems if problem.path.startswith("docs/_data/")]
        everywhere += [problem for problem in of_data if problem.rule == "reading"]
        here = [self.failures[path]] if path in self.failures else []
        here += [problem for problem in problems if problem.path == f"docs/{path}"]
        if path in self.warnings.links:
            here = [
                *self.warnings.problems(path, (self.root / "docs" / path).read_text("utf-8", "replace")),
                *here,
            ]
        return path in session.library.drafts, everywhere + here

    def _paths(self) -> dict[str, str]:
        pages = self.latest.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        return {file.url.removeprefix("./"): file.src_uri for file in pages}

    def refresh(self) -> None:
        """Called by the server after a save: builds what was saved."""
        self._pause()
        now = dict(snapshot(self.root))
        changed = {path for path in now.keys() | self.seen.keys() if now.get(path) != self.seen.get(path)}
        gone = any(path not in now for path in changed)
        self.seen = now
        pages = {path.removeprefix("docs/") for path in changed if path.endswith(".md") and is_page(path)}
        data = {path for path in changed if path.startswith("docs/_data/")}
        try:
            if gone or self.failure or len(pages) + len(data) < len(changed):
                self._build_everything()
            else:
                self._build_saved(pages, bool(data))
            self.failure = None
        except (Exception, SystemExit) as error:
            log.exception("The build failed; the pages are shown as they were.")
            words = f"the build failed: {type(error).__name__}: {error}."
            self.failure = Problem("mkdocs.yml", 1, words, "See the log. What is shown is older.")
        self._in_background()

    def _build_everything(self) -> None:
        """MkDocs' whole build, into a folder of its own, which is served once it is whole."""
        old, self.waiting = self.latest.config, {}
        self.warnings.links.clear()
        self.folders.append(tempfile.mkdtemp(prefix="mkdocs_"))
        config = load_config(config_file=old.config_file_path, site_dir=self.folders[-1])
        config.site_url = old.site_url
        build(config, serve_url=old.site_url)
        self.server.root = config.site_dir
        self.unchecked = dict.fromkeys(self.latest.site.preview.readings)
        self.server.error_handler = lambda code: (Path(config.site_dir) / f"{code}.html").read_bytes()

    def _build_saved(self, pages: set[str], data: bool) -> None:
        """The saved pages at once, and of all that show them the page that was asked for last."""
        session = self.latest.site.preview
        affected = session.read(pages, data)
        self.latest.site.use(session.library)
        for path in pages:
            self._file(path)
        by_address = self._paths()
        last = [by_address[address] for address in [*self.app.visited][-1:] if address in by_address]
        first = dict.fromkeys([*pages, *(path for path in last if path in affected)])
        for path in pages:
            session.check_page(path)
        for path in first:
            self._build(path)
        self.waiting = {path: None for path in [*self.waiting, *sorted(affected)] if path not in first}
        self.unchecked = {path: None for path in [*self.unchecked, *sorted(affected)] if path not in pages}

    def _file(self, path: str) -> None:
        """Makes a new page known to MkDocs, and says of every page whether it is a draft."""
        config, files = self.latest.config, self.latest.files
        file = files.get_file_from_path(path)
        if file is None:
            file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
            files.append(file)
        file.inclusion = InclusionLevel.UNDEFINED
        set_exclusions([file], config)
        if file.page is None:
            Page(None, file, config)

    def _build(self, path: str) -> bool:
        """Builds one page; whether it is another than before."""
        latest = self.latest
        file = latest.files.get_file_from_path(path)
        output = Path(file.abs_dest_path)
        before = output.read_bytes() if output.exists() else b""
        self.warnings.links.pop(path, None)
        self.failures.pop(path, None)
        try:
            _populate_page(file.page, latest.config, latest.files)
            pages = latest.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
            draft = file.inclusion.is_excluded()
            _build_page(file.page, latest.config, pages, latest.nav, latest.env, excluded=draft)
            latest.site.fill_page(path)
            file.page.validate_anchor_links(
                files=latest.files, log_level=latest.config.validation.links.anchors
            )
        except Exception as error:
            log.exception("docs/%s is shown as it was.", path)
            words = f"the page could not be built: {type(error).__name__}: {error}."
            self.failures[path] = Problem(f"docs/{path}", 1, words, "See the log. What is shown is older.")
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
        session, shown = self.latest.site.preview, self._shown()
        try:
            changed = False
            for path in list(self.waiting):
                if cancelled.is_set():
                    return
                changed |= self._build(path)
                del self.waiting[path]
            for path in list(self.unchecked):
                if cancelled.is_set():
                    return
                session.check_page(path)
                del self.unchecked[path]
            if not session.check_site(cancelled.is_set):
                return
            self._tell()
            if changed or self._shown() != shown:
                self._reload()
            if not cancelled.wait(self.pause):
                self.latest.site.finish()
        except Exception:
            log.exception("Something failed in the background; the next save tries again.")

    def _shown(self) -> list[Problem]:
        problems: list[Problem] = self.latest.site.preview.problems()
        return problems

    def _tell(self) -> None:
        """A line in the log for each must that is new."""
        musts = {problem for problem in self._shown() if problem.degree == "must"}
        for problem in sorted(musts - self.logged):
            log.warning("%s", problem)
        self.logged = musts

    def _reload(self) -> None:
        """Lets browsers load their page again."""
        with self.server._epoch_cond:
            self.server._wanted_epoch = self.server._visible_epoch = _timestamp()
            self.server._epoch_cond.notify_all()


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
