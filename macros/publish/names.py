"""Which files the folder holds under which names: what nobody asks for goes, and names with a hash stay."""

import json
import posixpath
import re
import shutil
from pathlib import Path

from macros.publish.folder import HASHED, change_files, hashed_name, write_text

# What the theme brings and no page asks for: ours replace its stylesheets and scripts.
UNUSED = ("**/*.map", "assets/javascripts/**/*", "assets/stylesheets/**/*")
# Not assets/share: other sites keep those addresses.
NAMED = ("assets/fonts/*.woff2", "assets/images/*.*", "assets/*.js", "search/*.js")
REFERRING = (".css", ".html", ".js", ".json", ".webmanifest", ".xml")
_PATH = r"[^\"'()<>\s]*?)((?:assets|search)/[\w./-]+)"
_REFERENCE = re.compile(rf"([\"'(=]{_PATH}")
_IN_XML = re.compile(rf"([\"'(=>]{_PATH}")  # <Image>...</Image>
_URL = re.compile(r"(url\([\"']?)([^\"')]+)")
RELEASE = "_release.json"  # the hashed files of a release, and none that were kept from an earlier one
FOLDERS = ("assets", "components", "search")


def drop_unused(site: Path) -> str:
    """Deletes the files of UNUSED, and the folders that this empties; returns what that saved, in bytes."""
    files = sorted({file for pattern in UNUSED for file in site.glob(pattern) if file.is_file()})
    saved = sum(file.stat().st_size for file in files)
    for file in files:
        file.unlink()
    for folder in sorted(site.glob("assets/**/"), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    return f"{len(files)} files of {saved} bytes left out"


def hash_names(site: Path) -> str:
    """Renames the files of NAMED and rewrites what refers to them; a second run finds nothing to do."""
    renamed: dict[str, str] = {}
    for file in sorted(file for pattern in NAMED for file in site.glob(pattern)):
        path = file.relative_to(site).as_posix()
        if not HASHED.search(file.name):
            renamed[path] = hashed_name(path, file.read_bytes())
            file.rename(site / renamed[path])
    if renamed:
        change_files(site, lambda path, text: rewritten(path, text, renamed), REFERRING)
    return f"{len(renamed)} files have a name for ever"


def rewritten(path: str, text: str, renamed: dict[str, str]) -> str:
    """`text` of the file at `path` with every reference to a renamed file; prose stays as it is."""

    def in_stylesheet(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), match[2]))
        if target not in renamed:
            return match[0]
        return f"{match[1]}{posixpath.dirname(match[2])}/{posixpath.basename(renamed[target])}"

    if path.endswith(".css"):
        return _URL.sub(in_stylesheet, text)
    references = _IN_XML if path.endswith(".xml") else _REFERENCE
    return references.sub(lambda match: match[1] + renamed.get(match[2], match[2]), text)


def write_release(site: Path) -> str:
    """Writes the list of this release's hashed files into the folder, for the release after it."""
    files = (file for folder in FOLDERS for file in (site / folder).rglob("*.*") if file.is_file())
    names = sorted(file.relative_to(site).as_posix() for file in files if HASHED.search(file.name))
    write_text(site / RELEASE, json.dumps(names, indent=0) + "\n")
    return f"{len(names)} files with a hash are listed"


def keep_previous(site: Path, previous: Path) -> str:
    """Copies the hashed files of the release in the folder `previous` that this one lacks: a page opened
    before a release may ask for them.

    Raises NotADirectoryError when `previous` holds no release.
    """
    if not (previous / RELEASE).is_file():
        raise NotADirectoryError(
            f"There is no release in {previous}: name the folder that was published last."
        )
    names = json.loads((previous / RELEASE).read_text(encoding="utf-8"))
    wanted = [name for name in names if not (site / name).exists() and (previous / name).is_file()]
    for name in wanted:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(previous / name, site / name)
    return f"{len(wanted)} files of the release before are kept"
