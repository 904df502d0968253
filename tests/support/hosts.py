"""The real server of deploy/, on a free port, with the finished folder, at the root or below any path."""

import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
PATIENCE_S = 20


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
        with _running(command, port, log or Path(home) / "log.txt", env):
            yield f"http://127.0.0.1:{port}{prefix}"


@contextmanager
def _running(command: list[str], port: int, log: Path, env: dict[str, str]) -> Iterator[None]:
    with log.open("wb") as output, subprocess.Popen(command, env=env, stdout=output, stderr=output) as server:
        try:
            _wait(server, port, log)
            yield
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
