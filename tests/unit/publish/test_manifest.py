"""The manifest agrees with the site's name, its colours and its pictures, and holds on any path."""

import json
import re
from pathlib import Path

import yaml
from PIL import Image

ROOT = Path(__file__).resolve().parents[3]
DOCS = ROOT / "docs"
MANIFEST = json.loads((DOCS / "manifest.webmanifest").read_text(encoding="utf-8"))


def test_every_address_is_relative_and_shortcuts_lead_to_pages() -> None:
    shortcuts = [shortcut["url"] for shortcut in MANIFEST["shortcuts"]]
    addresses = [MANIFEST[name] for name in ("id", "start_url", "scope")] + shortcuts
    addresses += [item["src"] for item in MANIFEST["icons"]]
    assert [item for item in addresses if item.startswith("/") or ":" in item or ".." in item] == []
    pages = {
        path.relative_to(DOCS).with_suffix("").as_posix().removesuffix("/index")
        for path in DOCS.rglob("*.md")
    }
    assert [address for address in shortcuts if address.rstrip("/") not in pages] == []


def test_the_pictures_are_there_in_the_sizes_they_claim() -> None:
    for icon in MANIFEST["icons"]:
        with Image.open(DOCS / icon["src"]) as picture:
            assert f"{picture.width}x{picture.height}" == icon["sizes"]
    assert {icon["purpose"] for icon in MANIFEST["icons"]} == {"any", "maskable"}


def test_name_and_colours_are_the_sites_and_the_short_name_says_nothing_of_its_subject() -> None:
    settings = re.sub(r"!ENV .*", '""', (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert MANIFEST["name"] == yaml.safe_load(settings.split("theme:")[0])["site_name"]
    assert MANIFEST["short_name"] in MANIFEST["name"]
    assert len(MANIFEST["short_name"]) <= 12
    paper = re.search(r"--paper: (#\w+);", (DOCS / "assets/tokens.css").read_text(encoding="utf-8"))
    assert paper
    assert MANIFEST["background_color"] == MANIFEST["theme_color"] == paper[1]
