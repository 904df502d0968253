"""What a fresh machine may lack gets a clear word."""

import socket
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tools import setup


def test_a_free_port_passes() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    setup.check_port(str(port))


def test_a_busy_port_is_named_with_another_to_try() -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        with pytest.raises(SystemExit, match=rf"Port {port} cannot be used .*make serve PORT={port + 1}"):
            setup.check_port(str(port))


@pytest.mark.parametrize("port", ["", "http", "-1", "0", "65536", "80a"])
def test_what_is_no_port_is_refused(port: str) -> None:
    with pytest.raises(SystemExit, match="is not a port"):
        setup.check_port(port)


def test_a_missing_venv_module_gets_the_apt_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    failed = SimpleNamespace(returncode=1, stdout="ensurepip is not available", stderr="")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: failed)
    with pytest.raises(SystemExit, match=r"sudo apt install python3\.\d+-venv"):
        setup.make_venv("python3")


def test_the_browser_named_in_the_environment_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/named/by/hand")
    assert setup.find_chromium() == "/named/by/hand"


@pytest.mark.parametrize(
    ("system", "how"), [("darwin", "brew install caddy"), ("linux", "sudo apt install caddy")]
)
def test_missing_servers_get_the_line_of_their_system(
    monkeypatch: pytest.MonkeyPatch, system: str, how: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr("shutil.which", lambda *_, **__: None)
    with pytest.raises(SystemExit, match=rf"Install: {how}$"):
        setup.ensure_servers()
