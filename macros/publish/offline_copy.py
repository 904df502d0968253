"""Packs what a reader may keep on a device into one checked file, and writes the service worker that serves it."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

FOLDER, WORKER, FACTS = "offline", "sw.js", "offline/copy.json"
SOURCES = Path(__file__).resolve().parent / "worker"
LEFT_OUT = ("contributing/", "embed/", "print/", "offline/", "schemas/", "assets/share/")
TEXTS = {".html", ".css", ".js", ".json", ".svg", ".webmanifest"}
BINARY = {".png", ".woff2"}
ASKED_FOR = {".css", ".png", ".svg"}  # kept only where a kept page or style sheet names the file
BESIDE = ("manifest.webmanifest",)
ROOMS = ("assets/", "components/", "search/")

_PLACE = re.compile(r"<p\b(?=[^>]*\bclass=[\"']?[^\"'>]*\bsaved-copy\b)[^>]*>")
_HIDDEN = re.compile(r"\s+hidden(?:=(?:\"\"|\"hidden\"|hidden))?(?=[\s>])")
_DATE = re.compile(r"(<time\b[^>]*\bsaved-copy__date\b[^>]*>)\s*(</time>)")
_FILE = re.compile(r"(?<=[/\"'(=])[\w.-]+\.(?:css|png|svg)\b")  # looked for only where a name can begin, which is fast
_LEADS_ON = re.compile(r"http-equiv=[\"']?refresh\b", re.IGNORECASE)
# Where pages differ from each other and where they repeat: each piece is stored once.
_SEAM = re.compile(
    r"(?=<(?:body|header|article|main|footer|style|script|section|div|ul|ol|li|p|details|svg|h2|nav|aside|form|table|tr|path)\b)"
)


def write_copy(site: Path) -> str:
    """Writes the pack, its facts (offline/copy.json) and sw.js below `site`; the second run writes the same.

    Raises ValueError for a page that has no place for the date of a saved copy.
    """
    files = kept_files(site)
    content = json.dumps(packed(files), ensure_ascii=False, separators=(",", ":")).encode()
    version = hashlib.sha256(content).hexdigest()[:16]
    pack = gzip.compress(content, 9, mtime=0)
    raw = sum(map(len, files.values()))
    facts = {"version": version, "bytes": len(pack), "room": raw, "made": _made(site, version)}
    name = f"{FOLDER}/copy-{version}.pack"
    build = {**facts, "pack": name, "sha256": hashlib.sha256(pack).hexdigest(), "language": _language(site)}
    _clear(site)
    (site / FOLDER).mkdir(exist_ok=True)
    (site / name).write_bytes(pack)
    (site / FACTS).write_text(json.dumps(facts) + "\n", encoding="utf-8")
    code = (SOURCES / "copy.js").read_text(encoding="utf-8")
    (site / WORKER).write_text(f"const BUILD = {json.dumps(build)};\n{code}", encoding="utf-8")
    return f"{len(files)} files of {raw} bytes in a pack of {len(pack)} bytes, version {version}"


def write_no_worker(site: Path) -> str:
    """Writes the kill switch in the worker's place, and no copy: pages then offer none."""
    _clear(site)
    (site / WORKER).write_text((SOURCES / "off.js").read_text(encoding="utf-8"), encoding="utf-8")
    return "no copy is offered; a worker that is at a reader's takes itself away"


def kept_files(site: Path) -> dict[str, bytes]:
    """Content of every file a copy holds by its path; pages show the place for the date that the others hide."""
    pages = {name: dated(name, text) for name, text in _read(site, "**/*.html")}
    styles = (text for _, text in _read(site, "assets/**/*.css"))
    named = {found for text in (*pages.values(), *styles) for found in _FILE.findall(text)}
    rest = {name: (site / name).read_bytes() for name in _beside(site) if _wanted(name, named)}
    return {name: text.encode() for name, text in pages.items()} | rest


def _read(site: Path, pattern: str) -> Iterator[tuple[str, str]]:
    for path in sorted(site.glob(pattern)):
        name = path.relative_to(site).as_posix()
        if not name.startswith(LEFT_OUT):
            yield name, path.read_text(encoding="utf-8")


def _beside(site: Path) -> list[str]:
    """Paths of all files that are no pages."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.*") if path.suffix in TEXTS | BINARY)


def _wanted(name: str, named: set[str]) -> bool:
    path = Path(name)
    if path.suffix == ".html" or name.startswith(LEFT_OUT):
        return False
    return name in BESIDE or (name.startswith(ROOMS) and (path.name in named or path.suffix not in ASKED_FOR))


def dated(name: str, html: str) -> str:
    """A page that says it is a saved copy and leaves `@saved-on@` where the worker puts the date.

    Raises ValueError when the page has no place for it: no page may be shown from an old copy without its date.
    A page that only leads on to another one needs none.
    """
    if _LEADS_ON.search(html.partition("<body")[0]):
        return html
    shown, places = _PLACE.subn(lambda tag: _HIDDEN.sub("", tag.group()), html)
    filled, dates = _DATE.subn(r"\1@saved-on@\2", shown)
    if not places or not dates:
        raise ValueError(f"{name} has no <p class=saved-copy> with a <time class=saved-copy__date> in it.")
    return filled


def packed(files: Mapping[str, bytes]) -> dict[str, object]:
    """The pack: texts as steps through a list of pieces that are stored once, other files in base64.

    A step is how far the next piece lies after the one that would follow (0: it is the next one).
    """
    pieces: dict[str, int] = {}
    texts: dict[str, list[int]] = {}
    for name, content in files.items():
        if Path(name).suffix in TEXTS:
            parts = _SEAM.split(content.decode()) if name.endswith(".html") else [content.decode()]
            texts[name] = list(_steps(parts, pieces))
    others = {name: base64.b64encode(content).decode() for name, content in files.items() if name not in texts}
    hashed = [name for name, content in files.items() if named_by_content(name, content)]
    return {"chunks": list(pieces), "texts": texts, "files": others, "hashed": hashed}


def _steps(parts: list[str], pieces: dict[str, int]) -> Iterator[int]:
    last = -1
    for part in parts:
        at = pieces.setdefault(part, len(pieces))
        yield at - last - 1
        last = at


def named_by_content(name: str, content: bytes) -> bool:
    """Whether the file's name follows its content: only then may an old copy's file stand for a new one.

    A name of ours or the theme's holds the start of the content's hash; one of esbuild's holds a hash of another kind.
    """
    found = re.search(r"[.-](?:([0-9a-f]{8,64})|[0-9A-Z]{8})\.", Path(name).name)
    return found is not None and hashlib.sha256(content).hexdigest().startswith(found[1] or "")


def _made(site: Path, version: str) -> str:
    """The day of this version: of its first build where that still lies here, else of SOURCE_DATE_EPOCH, else today.

    Days are those of UTC, wherever the machine stands."""
    facts = site / FACTS
    before = json.loads(facts.read_text(encoding="utf-8")) if facts.exists() else {}
    if before.get("version") == version:
        return str(before["made"])
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)).date().isoformat()


def _language(site: Path) -> str:
    found = re.search(r"<html[^>]*\blang=[\"']?([\w-]+)", (site / "index.html").read_text(encoding="utf-8"))
    return found[1] if found else "en"


def _clear(site: Path) -> None:
    for file in [*site.glob(f"{FOLDER}/*.pack"), site / FACTS, site / WORKER]:
        file.unlink(missing_ok=True)
