"""The folder behind the real servers of deploy/: every header where it belongs, no address that leads astray."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from macros.publish.addresses import listed, lost, published
from macros.publish.headers import EVERYWHERE, FRESH, LASTING, OPEN_DATA
from macros.publish.policy import embed_policy, folder_policy
from tests.support.hosts import caddy, nginx

LIST = Path(__file__).resolve().parents[1] / "content" / "addresses.txt"


@pytest.fixture(scope="module", params=["caddy at a sub-path", "caddy at the root", "nginx at the root"])
def host(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """Address of the site behind one of the servers."""
    if request.param.startswith("nginx"):
        server = nginx(site)
    else:
        server = caddy(site, "/guide/" if "sub-path" in request.param else "/")
    with server as address:
        yield address


def ask(address: str, path: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of one request, redirects not followed."""
    parts = urlsplit(address + path)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=20)
    try:
        connection.request("GET", f"{parts.path}?{parts.query}" if parts.query else parts.path)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


def test_every_address_answers_with_every_header(host: str, site: Path, addresses: list[str]) -> None:
    policy = folder_policy(site)
    for address in addresses:
        status, headers, _ = ask(host, address)
        assert status == 200, address
        for name, value in EVERYWHERE.items():
            assert headers.get(name) == value, (address, name)
        framed = address.startswith("embed/")
        assert headers["Content-Security-Policy"] == (embed_policy(policy) if framed else policy), address
        assert headers.get("X-Frame-Options") == (None if framed else "DENY"), address
        assert headers["Cache-Control"] == FRESH, address


def test_what_does_not_exist_gets_the_sites_own_page_and_every_header(host: str, site: Path) -> None:
    for path in (
        "no/such/page/",
        "guides/no-such-guide",
        "embed/nothing/",
        "x" * 4000,
        "_headers",
        "_deploy/maps.nginx",
    ):
        status, headers, body = ask(host, path)
        assert status == 404, path
        assert body == (site / "404.html").read_bytes(), path
        assert headers["X-Content-Type-Options"] == "nosniff", path
        assert "Content-Security-Policy" in headers, path


def test_no_address_leads_out_of_the_folder(host: str) -> None:
    for path in ("../../../etc/passwd", "%2e%2e/%2e%2e/%2e%2e/etc/passwd", "..%2f..%2fetc/passwd", "%00", "a%00b/"):
        status, _, body = ask(host, path)
        assert status >= 400, path
        assert b"root:x:" not in body, path


def test_a_missing_last_slash_leads_to_the_page(host: str) -> None:
    status, headers, _ = ask(host, "guides")
    assert status in (301, 308)
    assert headers["Location"].endswith("guides/")


def test_names_with_a_hash_last_and_others_are_asked_for_again(host: str, site: Path) -> None:
    bundle = next(site.glob("assets/javascripts/bundle.*.js")).relative_to(site).as_posix()
    assert ask(host, bundle)[1]["Cache-Control"] == LASTING
    assert ask(host, "glossary.json")[1]["Cache-Control"] == FRESH


def test_open_data_may_be_read_by_other_sites_and_pages_may_not(host: str, site: Path) -> None:
    for name in OPEN_DATA:
        assert ask(host, name)[1].get("Access-Control-Allow-Origin") == "*", name
    assert "Access-Control-Allow-Origin" not in ask(host, "guides/")[1]


def test_types_are_those_that_browsers_demand(host: str, site: Path) -> None:
    script = next(site.glob("assets/javascripts/bundle.*.js")).relative_to(site).as_posix()
    for path, kind in (("", "text/html"), (script, "javascript"), ("practices.json", "application/json")):
        assert kind in ask(host, path)[1]["Content-Type"], path


def test_no_address_that_was_ever_published_is_lost(site: Path) -> None:
    known = listed(LIST.read_text(encoding="utf-8"))
    assert lost(site, known) == []
    assert lost(site, [*known, "guides/that-never-was/"]) == ["guides/that-never-was/"]  # control


def test_every_address_is_on_the_list(site: Path) -> None:
    missing = sorted(set(published(site)) - set(listed(LIST.read_text(encoding="utf-8"))))
    assert missing == [], f"Add to {LIST.name}:\n" + "\n".join(missing)
