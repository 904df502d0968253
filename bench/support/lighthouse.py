"""Lighthouse, installed once into build/bench/lighthouse, run on one address with its usual phone."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tools.setup import find_chromium

VERSION = "12.8.2"
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"
FIGURES = {
    "first paint, ms": "first-contentful-paint",
    "largest paint, ms": "largest-contentful-paint",
    "blocking, ms": "total-blocking-time",
    "layout shift": "cumulative-layout-shift",
}
SCORES = ("performance", "accessibility", "best-practices", "seo")


def installed(folder: Path) -> Path | None:
    """Path of the program, installed with npm when it is not there; None without npm or a registry."""
    program = folder / "node_modules" / ".bin" / "lighthouse"
    if not program.exists() and shutil.which("npm"):
        folder.mkdir(parents=True, exist_ok=True)
        command = [
            "npm",
            "install",
            "--prefix",
            str(folder),
            "--no-audit",
            "--no-fund",
            f"lighthouse@{VERSION}",
        ]
        subprocess.run(command, capture_output=True, check=False)
    return program if program.exists() else None


def measure(program: Path, address: str, *, applied: bool = True) -> dict[str, float]:
    """Scores of 100, milliseconds, layout shift, bytes over the wire, requests.

    Times are of a phone on Lighthouse's slow line, to which the browser is really held; with `applied` false
    they are reckoned from a fast run. Raises RuntimeError when it fails.
    """
    command = [str(program), address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    command += ["--throttling-method=devtools"] * applied
    env = {**os.environ, "CHROME_PATH": str(find_chromium())}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    try:
        report: dict[str, Any] = json.loads(done.stdout)
    except json.JSONDecodeError as error:
        raise RuntimeError(f"Lighthouse failed on {address}: {done.stderr[-1000:]}") from error
    audits = report["audits"]
    results = {name: float(audits[key]["numericValue"]) for name, key in FIGURES.items()}
    requests = audits["network-requests"]["details"]["items"]
    results["requests"] = float(len(requests))
    results["bytes"] = float(sum(request.get("transferSize", 0) for request in requests))
    return results | {name: 100 * float(report["categories"][name]["score"] or 0) for name in SCORES}
