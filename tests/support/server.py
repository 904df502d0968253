"""Serves a finished folder as a host would: below a sub-path, with the strict policy,
without waiting for checkers."""

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from macros.publish.policy import embed_policy


class Handler(http.server.SimpleHTTPRequestHandler):
    """Static files of `directory` below `prefix` ("/", "/guide/"); everything else is
    the folder's 404 page."""

    prefix = "/"
    policy = ""
    log: list[str]

    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript"}  # noqa: RUF012

    def translate_path(self, path: str) -> str:
        """The file for an address; a path outside the prefix leads to no file."""
        if not path.startswith(self.prefix):
            return str(Path(self.directory) / "no-such-file")
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own 404 page."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        """The headers of a locked-down host; `LinkChecker` lifts that tool's wait between requests."""
        if self.policy:
            embed = self.path.startswith(f"{self.prefix}embed/")
            self.send_header("Content-Security-Policy", embed_policy(self.policy) if embed else self.policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-cache")
        self.send_header("LinkChecker", "maxrated")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Keeps the log for a failing test instead of printing it."""
        self.log.append(format % args)


@contextmanager
def serve(folder: Path, prefix: str = "/", policy: str = "") -> Iterator[str]:
    """Serves `folder` on a free port of 127.0.0.1; yields the address of its root, with a last slash."""
    kind = type("Bound", (Handler,), {"prefix": prefix, "policy": policy, "log": []})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(kind, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
