"""Each page carries its own policy, before anything that it governs."""

from pathlib import Path

from macros.publish.folder import write_files
from macros.publish.meta_policy import put_policies

PAGE = (
    '<!doctype html><html><head>\n<meta charset="utf-8"><title>T</title></head>'
    "<body><script>a()</script></body></html>"
)


def text(site: Path, name: str = "index.html") -> str:
    return (site / name).read_text(encoding="utf-8")


def test_the_policy_stands_after_the_charset_and_before_all_else(tmp_path: Path) -> None:
    write_files(tmp_path, {"index.html": PAGE})
    put_policies(tmp_path)
    assert (
        '<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        in text(tmp_path)
    )
    assert text(tmp_path).index("Content-Security-Policy") < text(tmp_path).index("<title>")
    assert "frame-ancestors" not in text(tmp_path)


def test_a_page_names_its_own_scripts_only(tmp_path: Path) -> None:
    write_files(tmp_path, {"index.html": PAGE, "b/index.html": PAGE.replace("a()", "b()")})
    put_policies(tmp_path)
    assert text(tmp_path).count("sha256-") == 1
    assert text(tmp_path) != text(tmp_path, "b/index.html")


def test_a_fragment_without_a_head_is_left_alone(tmp_path: Path) -> None:
    write_files(tmp_path, {"part.html": "<p>text</p>"})
    assert put_policies(tmp_path) == "0 pages carry their own policy"
    assert text(tmp_path, "part.html") == "<p>text</p>"
