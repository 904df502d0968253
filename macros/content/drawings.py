"""The drawings of what to do: which there are, and which steps of a practice each one points at."""

import re
from pathlib import Path

from macros.content.model import Practice

FOLDER = Path(__file__).resolve().parents[2] / "overrides" / "components" / "practice-drawing"
COMMON = "figures"  # what the drawings share; no drawing by itself
_POINTS_AT = re.compile(r"""\bat\(((?:\s*(?:"[^"]*"|'[^']*')\s*,?)+)\)""")
_TEXT = re.compile(r"""["']([^"']*)["']""")


def drawings() -> tuple[str, ...]:
    """Names of all drawings, in order: one template each."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.html") if path.stem != COMMON))


def points_at(name: str) -> tuple[str, ...]:
    """With what words the steps begin that the drawing `name` points at, each once."""
    template = (FOLDER / f"{name}.html").read_text(encoding="utf-8")
    calls = (call[1] for call in _POINTS_AT.finditer(template))
    return tuple(dict.fromkeys(words for call in calls for words in _TEXT.findall(call)))


def step_numbers(practice: Practice, *beginnings: str) -> str:
    """Numbers, from 1, of the steps that begin with one of `beginnings`, as in "2 3"; raises ValueError."""
    says = [part.say for part in practice.phases or practice.steps]
    for words in beginnings:
        if not any(say.startswith(words) for say in says):
            raise ValueError(f"{practice.slug}: no step begins with '{words}', at which its drawing points")
    return " ".join(str(number) for number, say in enumerate(says, start=1) if say.startswith(beginnings))
