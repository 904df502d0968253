"""From a strict document to a frozen object of the model; a problem for every field that does not fit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros.content import fields
from macros.content.country import country_specs, make_country
from macros.content.fields import Bad, Spec, optional, reader
from macros.content.frontmatter import Document
from macros.content.model import Bounds, Choice, Fit, Guide, Page, Phase, PhaseKind, Practice, Preset, Step, Term
from macros.content.problem import Problem, did_you_mean
from macros.content.red_flags import excuses

Vocabulary = Mapping[str, Mapping[str, Choice]]

SITE_BOUNDS: Mapping[PhaseKind, tuple[float, float]] = {"in": (1, 10), "hold": (0, 8), "out": (1, 12), "rest": (0, 5)}
PHASE_KINDS = tuple(SITE_BOUNDS)
MOVED = {
    "sources": 'A page\'s sources are the ones it cites: use {{ cite("key") }} in the body.',
    "evidence": "Write 'sure' and 'big'.",
    "name": "The file's name is the id; 'title' is the only title.",
    "slug": "The file's name is the id and the address.",
    "description": "Write 'summary'; it is the description as well.",
}

COMMON: Mapping[str, Spec] = {
    "title": Spec(fields.text(2, 90)),
    "draft": optional(fields.flag, False),
    "reviewed": Spec(fields.day),
    "next_review": Spec(fields.day),
    "red_flags_excused": optional(excuses, {}),
    "everyday": optional(fields.listing(fields.text(2, 60)), ()),
}
SUMMARY = {"summary": Spec(fields.sentence(50, 240))}

PAGE: Mapping[str, Spec] = {
    **COMMON,
    **SUMMARY,
    "reviewed": optional(fields.day),
    "next_review": optional(fields.day),
    "quick_exit": optional(fields.flag, False),
    "autolink": optional(fields.flag, True),
    "hide": optional(fields.listing(fields.choice(("navigation", "toc", "footer")))),
}


def guide_specs(vocabulary: Vocabulary) -> dict[str, Spec]:
    """Fields of a guide; the sections of the list of guides come from docs/_data."""
    return {
        **COMMON,
        **SUMMARY,
        "order": Spec(fields.whole(1, 99)),
        "practice": Spec(fields.slug),
        "section": optional(fields.choice(tuple(vocabulary.get("sections", {}))), ""),
        "quick_exit": optional(fields.flag, False),
    }


@reader({"type": "string", "pattern": r"^[\d.]+(-[\d.]+)*$"})
def _pattern(value: Any) -> tuple[float, ...]:
    if not isinstance(value, str):
        raise Bad("must be a text such as '4-6'.", "Put it in quotes.")
    try:
        return tuple(float(part) for part in value.split("-"))
    except ValueError:
        raise Bad(f"must be seconds joined by hyphens, such as '4-6', not '{value}'.") from None


def _fit(do: str, practice: str, **who: str) -> Fit:
    return Fit(who["for"], do, practice)


def _preset(name: str, pattern: tuple[float, ...]) -> Preset:
    return Preset(name, pattern)


_PAIR = fields.sequence(fields.number(0, 12), 2, 2)


@reader({"type": "object", "properties": dict.fromkeys(PHASE_KINDS, _PAIR.schema), "additionalProperties": False})
def _bounds(value: Any) -> Bounds:
    if not isinstance(value, dict) or not set(value) <= set(PHASE_KINDS):
        raise Bad("must be a group such as {in: [2, 8], out: [2, 10]}.", f"Kinds of phase: {', '.join(PHASE_KINDS)}.")
    limits = dict(SITE_BOUNDS)
    for kind, given in value.items():
        try:
            least, most = _PAIR(given)
        except Bad as bad:
            raise Bad(f"{kind}: {bad.message}", bad.hint) from None
        site_least, site_most = SITE_BOUNDS[kind]
        if not site_least <= least <= most <= site_most:
            raise Bad(f"{kind}: must lie between {site_least:g} and {site_most:g} seconds, the smaller number first.")
        limits[kind] = (least, most)
    return Bounds({kind: low for kind, (low, _) in limits.items()}, {kind: high for kind, (_, high) in limits.items()})


PHASE: Mapping[str, Spec] = {
    "kind": Spec(fields.choice(PHASE_KINDS)),
    "seconds": Spec(fields.number(0, 12)),
    "say": Spec(fields.text(1, 30)),
}
STEP: Mapping[str, Spec] = {
    "say": Spec(fields.text(1, 60)),
    "seconds": Spec(fields.number(5, 1800, 1)),
    "text": Spec(fields.sentence(5, 400)),
}
PRESET: Mapping[str, Spec] = {"name": Spec(fields.text(1, 40)), "pattern": Spec(_pattern)}


def practice_specs(vocabulary: Vocabulary, risks: Mapping[str, object]) -> dict[str, Spec]:
    """Fields of a practice; the closed lists come from docs/_data."""

    def of(name: str) -> fields.Reader:
        return fields.choice(tuple(vocabulary.get(name, {})))

    fit = {"for": Spec(of("fits")), "do": Spec(fields.sentence(5, 200)), "practice": optional(fields.slug, "")}
    return {
        **COMMON,
        **SUMMARY,
        "group": Spec(of("groups")),
        "kind": Spec(fields.choice(("breath", "steps", "open"))),
        "phases": optional(fields.sequence(fields.mapping(PHASE, Phase), 1, 8), ()),
        "rounds": optional(fields.whole(1, 200), 0),
        "rounds_offered": optional(fields.listing(fields.whole(1, 200), 1, 5), ()),
        "presets": optional(fields.listing(fields.mapping(PRESET, _preset), 1, 5), ()),
        "bounds": optional(_bounds, _bounds({})),
        "steps": optional(fields.sequence(fields.mapping(STEP, Step), 2, 30), ()),
        "minutes": optional(fields.number(0.5, 60), 0.0),
        "minutes_offered": optional(fields.listing(fields.number(0.5, 60), 1, 5), ()),
        "bell_minutes": optional(fields.number(0.5, 30)),
        "effort": Spec(of("efforts")),
        "positions": Spec(fields.listing(of("positions"), 1)),
        "in_public": Spec(fields.flag),
        "makes_sound": Spec(fields.flag),
        "places": Spec(fields.listing(of("places"), 1)),
        "moments": Spec(fields.listing(of("moments"), 1, 5)),
        "risks": Spec(fields.listing(fields.choice(tuple(risks)), 1)),
        "sure": Spec(of("sure")),
        "big": optional(of("big"), ""),
        "size": optional(fields.text(5, 120), ""),
        "studied": Spec(fields.sentence(10, 400)),
        "not_known": Spec(fields.sentence(10, 400)),
        "related": Spec(fields.listing(fields.slug, 1, 4)),
        "fits": optional(fields.listing(fields.mapping(fit, _fit), 1, 6), ()),
    }


def term_specs(vocabulary: Vocabulary) -> dict[str, Spec]:
    """Fields of a term; the closed lists come from docs/_data."""
    return {
        **COMMON,
        "short": Spec(fields.sentence(20, 160)),
        "aka": optional(fields.listing(fields.text(2, 60)), ()),
        "status": Spec(fields.choice(tuple(vocabulary.get("statuses", {})))),
        "theme": Spec(fields.choice(tuple(vocabulary.get("themes", {})))),
        "see": Spec(fields.listing(fields.slug, 1, 6)),
        "tries": optional(fields.listing(fields.slug, 0, 3), ()),
        "autolink": optional(fields.flag, True),
        "quick_exit": optional(fields.flag, False),
    }


def read_fields(document: Document, specs: Mapping[str, Spec]) -> tuple[dict[str, Any], list[Problem]]:
    """The values of all fields that could be read, and a problem for each that could not."""
    problems = [
        Problem(document.path, field.line, f"unknown field '{name}'.", MOVED.get(name) or did_you_mean(name, specs))
        for name, field in document.fields.items()
        if name not in specs
    ]
    values: dict[str, Any] = {}
    for name, spec in specs.items():
        field = document.fields.get(name)
        if field is None:
            values[name] = spec.default
            if spec.required:
                problems.append(Problem(document.path, 1, f"the field '{name}' is missing.", _why(name)))
            continue
        try:
            values[name] = spec.read(field.value)
        except Bad as bad:
            line = field.items[bad.item] if bad.item is not None and bad.item < len(field.items) else field.line
            problems.append(Problem(document.path, line, f"'{name}' {bad.message}", bad.hint))
    return values, problems


def _why(name: str) -> str:
    reasons = {
        "reviewed": "Give the day on which the page was really checked against its sources.",
        "next_review": "Give the day of the next check, at most twelve months after 'reviewed'.",
        "risks": "Name every risk that applies; each prints its safety line above Start.",
    }
    return reasons.get(name, "See docs/contributing/fields.md.")


def parse(
    document: Document, kind: str, vocabulary: Vocabulary, risks: Mapping[str, object]
) -> tuple[Page | None, list[Problem]]:
    """The page as an object of the model, or None with the problems that prevented it.

    `kind` is "guide", "practice", "term", "country" or "page".
    """
    specs = specs_of(kind, vocabulary, risks)
    values, problems = read_fields(document, specs)
    if problems:
        return None, problems
    path = document.path.removeprefix("docs/")
    slug = path.rsplit("/", 1)[-1].removesuffix(".md")
    frame = {"path": path, "slug": slug, "body": document.body, "body_line": document.body_line}
    return _make(kind, frame, values), []


def specs_of(kind: str, vocabulary: Vocabulary, risks: Mapping[str, object]) -> Mapping[str, Spec]:
    """The fields of a kind of page: "guide", "practice", "term", "country" or "page"."""
    if kind == "practice":
        return practice_specs(vocabulary, risks)
    if kind == "term":
        return term_specs(vocabulary)
    if kind == "country":
        return {
            "title": COMMON["title"],
            "draft": COMMON["draft"],
            **SUMMARY,
            **country_specs(tuple(vocabulary.get("help", {}))),
        }
    return guide_specs(vocabulary) if kind == "guide" else PAGE


def _make(kind: str, frame: dict[str, Any], values: dict[str, Any]) -> Page:
    if kind == "guide":
        return Guide(kind=kind, **frame, **values)
    if kind == "term":
        return Term(kind=kind, summary=values["short"], **frame, **values)
    if kind == "practice":
        practice_kind = values.pop("kind")
        return Practice(kind="practice", practice_kind=practice_kind, **frame, **values)
    if kind == "country":
        return make_country(frame, values)
    kept = ("title", "summary", "reviewed", "next_review", "autolink", "quick_exit", "everyday", "red_flags_excused")
    return Page(kind=kind, **frame, **{name: values[name] for name in kept})
