"""Evidence labels, safety notes and quoted popular claims: short shared marks."""

from __future__ import annotations

from markupsafe import Markup

from macros.content.library import CLAIMS
from macros.content.model import Practice
from macros.content.safety_lines import SafetyLine
from macros.render.context import Context
from macros.render.references import cite
from macros.render.templates import render

FILLED = {"good": 4, "some": 3, "little": 2, "untested": 0, "disputed": 0}


def label(context: Context, sure: str, big: str = "", size: str = "") -> str:
    """How sure we are in words, with squares filled to match: `Little evidence`.

    `big` names the size of the effect where it is known, and `size` says it in a number that a reader can
    picture: `Some evidence, small effect: about 2 points on a scale of 0 to 40`.
    """
    words = context.library.data.vocabulary
    return render(
        "evidence-label/evidence-label.html",
        sure=words["sure"][sure],
        big=words["big"].get(big),
        size=size,
        filled=FILLED[sure],
        disputed=sure == "disputed",
    )


def evidence(context: Context, sure: str = "", big: str = "", size: str = "") -> str:
    """The label of a claim; without arguments that of the practice, with what was studied and what is not
    known."""
    if sure:
        return label(context, sure, big, size)
    practice = context.page
    if not isinstance(practice, Practice):
        raise TypeError(f"{context.path}: evidence() without arguments stands only on a practice's page.")
    shown = label(context, practice.sure, practice.big, practice.size)
    key = context.href("about/evidence/")
    return render("evidence-label/evidence-panel.html", label=shown, practice=practice, key=key)


def evidence_key(context: Context) -> str:
    """What each label means, in a table."""
    words = context.library.data.vocabulary
    labels = [(label(context, name), choice) for name, choice in words["sure"].items()]
    return render("evidence-label/evidence-key.html", labels=labels, sizes=words["big"].values())


def safety(context: Context, *risks: str) -> str:
    """The safety lines of `risks`, each once, with the way to help."""
    risks_by_name = context.library.data.safety.risks
    lines = dict.fromkeys(line.words for risk in risks for line in risks_by_name[risk].lines)
    abuse = context.href("help/domestic-abuse/") if "people" in risks else ""
    return render("safety-note/safety-note.html", lines=lines, abuse=abuse, help=context.href("help/"))


def stop_rule(context: Context) -> str:
    """The stop rule, as it stands above Start."""
    return render("safety-note/stop-rule.html", words=context.library.data.safety.stop_rule)


def safety_sources(context: Context) -> str:
    """Every safety line with what its sources say, risk by risk; a line without a source is called a
    precaution."""
    risks = [
        {
            "name": risk.name,
            "title": risk.title,
            "lines": [_explained(context, line) for line in risk.lines],
            "ask_first": [_explained(context, line) for line in risk.ask_first],
        }
        for risk in context.library.data.safety.risks.values()
    ]
    return render("safety-note/safety-sources.html", risks=risks)


def _explained(context: Context, line: SafetyLine) -> dict[str, SafetyLine | Markup]:
    return {"line": line, "notes": Markup(cite(context, *line.sources)) if line.sources else Markup()}


def feels_worse(context: Context) -> str:
    """What to do when a practice makes things worse: the same four lines everywhere."""
    return render(
        "feels-worse/feels-worse.html",
        lines=context.library.data.safety.feels_worse,
        when_not=context.href("help/using-this-site-safely/"),
        help=context.href("help/"),
    )


def popular(context: Context, text: str) -> str:
    """A popular claim, quoted only to correct it."""
    return render("popular-claim/popular-claim.html", text=text, id=claim_id(text))


def claim_id(text: str) -> str:
    """The id under which a popular claim stands on its page: `claim-reset-your-vagus-nerve`."""
    letters = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in text.casefold())
    return "-".join(["claim", *letters.split()])


def claim_list(context: Context, name: str) -> str:
    """The claims of the page `name` of popular claims, each leading to what can be said about it."""
    page = context.href(f"{CLAIMS}{name}/")
    claims = [
        {"text": text, "href": f"{page}#{claim_id(text)}"} for text in context.library.claim_pages[name]
    ]
    return render("popular-claim/claim-list.html", claims=claims)
