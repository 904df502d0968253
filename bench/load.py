"""How many requests the finished folder answers behind Caddy with deploy/Caddyfile, by `wrk` on the same machine.

`python -m bench.load SITE [--seconds 60]`. Needs wrk (a package of Debian). Prints requests a second, how long the
slowest of a hundred waited, and errors, which must be none. wrk shares the server's cores and keeps every connection
busy: an answer within PATIENCE_S is late, no error.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.support.hosts import caddy

CONNECTIONS = 256
PATIENCE_S = 10  # wrk's own is 2 s
PATHS = ("", "practices/longer-out-breath/", "guides/why-boundaries-fail/", "glossary/freeze/", "help/")


def measure(address: str, seconds: int) -> str:
    """What wrk says of one address under load for `seconds`."""
    load = ["-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", f"{PATIENCE_S}s", "--latency"]
    command = ["wrk", *load, "-H", "Accept-Encoding: gzip", address]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _found(pattern: str, said: str) -> str:
    match = re.search(pattern, said)
    return match.group(1) if match else "?"


def main(arguments: list[str] | None = None) -> int:
    """Loads each of five kinds of page for a part of the time; 1 when any request failed."""
    parser = argparse.ArgumentParser(prog="python -m bench.load")
    parser.add_argument("site", type=Path)
    parser.add_argument("--seconds", type=int, default=60)
    chosen = parser.parse_args(arguments)
    if not shutil.which("wrk"):
        sys.exit("wrk is missing. Install it: sudo apt install wrk")
    failed = False
    with caddy(chosen.site.resolve(), "/guide/") as address:
        for path in PATHS:
            said = measure(address + path, max(1, chosen.seconds // len(PATHS)))
            rate = _found(r"Requests/sec:\s*([\d.]+)", said)
            slowest = _found(r"\n +99% +(\S+)", said)
            faults = re.findall(r"Socket errors:.*|Non-2xx.*", said)
            failed |= bool(faults)
            errors = "; ".join(faults) or "no error"
            print(f"/{path:36} {rate:>9} requests a second, the slowest of a hundred {slowest}, {errors}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
