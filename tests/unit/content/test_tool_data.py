"""The data of the tools: a plan of twenty-eight days, and what the boundary builder says."""

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
    assert days[1] == Day("A day made for a test.", 5, number=2)
    assert [day.number for day in days if day.minutes is None] == [7, 14, 21, 28]


FOURTH = "  - {name: fourth, line: A week made for a test., days: *days}\n"
NAMED_WITHOUT_BRACKETS = (
    "3: 'weeks' week 1: days: day 2: has 0 parts in square brackets; it must have 1. Put brackets"
)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("weeks:", "week:", "2: unknown field 'week'. Did you mean 'weeks'?"),
        ("weeks:", "week:", "1: the field 'weeks' is missing. See docs/contributing/fields.md."),
        (FOURTH, "", "2: 'weeks' must have 4 weeks; it has 3."),
        ("name: third, ", "", "14: 'weeks' week 3: lacks 'name'."),
        ("days: *days}\n  - {name: third", "days: []}\n  - {name: third", "13: 'weeks' week 2: days: must h"),
        ("minutes: 5", "minutes: 6", "3: 'weeks' week 1: days: day 2: minutes: must be from 1 to 5; it is 6"),
        ("minutes: 5, ", "", "3: 'weeks' week 1: days: day 2: needs 'minutes' from 1 to 5, or 'rest: true'."),
        ("rest: true", "rest: true, minutes: 1", "3: 'weeks' week 1: days: day 7: is a rest, but has minute"),
        ("minutes: 5", "minutes: 5, practice: walk", NAMED_WITHOUT_BRACKETS),
        ("minutes: 5", "minuts: 5", "3: 'weeks' week 1: days: day 2: has the unknown part 'minuts'. Did you"),
        ("rest: true", "minutes: 1", "3: 'weeks' week 1: has no rest day. Make at least one day 'rest: true"),
    ],
)
def test_a_fault_in_the_plan_names_week_and_day(
    tmp_path: Path, before: str, after: str, message: str
) -> None:
    said = faults(tmp_path, "four-week-start", (before, after))
    assert [fault for fault in said if fault.startswith(message)], said


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


NO_MOMENT = "19: 'plan' must begin with a sentence that holds '{moment}' and '{line}'."
UNFILLED = (
    "11: 'aims' change: patterns: soft: holds '{aks}', which nothing fills. Known: facts, effect, ask, offer."
)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("unreviewed:", "unrevued:", "2: unknown field 'unrevued'. Did you mean 'unreviewed'?"),
        ('questions: ["Do they frighten you?"]', "questions: []", "4: 'questions' must have at least 1 item"),
        ("  soft: {label: Soft, note: leaves room}\n", "", "6: 'firmness' lacks 'soft'."),
        ("Could you {ask}?", "Could you {aks}?", UNFILLED),
        ("Please {ask}.", "Please.", "11: 'aims' change: patterns: clear: must have one sentence with '{ask"),
        ("Again, please {ask}.", "If you do not {ask}, go.", "11: 'aims' change: patterns: firm: says 'If y"),
        ("I can {offer}.", "Or I’ll go.", "11: 'aims' change: patterns: firm: says 'Or I’ll', an ultimatum."),
        ("I will say: {line}", "I will leave: {line}", "19: 'plan' says 'I will leave', an ultimatum. Say w"),
        ("{moment}", "it comes", NO_MOMENT),
        ("  change:\n", "  Change It:\n", "11: 'aims' Change It: must be a name such as 'body-scan', not 'C"),
        ("moment: they ask me, ", "", "23: 'situations' work: lacks 'moment'."),
        ("  work: {", "  - work: {", "22: 'situations' must be a group of names with their values, not a li"),
        ("  facts: It ran late\n", "", "24: 'example' lacks 'facts'."),
    ],
)
def test_a_fault_in_the_builders_words_is_a_problem(
    tmp_path: Path, before: str, after: str, message: str
) -> None:
    said = faults(tmp_path, "boundary-scripts", (before, after))
    assert [fault for fault in said if fault.startswith(message)], said


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
    signs = "phone, money, cut you off, threaten, themselves, child, pet, sex, choked, punish"
    assert [sign for sign in signs.split(", ") if sign not in questions] == []
    assert all("{" not in line for line in (*words.example.sentences, *words.example.plan))
    patterns = " ".join(
        line for aim in words.aims.values() for lines in aim.patterns.values() for line in lines
    )
    assert set(SLOT.findall(patterns)) == set(SAID)
