"""Serves a finished folder as a host would: gzipped, over connections that stay open (http.server)."""

import gzip
import http.server
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".webmanifest", ".txt")


@cache
def _body(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 9) if file.suffix in COMPRESSED else file.read_bytes()


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers with files of `folder`; names with a hash may be stored for a year, as on a real host."""

    protocol_version = "HTTP/1.1"
    folder: Path

    def do_GET(self) -> None:
        """One file, or a short 404."""
        file = self.folder / self.path.partition("?")[0].lstrip("/")
        if self.path.partition("?")[0].endswith("/"):
            file /= "index.html"
        body = _body(file) if file.is_file() else b""
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        self.send_response(200 if file.is_file() else 404)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=31536000" if "/assets/" in self.path else "no-cache")
        if body and file.suffix in COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@contextmanager
def serve_packed(folder: Path) -> Iterator[str]:
    """Serves `folder` on a free port of 127.0.0.1; yields the address of its root, with a last slash."""
    handler = type("FolderHandler", (Handler,), {"folder": folder})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
