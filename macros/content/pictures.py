"""Pictures and drawings: the numbers that a picture draws, the steps at which a drawing points."""

import re
from collections.abc import Mapping
from pathlib import Path

from macros.content.data_files import Source
from macros.content.model import Practice

FOLDER = Path(__file__).resolve().parents[2] / "overrides" / "components" / "practice-drawing"
COMMON = "figures"  # what the drawings share; no drawing by itself
_POINTS_AT = re.compile(r"""\bat\(((?:\s*(?:"[^"]*"|'[^']*')\s*,?)+)\)""")
_TEXT = re.compile(r"""["']([^"']*)["']""")
# Each picture, the sources it cites in order, and where a source's finding says the numbers that are drawn.
# A group for each number. A template of the same name stands in overrides/components/data-picture/drawings/.
PICTURES: dict[str, dict[str, str]] = {
    "breath-and-pulse": {
        "hirsch1981rsa": r"by (\d+) beats a minute .*? "
        r"faster than about (\d+\.\d+) breaths .*? (\d+) decibels",
        "lehrer2014hrvb": "",
    },
    "how-big-is-small": {
        "fincham2023meta": r"g = -(\d\.\d+), 95% confidence interval -(\d\.\d+) to -(\d\.\d+)",
        "magnusson-cohend": "",
    },
    "meditation-harm": {
        "farias2020adverse": r"(\d+\.\d)% had an adverse event .*?interval (\d+) to (\d+)\)"
        r".*? experiments it was (\d+\.\d)%, in observational studies (\d+\.\d)%",
    },
    "noisy-hrv": {"stability2016hrv": r"typical error, (\d+\.\d)%"},
    "days-to-a-habit": {
        "lally2010habits": r"from (\d+) to (\d+) days",
        "singh2024time": r"took (\d+)-(\d+) days by the median.*? between (\d+) and (\d+)",
    },
}


def numbers(name: str, sources: Mapping[str, Source]) -> tuple[float, ...]:
    """Every number that the picture `name` draws, in order; raises ValueError where a source lacks one."""
    values: list[float] = []
    for key, words in PICTURES[name].items():
        said = re.search(words, sources[key].finding) if key in sources else None
        if not said:
            raise ValueError(f"the picture '{name}' draws numbers that the source '{key}' does not give.")
        values += map(float, said.groups())
    return tuple(values)


def drawings() -> tuple[str, ...]:
    """Names of all drawings, in order: one template each."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.html") if path.stem != COMMON))


def points_at(name: str) -> tuple[str, ...]:
    """With what words the steps begin that the drawing `name` points at, each once."""
    template = (FOLDER / f"{name}.html").read_text(encoding="utf-8")
    calls = (call[1] for call in _POINTS_AT.finditer(template))
    return tuple(dict.fromkeys(words for call in calls for words in _TEXT.findall(call)))


def steps_said(practice: Practice) -> list[str]:
    """The short words of each phase or step of a practice, in order."""
    return [part.say for part in practice.phases or practice.steps]


def step_numbers(practice: Practice, *beginnings: str) -> str:
    """Numbers, from 1, of the steps that begin with one of `beginnings`, as in "2 3"; raises ValueError."""
    says = steps_said(practice)
    for words in beginnings:
        if not any(say.startswith(words) for say in says):
            raise ValueError(f"{practice.slug}: no step begins with '{words}', at which its drawing points")
    return " ".join(str(number) for number, say in enumerate(says, start=1) if say.startswith(beginnings))
