"""The real site, built once for every test process and every later run:
build/test-site/<hash of all it is made from>.

Whoever comes first builds while the others wait at a file lock. A changed input is
another hash, so that no build is ever out of date; the newest two are left on the disk.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from macros.publish.passes import finish_folder

ROOT = Path(__file__).resolve().parents[2]
PREFIX = "/guide/"
ADDRESS = f"https://steady-ground.example{PREFIX}"
# All that a build reads: the content, the code that builds, and the locks of what that code uses.
INPUTS = ("docs", "macros", "overrides", "mkdocs.yml", "requirements.txt", "package-lock.json")
NEWEST = 2  # builds left on the disk


def build(root: Path, site: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """A strict build of the project at `root` into `site`; `settings` are added to the environment."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **settings}
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)


def inputs_hash(root: Path = ROOT) -> str:
    """Sixteen hexadecimal digits for the names and bytes of everything that a build of `root` reads."""
    digest = hashlib.sha256(sys.version.encode())
    for part in INPUTS:
        path = root / part
        files = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
        for file in files:
            if "__pycache__" not in file.parts:
                data = file.read_bytes()
                digest.update(f"{file.relative_to(root).as_posix()} {len(data)}\0".encode() + data)
    return digest.hexdigest()[:16]


def built_site(root: Path = ROOT) -> Path:
    """Folder with the site as MkDocs leaves it in `unfinished/`, and as it is served in `finished/`.

    Both are shared by all tests: none may write into them. Raises AssertionError with
    the log of a build that failed.
    """
    cache = root / "build" / "test-site"
    cache.mkdir(parents=True, exist_ok=True)
    folder = cache / inputs_hash(root)
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "finished").is_dir():
            _make(root, folder)
        os.utime(folder)
        builds = sorted(
            (path for path in cache.iterdir() if path.is_dir()), key=lambda path: path.stat().st_mtime
        )
        for old in builds[:-NEWEST]:
            shutil.rmtree(old)
    return folder


def _make(root: Path, folder: Path) -> None:
    """Builds what is missing of `folder`; each part gets its name when it is whole."""
    if not (folder / "unfinished").is_dir():
        shutil.rmtree(folder / "begun", ignore_errors=True)
        done = build(root, folder / "begun", SITE_ADDRESS=ADDRESS)
        assert done.returncode == 0, done.stdout + done.stderr
        (folder / "begun").rename(folder / "unfinished")
    shutil.rmtree(folder / "finishing", ignore_errors=True)
    shutil.copytree(folder / "unfinished", folder / "finishing")
    finish_folder(folder / "finishing")
    (folder / "finishing").rename(folder / "finished")
