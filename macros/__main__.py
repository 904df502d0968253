"""`python -m macros check [FILE...]`, `new KIND NAME`, `finish FOLDER`: the commands of author and build."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from macros.content.library import load
from macros.content.problem import errors, listing
from macros.content.report import report
from macros.content.rules import check
from macros.content.skeleton import SkeletonError, create
from macros.publish.addresses import listed, lost
from macros.publish.passes import PASSES, Pass, chosen_passes, finish_folder

ROOT = Path(__file__).resolve().parent.parent
ADDRESSES = ROOT / "tests" / "content" / "addresses.txt"
REDIRECT_HINT = "Restore the page, or name its new place in docs/_data/redirects.yml."


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; 0 when all is well, 1 when something must be mended, 2 for a wrong call."""
    parser = argparse.ArgumentParser(prog="python -m macros", description="Checks and starts pages of this site.")
    commands = parser.add_subparsers(dest="command", required=True)
    checker = commands.add_parser("check", help="check all content, or only show the problems of FILE...")
    checker.add_argument("files", nargs="*", metavar="FILE")
    checker.add_argument("--report", action="store_true", help="print counts, words and reading grades of all pages")
    new = commands.add_parser("new", help="start a page from its skeleton")
    new.add_argument("kind", choices=("practice", "term", "guide"))
    new.add_argument("name", help="the title, or the file's name: 'Cool hands' or cool-hands")
    finisher = commands.add_parser("finish", help="run the publish passes over a built folder")
    finisher.add_argument("folder", type=Path)
    finisher.add_argument("--zip", action="store_true", help="write the whole site as site.zip too, for a disk")
    finisher.add_argument(
        "--previous", type=Path, metavar="FOLDER", help="the folder published last: its scripts stay served"
    )
    finisher.add_argument("--no-worker", action="store_true", help="the kill switch: see docs/contributing/offline.md")
    chosen = parser.parse_args(arguments)
    if chosen.command == "finish":
        passes = chosen_passes(worker=not chosen.no_worker, zipped=chosen.zip, previous=chosen.previous)
        return run_finish(chosen.folder, passes)
    return run_new(chosen.kind, chosen.name) if chosen.command == "new" else run_check(chosen.files, chosen.report)


def run_check(files: list[str], with_report: bool, root: Path = ROOT) -> int:
    """Prints every problem, sorted by place; 1 when one of them fails a build."""
    library, problems = load(root)
    problems += check(library, date.today())
    if files:
        wanted = {Path(file).resolve() for file in files}
        problems = [problem for problem in problems if (root / problem.path).resolve() in wanted]
    if problems:
        print(listing(problems))
    if with_report:
        print(report(library))
    failed = len(errors(set(problems)))
    print(f"{len(library.documents)} pages checked, {failed} {'problem' if failed == 1 else 'problems'}.")
    return 1 if failed else 0


def run_new(kind: str, name: str, root: Path = ROOT) -> int:
    """Writes a new page from its skeleton and says what to do next; 1 when it may not be written."""
    try:
        path = create(root, kind, name)
    except SkeletonError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{path}: written. Fill it in, then run `make check`.")
    return 0


def run_finish(folder: Path, passes: tuple[Pass, ...] = PASSES) -> int:
    """Runs the publish passes over a built folder and prints a line for each.

    1 when there is no site in it, when a host's limit is broken, or when an address was lost that was published once.
    """
    try:
        print("\n".join(finish_folder(folder, passes)))
    except (NotADirectoryError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    gone = lost(folder, listed(ADDRESSES.read_text(encoding="utf-8")))
    for address in gone:
        print(f"/{address} was published once and leads nowhere now. {REDIRECT_HINT}", file=sys.stderr)
    return 1 if gone else 0


if __name__ == "__main__":
    sys.exit(main())
