"""Many sheets in one document to print, /print/pack/<name>/: a pack for each group, and a starter."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from macros.content.addresses import STARTER, pack_url, sheet_urls
from macros.content.library import Library
from macros.content.model import Practice
from macros.render.context import Context
from macros.render.print_card import SheetFrame
from macros.render.templates import render

STARTER_TITLE, STARTER_LINE = "Starter pack", "One practice for each feeling in the finder."


@dataclass(frozen=True)
class Pack:
    """Sheets that are printed together. `name` is the end of the pack's address."""

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
    """The starter pack, of the first choice for each feeling, then one for each group with practices."""
    words, practices = library.data.vocabulary, library.practices
    firsts = dict.fromkeys(moment.first for moment in words["moments"].values() if moment.first in practices)
    starter = Pack(STARTER, STARTER_TITLE, STARTER_LINE, tuple(practices[slug] for slug in firsts))
    all_packs = [starter]
    for name, group in words["groups"].items():
        members = tuple(practice for practice in practices.values() if practice.group == name)
        all_packs.append(Pack(name, group.label, group.note, members))
    return tuple(pack for pack in all_packs if pack.practices)


def print_packs(context: Context) -> str:
    """Links to every pack, each with the number of its sheets."""
    return render("print-card/packs.html", context=context, packs=packs(context.library))


def booklet(context: Context) -> str:
    """The form that makes a booklet: every sheet by group, as a box to tick and as links."""
    groups = [pack for pack in packs(context.library) if pack.name != STARTER]
    return render("booklet/booklet.html", context=context, groups=groups, sheet_urls=sheet_urls)


def print_sheets(context: Context, *slugs: str) -> str:
    """The named practices, each with its sheet in both sizes and its risks; and all as a booklet."""
    return render("print-card/sheets.html", context=context, slugs=slugs, sheet_urls=sheet_urls)


def print_pack(
    pack: Pack, sheets: Sequence[Mapping[str, Any]], frame: SheetFrame, href: Callable[[str], str]
) -> str:
    """A complete HTML document of `sheets`, as print_card.sheet gives them; `href` as there."""
    return render("print-card/print-pack.html", pack=pack, sheets=sheets, frame=frame, href=href)
