"""The pacer for readers without scripts: pure CSS, its keyframes generated from the phases."""

from collections.abc import Iterable, Sequence

from macros.content.lengths import default_session
from macros.content.model import Practice
from macros.content.schedule import Session, Span, levels, total_ms
from macros.render.templates import render

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
SMALLEST = 0.4  # size of the disc when the breath is empty, as a share of its full size


def pacer_html(practice: Practice) -> str:
    """The pacer's markup: a switch, the view it starts, and the counts in words for reduced motion."""
    return render(
        "practice-timer/pacer.html",
        practice=practice,
        words=[part.say for part in practice.phases or practice.steps] or [practice.title],
        counts=counts_in_words(practice),
        moving="disc" if practice.practice_kind == "breath" else "bar",
    )


def counts_in_words(practice: Practice) -> str:
    """What to count without moving pictures: "Breathe in: one, two, three. ... Repeat 18 times, or ..."."""
    if practice.practice_kind != "breath":
        return "Follow the list at your own speed. The seconds beside each line are a guide."
    spans = _spans(practice)
    counted = [
        _counted(phase.say, span.ms) for phase, span in zip(practice.phases, spans, strict=True) if span.ms
    ]
    again = "Do this once" if practice.rounds == 1 else f"Repeat {practice.rounds} times"
    return f"{' '.join(counted)} {again}, or as often as you like."


def _counted(say: str, ms: int) -> str:
    numbers = (*NUMBERS[: ms // 1000], *(["and a half"] if ms % 1000 else []))
    return f"{say}: {', '.join(numbers)}."


def pacer_css(practices: Iterable[Practice]) -> str:
    """The whole stylesheet of the pacers, for all practices, as site/assets/pacers.css."""
    frame = render("practice-timer/pacers.css.html", smallest=SMALLEST)
    return f"{frame}\n" + "".join(_practice_css(practice) for practice in practices)


def _practice_css(practice: Practice) -> str:
    session = default_session(practice)
    spans, total = _spans(practice), total_ms(session) / 1000
    length = sum(span.ms for span in spans) / 1000
    name = f"practice-pacer-{practice.slug}"
    run = f"{length:g}s step-end {total / length:.6g}"
    rules, frames = _moving(practice, session, name)
    for index in range(len(spans)):
        if spans[index].ms:
            rules.append(_rule(practice, f"word--{index}", f"{name}-{index} {run}"))
            frames.append(_word_frames(f"{name}-{index}", spans, index))
    rules.append(_rule(practice, "word--end", f"practice-pacer-show 1ms linear {total:g}s forwards"))
    body = "\n".join(f"  {rule}" for rule in rules)
    return f"@media (prefers-reduced-motion: no-preference) {{\n{body}\n}}\n" + "\n".join(frames) + "\n"


def _moving(practice: Practice, session: Session, name: str) -> tuple[list[str], list[str]]:
    """Rules and keyframes of what moves: the disc of a breath, else a bar that fills over all the time."""
    total = total_ms(session) / 1000
    if practice.practice_kind != "breath":
        return [_rule(practice, "bar", f"practice-pacer-fill {total:g}s linear forwards")], []
    spans = _spans(practice)
    length = sum(span.ms for span in spans) / 1000
    run = f"{name} {length:g}s cubic-bezier(0.4, 0, 0.6, 1) {total / length:.6g}"
    return [_rule(practice, "disc", run)], [_disc_frames(name, spans)]


def _rule(practice: Practice, part: str, animation: str) -> str:
    started = f".practice-pacer--{practice.slug}:has(:checked)"
    return f"{started} .practice-pacer__{part} {{ animation: {animation}; }}"


def _disc_frames(name: str, spans: Sequence[Span]) -> str:
    marks = [f"0% {{ transform: scale({SMALLEST}); }}"]
    for share, level in zip(_ends(spans), levels(spans), strict=True):
        marks.append(f"{share:.6g}% {{ transform: scale({SMALLEST + (1 - SMALLEST) * level:.4g}); }}")
    return f"@keyframes {name} {{ {' '.join(marks)} }}"


def _word_frames(name: str, spans: Sequence[Span], index: int) -> str:
    """Visible exactly while its phase runs: each mark holds until the next (step-end)."""
    ends = [0.0, *_ends(spans)]
    start, end = ends[index], ends[index + 1]
    before = "0% { opacity: 0; } " if start else ""
    after = f"{end:.6g}%, 100% {{ opacity: {int(end == 100)}; }}"
    return f"@keyframes {name} {{ {before}{start:.6g}% {{ opacity: 1; }} {after} }}"


def _ends(spans: Sequence[Span]) -> list[float]:
    """The end of each span as a percentage of the round; the last is exactly 100."""
    length = sum(span.ms for span in spans)
    upto = 0
    return [100 * (upto := upto + span.ms) / length for span in spans]


def _spans(practice: Practice) -> tuple[Span, ...]:
    return default_session(practice).spans
