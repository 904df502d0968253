"""Headers for hosts: every path once, the frames' exception alone, within the hosts' limits."""

from pathlib import Path

import pytest

from macros.publish import headers
from macros.publish.folder import write_files
from macros.publish.headers import EVERYWHERE, FRESH, LASTING, write_headers
from tests.support.headers_file import received, rules

NEVER = ("camera", "display-capture", "geolocation", "local-fonts", "microphone", "payment", "usb")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small finished folder with its headers."""
    page = "<html><head></head><body><script>a()</script></body></html>"
    pages = dict.fromkeys(("index.html", "404.html", "guides/x/index.html", "embed/y/index.html"), page)
    hashed = {"assets/built/app.0123abcd.js": "1", "assets/built/site-0123456789ab.css": "2"}
    write_files(tmp_path, {**pages, **hashed, "assets/logo.svg": "3", "sw.js": "4", "practices.json": "{}"})
    write_headers(tmp_path)
    return tmp_path


def test_only_the_bare_timers_may_be_framed(site: Path) -> None:
    for path in ("/", "/404.html", "/index.html", "/guides/x/"):
        assert received(site, path)["X-Frame-Options"] == ["DENY"], path
    assert "X-Frame-Options" not in received(site, "/embed/y/")


def test_no_page_may_ask_where_who_or_what_a_reader_is_and_none_tells_other_sites(site: Path) -> None:
    headers = received(site, "/index.html")
    [policy] = headers["Permissions-Policy"]
    assert [name for name in NEVER if f"{name}=()" not in policy.split(", ")] == []
    assert headers["Referrer-Policy"] == ["no-referrer"]


def test_what_does_not_exist_has_every_strict_header_too(site: Path) -> None:
    for path in ("/no-such-page", "/no/such/page/", "/embed/nothing/", "/assets/built/gone.0123abcd.js"):
        headers = received(site, path)
        assert {name: [value] for name, value in EVERYWHERE.items()}.items() <= headers.items(), path
        [policy] = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; script-src 'self' 'sha256-"), path
        assert "frame-ancestors" not in policy, path
        assert "Cache-Control" not in headers, path


def test_a_host_that_joins_headers_would_be_seen(site: Path) -> None:
    (site / "_headers").write_text("/*\n  A: 1\n\n/x/*\n  A: 2\n  B: 3\n\n/x/y\n  B: 4\n", encoding="utf-8")
    assert received(site, "/x/y") == {"A": ["1", "2"], "B": ["3", "4"]}


def test_files_with_a_hash_last_one_by_one_and_the_worker_is_asked_for_each_time(site: Path) -> None:
    for path in ("/assets/built/app.0123abcd.js", "/assets/built/site-0123456789ab.css"):
        assert received(site, path)["Cache-Control"] == [LASTING]
    assert received(site, "/sw.js")["Cache-Control"] == [FRESH]
    assert "Cache-Control" not in received(site, "/assets/logo.svg")


def test_a_rule_keeps_what_it_says_when_it_says_one_more_thing(site: Path) -> None:
    """A folder at the root that is also a file's rule, as a page with a hash in its name would be."""
    write_files(site, {"page.0123abcd.html": "<html></html>"})
    write_headers(site)
    assert rules(site)["/page.0123abcd.html"] == {"X-Frame-Options": "DENY", "Cache-Control": LASTING}


@pytest.mark.parametrize(("name", "most"), [("MOST_RULES", 3), ("LONGEST_LINE", 100)])
def test_a_hosts_limit_is_said_before_the_host_drops_a_rule(
    site: Path, monkeypatch: pytest.MonkeyPatch, name: str, most: int
) -> None:
    monkeypatch.setattr(headers, name, most)
    with pytest.raises(ValueError, match="Cloudflare Pages would drop"):
        write_headers(site)
