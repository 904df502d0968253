"""From a strict document to a frozen object of the model; a problem for every field that does not fit."""

from macros.content.country import Country
from macros.content.fields import Lists, Spec, specs_of
from macros.content.frontmatter import Document
from macros.content.model import Guide, Page, PlainPage, Practice, Term
from macros.content.problem import Problem
from macros.content.records import read_fields

KINDS: dict[str, type[Page]] = {
    "page": PlainPage,
    "guide": Guide,
    "practice": Practice,
    "term": Term,
    "country": Country,
}


def fields_of(kind: str, lists: Lists) -> dict[str, Spec]:
    """The fields that an author may write on a kind of page, one of KINDS."""
    return specs_of(KINDS[kind], lists)


def parse(document: Document, kind: str, lists: Lists) -> tuple[Page | None, list[Problem]]:
    """The page of a kind (one of KINDS) as an object of the model, or None with what prevented it."""
    values, problems = read_fields(document.path, document.fields, fields_of(kind, lists))
    if problems:
        return None, problems
    path = document.path.removeprefix("docs/")
    slug = path.rsplit("/", 1)[-1].removesuffix(".md")
    if kind == "term":
        values["summary"] = values["short"]
    values |= {"path": path, "slug": slug, "kind": kind}
    return KINDS[kind](body=document.body, body_line=document.body_line, **values), []
