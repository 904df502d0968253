"""Evidence labels, safety notes and quoted popular claims: short shared marks."""

from macros.content.library import CLAIMS
from macros.content.model import Practice
from macros.render.context import Context
from macros.render.references import cite
from macros.render.templates import render

FILLED = {"good": 4, "some": 3, "little": 2, "untested": 0, "disputed": 0}


def label(context: Context, sure: str, big: str = "", size: str = "") -> str:
    """How sure we are in words, with squares filled to match: `Little evidence`.

    `big` names the size of the effect where it is known, and `size` says it in a number that a reader can
    picture: `Some evidence, small effect: about 2 points on a scale of 0 to 40`.
    """
    choices = {"sure": context.words["sure"][sure], "big": context.words["big"].get(big), "size": size}
    return render("evidence-label/evidence-label.html", filled=FILLED[sure], **choices)


def evidence(context: Context, sure: str = "", big: str = "", size: str = "") -> str:
    """The label of a claim; without arguments that of the page's practice, with what is and is not known."""
    if sure:
        return label(context, sure, big, size)
    practice = context.page
    if not isinstance(practice, Practice):
        raise TypeError(f"{context.path}: evidence() without arguments stands only on a practice's page.")
    shown = label(context, practice.sure, practice.big, practice.size)
    return render("evidence-label/evidence-panel.html", context=context, label=shown)


def safety(context: Context, *risks: str) -> str:
    """The safety lines of `risks`, each once, with the way to help."""
    risks_by_name = context.library.data.safety.risks
    lines = dict.fromkeys(line.words for risk in risks for line in risks_by_name[risk].lines)
    return render("safety-note/safety-note.html", context=context, lines=lines, abuse="people" in risks)


def safety_sources(context: Context) -> str:
    """Every safety line with what its sources say; a line without a source is called a precaution."""
    return render("safety-note/safety-sources.html", context=context, cite=cite)


def popular(_: Context, text: str) -> str:
    """A popular claim, quoted only to correct it."""
    return render("popular-claim/popular-claim.html", text=text, id=claim_id(text))


def claim_id(text: str) -> str:
    """The id under which a popular claim stands on its page: `claim-reset-your-vagus-nerve`."""
    letters = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in text.casefold())
    return "-".join(["claim", *letters.split()])


def claim_list(context: Context, name: str) -> str:
    """The claims of the page `name` of popular claims, each leading to what can be said about it."""
    claims = context.library.claim_pages[name]
    values = {"page": f"{CLAIMS}{name}/", "claims": claims, "claim_id": claim_id}
    return render("popular-claim/claim-list.html", context=context, **values)
