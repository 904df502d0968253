"""Packs what a reader may save on a device into one file, and writes the service worker that serves it."""

import base64
import gzip
import hashlib
import json
import os
import re
import shutil
import time
from datetime import UTC, datetime
from pathlib import Path

from macros.publish.folder import HASHED, write_files

WORKER, FOLDER = "sw.js", "offline"
SOURCES = Path(__file__).resolve().parent / "worker"
LEFT_OUT = ("_", "contributing/", "embed/", "schemas/", "assets/share/")
TEXTS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
TYPES = {**TEXTS, ".png": "image/png", ".woff2": "font/woff2"}
NOTICE, DATE = '<p class="saved-copy" hidden>', '<time class="saved-copy__date">'

_TAG = re.compile(r"(?=<(?!/))")  # pages repeat each other from tag to tag: each piece is stored once
_OTHER_WORDS = re.compile(r" data-saved=\"([^\"]*)\">[^<]*")


def write_copy(site: Path) -> str:
    """Writes the pack, what pages tell of it (offline/copy.json) and sw.js below `site`, always the same.

    A pack's name holds the SHA-256 of its bytes. Raises ValueError for a page without a place for its date.
    """
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    content = json.dumps(packed(site), ensure_ascii=False, separators=(",", ":"))
    pack = gzip.compress(content.encode(), 9, mtime=0)
    version = hashlib.sha256(pack).hexdigest()[:16]
    now = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH") or time.time()), UTC)
    facts = {"version": version, "bytes": len(pack), "made": now.date().isoformat()}
    code = (SOURCES / "copy.js").read_text(encoding="utf-8")
    texts = {f"{FOLDER}/copy.json": json.dumps(facts) + "\n", WORKER: code}
    write_files(site, {**texts, f"{FOLDER}/copy-{version}.pack": pack})
    return f"a pack of {len(pack)} bytes, version {version}"


def write_no_worker(site: Path) -> str:
    """Writes the kill switch in the worker's place, and no copy: pages then offer none."""
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    write_files(site, {WORKER: (SOURCES / "off.js").read_text(encoding="utf-8")})
    return "no copy is offered; a worker that is at a reader's takes itself away"


def packed(site: Path) -> dict[str, object]:
    """Every page, and every file whose name holds a hash, so that builds never mix: places in a
    list of pieces by address, and the type of each ending. Files that are no text are in base64."""
    numbers: dict[str, int] = {}
    entries: dict[str, list[int]] = {}
    for path in sorted(file for file in site.rglob("*.*") if file.suffix in TYPES):
        name = path.relative_to(site).as_posix()
        if name.startswith(LEFT_OUT) or not (path.suffix == ".html" or HASHED.search(path.name)):
            continue
        content = path.read_bytes()
        text = content.decode() if path.suffix in TEXTS else base64.b64encode(content).decode()
        parts = _TAG.split(for_copy(name, text)) if path.suffix == ".html" else [text]
        entries[name.removesuffix("index.html")] = [numbers.setdefault(part, len(numbers)) for part in parts]
    return {"types": TYPES, "pieces": list(numbers), "entries": entries}


def for_copy(name: str, html: str) -> str:
    """A page as the copy shows it: with the notice and the place for its day, and the words of `data-saved`.
    Raises ValueError without that place; a page that only leads on to another one needs none."""
    if 'http-equiv="refresh"' in html.partition("<body")[0]:
        return html
    if html.count(NOTICE) != 1 or html.count(DATE) != 1:
        raise ValueError(f"{name} must have one {NOTICE} with one {DATE} in it: partials/saved-copy.html.")
    shown = html.replace(NOTICE, NOTICE.replace(" hidden", ""))
    shown = shown.replace(DATE, f"{DATE}@saved-on@")  # the worker writes the day
    return _OTHER_WORDS.sub(r">\1", shown)
