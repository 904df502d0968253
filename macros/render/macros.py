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
    evidence_map,
    finder,
    four_week,
    labels,
    lists,
    news,
    notes,
    open_data,
    pictures,
    practice_drawing,
    print_pack,
    red_flags,
    references,
    term_lists,
    worksheet,
)
from macros.render.context import Context
from macros.render.my_plan import my_plan
from macros.render.right_now import right_now
from macros.render.templates import render
from macros.render.timer import NamedLink, TimerLinks, TimerSafety, render_timer


def term(context: Context, slug: str, text: str = "") -> str:
    """A Markdown link to a term's page; the autolinker gives it its class and its preview."""
    page = context.library.terms[slug]
    return f"[{text or page.title}](/{page.path})"


def timer_safety(library: Library, practice: Practice) -> TimerSafety:
    """The safety texts that stand above Start on `practice`."""
    safety = library.data.safety
    return TimerSafety(
        stop_rule=safety.stop_rule,
        lines=safety.lines(practice.risks),
        ways_out=safety.ways_out,
        feels_worse=safety.feels_worse,
    )


def _outward(library: Library, practice: Practice) -> list[Practice]:
    """Practices other than `practice` that ground without breath or attention to the body."""
    return [
        other
        for other in library.practices.values()
        if other.group == "grounding"
        and not {"breath", "body-focus"} & set(other.risks)
        and other is not practice
    ]


def timer_links(library: Library, href: Callable[[str], str], practice: Practice) -> TimerLinks:
    """Addresses a timer needs, through `href`, which makes them relative to where it stands."""
    outward = _outward(library, practice)
    related = [library.practices[slug] for slug in practice.related if slug in library.practices]
    others = [other for other in (*related, *outward) if other.group != practice.group]

    def named(page: Practice) -> NamedLink:
        return NamedLink(page.title, href(page.url))

    return TimerLinks(
        practice=href(practice.url),
        safety=href("help/using-this-site-safely/"),
        help=href("help/"),
        embed=href(embed_url(practice.slug)),
        practices=href("practices/"),
        pacers=href("assets/pacers.css"),
        journal=href("tools/journal/"),
        plan=href("tools/four-week-start/"),
        other=named(others[0]) if others else NamedLink("Another practice", href("practices/")),
        outward=tuple(named(page) for page in outward[:3]),
    )


def practice_timer(context: Context, slug: str = "") -> str:
    """The timer of a practice, whole and readable without scripts; without a name, that of the page
    itself."""
    practice = context.library.practices[slug or context.page.slug]
    return render_timer(
        practice,
        timer_safety(context.library, practice),
        timer_links(context.library, context.href, practice),
    )


def offline_copy(context: Context) -> str:
    """The copy on this device: its size, its state and its buttons, and the site as one file to download."""
    links = {"root": context.href("").rstrip("/"), "about": context.href("tools/offline/")}
    return render("offline-copy/offline-copy.html", **links, full=True, quiet=False)


def my_practices(context: Context) -> str:
    """Favourites and the last practice used, on the reader's device; off until asked for."""
    return render("my-practices/my-practices.html")


MACRO_FUNCTIONS: dict[str, Callable[..., str]] = {
    "practice_timer": practice_timer,
    "practice_drawing": practice_drawing.practice_drawing,
    "practice_card": lists.practice_card,
    "practice_index": lists.practice_index,
    "practice_finder": finder.practice_finder,
    "private_notes": notes.private_notes,
    "notes_sheet": notes.notes_sheet,
    "worksheet": worksheet.worksheet,
    "short_way": worksheet.short_way,
    "right_now": right_now,
    "my_plan": my_plan,
    "my_practices": my_practices,
    "four_week_plan": four_week.four_week_plan,
    "four_week_reminders": four_week.four_week_reminders,
    "boundary_builder": boundary.boundary_builder,
    "diagram": diagrams.diagram,
    "picture": pictures.picture,
    "evidence_map": evidence_map.evidence_map,
    "evidence_map_link": evidence_map.evidence_map_link,
    "term": term,
    "glossary_index": lists.glossary_index,
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
    "news": news.news,
    "pages_checked": news.pages_checked,
    "make_it_fit": lists.make_it_fit,
    "see_also": term_lists.see_also,
    "page_terms": term_lists.page_terms,
    "mentioned_in": term_lists.mentioned_in,
    "guide_path": lists.guide_path,
    "tool_cards": lists.tool_cards,
    "doors": lists.doors,
    "popular": labels.popular,
    "claim_list": labels.claim_list,
    "list_filter": lists.list_filter,
    "body_signals": body_signals.body_signals,
    "print_packs": print_pack.print_packs,
    "booklet": print_pack.booklet,
    "print_sheets": print_pack.print_sheets,
    "data_files": open_data.data_files,
}
