"""`python -m macros` check, new, addresses, schemas, finish: the commands of the Makefile."""

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from macros.content.addresses import addresses
from macros.content.budgets import table
from macros.content.data import ADDRESSES as PATH
from macros.content.data import load_data, with_new
from macros.content.library import load
from macros.content.problem import counted, listing, musts
from macros.content.rules import check
from macros.content.schemas import write_schemas
from macros.content.skeleton import SkeletonError, create
from macros.publish.passes import chosen_passes, finish_folder

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; 0 when all is well, 1 when something must be mended, 2 for a wrong call."""
    parser = argparse.ArgumentParser(
        prog="python -m macros", description="Checks and starts pages of this site."
    )
    commands = parser.add_subparsers(required=True)
    checker = commands.add_parser("check", help="check all content, or only show the problems of FILE...")
    checker.add_argument("files", nargs="*", metavar="FILE")
    checker.set_defaults(run=run_check)
    new = commands.add_parser("new", help="start a page from its skeleton")
    new.add_argument("kind", choices=("practice", "term", "guide"))
    new.add_argument("name", help="the title, or the file's name: 'Cool hands' or cool-hands")
    new.set_defaults(run=run_new)
    words = "add the addresses of new pages to the list of those that live for ever"
    commands.add_parser("addresses", help=words).set_defaults(run=run_addresses)
    words = "write the schemas by which editors complete and mark fields"
    commands.add_parser("schemas", help=words).set_defaults(run=run_schemas)
    finisher = commands.add_parser("finish", help="run the publish passes over a built folder")
    finisher.add_argument("folder", type=Path)
    words = "write the whole site as site.zip too, for a disk"
    finisher.add_argument("--zip", action="store_true", dest="zipped", help=words)
    words = "the folder published last: its scripts stay served"
    finisher.add_argument("--previous", type=Path, metavar="FOLDER", help=words)
    words = "the kill switch: see docs/contributing/offline.md"
    finisher.add_argument("--no-worker", action="store_false", dest="worker", help=words)
    finisher.set_defaults(run=run_finish)
    chosen = vars(parser.parse_args(arguments))
    run: Callable[..., int] = chosen.pop("run")
    return run(**chosen)


def run_check(files: list[str], root: Path = ROOT) -> int:
    """Prints musts, then shoulds, then how many shoulds each budget allows; 1 when there is a must.

    Of `files`, when some are named, only their own problems are shown.
    """
    library, problems = load(root)
    problems += check(library, date.today())
    if files:
        wanted = {Path(file).resolve() for file in files}
        problems = [problem for problem in problems if (root / problem.path).resolve() in wanted]
    if problems:
        print(listing(problems))
    if not files and (rows := table(problems, library.data.budgets)):
        print(f"\n{rows}\n")
    drafts = f" ({len(library.drafts)} as drafts)" if library.drafts else ""
    print(f"{len(library.documents) + len(library.drafts)} pages checked{drafts}: {counted(problems)}.")
    return 1 if musts(problems) else 0


def run_new(kind: str, name: str, root: Path = ROOT) -> int:
    """Writes a new page from its skeleton and says what to do next; 1 when it may not be written."""
    try:
        path = create(root, kind, name)
    except SkeletonError as error:
        print(error, file=sys.stderr)
        return 1
    print(
        f"{path}: written as a draft, which only `make serve` shows. Fill it in, then take 'draft' out of it."
    )
    return 0


def run_addresses(root: Path = ROOT) -> int:
    """Adds the addresses of new pages to the list, and prints each."""
    library, _ = load(root)
    new = sorted(addresses(library).keys() - library.data.addresses.keys())
    if new:
        file = root / PATH
        file.write_text(with_new(file.read_text(encoding="utf-8"), new), encoding="utf-8", newline="\n")
    print("\n".join(f"/{address}" for address in new) or f"Nothing new: {PATH} names every address.")
    return 0


def run_schemas(root: Path = ROOT) -> int:
    """Writes the schemas for editors, and prints what changed."""
    changed = write_schemas(root, load_data(root)[0])
    print("\n".join(changed) or "The schemas are up to date.")
    return 0


def run_finish(folder: Path, **choices: Any) -> int:
    """Runs the publish passes that were chosen (see `chosen_passes`) over a built folder and prints a line
    for each.

    1 when there is no site in it, or when a host's limit is broken.
    """
    try:
        print("\n".join(finish_folder(folder, chosen_passes(**choices))))
    except (NotADirectoryError, FileNotFoundError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
