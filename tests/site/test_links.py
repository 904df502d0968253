"""LinkChecker: over the served site on a schedule, and how links to other hosts are listed."""

from collections import Counter
from pathlib import Path
from urllib.parse import urldefrag

import pytest

from macros.content.library import Library
from macros.publish.folder import write_files
from tests.support.pages import BuiltPage, built_pages
from tests.support.server import Handler, serve
from tools.linkcheck import link_problems, link_states, listing, outside_links


@pytest.mark.matrix
def test_linkchecker_finds_planted_broken_links_and_anchors(tmp_path: Path) -> None:
    links = '<p id="here"></p><a href="#here">a</a><a href="#gone">b</a><a href="astray/">c</a>'
    (tmp_path / "index.html").write_text(f"<!doctype html><title>x</title>{links}", encoding="utf-8")
    with serve(tmp_path) as address:
        problems = link_problems(address, anchors=True)
    assert "gone" in problems
    assert "astray/" in problems


class Moody(Handler):
    """Another host: has one page, lacks another, and fails once on a third."""

    request_counts: Counter[str]

    def do_GET(self) -> None:  # noqa: N802 (the library's name)
        self.request_counts[self.path] += 1
        failing = self.path == "/gone" or (self.path == "/tired" and self.request_counts[self.path] == 1)
        self.send_response({"/gone": 404}.get(self.path, 503) if failing else 200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET  # noqa: N815 (the library's name)


def test_links_to_other_hosts_are_tried_again_and_all_listed(tmp_path: Path) -> None:
    counts: Counter[str] = Counter()
    with serve(tmp_path, handler=Moody, request_counts=counts) as address:
        host = address.rstrip("/")
        page = "".join(f'<a href="{host}/{name}">x</a>' for name in ("a#b", "a", "gone"))
        more = f'{page}<a href="{host}/tired">y</a><a href="/in">z</a>'
        write_files(tmp_path, {"index.html": page, "x/index.html": more})
        links = outside_links(built_pages(tmp_path))
        states = link_states(links, tries=2, pause_s=0)
    assert links == {f"{host}/a": ["/", "x/"], f"{host}/gone": ["/", "x/"], f"{host}/tired": ["x/"]}
    assert [states[target].holds for target in links] == [True, False, True]
    assert counts["/a"] < counts["/gone"]
    lines = listing(links, states).splitlines()
    assert lines[0] == f"LOOK   {host}/gone  [{states[f'{host}/gone'].said}]  on / and 1 more"
    assert "404" in lines[0]
    assert f"holds  {host}/tired" in lines[2]
    assert lines[-1] == "2 of 3 links to other hosts hold."


def test_every_source_is_among_the_links_that_are_checked(
    pages: dict[str, BuiltPage], library: Library
) -> None:
    sources = {urldefrag(source.link).url for source in library.data.sources.values() if source.link}
    assert sources <= set(outside_links(pages))
