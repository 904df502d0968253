"""The pictures drawn from data: the sources that each one draws, and the numbers in their findings."""

import re
from collections.abc import Mapping

from macros.content.model import Source

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


class Unreadable(ValueError):
    """A source does not say a number that a picture draws, or is not in the set."""


def numbers(name: str, sources: Mapping[str, Source]) -> tuple[float, ...]:
    """Every number that the picture `name` draws, in the order of PICTURES; raises Unreadable without one."""
    values: list[float] = []
    for key, words in PICTURES[name].items():
        said = re.search(words, sources[key].finding) if key in sources else None
        if not said:
            raise Unreadable(f"the picture '{name}' draws numbers that the source '{key}' does not give.")
        values += map(float, said.groups())
    return tuple(values)
