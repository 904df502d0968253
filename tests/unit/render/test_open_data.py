"""The list of open data says what the files say, and the page on reuse shows the frame Share gives."""

import json
import re

from macros.content.library import Library, TermLinks
from macros.render.context import Context
from macros.render.extras import extra_files
from macros.render.macros import MACRO_FUNCTIONS
from macros.render.open_data import FILES
from macros.render.timer import embed_frame
from tests.conftest import ROOT
from tests.support.content import library as small_library
from tests.support.content import page

REUSE = Context(small_library({"about/reuse.md": page(title="Reuse")}), "about/reuse.md")
SHOWN = MACRO_FUNCTIONS["data_files"](REUSE)


def test_every_file_of_data_is_shown_with_the_version_of_its_schema(library: Library) -> None:
    written = extra_files(TermLinks(library, {}), "", "Steady Ground")
    assert {f"{name}.json" for name in FILES} == {name for name in written if name.endswith(".json")}
    for name in FILES:
        schema = json.loads((ROOT / "docs/schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
        version = schema["properties"]["version"]["const"]
        entry = rf'<li><a href="\.\./\.\./{name}\.json">[^/]*/a>[^/]*Version {version}, [^/]*'
        assert re.search(entry + rf'"\.\./\.\./schemas/{name}\.schema\.json"', SHOWN), name


def test_the_page_on_reuse_shows_the_frame_that_share_gives(library: Library) -> None:
    text = (ROOT / "docs/about/reuse.md").read_text(encoding="utf-8")
    assert embed_frame(library.practices["looking-round"], "ADDRESS/embed/looking-round/") in text
