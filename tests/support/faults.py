"""A host with faults that a test switches on, and a small site in two versions for it."""

import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page, expect

from macros.publish.folder import hashed_name, write_files
from macros.publish.offline_copy import write_copy
from macros.publish.scripts import bundle_scripts
from tests.support.server import Handler, serve

COMPONENTS = Path(__file__).resolve().parents[2] / "overrides" / "components"
PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title>
<link rel="stylesheet" href="{root}{style}"></head><body><main>
<p class="saved-copy" hidden>A copy of <time class="saved-copy__date"></time>.</p>
<h1{saved}>{title}</h1><p id="version">{version}</p><p id="asset"></p><p id="ticks">0</p>
<button id="later">later</button><p id="part"></p>
<offline-copy data-root="{root}."><p class="offline-copy__words"></p>
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
    "index.html": "",
    "help/index.html": "../",
    "practices/one/index.html": "../../",
    "404.html": "/guide/",
}
LOGIN = b"<!doctype html><title>Log in</title><h1>Log in to the hotel's network</h1>"


def small_site(folder: Path, version: str) -> Path:
    """A few pages with a style, a script and another brought late, all hashed; with its
    copy. Its worker waits for the network a tenth as long."""
    shutil.rmtree(folder, ignore_errors=True)
    skipped = shutil.ignore_patterns("*.html", "*.md")
    shutil.copytree(COMPONENTS / "offline-copy", folder / "components" / "offline-copy", ignore=skipped)
    files = {
        "components/start.js": START,
        "embed/one/index.html": f"<!doctype html><p id=version>{version}</p>",
    }

    def hashed(path: str, text: str) -> str:
        name = hashed_name(path, text.encode())
        files[name] = text
        return name

    style = hashed("assets/plain.css", f":root {{ --version: {version} }}")
    part = hashed("assets/part.js", PART.format(version=version))
    script = hashed("assets/app.js", SCRIPT.format(version=version, part=part))
    for name, root in PAGES.items():
        saved = ' data-saved="Not saved"' if name == "404.html" else ""
        files[name] = PAGE.format(
            title=name, version=version, root=root, script=script, style=style, saved=saved
        )
    write_files(folder, files)
    bundle_scripts(folder)
    write_copy(folder)
    worker = folder / "sw.js"
    code = worker.read_text(encoding="utf-8")
    assert "WAIT_MS = 3000" in code
    worker.write_text(code.replace("WAIT_MS = 3000", "WAIT_MS = 300"), encoding="utf-8")
    return folder


@dataclass
class Faults:
    """What the host does wrong now, and what it was asked for. Paths are below the root, without queries."""

    planted: tuple[str, str] = ("", "")  # a fault, and how the paths that it is for begin
    patience: threading.Event = field(default_factory=threading.Event)
    requested_paths: list[str] = field(default_factory=list)

    def plant(self, fault: str, path: str = "") -> None:
        """From now on answers whose path begins so have this fault, and no others have any.

        "down": the connection is closed; "cut": it breaks off half way; "pause": it stops half way, "slow":
        it does not begin, both until `mend`; "busy": status 503; "missing": 404; "log-in page"; "wrong type".
        """
        self.mend()
        self.patience, self.planted = threading.Event(), (fault, path)

    def mend(self) -> None:
        """Nothing is wrong any more, and what waits goes on."""
        self.planted = ("", "")
        self.patience.set()


class FaultyHandler(Handler):
    """The tests' server, with `faults`."""

    faults: Faults

    def do_GET(self) -> None:  # noqa: N802 (the library's name)
        """Answers, or does what the faults say."""
        path = self.path.partition("?")[0].removeprefix(self.prefix)
        self.faults.requested_paths.append(path)
        # Whole seconds: a file changed twice in one would pass for unchanged.
        del self.headers["If-Modified-Since"]
        fault, start = self.faults.planted
        match fault if path.startswith(start) else "":
            case "down":
                self.close_connection = True
            case "busy" | "missing":
                code = 503 if fault == "busy" else 404
                http.server.SimpleHTTPRequestHandler.send_error(self, code)
            case "cut":
                self._half()
            case "pause":
                patience = self.faults.patience
                rest = self._half()
                self.wfile.flush()
                patience.wait(30)
                self.wfile.write(rest)
            case "slow":
                self.faults.patience.wait(30)
                super().do_GET()
            case "log-in page":
                self._answer("text/html", LOGIN, len(LOGIN))
            case "wrong type":
                file = Path(self.translate_path(self.path)).read_bytes()
                self._answer("text/plain", file, len(file))
            case _:
                super().do_GET()

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
def faulty_host(folder: Path) -> Iterator[tuple[str, Faults]]:
    """Serves `folder` below "/guide/"; yields the root's address and the faults, all off."""
    faults = Faults()
    with serve(folder, "/guide/", handler=FaultyHandler, faults=faults) as address:
        try:
            yield address, faults
        finally:
            faults.mend()


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
