"""The files of docs/_data: a fault of an entry is a problem with its line, what must be true, what to do."""

import re
from typing import Any

import pytest

from macros.content.data import FILES
from macros.content.data_files import BodySignal
from macros.content.finder import length_on
from macros.content.frontmatter import read_yaml
from macros.content.library import Library
from macros.content.spelling import Words
from macros.content.tools import SAID, SLOT, Day
from tests.support.content import FIXTURES, data, practice
from tests.support.content import library as library_of

# Entries of files that are empty in the fixtures.
OWN = {
    "danger-words": "fire:\n  page: help/index.md\n  say: Go out first and call afterwards.\n"
    "  phrases: [house on fire]\n  together: [[smoke, flames], [stairs, hall]]\n",
    "ways": "calm:\n"
    + "".join(f"  - {{page: help/{name}.md, say: A line for a test.}}\n" for name in "abcde"),
    "news": "some-news:\n  day: 2026-11-29\n  text: Something is new here.\n",
}
FILE = {file.name: file for file in FILES.values()}


def read(name: str, before: str = "", after: str = "") -> tuple[Any, list[str]]:
    """What the site uses of a file after one change of its text, and its problems without the file's path."""
    file = FILE[name]
    text = OWN.get(name) or (FIXTURES / file.path).read_text(encoding="utf-8")
    assert before in text
    fields, problems = read_yaml(text.replace(before, after, 1), file.path)
    value, more = file.read(fields)
    return value, [str(problem).removeprefix(f"{file.path}:") for problem in [*problems, *more]]


@pytest.mark.parametrize("name", FILE)
def test_the_entries_of_these_tests_have_no_faults(name: str) -> None:
    assert read(name)[1] == []


YEAR, RULE = "year: 2020", 'stop_rule: "Dizzy or more afraid? Stop, and look round."'
SITE, SITTING = "site: https://tests.example/find", "sitting: {label: sitting}"
FOURTH = "  - {name: fourth, line: A week made for a test., days: *days}\n"
LAST_STEP = "  - {page: help/e.md, say: A line for a test.}\n"
SIDES, WIDER = "[charlie2021second]}", "wider: [able2020first]"
FAULTS = {
    "sources": [
        (YEAR, "year: soon", "2: 'able2020first' year: must be a number, not a text."),
        ("  limits: It does not exist.\n", "", "2: 'able2020first' lacks 'limits'."),
        ("  n: 5 studies", "  number: 5", "17: 'charlie2021second' has the unknown part 'number'"),
        ("able2020first:", "able2020first: x\nother:", "2: 'able2020first' must be a group such "),
    ],
    "finders": [(SITE, "site: tests.example", "2: 'finder' site: must be an address such as ")],
    "safety": [
        (RULE, "stop_rule: Stop.", "2: 'stop_rule' must have 20 to 200 characters; it has 5."),
        ("ways_out:", "way_out:", "1: the field 'ways_out' is missing. See docs/contributing/fiel"),
        ("stop_rule:", "extra: x\nstop_rule:", "2: unknown field 'extra'. Known: everywhere, feel"),
        ("title: Holding", "titel: Holding", "16: 'holds' has the unknown part 'titel'. Did you m"),
        ('        why: "A made-up page says so."\n', "", "16: 'holds' ask_first: needs 'why' and "),
        ("people\n", "people\n    ask_first: [{if: are shy}]\n", "12: 'people' asks a professiona"),
    ],
    "vocabulary": [
        (SITTING, "sitting: {}", "10: 'sitting' lacks 'label'."),
        (SITTING, "sitting: true", "10: 'sitting' must be a group such as {label, note, first"),
        ("groups:\n", "moods: happy\ngroups:\n", "2: 'moods' must be a group of words. Write "),
        ("groups:\n", "groups: [\n", "2: the YAML cannot be read: a bracket opens that nothin"),
    ],
    "body-signals": [
        ("label: [Cold, knees], ", "", "3: 'Cold knees' lacks 'label'."),
        ("[Cold, knees]", "[A, knees]", "3: 'Cold knees' label: must have 2 to 14 characters"),
        ("row: 2", "row: 11", "3: 'Cold knees' row: must be from 1 to 10"),
        ("[180, 470]", "[401, 10]", "3: 'Cold knees' lies outside the drawing, which is 400 wide."),
        ("[180, 470]", "[10, 641]", "3: 'Cold knees' at: must be from 0 to 640"),
        ("row: 2", "row: 2, practice: x", "3: 'Cold knees' has the unknown part 'practice'"),
    ],
    "danger-words": [
        ("[house on fire]", "[]", "1: 'fire' phrases: must have at least 1 item; it has 0."),
        ("  say: Go out first and call afterwards.\n", "", "1: 'fire' lacks 'say'."),
        ("phrases", "words", "1: 'fire' has the unknown part 'words'."),
    ],
    "disputes": [
        (SIDES, "[able2020first]}", "2: 'made-up' has the source 'able2020first' on both sides."),
        (WIDER, "wider: [x]", "2: 'made-up' has the source 'x' under 'wider', and on neither side."),
    ],
    "red-flags": [
        ("  action: Call the made-up number now.\n", "", "2: 'purple-elbow' lacks 'action'."),
        ("made-up number now.", "number", "2: 'purple-elbow' action: must be a full sentence. End it"),
        ("when: emergency", "when: soon", "2: 'purple-elbow' when: has the unknown value 'soon'."),
        (
            "when: today",
            "when: tody",
            "22: 'humming-ear' when: has the unknown value 'tody'. Did you mean",
        ),
        ("words: [humming, hum]", "words: []", "22: 'humming-ear' words: must have at least 1 item; it has"),
        ("words: [humming, hum]", "words: [hum, hum]", "22: 'humming-ear' words: has the same item twice."),
        ("sources: [able2020first]", "sources: []", "2: 'purple-elbow' sources: must have at least 1 item"),
        ("may_be: grass", "urgent: true\n  may_be: grass", "14: 'green-knees' has the unknown part 'urgent'"),
        ("purple-elbow:", "Purple elbow:", "2: 'Purple elbow' must be a name such as"),
    ],
    "ways": [
        ("help/c.md, say: A line for a test.", "help/c.md", "4: 'calm' step 3: lacks 'say'."),
        ("test.}\n", "test}\n", "2: 'calm' step 1: say: must be a full sentence. End it with a full stop."),
        (LAST_STEP, "", "1: 'calm' must have 5 to 7 steps; it has 4."),
    ],
    "news": [
        ("  day: 2026-11-29\n", "", "1: 'some-news' lacks 'day'."),
        ("here.", "here", "1: 'some-news' text: must be a full sentence. End it with a full stop."),
        ("text", "links: []\n  text", "1: 'some-news' links: must have 1 to 6 items; it has 0."),
    ],
    "words": [("{gray: grey}", "[gray]", "3: 'instead' must be a group of names with their values, not")],
    "redirects": [
        ("", "/bad: about/x/\n", "1: '/bad' must lead from one address of this site"),
    ],
    "four-week-start": [
        ("weeks:", "week:", "2: unknown field 'week'. Did you mean 'weeks'?"),
        ("weeks:", "week:", "1: the field 'weeks' is missing. See docs/contributing/fields.md."),
        (FOURTH, "", "2: 'weeks' must have 4 weeks; it has 3."),
        ("name: third, ", "", "14: 'weeks' week 3: lacks 'name'."),
        ("days: *days}\n  - {name: third", "days: []}\n  - {name: third", "13: 'weeks' week 2: days: must h"),
        ("minutes: 5", "minutes: 6", "3: 'weeks' week 1: days: day 2: minutes: must be from 1 to 5; it is 6"),
        ("minutes: 5, ", "", "3: 'weeks' week 1: days: day 2: needs 'minutes' from 1 to 5, or 'rest: true'."),
        ("rest: true", "rest: true, minutes: 1", "3: 'weeks' week 1: days: day 7: is a rest, but has minute"),
        ("minutes: 5", "minutes: 5, practice: walk", "3: 'weeks' week 1: days: day 2: has 0 parts in square"),
        ("minutes: 5", "minuts: 5", "3: 'weeks' week 1: days: day 2: has the unknown part 'minuts'. Did you"),
        ("rest: true", "minutes: 1", "3: 'weeks' week 1: has no rest day. Make at least one day 'rest: true"),
    ],
    "boundary-scripts": [
        ("unreviewed:", "unrevued:", "2: unknown field 'unrevued'. Did you mean 'unreviewed'?"),
        ('questions: ["Do they frighten you?"]', "questions: []", "4: 'questions' must have at least 1 item"),
        ("  soft: {label: Soft, note: leaves room}\n", "", "6: 'firmness' lacks 'soft'."),
        ("Could you {ask}?", "Could you {aks}?", "11: 'aims' change: patterns: soft: holds '{aks}', which"),
        ("Please {ask}.", "Please.", "11: 'aims' change: patterns: clear: must have one sentence with '{ask"),
        ("Again, please {ask}.", "If you do not {ask}, go.", "11: 'aims' change: patterns: firm: says 'If y"),
        ("I can {offer}.", "Or I’ll go.", "11: 'aims' change: patterns: firm: says 'Or I’ll', an ultimatum."),
        ("I will say: {line}", "I will leave: {line}", "19: 'plan' says 'I will leave', an ultimatum. Say w"),
        ("{moment}", "it comes", "19: 'plan' must begin with a sentence that holds '{moment}' and '{line}'."),
        ("  change:\n", "  Change It:\n", "11: 'aims' Change It: must be a name such as 'body-scan', not 'C"),
        ("moment: they ask me, ", "", "23: 'situations' work: lacks 'moment'."),
        ("  work: {", "  - work: {", "22: 'situations' must be a group of names with their values, not a li"),
        ("  facts: It ran late\n", "", "24: 'example' lacks 'facts'."),
    ],
}


@pytest.mark.parametrize(
    ("name", "before", "after", "message"), [(name, *row) for name, rows in FAULTS.items() for row in rows]
)
def test_a_fault_in_the_data_is_a_problem_with_its_line(
    name: str, before: str, after: str, message: str
) -> None:
    problems = read(name, before, after)[1]
    assert [problem for problem in problems if problem.startswith(message)], problems


@pytest.mark.parametrize("name", ["ways", "news", "danger-words"])
def test_an_entry_with_a_fault_is_left_out(name: str) -> None:
    entries, _ = read(name, "say:" if name != "news" else "text:", "sayy:")
    assert (len(read(name)[0]), len(entries)) == (1, 0)


def test_risks_that_are_no_group_are_a_problem_and_stop_nothing() -> None:
    text = (FIXTURES / FILE["safety"].path).read_text(encoding="utf-8")
    safety, problems = read("safety", text[text.index("risks:") :], "risks: none\n")
    assert problems == ['11: \'risks\' must be a group of risks. Write name: {title: "...", lines: ["..."]}.']
    assert safety.risks == {}


def test_a_word_list_with_a_fault_leaves_every_word_to_the_speller() -> None:
    assert read("words", "{gray: grey}", "[gray]")[0] == Words()


def test_words_of_danger_that_stand_together_become_phrases() -> None:
    ((danger,), _) = read("danger-words")
    together = ("smoke stairs", "smoke hall", "flames stairs", "flames hall")
    assert danger.all_phrases == ("house on fire", *together)


def test_a_signal_on_the_body_has_its_words_its_row_and_its_place() -> None:
    (_, knees), _ = read("body-signals")
    assert knees == BodySignal("Cold knees", ("Cold", "knees"), 2, (180, 470), urgent=False)
    (_, knees), _ = read("body-signals", ", at: [180, 470]", "")
    assert (knees.at, knees.urgent) == (None, False)


def test_days_are_numbered_through_the_plan_and_a_rest_has_no_minutes() -> None:
    days = [day for week in data().plan for day in week.days]
    assert [day.number for day in days] == list(range(1, 29))
    assert days[1] == Day("A day made for a test.", 5, number=2)
    assert [day.number for day in days if day.minutes is None] == [7, 14, 21, 28]


def test_a_days_length_is_the_longest_on_offer_that_its_minutes_hold() -> None:
    text = practice("Zed").replace("rounds: 6\n", "rounds: 6\nrounds_offered: [6, 18]\n")
    zed = library_of({"practices/zed.md": text}).practices["zed"]
    lengths = [length_on(zed, minutes) for minutes in (1, 2, 3, 5)]
    assert [length and length.total_ms for length in lengths] == [60_000, None, 180_000, None]


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
    aims = words.aims.values()
    patterns = " ".join(line for aim in aims for lines in aim.patterns.values() for line in lines)
    assert set(SLOT.findall(patterns)) == set(SAID)
    assert re.search("threats.* ask someone outside for help", " ".join(words.plan))
