"""LinkChecker: over the served site on a schedule, and how links to other hosts are listed."""

import http.server
import shutil
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag

import pytest

from macros.content.library import Library
from macros.publish.folder import write_files
from tests.conftest import PREFIX
from tests.support.hosts import caddy
from tests.support.server import serve
from tools.linkcheck import link_problems, link_states, listing, outside_links, without_waits


@pytest.mark.matrix  # test_pages.py holds the same of the folder, in a second
def test_linkchecker_finds_no_broken_link(site: Path, tmp_path: Path) -> None:
    copy = without_waits(Path(shutil.copytree(site, tmp_path / "site")))
    with caddy(copy, PREFIX) as address:
        assert link_problems(address) == ""


@pytest.mark.matrix
def test_linkchecker_finds_a_planted_broken_link(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<!doctype html><title>x</title><a href="gone/">gone</a>', encoding="utf-8"
    )
    with serve(tmp_path) as address:
        assert "gone/" in link_problems(address)


@pytest.mark.matrix
def test_linkchecker_finds_a_planted_broken_anchor(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<!doctype html><title>x</title><p id="here"></p><a href="#here">a</a><a href="#gone">b</a>',
        encoding="utf-8",
    )
    with serve(tmp_path) as address:
        assert "gone" in link_problems(address, anchors=True)


class Moody(http.server.BaseHTTPRequestHandler):
    """Another host: has one page, lacks another, and fails once on a third."""

    request_counts: Counter[str]

    def do_GET(self) -> None:
        self.request_counts[self.path] += 1
        failing = self.path == "/gone" or (self.path == "/tired" and self.request_counts[self.path] == 1)
        self.send_response({"/gone": 404}.get(self.path, 503) if failing else 200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET  # noqa: N815 (the library's name)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def other() -> Iterator[tuple[str, Counter[str]]]:
    """Address of another host, and how often it was asked for what."""
    kind = type("Bound", (Moody,), {"request_counts": Counter()})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), kind)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", kind.request_counts  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()
    thread.join()


def test_links_to_other_hosts_are_tried_again_and_all_listed(
    other: tuple[str, Counter[str]], tmp_path: Path
) -> None:
    host, counts = other
    page = "<!doctype html><title>x</title>" + "".join(
        f'<a href="{host}/{name}">x</a>' for name in ("a#b", "a", "gone")
    )
    write_files(
        tmp_path,
        {"index.html": page, "x/index.html": f'{page}<a href="{host}/tired">y</a><a href="/in">z</a>'},
    )
    links = outside_links(tmp_path)
    assert links == {f"{host}/a": ["/", "x/"], f"{host}/gone": ["/", "x/"], f"{host}/tired": ["x/"]}
    states = link_states(links, tries=2, pause_s=0)
    assert {target: state.holds for target, state in states.items()} == {
        f"{host}/a": True,
        f"{host}/gone": False,
        f"{host}/tired": True,
    }
    assert counts["/a"] < counts["/gone"]
    lines = listing(links, states).splitlines()
    assert lines[0] == f"LOOK   {host}/gone  [{states[f'{host}/gone'].said}]  on / and 1 more"
    assert "404" in lines[0]
    assert f"holds  {host}/tired" in lines[2]
    assert lines[-1] == "2 of 3 links to other hosts hold."


def test_every_source_is_among_the_links_that_are_checked(site: Path, library: Library) -> None:
    links = outside_links(site)
    assert {urldefrag(source.link).url for source in library.data.sources.values() if source.link} <= set(
        links
    )
