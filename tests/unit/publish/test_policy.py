"""The policy: only what is ours, inline scripts by their hashes; a page carries its own before all else."""

import base64
import hashlib
from pathlib import Path

import pytest

from macros.publish.folder import write_files
from macros.publish.policy import embed_policy, folder_policy, inline_hashes, put_policies

PAGE = (
    '<!doctype html><html><head>\n<meta charset="utf-8"><title>T</title></head>'
    "<body><script>a()</script></body></html>"
)


def hashed(text: str) -> str:
    """The hash as a browser computes it: over the bytes between the tags."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_hash_is_the_one_that_browsers_compute() -> None:
    # The example of the Content Security Policy specification.
    assert inline_hashes("<script>alert('Hello, world.');</script>") == {
        "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
    }


@pytest.mark.parametrize(
    ("html", "scripts"),
    [
        ("<script>\n a()\n</script><SCRIPT type='module'>b()</SCRIPT>", ["\n a()\n", "b()"]),
        # Scripts from files and blocks of data need none.
        ('<script src="a.js"></script>', []),
        ('<script type="application/ld+json">{}</script>', []),
        ("<script type=json>{}</script>", []),
        # What only sounds like a source or a type does not count.
        ('<script data-src="x">a()</script>', ["a()"]),
        ('<script id="json-reader">a()</script>', ["a()"]),
    ],
)
def test_every_inline_script_has_its_hash_with_all_its_space(html: str, scripts: list[str]) -> None:
    assert inline_hashes(html) == set(map(hashed, scripts))


def test_the_policy_holds_the_hashes_of_all_pages_once_and_in_order(tmp_path: Path) -> None:
    one, two = "<script>one()</script>", "<script>two()</script>"
    write_files(tmp_path, {"index.html": one, "a/index.html": one + two})
    script = next(part for part in folder_policy(tmp_path).split("; ") if part.startswith("script-src"))
    assert script.split() == ["script-src", "'self'", *sorted([hashed("one()"), hashed("two()")])]


def test_nothing_unsafe_and_no_other_host_is_allowed_and_only_embeds_may_be_framed(tmp_path: Path) -> None:
    policy = folder_policy(tmp_path)
    assert "unsafe" not in policy
    assert "http" not in policy
    assert policy.split("; ")[:2] == ["default-src 'none'", "script-src 'self'"]
    assert "form-action 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert embed_policy(policy) == policy.replace("frame-ancestors 'none'", "frame-ancestors *")


def test_a_page_has_its_own_policy_after_the_charset_and_before_all_else(tmp_path: Path) -> None:
    pages = {"index.html": PAGE, "b/index.html": PAGE.replace("a()", "b()"), "part.html": "<p>text</p>"}
    write_files(tmp_path, pages)
    assert put_policies(tmp_path) == "2 pages carry their own policy"
    one, other, part = ((tmp_path / name).read_text(encoding="utf-8") for name in pages)
    start = '<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    assert start in one
    assert one.index("Content-Security-Policy") < one.index("<title>")
    assert "frame-ancestors" not in one
    assert one.count("sha256-") == 1
    assert hashed("b()") in other
    assert part == "<p>text</p>"  # a fragment without a head
