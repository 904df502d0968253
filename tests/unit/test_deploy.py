"""The files of deploy/ that no test can run: they parse, and what they name is there."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tools.setup import SERVERS

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
WORKFLOWS = sorted(DEPLOY.glob("*.yml"))
OUTPUTS = {"site", "build/pictures", "links.txt"}  # written by the commands themselves
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def jobs(workflow: Path) -> dict[str, dict[str, Any]]:
    """The jobs of a workflow by name."""
    by_name = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"]
    assert isinstance(by_name, dict)
    return by_name


def steps(workflow: Path) -> Iterator[dict[str, Any]]:
    """Every step of every job."""
    for job in jobs(workflow).values():
        yield from job["steps"]


def unknown_targets(text: str) -> list[str]:
    """Targets that `text` calls with make and the Makefile does not have."""
    return [name for name in re.findall(r"\bmake ([a-z][a-z-]*)", text) if name not in TARGETS]


def unpinned(workflow_steps: Iterator[dict[str, Any]]) -> list[str]:
    """Actions without a version of their own: a branch may change under us."""
    return [
        use
        for step in workflow_steps
        if (use := step.get("uses")) and not re.fullmatch(r"[\w-]+/[\w-]+@v\d+(\.\d+)*", use)
    ]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_names_only_commands_that_exist_and_actions_with_a_version(workflow: Path) -> None:
    assert unpinned(steps(workflow)) == []
    commands = [step["run"] for step in steps(workflow) if "run" in step]
    assert any("make " in command for command in commands)
    assert [name for command in commands for name in unknown_targets(command)] == []
    paths = [step["with"]["path"] for step in steps(workflow) if "path" in step.get("with", {})]
    assert [path for path in paths if path not in OUTPUTS] == []
    assert "permissions" in yaml.safe_load(workflow.read_text(encoding="utf-8"))


def test_a_planted_fault_in_a_workflow_is_seen() -> None:
    assert unknown_targets("make pubish && make publish WORKER=no") == ["pubish"]
    planted = [
        {"uses": "actions/checkout@main"},
        {"uses": "actions/checkout"},
        {"uses": "actions/checkout@v4"},
        {},
    ]
    assert unpinned(iter(planted)) == ["actions/checkout@main", "actions/checkout"]


def test_jobs_that_start_the_servers_install_them_first() -> None:
    for name in ("links", "matrix"):
        commands = [step.get("run", "") for step in jobs(DEPLOY / "scheduled-checks.yml")[name]["steps"]]
        installing = next(at for at, command in enumerate(commands) if "apt-get install" in command)
        starting = next(at for at, command in enumerate(commands) if command.startswith("make "))
        assert installing < starting, name
        assert set(SERVERS.values()) <= set(commands[installing].split()), name


def test_the_readme_names_only_files_and_commands_that_exist() -> None:
    text = (DEPLOY / "README.md").read_text(encoding="utf-8")
    assert unknown_targets(text) == []
    named = set(re.findall(r"(?<!_)(?:deploy|docs|macros|tests)/[\w./-]+\.\w+", text))
    assert "deploy/Caddyfile" in set(re.findall(r"deploy/\w+", text))
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []
