"""The sentences of a page with the sources that each of them cites, as an author wrote them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.content.frontmatter import Document
from macros.content.macro_calls import CALL, calls, sources_of
from macros.content.prose import plain
from macros.content.shown import prose_texts

# A sentence ends at its stop, with the quotation marks, brackets and macro calls that follow without a space.
# A stop inside a macro call ends none.
_SENTENCE = re.compile(
    rf"(?:{CALL.pattern}|.)+?(?:[.!?][\"'*)\u2019\u201d]*(?:{CALL.pattern})*(?=\s|$)|$)", re.DOTALL
)


@dataclass(frozen=True)
class CitedSentence:
    """A sentence: its file, its paragraph's line, its words, its sources, whether it prints a figure."""

    path: str
    line: int
    words: str
    sources: tuple[str, ...]
    figure: bool = False


def cited_sentences(document: Document) -> Iterator[CitedSentence]:
    """Every sentence of a page's paragraphs and list items, in order, with or without sources."""
    for text in prose_texts(document):
        sentences = (match[0].strip() for match in _SENTENCE.finditer(text.words))
        for sentence in filter(None, sentences):
            called = list(calls(sentence))
            keys = tuple(dict.fromkeys(key for call in called for key in sources_of(call)))
            figure = any(call.name == "figure" for call in called)
            yield CitedSentence(text.path, text.line, plain(sentence), keys, figure)
