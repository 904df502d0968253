"""A host with faults that a test switches on, and a small site in two versions for it."""

import functools
import http.server
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
from macros.publish.scripts import bundle_scripts
from tests.support.server import Handler

COMPONENTS = Path(__file__).resolve().parents[2] / "overrides" / "components"
PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title>
<link rel="stylesheet" href="{root}{style}"></head><body><main>
<p class="saved-copy" hidden>A copy of <time class="saved-copy__date"></time>.</p>
<h1 data-saved="Not saved">{title}</h1><p id="version">{version}</p><p id="asset"></p><p id="ticks">0</p>
<button id="later">later</button><p id="part"></p>
<offline-copy data-root="{root}"><p class="offline-copy__words"></p>
<p class="offline-copy__buttons"></p></offline-copy>
</main><script src="{root}{script}"></script>
<script type="module" src="{root}components/start.js"></script></body></html>
"""
SCRIPT = """document.querySelector("#asset").textContent = "{version}";
setInterval(() => {{ const at = document.querySelector("#ticks");
  at.textContent = Number(at.textContent) + 1; }}, 50);
document.querySelector("#later").onclick = () => {{
  const part = document.createElement("script");
  part.src = new URL("{part}", new URL(document.querySelector("offline-copy").dataset.root, location.href));
  part.onerror = () => {{ document.querySelector("#part").textContent = "missing"; }};
  document.head.append(part);
}};"""
PART = 'document.querySelector("#part").textContent = "{version}";'
START = """import { OfflineCopy } from "./offline-copy/offline-copy.js";
customElements.define("offline-copy", OfflineCopy);"""
PAGES = {
    "index.html": "./",
    "help/index.html": "../",
    "practices/one/index.html": "../../",
    "404.html": "/guide/",
}
LOGIN = b"<!doctype html><title>Log in</title><h1>Log in to the hotel's network</h1>"


def write_hashed(site: Path, path: str, text: str) -> str:
    """Writes `text` under its hashed name and returns that name."""
    name = hashed_name(path, text.encode())
    write_files(site, {name: text})
    return name


def small_site(folder: Path, version: str) -> Path:
    """A few pages with a style, a script and another brought late, all hashed; with its
    copy. Its worker waits for the network a tenth as long."""
    shutil.rmtree(folder, ignore_errors=True)
    skipped = shutil.ignore_patterns("*.html", "*.md")
    shutil.copytree(COMPONENTS / "offline-copy", folder / "components" / "offline-copy", ignore=skipped)
    write_files(folder, {"components/start.js": START})
    style = write_hashed(folder, "assets/plain.css", f":root {{ --version: {version} }}")
    part = write_hashed(folder, "assets/part.js", PART.format(version=version))
    script = write_hashed(folder, "assets/app.js", SCRIPT.format(version=version, part=part))
    for name, root in PAGES.items():
        words = {"title": name, "version": version, "root": root, "script": script, "style": style}
        text = PAGE.format(**words)
        write_files(
            folder, {name: text if name == "404.html" else text.replace(' data-saved="Not saved"', "")}
        )
    write_files(folder, {"embed/one/index.html": f"<!doctype html><p id=version>{version}</p>"})
    bundle_scripts(folder)
    write_copy(folder)
    worker = folder / "sw.js"
    code = worker.read_text(encoding="utf-8")
    assert "WAIT_MS = 3000" in code
    worker.write_text(code.replace("WAIT_MS = 3000", "WAIT_MS = 300"), encoding="utf-8")
    return folder


@dataclass
class Faults:
    """What the host does wrong now. Paths are below the site's root, without a query."""

    down: bool = False  # every connection is closed without an answer
    cut: str = ""  # answers whose path begins so break off half way
    pause: str = ""  # answers whose path begins so stop half way, until `patience` is set
    slow: str = ""  # answers whose path begins so never come, until `patience` is set
    portal: str = ""  # answers whose path begins so are a log-in page, with status 200
    types: dict[str, str] = field(default_factory=dict)
    status: dict[str, int] = field(default_factory=dict)
    patience: threading.Event = field(default_factory=threading.Event)
    requested_paths: list[str] = field(default_factory=list)


class FaultyHandler(Handler):
    """The tests' server, with `faults`."""

    faults: Faults

    def do_GET(self) -> None:  # noqa: N802 (the library's name)
        """Answers, or does what the faults say."""
        path = self.path.partition("?")[0].removeprefix(self.prefix)
        self.faults.requested_paths.append(path)
        del self.headers[
            "If-Modified-Since"
        ]  # whole seconds: a file changed twice in one would pass for unchanged
        if self.faults.slow and path.startswith(self.faults.slow):
            self.faults.patience.wait(30)
        if self.faults.down:
            self.close_connection = True
        elif path in self.faults.status:
            http.server.SimpleHTTPRequestHandler.send_error(self, self.faults.status[path])
        elif self.faults.cut and path.startswith(self.faults.cut):
            self._half()
        elif self.faults.pause and path.startswith(self.faults.pause):
            rest = self._half()
            self.wfile.flush()
            self.faults.patience.wait(30)
            self.wfile.write(rest)
        elif self.faults.portal and path.startswith(self.faults.portal):
            self._answer("text/html", LOGIN, len(LOGIN))
        else:
            super().do_GET()

    def guess_type(self, path: object) -> str:
        """The file's type, or the wrong one."""
        name = Path(str(path)).name
        return self.faults.types.get(name) or super().guess_type(str(path))

    def _half(self) -> bytes:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        body = file.read_bytes()
        self._answer(self.guess_type(str(file)), body[: len(body) // 2], len(body))
        self.close_connection = True
        return body[len(body) // 2 :]

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


def says(page: Page, text: str) -> None:
    """What stands about the copy."""
    expect(page.locator(".offline-copy__words")).to_contain_text(text, timeout=20_000)


def press_save(page: Page) -> None:
    """Presses "Save it", which a page offers once it knows what is saved."""
    page.get_by_role("button", name="Save it").click()


def save(page: Page, address: str) -> None:
    """Opens a page and saves the copy that it offers."""
    page.goto(address)
    press_save(page)
    says(page, "is saved on this device")


def stop_workers(page: Page) -> None:
    """What a browser does with a worker that has been idle for a while."""
    session = page.context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    session.detach()
