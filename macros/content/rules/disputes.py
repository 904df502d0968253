"""Rules on what experts dispute: whoever takes it up cites both sides."""

from collections.abc import Iterator

from macros.content.disputes import Dispute
from macros.content.library import Library
from macros.content.macro_calls import sources_of
from macros.content.model import Practice, Term
from macros.content.problem import Problem


def both_sides(library: Library, path: str) -> Iterator[Problem]:
    """A page that cites one side of a dispute cites the other; the page of a disputed term cites both."""
    page, document, cited = library.pages.get(path), library.documents[path], library.cited(path)
    for dispute in library.data.disputes.values():
        if dispute.taken_up(cited) or (isinstance(page, Term) and page.slug in dispute.terms):
            for side in dispute.missing(cited):
                message = f"the page takes up '{dispute.question}' without the side that says: {side.says}"
                hint = f"Cite one of {', '.join(side.sources)}, or leave the question out."
                yield document.problem(_line(library, path, dispute), message, hint)


def _line(library: Library, path: str, dispute: Dispute) -> int:
    """Where a page first cites a source of the dispute."""
    calls = (call for call in library.calls[path] if set(sources_of(call)) & set(dispute.sources()))
    first = next(calls, None)
    return first.line if first else library.documents[path].body_line


def disputed(library: Library, path: str) -> Iterator[Problem]:
    """Where a page says 'disputed', in a label or a status, it takes up a dispute that the data know."""
    page, document, cited = library.pages.get(path), library.documents[path], library.cited(path)
    all_disputes = library.data.disputes.values()
    listed = any(dispute.taken_up(cited) or not dispute.missing(cited) for dispute in all_disputes)
    labels = (call for call in library.calls[path] if call.name == "evidence")
    lines = [call.line for call in labels if "disputed" in call.arguments]
    if isinstance(page, Practice) and page.sure == "disputed":
        lines.append(document.line_of("sure"))
    if isinstance(page, Term) and page.status == "disputed":
        listed = any(page.slug in dispute.terms for dispute in all_disputes)
        lines.append(document.line_of("status"))
    if lines and not listed:
        hint = "Cite both sides, and list them in docs/_data/disputes.yml."
        yield document.problem(lines[0], "the page says 'disputed', but no known dispute stands on it.", hint)


MUST = (both_sides, disputed)
