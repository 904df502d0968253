"""Rules on citations and caveats: a source is cited for what it says, and not for what nobody knows."""

import re
from collections.abc import Iterator

from macros.content.cited import cited_sentences
from macros.content.library import Library
from macros.content.problem import Problem

# What a clause says when all it says is that something is not known.
_UNKNOWN = re.compile(
    r"\b(?:cannot|can't|can not|could not|do(?:es)? not|do(?:es)?n't) (?:yet |even )?"
    r"(?:show|say|tell|prove|settle|set|test|measure|study|rule out|see what)\b"
    r"|\bdid(?: not|n't) (?:test|measure|study|look at)\b"
    r"|^(?:that|this|it) (?:alone )?(?:does not|doesn't) mean\b"
    r"|\b(?:was|were|is|are|been|has|have) (?:not|never)(?: yet)?(?: been)? "
    r"(?:tested|studied|measured|known|shown to|looked at|proof)\b"
    r"|\bno (?:tested )?(?:stud(?:y|ies)|trials?|tests?|instruments?)\b"
    r"|\b(?:nobody|no one) (?:\w+ )?(?:knows|can say|has (?:yet )?(?:tested|studied|measured|agreed))"
    r"|\b(?:un|not )known\b|\buntested\b|\bgives? no ground\b|\b(?:lacks?|without) tests\b"
    r"|\b(?:not|and no|is no) (?:a )?(?:causes?|proof|test)\b",
    re.IGNORECASE,
)
# What is ours wherever it stands: no source can say what we hold, or what came after it.
_OURS = re.compile(
    r"\bwe (?:found|find|know of|hold|have (?:found|read|seen)) no\b|\bwe have not (?:read|seen|found)\b"
    r"|\blater (?:studies|work|research|trials) (?:find|finds|found)\b|\bgives? no ground\b",
    re.IGNORECASE,
)
_ATTRIBUTED = re.compile(
    r"\b(?:authors?|reviewers?|reviews?|researchers?|experts?|critics?|specialists?|group|team|guidelines?|panel|paper"
    r"|stud(?:y|ies)|trial|page|report|survey|NICE|NHS|VA|he|she|they|it)\b(?: \w+){0,6}? "
    r"(?:says?|said|writes?|wrote|calls?|called|warns?|warned|notes?|noted|founds?|finds?|saw|sees?|concludes?|concluded"
    r"|adds?|added|thinks?|holds?|judges?|judged|agrees?|agreed|asks?|lists?)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:cannot|can't|not|n't|never)(?: \w+)? (?:say|see|find|test|show|tell|hold)\b", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"[;:]\s+|,\s+|\s+(?:and|but|yet)\s+(?=(?:it|that|they|this|these|none|no|nobody|does|did|was|were|cannot)\b)"
)
# A clause that only leads in, or only says what kind of study it was.
_LEADING = re.compile(
    r"^(?:and |but |so |yet )?(?:why|how|whether|what|when|where|if)\b"
    r"|^(?:and |but |so |yet )?(?:for|in|with|on|of|to|by|here)(?: \S+){1,4}$"
    r"|^(?:and |but |so |yet )?(?:both|that|this|these|they|it|most of this|the links?)\b"
    r"(?: \w+){0,2}? (?:is|are|was|were|shows?) (?:only |mostly |a |two |one )*"
    r"(?:links?|definition|model|picture|teaching|opinions?|surveys?|snapshot|theory|advice|laboratory)\b",
    re.IGNORECASE,
)


def cited_caveat(library: Library, path: str) -> Iterator[Problem]:
    """No citation stands on a sentence that only says what is not known, unless it says so of the authors."""
    if path.startswith("contributing/"):
        return
    document = library.documents[path]
    for sentence in cited_sentences(document):
        if sentence.sources and not sentence.figure and says_only_what_is_unknown(sentence.words):
            said = sentence.words if len(sentence.words) <= 60 else f"{sentence.words[:57]}..."
            message = f"'{said}' says what is not known, and cites {', '.join(sentence.sources)}."
            hint = "Say it in a sentence of its own, uncited, or say who says so ('the authors say')."
            yield document.problem(sentence.line, message, hint)


def says_only_what_is_unknown(words: str) -> bool:
    """Whether a sentence says nothing but that something is not known, and does not say it of the authors."""
    if _OURS.search(words):
        return True
    if _ATTRIBUTED.search(_DENIED.sub("", words)):
        return False
    clauses = [clause.strip(' .!?"') for clause in _CLAUSE.split(words) if clause and clause.strip(' .!?"')]
    unknown = [clause for clause in clauses if _UNKNOWN.search(clause)]
    return bool(unknown) and all(clause in unknown or _LEADING.search(clause) for clause in clauses)


MUST = (cited_caveat,)
