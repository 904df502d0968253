"""My plan: five questions as a form, and all that an answer can lead to, as templates
for the script and plain links."""

from __future__ import annotations

from typing import Any

from macros.content.finder import MINUTES, NOT_SAFE
from macros.content.model import Choice
from macros.render.context import Context
from macros.render.finder import facts
from macros.render.templates import render

AVOID = (
    ("breath", "Breathing exercises"),
    ("sound", "Making a sound"),
    ("lying", "Lying down"),
    ("upright", "Standing or walking"),
)
GUIDE = "tools-to-start"  # where no feeling is named
# Who can be asked: the answer, what the plan says, the words of its link and where that leads.
PEOPLE = (
    (
        "friend",
        "A friend or family",
        "Someone close you aren't afraid of. You could say: "
        "“It's a hard time. Can I call you when it's bad?”",
        "How to reach out",
        "practices/reach-out/",
    ),
    (
        "work",
        "Someone at work",
        "Someone at work you trust. You could say: “I'm having a hard time. Can we talk?”",
        "How to reach out",
        "practices/reach-out/",
    ),
    (
        "professional",
        "A doctor or therapist",
        "Your doctor or therapist. You can take this plan along.",
        "When to see someone",
        "help/when-to-see-someone/",
    ),
    ("line", "A helpline", "A helpline in your country.", "Numbers by country", "help/"),
    ("nobody", "Nobody just now", "Some helplines are there just to talk.", "Numbers by country", "help/"),
)


def my_plan(context: Context) -> str:
    """The questions, and what stands without scripts: a practice and a guide for each feeling."""
    library = context.library
    moments = [moment for moment in library.data.vocabulary["moments"].values() if moment.name != NOT_SAFE]
    places = library.data.vocabulary["places"].values()
    return render(
        "my-plan/my-plan.html",
        moments=[_moment(context, moment) for moment in moments],
        places=[(place.name, place.label) for place in places],
        minutes=[(str(count), f"{count} minute{'' if count == 1 else 's'}") for count in MINUTES],
        avoid=AVOID,
        people=[(*person[:4], context.href(person[4])) for person in PEOPLE],
        cards=[
            {"practice": practice, "href": context.href(practice.url), "facts": facts(practice)}
            for practice in library.practices.values()
        ],
        guide=_guide(context, GUIDE),
        help=context.href("help/"),
        now=context.href("now/"),
    )


def _guide(context: Context, slug: str) -> dict[str, str]:
    guide = context.library.guides[slug]
    return {"title": guide.title, "href": context.href(guide.url)}


def _moment(context: Context, moment: Choice) -> dict[str, Any]:
    """A feeling, its guide, and the practice that its plain link leads to; a walk
    through all where none is first."""
    first = context.library.practices.get(moment.first)
    practice = {"title": first.title, "href": context.href(first.url)} if first else None
    return {"choice": moment, "guide": _guide(context, moment.guide), "practice": practice}
