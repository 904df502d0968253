"""Headers for hosts: every path once, the frames' exception alone, within the hosts' limits."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.publish import headers
from macros.publish.folder import write_files
from macros.publish.headers import EVERYWHERE, FRESH, LASTING, write_headers


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small finished folder."""
    page = "<html><head></head><body><script>a()</script></body></html>"
    files = {"index.html": page, "404.html": page, "guides/x/index.html": page, "embed/y/index.html": page}
    files |= {"assets/built/app.0123abcd.js": "1", "assets/built/site-0123456789ab.css": "2", "assets/logo.svg": "3"}
    write_files(tmp_path, {**files, "sw.js": "4", "practices.json": "{}"})
    return tmp_path


def rules(site: Path) -> dict[str, dict[str, str]]:
    """`_headers` as a host reads it."""
    found: dict[str, dict[str, str]] = {}
    for line in (site / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            found[line] = {}
        elif line:
            name, _, value = line.strip().partition(": ")
            found[list(found)[-1]][name] = value
    return found


def test_every_folder_has_its_policy_and_only_embeds_may_be_framed(site: Path) -> None:
    write_headers(site)
    found = rules(site)
    assert found["/*"] == EVERYWHERE
    assert "frame-ancestors 'none'" in found["/guides/*"]["Content-Security-Policy"]
    assert found["/guides/*"]["X-Frame-Options"] == "DENY"
    assert "frame-ancestors *" in found["/embed/*"]["Content-Security-Policy"]
    assert "X-Frame-Options" not in found["/embed/*"]
    assert {"/", "/404.html", "/index.html", "/assets/*"} <= set(found)


def test_no_two_rules_for_one_path_set_the_same_header(site: Path) -> None:
    write_headers(site)
    found = rules(site)
    for path, own in found.items():
        for other, theirs in found.items():
            if other != path and other.endswith("*") and path.startswith(other.removesuffix("*")):
                assert not set(own) & set(theirs), (path, other)


def test_a_folder_of_hashed_names_lasts_and_the_worker_is_asked_for_each_time(site: Path) -> None:
    write_headers(site)
    assert rules(site)["/assets/built/*"] == {"Cache-Control": LASTING}
    assert rules(site)["/sw.js"]["Cache-Control"] == FRESH
    (site / "assets" / "built" / "plain.js").write_text("5", encoding="utf-8")
    write_headers(site)
    assert "/assets/built/*" not in rules(site)


def test_a_second_run_changes_nothing(site: Path) -> None:
    write_headers(site)
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    write_headers(site)
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_the_snippets_name_every_header(site: Path) -> None:
    write_headers(site)
    caddy = (site / "_deploy" / "headers.caddy").read_text(encoding="utf-8")
    nginx = (site / "_deploy" / "headers.nginx").read_text(encoding="utf-8")
    for name in (*EVERYWHERE, "Content-Security-Policy", "X-Frame-Options", "Cache-Control"):
        assert name in caddy
        assert f"add_header {name} " in nginx


@pytest.mark.parametrize(("name", "most"), [("MOST_RULES", 3), ("LONGEST_LINE", 100)])
def test_a_hosts_limit_is_said_before_the_host_drops_a_rule(
    site: Path, monkeypatch: pytest.MonkeyPatch, name: str, most: int
) -> None:
    monkeypatch.setattr(headers, name, most)
    with pytest.raises(ValueError, match="Cloudflare Pages would drop"):
        write_headers(site)
