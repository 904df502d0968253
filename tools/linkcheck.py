"""`python -m tools.linkcheck [--external]`: LinkChecker over the finished site, as deploy/Caddyfile serves
it.

Inside the site every link and every anchor must hold. Links to other hosts are all listed with where they
stand, after several tries, and fail nothing: other people's servers have bad days.
"""

import csv
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag

from macros.publish.passes import finish_folder
from tests.support.pages import BuiltPage, built_pages
from tests.support.server import caddy
from tools.setup import ensure_servers

ROOT = Path(__file__).resolve().parents[1]
TRIES, PAUSE_S = 3, 120

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
checkextern=0

[output]
status=0
"""


@dataclass(frozen=True)
class LinkState:
    """Where a link to another host stands: whether it holds, and what its host said."""

    holds: bool
    said: str


def link_problems(address: str, *, anchors: bool = False) -> str:
    """What LinkChecker says of the site at `address`: its log of faults, or nothing.

    `anchors` fetches and parses a page again for every fragment (minutes).
    Raises RuntimeError when LinkChecker itself could not run.
    """
    done = _linkchecker(CONFIG + ("\n[AnchorCheck]\n" if anchors else ""), address)
    return done.stdout if done.returncode else ""


def _linkchecker(settings: str, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "linkcheckerrc"
        config.write_text(settings, encoding="utf-8")
        command = [sys.executable, "-m", "linkcheck", "--config", str(config), "--no-status", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, input=given)
    if done.returncode not in {0, 1}:
        raise RuntimeError(f"LinkChecker stopped with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done


def without_waits(site: Path) -> Path:
    """Lets LinkChecker ask Caddy for more than ten addresses a second, by a header in this copy's snippet."""
    with (site / "_deploy" / "headers.caddy").open("a", encoding="utf-8") as snippet:
        snippet.write("header LinkChecker maxrated\n")
    return site


def outside_links(pages: Mapping[str, BuiltPage]) -> dict[str, list[str]]:
    """Every address on another host that one of `pages` links to, without its fragment, and those that do."""
    pages_by_target: dict[str, set[str]] = {}
    for address, page in pages.items():
        for link in page.root.iter("a"):
            target = urldefrag(link.get("href") or "").url
            if target.startswith(("http://", "https://")):
                pages_by_target.setdefault(target, set()).add(address or "/")
    return {target: sorted(site_pages) for target, site_pages in sorted(pages_by_target.items())}


def link_states(
    targets: Iterable[str], *, tries: int = TRIES, pause_s: float = PAUSE_S
) -> dict[str, LinkState]:
    """Where each of `targets` stands; those that fail are tried again after a pause, `tries` times in all."""
    states: dict[str, LinkState] = {}
    left = sorted(targets)
    for attempt in range(tries):
        if not left:
            break
        time.sleep(pause_s if attempt else 0)
        states |= _check_links(left)
        left = [target for target in left if not states[target].holds]
    return states


def _check_links(targets: list[str]) -> dict[str, LinkState]:
    done = _linkchecker(
        CONFIG, "--recursion-level=0", "--verbose", "--output=csv", "--stdin", given="\n".join(targets)
    )
    lines = [line for line in done.stdout.splitlines() if not line.startswith("#")]
    answers = {
        row["urlname"]: LinkState(
            row["valid"] == "True", " ".join(f"{row['result']} {row['warningstring']}".split())
        )
        for row in csv.DictReader(lines, delimiter=";")
    }
    return {target: answers.get(target, LinkState(False, "LinkChecker did not say")) for target in targets}


def listing(links: Mapping[str, list[str]], states: Mapping[str, LinkState]) -> str:
    """All links to other hosts, broken ones first, each with what was said and a page it stands on."""
    lines = []
    for target in sorted(links, key=lambda target: (states[target].holds, target)):
        pages, state = links[target], states[target]
        more = f" and {len(pages) - 1} more" if len(pages) > 1 else ""
        word = "holds" if state.holds else "LOOK "
        lines.append(f"{word}  {target}  [{state.said}]  on {pages[0]}{more}")
    holding = sum(state.holds for state in states.values())
    return "\n".join([*lines, f"{holding} of {len(links)} links to other hosts hold."])


def finished_site(folder: Path) -> Path:
    """Builds the site into `folder` and finishes it, as `make build` does."""
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True)
    print("\n".join(finish_folder(folder)), flush=True)
    return folder


def main() -> int:
    """Builds, finishes, serves and checks; 1 when a link within the site or an anchor is broken."""
    ensure_servers()
    site = without_waits(finished_site(ROOT / "build" / "linkcheck"))
    with caddy(site) as address:
        problems = link_problems(address, anchors=True)
    print(problems or "No broken link and no broken anchor.", flush=True)
    if "--external" in sys.argv:
        links = outside_links(built_pages(site))
        print(listing(links, link_states(links)))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
