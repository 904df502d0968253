"""Fetches the vendored files of overrides/components/vendor again, in the recorded versions or others."""

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

VENDOR = Path(__file__).resolve().parents[1] / "overrides" / "components" / "vendor"
LOCK = VENDOR / "vendor.lock.json"


def fetch(package: str, version: str, members: list[str]) -> list[bytes]:
    """The named files of a package from npm, in order. Stops with a message where npm fails."""
    if not shutil.which("npm"):
        sys.exit(
            "npm is needed to fetch vendored files (Debian: sudo apt install npm). "
            "The site builds without it."
        )
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", "--pack-destination", folder, f"{package}@{version}"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"npm could not fetch {package} {version}:\n{done.stderr}")
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            return [_member(archive, f"package/{name}") for name in members]


def _member(archive: tarfile.TarFile, name: str) -> bytes:
    file = archive.extractfile(name)
    if file is None:
        sys.exit(f"The package has no file {name}.")
    return file.read()


def refresh(name: str, entry: dict[str, Any], version: str) -> dict[str, Any]:
    """Writes one vendored file and its licence; its entry with the version and checksum it now has."""
    code, licence = fetch(entry["package"], version, [entry["member"], entry["licence_member"]])
    checksum = hashlib.sha256(code).hexdigest()
    if version == entry["version"] and checksum != entry["sha256"]:
        sys.exit(
            f"{name} {version} is not what was recorded: {checksum} instead of {entry['sha256']}. "
            "Nothing is written."
        )
    (VENDOR / name).write_bytes(code)
    (VENDOR / entry["licence_file"]).write_bytes(licence)
    readme = VENDOR / "README.md"
    rows = [
        row.replace(entry["version"], version) if row.startswith(f"| `{name}`") else row
        for row in readme.read_text(encoding="utf-8").splitlines()
    ]
    readme.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return {**entry, "version": version, "sha256": checksum}


def main(package: str = "", version: str = "") -> None:
    """Refreshes every file to what the list says; or only those of `package`, to `version`."""
    lock = json.loads(LOCK.read_text(encoding="utf-8"))
    chosen = {name: entry for name, entry in lock.items() if package in ("", entry["package"])}
    if not chosen or (version and not package):
        sys.exit("Name a vendored package with its version: make vendor PACKAGE=minisearch VERSION=x.y.z.")
    refreshed = lock | {
        name: refresh(name, entry, version or entry["version"]) for name, entry in chosen.items()
    }
    LOCK.write_text(json.dumps(refreshed, indent=2) + "\n", encoding="utf-8")
    for name, entry in refreshed.items():
        print(f"{name}: {entry['package']} {entry['version']}, sha256 {entry['sha256']}")


if __name__ == "__main__":
    main(*sys.argv[1:3])
