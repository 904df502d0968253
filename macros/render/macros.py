"""The macros by name: each takes the page's context and what the author wrote."""

from __future__ import annotations

from collections.abc import Callable

from macros.content.addresses import embed_url
from macros.content.library import Library
from macros.content.model import Practice
from macros.render import (
    body_signals,
    boundary,
    countries,
    diagrams,
    finder,
    four_week,
    labels,
    lists,
    notes,
    open_data,
    practice_drawing,
    print_pack,
    red_flags,
    references,
    term_lists,
)
from macros.render.context import Context
from macros.render.right_now import right_now
from macros.render.templates import render
from macros.render.timer import TimerLinks, TimerSafety, render_timer


def term(context: Context, slug: str, text: str = "") -> str:
    """A Markdown link to a term's page; the autolinker gives it its class and its preview."""
    found = context.library.terms[slug]
    return f"[{text or found.title}](/{found.path})"


def timer_safety(library: Library, practice: Practice) -> TimerSafety:
    """The safety texts that stand above Start on `practice`."""
    safety = library.data.safety
    return TimerSafety(
        stop_rule=safety.stop_rule,
        lines=safety.lines(practice.risks),
        ways_out=safety.ways_out,
        feels_worse=safety.feels_worse,
    )


def timer_links(href: Callable[[str], str], practice: Practice) -> TimerLinks:
    """Addresses a timer needs, through `href`, which makes them relative to where it stands."""
    return TimerLinks(
        practice=href(practice.url),
        safety=href("help/using-this-site-safely/"),
        help=href("help/"),
        embed=href(embed_url(practice.slug)),
        practices=href("practices/"),
        pacers=href("assets/pacers.css"),
    )


def practice_timer(context: Context, slug: str = "") -> str:
    """The timer of a practice, whole and readable without scripts; without a name, that of the page itself."""
    practice = context.library.practices[slug or context.page.slug]
    return render_timer(practice, timer_safety(context.library, practice), timer_links(context.href, practice))


def offline_copy(context: Context) -> str:
    """The copy on this device: its size, its state and its buttons, and the site as one file to download."""
    links = {"root": context.href("").rstrip("/"), "about": context.href("tools/offline/")}
    return render("offline-copy/offline-copy.html", **links, full=True, quiet=False)


MACRO_FUNCTIONS: dict[str, Callable[..., str]] = {
    "practice_timer": practice_timer,
    "practice_drawing": practice_drawing.practice_drawing,
    "practice_card": lists.practice_card,
    "practice_index": lists.practice_index,
    "practice_finder": finder.practice_finder,
    "private_notes": notes.private_notes,
    "notes_sheet": notes.notes_sheet,
    "right_now": right_now,
    "four_week_plan": four_week.four_week_plan,
    "four_week_reminders": four_week.four_week_reminders,
    "boundary_builder": boundary.boundary_builder,
    "diagram": diagrams.diagram,
    "term": term,
    "glossary_index": lists.glossary_index,
    "glossary_search": lists.glossary_search,
    "cite": references.cite,
    "figure": references.figure,
    "sources": references.sources,
    "evidence": labels.evidence,
    "evidence_key": labels.evidence_key,
    "evidence_index": references.evidence_index,
    "evidence_names": references.evidence_names,
    "safety": labels.safety,
    "stop_rule": labels.stop_rule,
    "safety_sources": labels.safety_sources,
    "red_flags": red_flags.red_flags,
    "feels_worse": labels.feels_worse,
    "offline_copy": offline_copy,
    "country_lines": countries.country_lines,
    "help_country": countries.help_country,
    "help_countries": countries.help_countries,
    "help_lines": countries.help_lines,
    "help_finders": countries.help_finders,
    "emergency_numbers": countries.emergency_numbers,
    "corrections": lists.corrections,
    "make_it_fit": lists.make_it_fit,
    "see_also": term_lists.see_also,
    "page_terms": term_lists.page_terms,
    "mentioned_in": term_lists.mentioned_in,
    "guide_path": lists.guide_path,
    "popular": labels.popular,
    "claim_list": labels.claim_list,
    "list_filter": lists.list_filter,
    "body_signals": body_signals.body_signals,
    "print_packs": print_pack.print_packs,
    "print_sheets": print_pack.print_sheets,
    "data_files": open_data.data_files,
}
