"""`python -m tests.support.linkcheck [--external]`: LinkChecker with its AnchorCheck over the built site, served."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.support.server import serve

ROOT = Path(__file__).resolve().parents[2]

CONFIG = """[checking]
threads=10
maxrequestspersecond=1000
recursionlevel=-1

[filtering]
ignore=
  ^mailto:
  ^tel:
  ^sms:
ignorewarnings=http-robots-denied
checkextern={external}

[output]
status=0
"""


def link_problems(address: str, *, anchors: bool = False, external: bool = False) -> str:
    """What LinkChecker says of the site at `address`: its log of faults, or nothing.

    `anchors` fetches and parses a page again for every fragment (minutes); `external` follows links to other hosts.
    Raises RuntimeError when LinkChecker itself could not run.
    """
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "linkcheckerrc"
        plugin = "\n[AnchorCheck]\n" if anchors else ""
        config.write_text(CONFIG.format(external=int(external)) + plugin, encoding="utf-8")
        command = [sys.executable, "-m", "linkcheck", "--config", str(config), "--no-status", address]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    if done.returncode not in {0, 1}:
        raise RuntimeError(f"LinkChecker stopped with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout if done.returncode else ""


def main() -> int:
    """Builds, serves and checks; 1 when a link or an anchor is broken."""
    site = ROOT / "build" / "linkcheck"
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)], cwd=ROOT, check=True)
    with serve(site) as address:
        problems = link_problems(address, anchors=True, external="--external" in sys.argv)
    print(problems or "No broken link and no broken anchor.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
