"""Serves a finished folder as a host would: compressed with gzip, packed once, over connections that stay open."""

from __future__ import annotations

import gzip
import http.server
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".webmanifest", ".txt")


class Shelf:
    """The files of a folder, packed when they are first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._held: dict[str, tuple[bytes, str, bool]] = {}

    def get(self, address: str) -> tuple[bytes, str, bool] | None:
        """Bytes, media type, and whether they are packed; None when there is no such file."""
        path = address.partition("?")[0].lstrip("/")
        name = path + "index.html" if not path or path.endswith("/") else path
        if name not in self._held:
            file = self.folder / name
            if not file.is_file():
                return None
            packed = file.suffix in PACKED
            body = gzip.compress(file.read_bytes(), 9) if packed else file.read_bytes()
            kind = (
                "text/javascript"
                if file.suffix == ".js"
                else mimetypes.guess_type(name)[0] or "application/octet-stream"
            )
            self._held[name] = (body, kind, packed)
        return self._held[name]


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers from a shelf; names with a hash may be kept for a year, as on a real host."""

    protocol_version = "HTTP/1.1"
    shelf: Shelf

    def do_GET(self) -> None:
        """One file, or a short 404."""
        found = self.shelf.get(self.path)
        body, kind, packed = found or (b"", "text/plain", False)
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=31536000" if "/assets/" in self.path else "no-cache")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@contextmanager
def serve_packed(folder: Path) -> Iterator[str]:
    """Serves `folder` on a free port of 127.0.0.1; yields the address of its root, with a last slash."""
    kind = type("Bound", (Handler,), {"shelf": Shelf(folder)})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), kind)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
