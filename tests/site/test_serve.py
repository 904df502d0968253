"""`mkdocs serve` as an author runs it: a fault stops nothing, and mending it takes the banner away."""

import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.server import free_port
from tests.support.small_site import PAGES, small_site

PATIENCE = 120  # seconds before a page that does not come is a failure, on the slowest machine


@contextmanager
def serving(root: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The address of the project at `root` while `mkdocs serve` runs, and its process."""
    address = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with (root / "serve.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=root, env=env, stdout=log, stderr=subprocess.STDOUT)
        try:
            yield f"http://{address}/", process
        finally:
            process.terminate()
            process.wait()


def page(address: str, wanted: str, *, gone: bool = False) -> str:
    """The page at `address` once `wanted` is on it, or no longer on it when it is to be gone."""
    html = ""
    for _ in range(PATIENCE * 4):
        try:
            html = urllib.request.urlopen(address, timeout=PATIENCE).read().decode()
        except (urllib.error.URLError, ConnectionError):
            html = wanted if gone else ""
        if (wanted in html) != gone:
            return html
        time.sleep(0.25)
    raise AssertionError(f"'{wanted}' is {'still' if gone else 'not'} on {address}: {html[:2000]}")


def test_a_fault_stops_nothing_and_mending_it_takes_the_banner_away(tmp_path: Path) -> None:
    root = small_site(tmp_path)
    file = root / "docs/guides/first.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title: First steps", "title: First: steps"), encoding="utf-8")
    (root / "docs/index.md").write_text(
        PAGES["index.md"] + "\n[x](guides/first.md#nowhere)\n", encoding="utf-8"
    )
    with serving(root) as (address, process):
        html = page(f"{address}guides/first/", 'role="alert"')
        assert "docs/guides/first.md:2: the YAML cannot be read" in html
        assert "livereload(" in html
        assert "#nowhere" in re.findall(r'role="alert".*?</div>', page(address, 'role="alert"'), re.DOTALL)[0]
        file.write_text(f"{text}\n{{% if %}} {{{{ cit() }}}}\n", encoding="utf-8")
        assert "Breathe softly" in page(f"{address}guides/first/", "there is no macro")
        file.write_text(text, encoding="utf-8")
        page(f"{address}guides/first/", "there is no macro", gone=True)
        assert process.poll() is None
    log = (root / "serve.log").read_text(encoding="utf-8")
    assert "docs/guides/first.md:2: the YAML cannot be read" in log
    assert "Traceback" not in log
