"""A host with faults that a test switches on, and a small site in two versions for it."""

from __future__ import annotations

import functools
import http.server
import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page, expect

from macros.publish.assets import hashed_name
from macros.publish.folder import write_files
from macros.publish.offline_copy import write_copy
from tests.support.server import Handler

COMPONENTS = Path(__file__).resolve().parents[2] / "overrides" / "components"
PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title>
<link rel="stylesheet" href="{root}assets/plain.css"></head><body><main>
<p class="saved-copy" hidden>A copy of <time class="saved-copy__date"></time>.</p>
<h1>{title}</h1><p id="version">{version}</p><p id="asset"></p><p id="ticks">0</p>
<button id="later">later</button><p id="part"></p><button id="ask">ask</button><p id="index"></p>
<offline-copy data-root="{root}" {kind}>
<p class="offline-copy__words"></p><p class="offline-copy__buttons"></p></offline-copy></main>
<script src="{root}{script}"></script><script type="module" src="{root}components/start.js"></script></body></html>
"""
SCRIPT = """document.querySelector("#asset").textContent = "{version}";
setInterval(() => {{ const at = document.querySelector("#ticks"); at.textContent = Number(at.textContent) + 1; }}, 50);
const root = new URL(document.querySelector("offline-copy").dataset.root, location.href);
document.querySelector("#later").onclick = () => {{
  const part = document.createElement("script");
  part.src = new URL("{part}", root);
  part.onerror = () => {{ document.querySelector("#part").textContent = "missing"; }};
  document.head.append(part);
}};
document.querySelector("#ask").onclick = async () => {{
  const index = fetch(new URL("{index}", root)).then((answer) => answer.json());
  document.querySelector("#index").textContent = await index.then(({{ version }}) => version, () => "missing");
}};"""
PART = 'document.querySelector("#part").textContent = "{version}";'
START = (
    'import { OfflineCopy } from "./offline-copy/offline-copy.js";customElements.define("offline-copy", OfflineCopy);'
)
PAGES = {
    "index.html": "./",
    "help/index.html": "../",
    "practices/one/index.html": "../../",
    "quiet/index.html": "../",
}
KINDS = {"help/index.html": "data-full", "quiet/index.html": "data-quiet"}
INDEX = "search/index.json"
LOGIN = b"<!doctype html><title>Log in</title><h1>Log in to the hotel's network</h1>"


def write_hashed(site: Path, path: str, text: str) -> str:
    """Writes `text` under its hashed name and returns that name."""
    name = hashed_name(path, text.encode())
    write_files(site, {name: text})
    return name


def small_site(folder: Path, version: str) -> Path:
    """A few pages with a hashed script, another brought late, a plain style and a plain index; with its copy."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    skipped = shutil.ignore_patterns("*.html", "*.md")
    shutil.copytree(COMPONENTS / "offline-copy", folder / "components" / "offline-copy", ignore=skipped)
    write_files(folder, {"assets/plain.css": f":root {{ --version: {version} }}", "components/start.js": START})
    write_files(folder, {INDEX: json.dumps({"version": version})})
    part = write_hashed(folder, "assets/part.js", PART.format(version=version))
    script = write_hashed(folder, "assets/app.js", SCRIPT.format(version=version, part=part, index=INDEX))
    for name, root in {**PAGES, "404.html": "/guide/"}.items():
        words = {"title": name, "version": version, "root": root, "script": script}
        write_files(folder, {name: PAGE.format(**words, kind=KINDS.get(name, ""))})
    write_files(folder, {"embed/one/index.html": f"<!doctype html><p id=version>{version}</p>"})
    write_copy(folder)
    return folder


@dataclass
class Faults:
    """What the host does wrong now. Paths are below the site's root, without a query."""

    down: bool = False  # every connection is closed without an answer
    cut: str = ""  # answers whose path begins so break off half way
    slow: str = ""  # answers whose path begins so never come, until `patience` is set
    portal: str = ""  # answers whose path begins so are a log-in page, with status 200
    types: dict[str, str] = field(default_factory=dict)
    status: dict[str, int] = field(default_factory=dict)
    patience: threading.Event = field(default_factory=threading.Event)
    asked: list[str] = field(default_factory=list)


class FaultyHandler(Handler):
    """The tests' server, with `faults`."""

    faults: Faults

    def do_GET(self) -> None:  # noqa: N802 (the library's name)
        """Answers, or does what the faults say."""
        path = self.path.partition("?")[0].removeprefix(self.prefix)
        self.faults.asked.append(path)
        del self.headers["If-Modified-Since"]  # whole seconds: a file changed twice in one would pass for unchanged
        if self.faults.slow and path.startswith(self.faults.slow):
            self.faults.patience.wait(30)
        if self.faults.down:
            self.close_connection = True
        elif path in self.faults.status:
            http.server.SimpleHTTPRequestHandler.send_error(self, self.faults.status[path])
        elif self.faults.cut and path.startswith(self.faults.cut):
            self._half()
        elif self.faults.portal and path.startswith(self.faults.portal):
            self._answer("text/html", LOGIN, len(LOGIN))
        else:
            super().do_GET()

    def guess_type(self, path: object) -> str:
        """The file's type, or the wrong one."""
        name = Path(str(path)).name
        return self.faults.types.get(name) or super().guess_type(str(path))

    def _half(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        body = file.read_bytes()
        self._answer(self.guess_type(str(file)), body[: len(body) // 2], len(body))
        self.close_connection = True

    def _answer(self, kind: str, body: bytes, length: int) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def faulty_host(folder: Path, prefix: str = "/guide/") -> Iterator[tuple[str, Faults]]:
    """Serves `folder` below `prefix`; yields the root's address and the faults, all off."""
    faults = Faults()
    kind = type("Bound", (FaultyHandler,), {"prefix": prefix, "policy": "", "log": [], "faults": faults})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(kind, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}", faults
    finally:
        faults.patience.set()
        server.shutdown()
        server.server_close()
        thread.join()


def press(page: Page, name: str) -> None:
    """Presses the button of that name."""
    page.get_by_role("button", name=name).click()


def says(page: Page, text: str) -> None:
    """What stands about the copy."""
    expect(page.locator(".offline-copy__words")).to_contain_text(text)


def keep(page: Page, address: str) -> None:
    """Opens the page that holds the buttons and has the copy kept."""
    page.goto(f"{address}help/")
    press(page, "Save it")
    says(page, "is saved on this device")


def stop_workers(page: Page) -> None:
    """What a browser does with a worker that has been idle for a while."""
    session = page.context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    session.detach()
