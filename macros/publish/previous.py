"""Keeps the last release's hashed files served: a page opened before a release may ask for them."""

import json
import shutil
from pathlib import Path

from macros.publish.assets import HASHED
from macros.publish.folder import write_text

RELEASE = "_release.json"  # the hashed files of a release, and none that were kept from an earlier one
FOLDERS = ("assets", "components", "search")


def write_release(site: Path) -> str:
    """Writes the list of this release's hashed files into the folder, for the release after it."""
    files = (file for folder in FOLDERS for file in (site / folder).rglob("*.*") if file.is_file())
    names = sorted(file.relative_to(site).as_posix() for file in files if HASHED.search(file.name))
    write_text(site / RELEASE, json.dumps(names, indent=0) + "\n")
    return f"{len(names)} files with a hash are listed"


def keep_previous(site: Path, previous: Path) -> str:
    """Copies the hashed files of the release in the folder `previous` that this one lacks.

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
