"""Builds sites in turn and compares them by the processor time they take, which a busy machine disturbs
least."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Build:
    """One way to build a site: the interpreter, the project's folder, settings added to the environment."""

    python: str
    folder: Path
    settings: Mapping[str, str]


@dataclass(frozen=True)
class Cost:
    """Seconds of the processor and of the clock."""

    cpu: float
    wall: float


def run(build: Build) -> Cost:
    """Builds once; raises RuntimeError with the build's output when it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **build.settings}
    command = [build.python, "-W", "ignore", "-m", "mkdocs", "build", "--quiet"]
    done = subprocess.run(command, cwd=build.folder, env=env, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise RuntimeError(f"{build.folder}: {done.stdout[-3000:]}{done.stderr[-3000:]}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu, time.perf_counter() - start)


def in_turn(builds: Mapping[str, Build], rounds: int) -> dict[str, Cost]:
    """Runs all builds `rounds` times, one after the other in each round; the median of each."""
    costs: dict[str, list[Cost]] = {name: [] for name in builds}
    for _ in range(rounds):
        for name, build in builds.items():
            costs[name].append(run(build))
    medians = {}
    for name, runs in costs.items():
        medians[name] = Cost(
            statistics.median(cost.cpu for cost in runs), statistics.median(cost.wall for cost in runs)
        )
    return medians


def load() -> str:
    """How busy the machine is, to be read beside every figure."""
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"
