"""Rules on what Markdown would turn into HTML that nothing checks: raw tags, and ids that stand twice."""

import re
from collections.abc import Iterator

from markdown.extensions.toc import slugify

from macros.content.frontmatter import Document
from macros.content.library import Library
from macros.content.problem import Problem
from macros.content.prose import CODE, headings, lines, without_code

_TAG = re.compile(r"</?([a-zA-Z][\w-]*)(?=[\s/>])[^<>]*>")
_WRITTEN = re.compile(r"(?<!\{)\{:? *[^{}\n]*?#([\w-]+)[^{}\n]*\}")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")


def raw_html(library: Library, path: str) -> Iterator[Problem]:
    """No raw HTML in a page: nothing would check its links, ids and words."""
    document = library.documents[path]
    text = without_code(document.body)
    for tag in _TAG.finditer(text):
        number = document.body_line + text.count("\n", 0, tag.start())
        hint = "Write it in Markdown or call its macro; a word in angle brackets goes between `...`."
        yield document.problem(number, f"<{tag[1]}> is raw HTML.", hint)


def unique_ids(library: Library, path: str) -> Iterator[Problem]:
    """No two headings of a page, and no two marks such as { #name }, share an id."""
    document = library.documents[path]
    seen: dict[str, int] = {}
    for line, name in _ids(document):
        first = seen.setdefault(name, line)
        if first != line:
            message = f"the id '{name}' stands on line {first} already: a link to it would lead there."
            yield document.problem(line, message, "Reword the heading, or give it an id of its own.")


def _ids(document: Document) -> Iterator[tuple[int, str]]:
    words = {line: heading for line, _, heading in headings(document)}
    for line, text in lines(document):
        written = _WRITTEN.findall(CODE.sub("", text))
        yield from ((line, name) for name in written)
        if line in words and not written and "{{" not in words[line]:
            yield line, slugify(_LINK.sub(r"\1", words[line]), "-")


MUST = (raw_html, unique_ids)
