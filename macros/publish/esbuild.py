"""Runs esbuild over a finished folder: the one module that knows the bundler's program and its settings."""

import json
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

# What esbuild says of each file written, by its path below the folder.
Outputs = Mapping[str, Mapping[str, Any]]
ROOT = Path(__file__).resolve().parents[2]
SETTINGS = (
    *("--bundle", "--minify", "--charset=utf8", "--legal-comments=inline", "--log-level=warning"),
    "--target=chrome100,firefox100,safari15.4",  # what the site promises to work in
    "--tsconfig-raw={}",  # no settings of the folder around the site: its bytes would differ by place
    *("--outdir=.", "--outbase=."),
    # Typefaces and images have their names already (names.py): their addresses stay as they are written.
    *("--external:*.woff2", "--external:*.png", "--external:*.svg"),
)


class BundleError(ValueError):
    """The program is not installed, or cannot bundle a script or sheet; esbuild's words say where and why."""


def program() -> Path:
    """Path of esbuild for this machine, out of node_modules; raises BundleError when it is not installed."""
    packages = ROOT / "node_modules" / "@esbuild"
    for name in ("bin/esbuild", "esbuild.exe"):
        for path in sorted(packages.glob(f"*/{name}")):
            return path
    raise BundleError(f"esbuild is not installed below {packages}: run `make build`, which installs it.")


def bundle(site: Path, entries: Sequence[str], *settings: str) -> Outputs:
    """Bundles the files `entries` (paths below `site`) into the folder; returns what was written.

    Values have `entryPoint`, `imports` and `bytes` (esbuild's "metafile"). Raises BundleError with esbuild's
    messages, each with its file and line.
    """
    with tempfile.TemporaryDirectory() as folder:
        facts = Path(folder) / "facts.json"
        command = [str(program()), *entries, *SETTINGS, f"--metafile={facts}", *settings]
        done = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)
        if done.returncode or done.stderr.strip():
            raise BundleError(f"esbuild could not bundle {', '.join(entries)}:\n{done.stderr.strip()}")
        outputs: Outputs = json.loads(facts.read_text(encoding="utf-8"))["outputs"]
    return outputs


def by_entry(outputs: Outputs) -> dict[str, str]:
    """Path of the file written for each entry, and for each module that is brought later."""
    return {str(facts["entryPoint"]): path for path, facts in outputs.items() if facts.get("entryPoint")}
