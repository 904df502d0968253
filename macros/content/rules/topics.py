"""Rules on the topics of sources: each is known, and has the page on which its sources stand."""

from __future__ import annotations

from collections.abc import Iterator

from macros.content.library import Library
from macros.content.problem import Problem, did_you_mean

SOURCES = "docs/_data/sources.yml"


def topic_known(library: Library) -> Iterator[Problem]:
    """The topic of every source is one of the vocabulary's topics."""
    topics = library.data.vocabulary.get("topics", {})
    for key, source in library.data.sources.items():
        if source.topic not in topics:
            message = f"the source '{key}' has the topic '{source.topic}', which does not exist."
            yield Problem(SOURCES, 1, message, did_you_mean(source.topic, topics))


def topic_listed(library: Library) -> Iterator[Problem]:
    """The cited sources of a topic stand on the page of that topic, to which every citation of them leads."""
    cited = {source.topic for key, source in library.data.sources.items() if library.citing.get(key)}
    for topic in sorted(cited):
        path = f"about/evidence/{topic}.md"
        calls = library.calls.get(path, ())
        if not any(call.name == "evidence_index" and call.arguments == (topic,) for call in calls):
            hint = f'Write {{{{ evidence_index("{topic}") }}}} on docs/{path}.'
            yield Problem(SOURCES, 1, f"the sources of the topic '{topic}' stand on no page.", hint)


MUST = (topic_known, topic_listed)
