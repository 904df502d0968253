"""The data of the tools: a plan of twenty-eight days, and what the boundary builder says."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.content.boundary import SAID, SLOT
from macros.content.data import load_data
from macros.content.four_week import Day, length_on
from macros.content.library import Library
from macros.content.scripts import Script, scripts
from tests.support.content import data, guide, practice
from tests.support.content import library as library_of
from tests.unit.content.test_data import faults

PLAN = data().plan
LINES = '- [Soft:](#script-a-soft){ #script-a-soft } "It\'s kind."\n- [Half:](#script-b){ #script-c } "No."\n'


def test_days_are_numbered_through_the_plan_and_a_rest_has_no_minutes() -> None:
    days = [day for week in PLAN for day in week.days]
    assert [day.number for day in days] == list(range(1, 29))
    assert days[1] == Day(2, "A day made for a test.", 5)
    assert [day.number for day in days if day.minutes is None] == [7, 14, 21, 28]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("weeks:", "week:"), "2: unknown field 'week'. Did you mean 'weeks'?"),
        (("weeks:", "week:"), "1: the field 'weeks' is missing. See docs/contributing/fields.md."),
        (
            ("  - {name: fourth, line: A week made for a test., days: *days}\n", ""),
            "2: 'weeks' must be a list of 4 weeks.",
        ),
        (("name: third, ", ""), "2: 'weeks' week 3: lacks 'name'."),
        (
            ("days: *days}\n  - {name: third", "days: []}\n  - {name: third"),
            "2: 'weeks' week 2: days: must be a list of 7 days.",
        ),
        (("minutes: 5", "minutes: 6"), "2: 'weeks' week 1: day 2: minutes: must be from 1 to 5; it is 6."),
        (("minutes: 5, ", ""), "2: 'weeks' week 1: day 2: needs 'minutes' from 1 to 5, or 'rest: true'."),
        (
            ("rest: true", "rest: true, minutes: 1"),
            "2: 'weeks' week 1: day 7: is a rest, but has minutes or a practice. Take out one or the other.",
        ),
        (
            ("minutes: 5", "minutes: 5, practice: walk"),
            "2: 'weeks' week 1: day 2: has 0 parts in square brackets; it must have 1. Put brackets round "
            "the words that become the practice's link, and round no others.",
        ),
        (
            ("minutes: 5, line: A day", 'minutes: 5, line: "A [day]"} # '),
            "2: 'weeks' week 1: day 2: line: must be a full sentence. End it with a full stop.",
        ),
        (
            ("minutes: 5", "minuts: 5"),
            "2: 'weeks' week 1: day 2: has the unknown part 'minuts'. Did you mean 'minutes'?",
        ),
        (
            ("rest: true", "minutes: 1"),
            "2: 'weeks' week 1: has no rest day. Make at least one day 'rest: true'.",
        ),
    ],
)
def test_a_fault_in_the_plan_names_week_and_day(
    tmp_path: Path, change: tuple[str, str], message: str
) -> None:
    assert message in faults(tmp_path, "four-week-start", change)


def test_a_missing_file_is_told_once_and_stops_nothing(tmp_path: Path) -> None:
    assert faults(tmp_path, "four-week-start", ("weeks:", "weeks: [")) != []
    (tmp_path / "docs/_data/boundary-scripts.yml").unlink()
    loaded, problems = load_data(tmp_path)
    assert [problem.path.rsplit("/", 1)[1] for problem in problems] == [
        "four-week-start.yml",
        "boundary-scripts.yml",
    ]
    assert (loaded.plan, loaded.boundary) == ((), None)


def test_a_days_length_is_the_longest_on_offer_that_its_minutes_hold() -> None:
    breath = library_of(
        {"practices/zed.md": practice("Zed").replace("rounds: 6\n", "rounds: 6\nrounds_offered: [6, 18]\n")}
    )
    zed = breath.practices["zed"]
    assert [length.total_ms if (length := length_on(zed, minutes)) else None for minutes in (1, 2, 3, 5)] == [
        60_000,
        None,
        180_000,
        None,
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("unreviewed:", "unrevued:"), "2: unknown field 'unrevued'. Did you mean 'unreviewed'?"),
        (
            ('questions: ["Do they frighten you?"]', "questions: []"),
            "4: 'questions' must have at least 1 item; it has 0.",
        ),
        (("  soft: {label: Soft, note: leaves room}\n", ""), "6: 'firmness' lacks 'soft'."),
        (
            ("Could you {ask}?", "Could you {aks}?"),
            "11: 'aims' change: patterns: soft: holds '{aks}', which nothing fills. Known: facts, effect, "
            "ask, offer.",
        ),
        (
            ("Please {ask}.", "Please."),
            "11: 'aims' change: patterns: clear: must have one sentence with '{ask}'; it has 0.",
        ),
        (
            ("Again, please {ask}.", "If you do not {ask}, I am leaving."),
            "11: 'aims' change: patterns: firm: says 'If you do not', an ultimatum. Say what you will do "
            "or ask, and nothing more.",
        ),
        (
            ("I can {offer}.", "Or I’ll go."),
            "11: 'aims' change: patterns: firm: says 'Or I’ll', an ultimatum. Say what you will do or ask, "
            "and nothing more.",
        ),
        (
            ("then I will say: {line}", "then I will leave: {line}"),
            "19: 'plan' says 'I will leave', an ultimatum. Say what you will do or ask, and nothing more.",
        ),
        (
            ("{moment}", "it comes"),
            "19: 'plan' must begin with a sentence that holds '{moment}' and '{line}'.",
        ),
        (
            ("  change:\n", "  Change It:\n"),
            "11: 'aims' Change It: must be a name such as 'body-scan', not 'Change It'.",
        ),
        (("moment: they ask me, ", ""), "23: 'situations' work: lacks 'moment'."),
        (
            ("  work: {", "  - work: {"),
            "22: 'situations' must be a group of names with their values, not a list. Write name: words.",
        ),
        (("  facts: It ran late\n", ""), "24: 'example' lacks 'facts'."),
    ],
)
def test_a_fault_in_the_builders_words_is_a_problem(
    tmp_path: Path, change: tuple[str, str], message: str
) -> None:
    assert message in faults(tmp_path, "boundary-scripts", change)


def test_sentences_to_borrow_are_read_from_the_guides_by_their_id() -> None:
    sentences = scripts(library_of({"guides/g.md": guide("Words", LINES)}))
    assert sentences == {"script-a-soft": Script("script-a-soft", "Soft", "It's kind.", "guides/g.md")}


def test_every_sentence_in_the_real_guides_is_found_and_offered_save_those_for_helpers(
    library: Library,
) -> None:
    written = {
        part.split('"')[0] for guide in library.guides.values() for part in guide.body.split("{ #script-")[1:]
    }
    sentences = scripts(library)
    assert {f"{part.split(' }')[0]}" for part in written} == {
        part.removeprefix("script-") for part in sentences
    }
    assert library.data.boundary is not None
    named = [name for situation in library.data.boundary.situations.values() for name in situation.scripts]
    assert set(sentences) - set(named) == {name for name in sentences if name.startswith("script-ask-")}
    assert len(named) == len(set(named))


def test_the_real_words_say_who_has_not_reviewed_them_and_ask_for_control_as_well_as_fear(
    library: Library,
) -> None:
    words = library.data.boundary
    assert words is not None
    assert "No clinician" in words.unreviewed
    questions = " ".join(words.questions)
    for sign in (
        "phone",
        "money",
        "cut you off",
        "threaten",
        "themselves",
        "child",
        "pet",
        "sex",
        "choked",
        "punish",
    ):
        assert sign in questions
    assert all("{" not in line for line in (*words.example.sentences, *words.example.plan))
    patterns = " ".join(
        line for aim in words.aims.values() for lines in aim.patterns.values() for line in lines
    )
    assert set(SLOT.findall(patterns)) == set(SAID)
