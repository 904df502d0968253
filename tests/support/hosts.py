"""The real servers of deploy/, on a free port, with the finished folder: Caddy below any path, nginx at the root."""

from __future__ import annotations

import os
import shutil
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
def caddy(site: Path, prefix: str = "/") -> Iterator[str]:
    """Serves `site` with deploy/Caddyfile below `prefix` ("/", "/guide/"); yields the address, with a last slash."""
    port = free_port()
    with tempfile.TemporaryDirectory() as home:
        settings = {"SITE_DIR": str(site), "SITE_HOST": f"http://127.0.0.1:{port}", "SITE_PREFIX": prefix.rstrip("/")}
        env = {**os.environ, **settings, "HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home}
        command = ["caddy", "run", "--config", str(DEPLOY / "Caddyfile"), "--adapter", "caddyfile"]
        with _running(command, port, Path(home), env):
            yield f"http://127.0.0.1:{port}{prefix}"


@contextmanager
def nginx(site: Path) -> Iterator[str]:
    """Serves `site` with deploy/nginx.conf, its folder and port replaced; yields the address, with a last slash."""
    port = free_port()
    with tempfile.TemporaryDirectory() as home:
        text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8").replace("/srv/site", str(site))
        text = text.replace("listen 8080", f"listen 127.0.0.1:{port}").replace("/tmp/nginx.pid", f"{home}/nginx.pid")
        config = Path(home) / "nginx.conf"
        config.write_text(f"daemon off;\nuser {os.environ.get('USER') or 'root'};\n{text}", encoding="utf-8")
        program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin") or "nginx"
        with _running([program, "-c", str(config), "-p", home], port, Path(home), dict(os.environ)):
            yield f"http://127.0.0.1:{port}/"


@contextmanager
def _running(command: list[str], port: int, home: Path, env: dict[str, str]) -> Iterator[None]:
    log = home / "log.txt"
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
