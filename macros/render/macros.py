"""The macros by name: each takes the page's context and what the author wrote."""

from collections.abc import Callable

from macros.content.data_files import HIGH, WIDE
from macros.render import glossary, lists, pictures, print_card, timer
from macros.render.context import Context
from macros.render.open_data import FILES
from macros.render.templates import render

Macro = Callable[..., str]


def component(template: str, *, home: str = "", **values: object) -> Macro:
    """A macro that needs no Python: the template of a component takes all it shows from the context and from
    the `arguments` that the author wrote.

    One that speaks of its own page raises TypeError where that is not of the kind `home`.
    """

    def macro(context: Context, *arguments: str) -> str:
        if home and context.page.kind != home:
            raise TypeError(f"It stands only on the page of a {home}.")
        return render(template, context=context, arguments=arguments, **values)

    return macro


def term(context: Context, slug: str, text: str = "") -> str:
    """A Markdown link to a term's page; the autolinker gives it its class and its preview."""
    page = context.library.terms[slug]
    return f"[{text or page.title}](/{page.path})"


def evidence(context: Context, sure: str = "", big: str = "", size: str = "") -> str:
    """How sure we are of a claim, in words and squares; without arguments that of the page's practice, with
    what is and is not known.

    `big` names the size of the effect where it is known, and `size` says it in a number that a reader can
    picture: `Some evidence, small effect: about 2 points on a scale of 0 to 40`.
    """
    if not sure:
        return component("evidence-label/evidence-panel.html", home="practice")(context)
    return render("evidence-label/evidence-label.html", context=context, sure=sure, big=big, size=size)


MACRO_FUNCTIONS: dict[str, Macro] = {
    "practice_timer": timer.practice_timer,
    "practice_drawing": pictures.practice_drawing,
    "practice_card": lists.practice_card,
    "practice_index": component("practice-index/practice-index.html"),
    "practice_finder": component("practice-finder/practice-finder.html"),
    "private_notes": component("private-notes/private-notes.html"),
    "notes_sheet": component("notes-sheet/notes-sheet.html"),
    "worksheet": component("worksheet/worksheet.html"),
    "short_way": component("short-way/short-way.html"),
    "right_now": component("right-now/right-now.html"),
    "my_plan": component("my-plan/my-plan.html"),
    "my_practices": component("my-practices/my-practices.html"),
    "four_week_plan": component("four-week-plan/four-week-plan.html"),
    "four_week_reminders": component("four-week-start/four-week-start.html"),
    "boundary_builder": lists.boundary_builder,
    "diagram": pictures.diagram,
    "picture": pictures.picture,
    "evidence_map": component("evidence-map/evidence-map.html"),
    "evidence_map_link": component("evidence-map/evidence-map-link.html"),
    "term": term,
    "glossary_index": glossary.glossary_index,
    "cite": Context.cite,
    "figure": component("citation/figure.html"),
    "sources": component("source-list/source-list.html"),
    "evidence": evidence,
    "evidence_key": component("evidence-label/evidence-key.html"),
    "evidence_index": component("evidence-index/evidence-index.html"),
    "evidence_names": component("evidence-index/evidence-names.html"),
    "safety": component("safety-note/safety-note.html"),
    "stop_rule": component("safety-note/stop-rule.html"),
    "safety_sources": component("safety-note/safety-sources.html"),
    "red_flags": lists.red_flags,
    "feels_worse": component("feels-worse/feels-worse.html"),
    "offline_copy": component("offline-copy/whole-words.html"),
    "country_lines": component("help-lines/country.html", home="country"),
    "help_country": component("help-country/help-country.html"),
    "help_countries": component("help-countries/help-countries.html"),
    "help_lines": component("help-lines/by-country.html"),
    "help_finders": component("help-lines/finders.html"),
    "emergency_numbers": component("help-numbers/help-numbers.html"),
    "corrections": component("correction-log/correction-log.html"),
    "news": component("whats-new/whats-new.html"),
    "pages_checked": component("whats-new/pages-checked.html"),
    "make_it_fit": component("fit-list/fit-list.html", home="practice"),
    "see_also": component("related-list/related-list.html", home="practice"),
    "page_terms": component("related-list/page-terms.html"),
    "mentioned_in": component("mentioned-in/mentioned-in.html", home="term"),
    "guide_path": lists.guide_path,
    "tool_cards": lists.tool_cards,
    "doors": lists.doors,
    "popular": component("popular-claim/popular-claim.html"),
    "claim_list": component("popular-claim/claim-list.html"),
    "list_filter": component("list-filter/list-filter.html"),
    "body_signals": component("body-signals/body-signals.html", wide=WIDE, high=HIGH),
    "print_packs": component("print-card/packs.html", packs=print_card.packs),
    "booklet": component("booklet/booklet.html"),
    "print_sheets": component("print-card/sheets.html"),
    "data_files": component("data-files/data-files.html", files=FILES),
}
