"""The folder behind the real server of deploy/, and as `_headers` serves it: headers where they belong, no
address astray."""

import gzip
import hashlib
import http.client
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from macros.content.addresses import addresses as declared_addresses
from macros.content.library import Library
from macros.publish.headers import EVERYWHERE, FRESH, LASTING, OPEN_DATA
from macros.publish.policy import embed_policy, folder_policy
from tests.support.headers_file import received
from tests.support.pages import BuiltPage, one_per_make
from tests.support.server import caddy

HASH = re.compile(r"[.-](?:([0-9a-f]{8,64})|[0-9A-Z]{8})\.")  # of the content, or as esbuild writes it
PLACES = ("/", "/guide/")  # at the root of a host, and below a path
MISSING = (
    *("no/such/page/", "guides/no-such-guide", "embed/nothing/", "x" * 4000, "x" * 300, "assets/"),
    *("assets/site.0123abcd.js", "gone.webmanifest", "_headers", "_redirects", "_deploy/headers.caddy"),
)
ASTRAY = ("../../../etc/passwd", "%2e%2e/%2e%2e/%2e%2e/etc/passwd", "..%2f..%2fetc/passwd", "%00", "a%00b/")


@pytest.fixture(scope="module", params=PLACES)
def host(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """Address of the site behind the server."""
    with caddy(site, request.param) as address:
        yield address


@pytest.fixture(scope="module")
def policy(site: Path) -> str:
    """The policy of the whole folder."""
    return folder_policy(site)


def ask(address: str, path: str, method: str = "GET", **sent: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of one request, redirects not followed."""
    parts = urlsplit(address + path)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=20)
    try:
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
        connection.request(
            method, target, headers={name.replace("_", "-"): value for name, value in sent.items()}
        )
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


def one_per_kind(site: Path) -> dict[str, str]:
    """The largest file of each ending, as a path below the root; what only hosts read is left out."""
    files = sorted(filter(Path.is_file, site.rglob("*.*")), key=lambda file: file.stat().st_size)
    paths = {file.suffix: file.relative_to(site).as_posix() for file in files}
    return {kind: path for kind, path in paths.items() if not path.startswith("_")}


def test_an_address_of_every_make_answers_with_every_header(
    host: str, policy: str, pages: dict[str, BuiltPage]
) -> None:
    for address in one_per_make(pages):
        status, headers, _ = ask(host, address)
        assert status == 200, address
        assert EVERYWHERE.items() <= headers.items(), address
        framed = address.startswith("embed/")
        assert headers["Content-Security-Policy"] == (embed_policy(policy) if framed else policy), address
        assert headers.get("X-Frame-Options") == (None if framed else "DENY"), address
        assert headers["Cache-Control"] == FRESH, address


def test_what_does_not_exist_gets_the_sites_own_page_and_every_header(
    host: str, policy: str, site: Path
) -> None:
    own_page = (site / "404.html").read_bytes()
    for path in MISSING:
        status, headers, body = ask(host, path)
        assert (status, body) == (404, own_page), path
        assert headers["Content-Type"] == "text/html; charset=utf-8", path
        assert EVERYWHERE.items() <= headers.items(), path
        assert headers["Content-Security-Policy"] == policy, path
        assert headers["X-Frame-Options"] == "DENY", path
        assert headers["Cache-Control"] == FRESH, path


def named_by_content(file: Path) -> bool:
    """Whether the name of a file changes with its content; that of a page never does."""
    match = HASH.search(file.name) if file.is_file() else None
    if match is None:
        return False
    return hashlib.sha256(file.read_bytes()).hexdigest().startswith(match[1] or "")


def test_every_file_receives_each_header_exactly_once_by_the_list_for_other_hosts(
    site: Path, pages: dict[str, BuiltPage]
) -> None:
    files = [file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()]
    for path in (f"/{path}" for path in (*files, *pages) if not path.startswith("_")):
        headers = received(site, path)
        assert {name: values for name, values in headers.items() if len(values) != 1} == {}, path
        assert {*EVERYWHERE, "Content-Security-Policy"} <= set(headers), path
        if path.endswith((".html", "/")):
            assert ("X-Frame-Options" in headers) != path.startswith("/embed/"), path
        assert (headers.get("Cache-Control") == [LASTING]) == named_by_content(site / path[1:]), path
        assert ("Access-Control-Allow-Origin" in headers) == (path[1:] in OPEN_DATA), path


def test_outside_the_sites_path_there_is_nothing_but_its_own_page(site: Path) -> None:
    with caddy(site, "/guide/") as address:
        root = address.removesuffix("guide/")
        for path in ("", "practices/", "guidebook/"):
            status, headers, body = ask(root, path)
            assert (status, body) == (404, (site / "404.html").read_bytes()), path
            assert headers["Cache-Control"] == FRESH, path
        status, headers, _ = ask(root, "guide?minutes=3")
        assert (status, headers["Location"]) == (308, "/guide/?minutes=3")
        assert ask(root, "guide")[1]["Location"] == "/guide/"


def test_an_answer_that_is_an_error_is_never_kept(host: str, site: Path) -> None:
    script = next(site.glob("assets/index.*.js")).relative_to(site).as_posix()
    status, headers, _ = ask(host, script, method="POST")
    assert status == 405
    assert headers["Cache-Control"] == FRESH
    assert "Content-Security-Policy" in headers


@pytest.mark.parametrize("length", [7_000, 9_000, 70_000])
def test_an_address_without_end_is_refused_and_the_host_goes_on(host: str, length: int) -> None:
    for path in ("x" * length, "practices/?session=" + "x" * length, "x/" * (length // 2)):
        assert ask(host, path)[0] in ((404, 414) if "?" not in path else (200, 414)), path[:30]
    assert ask(host, "")[0] == 200


@pytest.mark.parametrize("place", PLACES)
def test_nothing_about_a_reader_is_logged(place: str, site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("share", "glossary"))
    (folder / "404.html").unlink()
    (folder / "404.html").symlink_to("404.html")  # what a disk refuses to open is logged as the host's fault
    log = tmp_path / "log.txt"
    with caddy(folder, place, log) as address:
        for path in ("", "secret/", "secret/%00", "assets/", "404.html", "secret" * 2000, "_headers"):
            ask(address, path, User_Agent="secret", Cookie="secret=1", Referer="https://secret.example/")
        ask(address, "secret", method="POST")
    logged = log.read_text(encoding="utf-8")
    assert "secret" not in logged
    assert "client" not in logged
    assert "remote" not in logged


def test_no_address_leads_out_of_the_folder(host: str) -> None:
    for path in ASTRAY:
        status, _, body = ask(host, path)
        assert status >= 400, path
        assert b"root:x:" not in body, path


def test_a_missing_last_slash_leads_to_the_page(host: str) -> None:
    for query in ("", "?q=one%20two&minutes=3"):
        status, headers, _ = ask(host, f"guides{query}")
        assert status in (301, 308)
        assert headers["Location"] == f"{urlsplit(host).path}guides/{query}"
        location = ask(host, f"/guides{query}")[1].get("Location", "")
        assert not location.startswith("//")  # that would be another host


def test_names_with_a_hash_last_and_others_are_asked_for_again(host: str, site: Path) -> None:
    script = next(site.glob("assets/practice-timer.*.js")).relative_to(site).as_posix()
    assert ask(host, script)[1]["Cache-Control"] == LASTING
    assert ask(host, "glossary.json")[1]["Cache-Control"] == FRESH


def test_open_data_may_be_read_by_other_sites_and_pages_may_not(host: str) -> None:
    for name in OPEN_DATA:
        assert ask(host, name)[1].get("Access-Control-Allow-Origin") == "*", name
    assert "Access-Control-Allow-Origin" not in ask(host, "guides/")[1]


TYPES = {
    ".css": {"text/css"},
    ".gz": {"application/gzip"},
    ".html": {"text/html"},
    ".js": {"text/javascript", "application/javascript"},
    ".json": {"application/json"},
    ".pack": {"application/octet-stream"},
    ".png": {"image/png"},
    ".svg": {"image/svg+xml"},
    ".txt": {"text/plain"},
    ".webmanifest": {"application/manifest+json"},
    ".woff2": {"font/woff2"},
    ".xml": {"text/xml", "application/xml"},
}
PACKED = {".gz", ".pack", ".png", ".woff2"}  # already as small as they get


def test_every_kind_of_file_has_its_type_and_only_texts_go_out_compressed(host: str, site: Path) -> None:
    kinds = one_per_kind(site)
    assert set(kinds) == set(TYPES)
    for kind, path in kinds.items():
        _, headers, body = ask(host, path, Accept_Encoding="gzip")
        media_type, _, rest = headers["Content-Type"].partition(";")
        assert media_type in TYPES[kind], path
        assert kind != ".html" or rest.strip() == "charset=utf-8"
        assert headers.get("Content-Encoding") == (None if kind in PACKED else "gzip"), path
        assert (body if kind in PACKED else gzip.decompress(body)) == (site / path).read_bytes(), path
        assert "Content-Encoding" not in ask(host, path)[1], path
    assert ask(host, "no/such/page/", Accept_Encoding="gzip")[1]["Content-Encoding"] == "gzip"


def test_the_addresses_known_before_the_build_are_those_that_it_writes(site: Path, library: Library) -> None:
    folders = (page.parent.relative_to(site).as_posix() for page in site.rglob("index.html"))
    assert {"" if folder == "." else f"{folder}/" for folder in folders} == set(declared_addresses(library))
