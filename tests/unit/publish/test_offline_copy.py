"""The copy for a device: what is in it, under which version, and that no page in it hides its date."""

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from macros.publish.folder import write_files
from macros.publish.offline_copy import for_copy, packed, write_copy, write_no_worker

PLACE = '<p class="saved-copy" hidden>Of <time class="saved-copy__date"></time>.</p>'
PAGE = f'<html lang="en-GB"><body>{PLACE}<p>text</p></body></html>'
LEADS_ON = '<meta http-equiv="refresh" content="0; url=../x/">'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with something of every sort."""
    pages = dict.fromkeys(("index.html", "help/index.html", "404.html", "print/one/index.html"), PAGE)
    images = dict.fromkeys(("assets/images/used.0123abcd.png", "assets/share/x.0123abcd.png"), "png")
    others = (
        *("contributing/index.html", "embed/one/index.html", "_disk/app.0123ABCD.js", "assets/a.css"),
        *("assets/app.0123ABCD.js", "search/index.0123abcd.js", "glossary.json", "sitemap.xml"),
    )
    write_files(tmp_path, {**pages, **images, **dict.fromkeys(others, "x"), "old/index.html": LEADS_ON})
    return tmp_path


def unpacked(pack: Any) -> dict[str, str]:
    """Content by address, as the worker reads it."""
    return {
        address: "".join(pack["pieces"][at] for at in places) for address, places in pack["entries"].items()
    }


def facts(site: Path) -> Any:
    return json.loads((site / "offline/copy.json").read_text(encoding="utf-8"))


def test_pages_and_files_with_a_hash_are_in_it_and_nothing_else(site: Path) -> None:
    pages = {"", "help/", "404.html", "print/one/", "old/"}
    files = {"assets/app.0123ABCD.js", "assets/images/used.0123abcd.png", "search/index.0123abcd.js"}
    assert set(unpacked(packed(site))) == pages | files


def test_the_pack_gives_back_what_went_in_with_the_place_for_the_date_shown(site: Path) -> None:
    write_copy(site)
    pack = next(site.glob("offline/*.pack")).read_bytes()
    content = unpacked(json.loads(gzip.decompress(pack)))
    assert content["help/"] == PAGE.replace(" hidden", "").replace("</time>", "@saved-on@</time>")
    assert content["old/"] == LEADS_ON
    assert content["assets/images/used.0123abcd.png"] == "cG5n"
    assert facts(site)["bytes"] == len(pack)
    assert hashlib.sha256(pack).hexdigest().startswith(facts(site)["version"])


def test_what_repeats_is_stored_once(tmp_path: Path) -> None:
    page = PAGE.replace("text", "<b>{}</b>")
    write_files(tmp_path, {f"{number}/index.html": page.format(number) for number in range(50)})
    once = len(packed(tmp_path)["pieces"])  # type: ignore[arg-type]
    assert once == 50 + 6  # html, body, the notice, its time, the line, and each number


def test_a_page_may_have_other_words_in_the_copy() -> None:
    html = f'{PLACE}<h1 data-saved="Not saved">Not found</h1>'
    assert for_copy("x", html).endswith("<h1>Not saved</h1>")


@pytest.mark.parametrize(
    "place",
    ["", '<p class="saved-copy" hidden>no date</p>', '<time class="saved-copy__date"></time>', PLACE * 2],
)
def test_a_page_without_one_place_for_its_date_is_refused_by_name(site: Path, place: str) -> None:
    write_files(site, {"help/index.html": f"<body>{place}</body>"})
    with pytest.raises(ValueError, match=r"help/index\.html must have one"):
        write_copy(site)


def test_the_day_is_no_part_of_the_version_and_other_words_are(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    versions = []
    for day, text in (("86400", "text"), ("864000", "text"), ("864000", "other")):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
        write_files(site, {"help/index.html": PAGE.replace("text", text)})
        write_copy(site)
        versions.append(facts(site)["version"])
    assert facts(site)["made"] == "1970-01-11"
    assert versions[0] == versions[1] != versions[2]
    assert len(list(site.glob("offline/*.pack"))) == 1


def test_the_kill_switch_stands_alone(site: Path) -> None:
    write_copy(site)
    write_no_worker(site)
    assert "unregister" in (site / "sw.js").read_text(encoding="utf-8")
    assert [path for path in (site / "offline").rglob("*") if path.is_file()] == []
