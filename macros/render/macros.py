"""The macros by name: each takes the page's context and what the author wrote."""

from collections.abc import Callable

from macros.content.finder import MINUTES
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
    open_data,
    pictures,
    practice_drawing,
    print_pack,
    red_flags,
    references,
    term_lists,
    timer,
)
from macros.render.context import Context
from macros.render.templates import render

Macro = Callable[..., str]


def term(context: Context, slug: str, text: str = "") -> str:
    """A Markdown link to a term's page; the autolinker gives it its class and its preview."""
    page = context.library.terms[slug]
    return f"[{text or page.title}](/{page.path})"


def component(template: str, **values: object) -> Macro:
    """A macro that needs no Python: the template of a component takes all it shows from the context."""

    def macro(context: Context) -> str:
        return render(template, context=context, **values)

    return macro


def list_filter(context: Context, name: str) -> str:
    """The field that narrows the long list `name` (one of macro_calls.FILTERS), printed below it."""
    return render("list-filter/list-filter.html", context=context, name=name)


MACRO_FUNCTIONS: dict[str, Macro] = {
    "practice_timer": timer.practice_timer,
    "practice_drawing": practice_drawing.practice_drawing,
    "practice_card": lists.practice_card,
    "practice_index": lists.practice_index,
    "practice_finder": finder.practice_finder,
    "private_notes": component("private-notes/private-notes.html"),
    "notes_sheet": component("notes-sheet/notes-sheet.html"),
    "worksheet": component("worksheet/worksheet.html", main_numbers=countries.main_numbers),
    "short_way": component("short-way/short-way.html"),
    "right_now": component("right-now/right-now.html"),
    "my_plan": component("my-plan/my-plan.html", facts=finder.facts, minutes=MINUTES),
    "my_practices": component("my-practices/my-practices.html"),
    "four_week_plan": four_week.four_week_plan,
    "four_week_reminders": component("four-week-start/four-week-start.html"),
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
    "evidence_key": component("evidence-label/evidence-key.html"),
    "evidence_index": references.evidence_index,
    "evidence_names": references.evidence_names,
    "safety": labels.safety,
    "stop_rule": component("safety-note/stop-rule.html"),
    "safety_sources": labels.safety_sources,
    "red_flags": red_flags.red_flags,
    "feels_worse": component("feels-worse/feels-worse.html"),
    "offline_copy": component("offline-copy/whole-words.html"),
    "country_lines": countries.country_lines,
    "help_country": countries.help_country,
    "help_countries": countries.help_countries,
    "help_lines": countries.help_lines,
    "help_finders": component("help-lines/finders.html"),
    "emergency_numbers": countries.emergency_numbers,
    "corrections": component("correction-log/correction-log.html"),
    "news": news.news,
    "pages_checked": news.pages_checked,
    "make_it_fit": component("fit-list/fit-list.html"),
    "see_also": term_lists.see_also,
    "page_terms": component("related-list/page-terms.html"),
    "mentioned_in": term_lists.mentioned_in,
    "guide_path": lists.guide_path,
    "tool_cards": lists.tool_cards,
    "doors": lists.doors,
    "popular": labels.popular,
    "claim_list": labels.claim_list,
    "list_filter": list_filter,
    "body_signals": body_signals.body_signals,
    "print_packs": print_pack.print_packs,
    "booklet": print_pack.booklet,
    "print_sheets": print_pack.print_sheets,
    "data_files": component("data-files/data-files.html", files=open_data.FILES),
}
