"""Serves a finished folder at the root of a host or below any path: by a plain server with the strict policy,
or by the real one of deploy/."""

import functools
import http.server
import os
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from macros.publish.policy import embed_policy

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
PATIENCE_S = 20


class Handler(http.server.SimpleHTTPRequestHandler):
    """Static files of `directory` below `prefix` ("/", "/guide/"); everything else is
    the folder's 404 page."""

    prefix = "/"
    policy = ""

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

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def serve(
    folder: Path, prefix: str = "/", policy: str = "", handler: type[Handler] = Handler, **state: Any
) -> Iterator[str]:
    """Serves `folder` on a free port of 127.0.0.1; yields the address of its root, with a last slash.

    `handler` answers in place of the plain one, and finds `state` among its attributes.
    """
    kind = type("Bound", (handler,), {"prefix": prefix, "policy": policy, **state})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(kind, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def caddy(site: Path, prefix: str = "/", log: Path | None = None) -> Iterator[str]:
    """Serves `site` with deploy/Caddyfile below `prefix` ("/", "/guide/"); yields the
    address, with a last slash.

    `log`: where what the server prints is kept.
    """
    port = free_port()
    with tempfile.TemporaryDirectory() as home:
        settings = {
            "SITE_DIR": str(site),
            "SITE_HOST": f"http://127.0.0.1:{port}",
            "SITE_PREFIX": prefix.rstrip("/"),
        }
        env = {**os.environ, **settings, "HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home}
        command = ["caddy", "run", "--config", str(DEPLOY / "Caddyfile"), "--adapter", "caddyfile"]
        file = log or Path(home) / "log.txt"
        with (
            file.open("wb") as output,
            subprocess.Popen(command, env=env, stdout=output, stderr=output) as server,
        ):
            try:
                _wait(server, port, file)
                yield f"http://127.0.0.1:{port}{prefix}"
            finally:
                server.terminate()


def _wait(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = time.monotonic() + PATIENCE_S
    while server.poll() is None and time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"The server did not start:\n{log.read_text(encoding='utf-8', errors='replace')}")
