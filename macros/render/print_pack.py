"""Many sheets in one document to print, at /print/pack/<name>/: one pack for each group of practices, and a
starter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from macros.content.addresses import STARTER, pack_url, sheet_urls
from macros.content.library import Library
from macros.content.model import Practice
from macros.render.context import Context
from macros.render.print_card import PrintFiles
from macros.render.templates import render

STARTER_TITLE, STARTER_LINE = "Starter pack", "One practice for each feeling in the finder."


@dataclass(frozen=True)
class Pack:
    """Sheets that are printed together: a group of practices, or the starter pack. `name` is the end of its
    address."""

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


def packs(library: Library) -> tuple[Pack, ...]:
    """The starter pack, made of the first choice for each feeling, then a pack for each group that has
    practices."""
    words, practices = library.data.vocabulary, library.practices
    firsts = dict.fromkeys(moment.first for moment in words["moments"].values() if moment.first in practices)
    starter = Pack(STARTER, STARTER_TITLE, STARTER_LINE, tuple(practices[slug] for slug in firsts))
    groups = (
        Pack(
            name,
            group.label,
            group.note,
            tuple(practice for practice in practices.values() if practice.group == name),
        )
        for name, group in words["groups"].items()
    )
    return tuple(pack for pack in (starter, *groups) if pack.practices)


def print_packs(context: Context) -> str:
    """Links to every pack, each with the number of its sheets."""
    links = [(pack, context.href(pack.url)) for pack in packs(context.library)]
    return render("print-card/packs.html", packs=links)


def booklet(context: Context) -> str:
    """The form that makes a booklet: every sheet by group, as a box to tick and as links."""
    groups = [
        (pack.title, [(item, *map(context.href, sheet_urls(item.slug))) for item in pack.practices])
        for pack in packs(context.library)
        if pack.name != STARTER
    ]
    return render("booklet/booklet.html", groups=groups, site_name=context.settings.get("name", ""))


def print_sheets(context: Context, *slugs: str) -> str:
    """The named practices, each with its sheet in both sizes and its risks; and all as a booklet."""
    library = context.library
    sheets = [
        {
            "practice": practice,
            **dict(zip(("sheet", "large"), map(context.href, sheet_urls(practice.slug)), strict=True)),
            "risks": [library.data.safety.risks[risk].title.lower() for risk in practice.risks],
        }
        for practice in (library.practices[slug] for slug in slugs)
    ]
    booklet_of_all = context.href(f"tools/booklet/#practices={','.join(slugs)}")
    return render("print-card/sheets.html", sheets=sheets, booklet=booklet_of_all)


def print_pack(
    pack: Pack, sheets: Sequence[Mapping[str, Any]], files: PrintFiles, *, site_name: str, site_url: str
) -> str:
    """A complete HTML document of `sheets`, as print_card.sheet gives them; `site_url` is absolute, or
    empty."""
    canonical = site_url and site_url + pack.url
    words = {"pack": pack, "sheets": sheets, "site_name": site_name, "canonical": canonical}
    return render("print-card/print-pack.html", files=files, **words)
