"""Many sheets in one document to print, at /print/pack/<name>/: one pack for each group of practices, and a starter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from macros.content.addresses import STARTER, pack_url, sheet_urls
from macros.content.library import Library
from macros.content.model import Practice
from macros.render.context import Context
from macros.render.templates import render

STARTER_TITLE, STARTER_LINE = "Starter pack", "One practice for each feeling in the finder."


@dataclass(frozen=True)
class Pack:
    """Sheets that are printed together: a group of practices, or the starter pack. `name` is the end of its address."""

    name: str
    title: str
    line: str
    practices: tuple[Practice, ...]

    @property
    def url(self) -> str:
        """Address of the pack below the site's root."""
        return pack_url(self.name)

    @property
    def count(self) -> str:
        """How many sheets it has: `12 sheets`."""
        return f"{len(self.practices)} sheet{'' if len(self.practices) == 1 else 's'}"


@dataclass(frozen=True)
class PackFiles:
    """Addresses relative to the pack: styles, the script of its button, icon, practices, guide for groups, help."""

    styles: Sequence[str]
    script: str
    icon: str
    practices: str
    guide: str
    help: str


def packs(library: Library) -> tuple[Pack, ...]:
    """The starter pack, made of the first choice for each feeling, then a pack for each group that has practices."""
    words, practices = library.data.vocabulary, library.practices
    firsts = dict.fromkeys(moment.first for moment in words["moments"].values() if moment.first in practices)
    starter = Pack(STARTER, STARTER_TITLE, STARTER_LINE, tuple(practices[slug] for slug in firsts))
    groups = (
        Pack(name, group.label, group.note, tuple(each for each in practices.values() if each.group == name))
        for name, group in words["groups"].items()
    )
    return tuple(pack for pack in (starter, *groups) if pack.practices)


def print_packs(context: Context) -> str:
    """Links to every pack, each with the number of its sheets."""
    found = [(pack, context.href(pack.url)) for pack in packs(context.library)]
    return render("print-card/packs.html", packs=found)


def print_sheets(context: Context, *slugs: str) -> str:
    """The named practices, each with its sheet in both sizes and the risks it declares."""
    library = context.library
    found = [
        {
            "practice": practice,
            **dict(zip(("sheet", "large"), map(context.href, sheet_urls(practice.slug)), strict=True)),
            "risks": [library.data.safety.risks[risk].title.lower() for risk in practice.risks],
        }
        for practice in (library.practices[slug] for slug in slugs)
    ]
    return render("print-card/sheets.html", sheets=found)


def print_pack(
    pack: Pack, sheets: Sequence[Mapping[str, Any]], files: PackFiles, *, site_name: str, site_url: str
) -> str:
    """A complete HTML document of `sheets`, made by print_card.sheet; `site_url` is absolute, or empty."""
    canonical = site_url and site_url + pack.url
    return render(
        "print-card/print-pack.html", pack=pack, sheets=sheets, files=files, site_name=site_name, canonical=canonical
    )
