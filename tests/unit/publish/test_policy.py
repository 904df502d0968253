"""The policy of a finished folder: only what is ours, inline scripts by their hashes."""

import base64
import hashlib
from pathlib import Path

from macros.publish.policy import embed_policy, folder_policy, inline_hashes


def hashed(text: str) -> str:
    """The hash as a browser computes it: over the bytes between the tags."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_hash_is_the_one_that_browsers_compute() -> None:
    # The example of the Content Security Policy specification.
    assert inline_hashes("<script>alert('Hello, world.');</script>") == {
        "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
    }


def test_every_inline_script_has_its_hash_with_all_its_space() -> None:
    html = "<script>\n a()\n</script><SCRIPT type='module'>b()</SCRIPT>"
    assert inline_hashes(html) == {hashed("\n a()\n"), hashed("b()")}


def test_scripts_from_files_and_blocks_of_data_need_none() -> None:
    for html in (
        '<script src="a.js"></script>',
        '<script type="application/ld+json">{}</script>',
        "<script type=json>{}</script>",
    ):
        assert inline_hashes(html) == set()
    assert inline_hashes("<script>{}</script>") == {hashed("{}")}  # control


def test_only_the_source_and_the_type_count_not_what_sounds_like_them() -> None:
    assert inline_hashes('<script data-src="x">a()</script>') == {hashed("a()")}
    assert inline_hashes('<script id="json-reader">a()</script>') == {hashed("a()")}


def test_the_policy_holds_the_hashes_of_all_pages_once_and_in_order(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text("<script>one()</script>", encoding="utf-8")
    (tmp_path / "a" / "index.html").write_text(
        "<script>one()</script><script>two()</script>", encoding="utf-8"
    )
    script = next(part for part in folder_policy(tmp_path).split("; ") if part.startswith("script-src"))
    assert script.split() == ["script-src", "'self'", *sorted([hashed("one()"), hashed("two()")])]


def test_nothing_unsafe_and_no_other_host_is_allowed(tmp_path: Path) -> None:
    policy = folder_policy(tmp_path)
    assert "unsafe" not in policy
    assert "http" not in policy
    assert policy.split("; ")[:2] == ["default-src 'none'", "script-src 'self'"]
    assert "form-action 'none'" in policy


def test_only_the_embeds_policy_lets_others_frame(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>text</p>", encoding="utf-8")
    policy = folder_policy(tmp_path)
    assert "frame-ancestors 'none'" in policy
    assert embed_policy(policy) == policy.replace("frame-ancestors 'none'", "frame-ancestors *")
