"""From a strict document to a frozen object of the model; a problem for every field that does not fit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros.content import fields, worksheet
from macros.content.country import country_specs, make_country
from macros.content.fields import InvalidValue, Spec, optional, reader
from macros.content.frontmatter import Document
from macros.content.model import (
    Bounds,
    Choice,
    Fit,
    Guide,
    Page,
    Phase,
    PhaseKind,
    Practice,
    Preset,
    Step,
    Term,
)
from macros.content.problem import Problem
from macros.content.records import read_fields
from macros.content.red_flags import EXCUSES

Vocabulary = Mapping[str, Mapping[str, Choice]]

SITE_BOUNDS: Mapping[PhaseKind, tuple[float, float]] = {
    "in": (1, 10),
    "hold": (0, 8),
    "out": (1, 12),
    "rest": (0, 5),
}
PHASE_KINDS = tuple(SITE_BOUNDS)
COMMON: Mapping[str, Spec] = {
    "title": Spec(fields.text(2, 90)),
    "draft": optional(fields.flag, False),
    "reviewed": Spec(fields.day),
    "next_review": Spec(fields.day),
    "red_flags_excused": optional(EXCUSES, {}),
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
    **worksheet.SPECS,
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
        raise InvalidValue("must be a text such as '4-6'.", "Put it in quotes.")
    try:
        return tuple(float(part) for part in value.split("-"))
    except ValueError:
        raise InvalidValue(f"must be seconds joined by hyphens, such as '4-6', not '{value}'.") from None


def _preset(name: str, pattern: tuple[float, ...]) -> Preset:
    return Preset(name, pattern)


def _fit(do: str, practice: str, **who: str) -> Fit:
    return Fit(who["for"], do, practice)


PRESET: Mapping[str, Spec] = {"name": Spec(fields.text(1, 40)), "pattern": Spec(_pattern)}
_PAIR = fields.sequence(fields.number(0, 12), 2, 2)


@reader(
    {"type": "object", "properties": dict.fromkeys(PHASE_KINDS, _PAIR.schema), "additionalProperties": False}
)
def _bounds(value: Any) -> Bounds:
    if not isinstance(value, dict) or not set(value) <= set(PHASE_KINDS):
        raise InvalidValue(
            "must be a group such as {in: [2, 8], out: [2, 10]}.",
            f"Kinds of phase: {', '.join(PHASE_KINDS)}.",
        )
    limits = dict(SITE_BOUNDS)
    for kind, given in value.items():
        try:
            least, most = _PAIR(given)
        except InvalidValue as error:
            raise InvalidValue(f"{kind}: {error.message}", error.hint) from None
        site_least, site_most = SITE_BOUNDS[kind]
        if not site_least <= least <= most <= site_most:
            raise InvalidValue(
                f"{kind}: must lie between {site_least:g} and {site_most:g} seconds, the smaller number "
                f"first."
            )
        limits[kind] = (least, most)
    return Bounds(
        {kind: low for kind, (low, _) in limits.items()}, {kind: high for kind, (_, high) in limits.items()}
    )


def practice_specs(vocabulary: Vocabulary, risks: Mapping[str, object]) -> dict[str, Spec]:
    """Fields of a practice; the closed lists come from docs/_data."""

    def of(name: str) -> fields.Reader:
        return fields.choice(tuple(vocabulary.get(name, {})))

    fit = {
        "for": Spec(of("fits")),
        "do": Spec(fields.sentence(5, 200)),
        "practice": optional(fields.slug, ""),
    }
    return {
        **COMMON,
        **SUMMARY,
        "group": Spec(of("groups")),
        "kind": Spec(fields.choice(("breath", "steps", "open"))),
        "phases": optional(fields.sequence(fields.record(Phase), 1, 8), ()),
        "rounds": optional(fields.whole(1, 200), 0),
        "rounds_offered": optional(fields.listing(fields.whole(1, 200), 1, 5), ()),
        "presets": optional(fields.listing(fields.mapping(PRESET, _preset), 1, 5), ()),
        "bounds": optional(_bounds, _bounds({})),
        "steps": optional(fields.sequence(fields.record(Step), 2, 30), ()),
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


def parse(
    document: Document, kind: str, vocabulary: Vocabulary, risks: Mapping[str, object]
) -> tuple[Page | None, list[Problem]]:
    """The page as an object of the model, or None with the problems that prevented it.

    `kind` is "guide", "practice", "term", "country" or "page".
    """
    specs = specs_of(kind, vocabulary, risks)
    values, problems = read_fields(document.path, document.fields, specs)
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
    values.pop("hide")  # for MkDocs alone
    return Page(kind=kind, **frame, **values)
