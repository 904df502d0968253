"""Evidence labels, safety notes and quoted popular claims: short shared marks."""

from __future__ import annotations

from macros.content.model import Practice
from macros.render.context import Context
from macros.render.templates import render

FILLED = {"strong": 4, "moderate": 3, "early": 2, "untested": 0, "disputed": 0}


def label(context: Context, sure: str, big: str) -> str:
    """The two labels in words, `Early evidence, small effect`, with four squares filled by how sure we are."""
    words = context.library.data.vocabulary
    return render(
        "evidence-label/evidence-label.html",
        sure=words["sure"][sure],
        big=words["big"][big],
        filled=FILLED[sure],
        disputed=sure == "disputed",
    )


def evidence(context: Context, sure: str = "", big: str = "") -> str:
    """Both labels; without arguments those of the practice itself, with what was studied and what is not known."""
    if sure:
        return label(context, sure, big or "unknown")
    practice = context.page
    if not isinstance(practice, Practice):
        raise TypeError(f"{context.path}: evidence() without arguments stands only on a practice's page.")
    shown = label(context, practice.sure, practice.big)
    key = context.href("about/evidence/")
    return render("evidence-label/evidence-panel.html", label=shown, practice=practice, key=key)


def evidence_key(context: Context) -> str:
    """What each label means, in a table."""
    words = context.library.data.vocabulary
    labels = [(label(context, name, "unknown"), choice) for name, choice in words["sure"].items()]
    return render("evidence-label/evidence-key.html", labels=labels, sizes=words["big"].values())


def safety(context: Context, *risks: str) -> str:
    """The safety lines of `risks`, each once, with the way to help."""
    lines = dict.fromkeys(context.library.data.safety.risks[risk].line for risk in risks)
    abuse = context.href("help/domestic-abuse/") if "people" in risks else ""
    return render("safety-note/safety-note.html", lines=lines, abuse=abuse, help=context.href("help/"))


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
    return render("popular-claim/popular-claim.html", text=text)
