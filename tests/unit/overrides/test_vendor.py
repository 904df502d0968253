"""Vendored files are what their list says they are."""

import hashlib
import json
from pathlib import Path

VENDOR = Path(__file__).resolve().parents[3] / "overrides" / "components" / "vendor"


def test_each_vendored_file_has_its_recorded_checksum_and_licence() -> None:
    lock = json.loads((VENDOR / "vendor.lock.json").read_text(encoding="utf-8"))
    for name, entry in lock.items():
        assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == entry["sha256"]
        assert (VENDOR / entry["licence_file"]).exists()
        assert entry["version"] in (VENDOR / "README.md").read_text(encoding="utf-8")


def test_no_file_is_vendored_without_an_entry() -> None:
    lock = json.loads((VENDOR / "vendor.lock.json").read_text(encoding="utf-8"))
    assert {file.name for file in VENDOR.glob("*.[jt]s")} == set(lock)
