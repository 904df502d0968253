"""What a text claims and what it promises: words that need a citation, words that we do not use."""

import re
from collections.abc import Iterator

from macros.content.prose import plain

AVOID: tuple[tuple[str, str], ...] = (
    (r"\b(?:heal|fix|reset|rewire)\w* (?:your|the) (?:nervous system|brain|vagus\w*)\b", "settle; recover"),
    (r"\brewir(?:e|es|ed|ing)\b", "practices get easier with repetition"),
    (r"\bresets? (?:your|you|the)\b", "a short rest; settle"),
    (r"\bdetox\w*\b", "name what really changes, or leave it out"),
    (r"\b(?:release|discharge)s? (?:stored |the |your )*trauma\b", "trauma can show up in the body"),
    (r"\bunlock(?:s|ed|ing)?\b", "may help"),
    (r"\b(?:bio)?hack(?:s|ed|ing)?\b", "a simple exercise"),
    (r"\b(?:clinically |scientifically )?proven\b", "in one study of ..."),
    (r"\bcur(?:e|es|ed|ing)\b", "may ease; is treated with"),
    (r"\balways (?:works?|helps?|calms?|heals?|settles?)\b", "may help; many people find"),
    (r"\bguaranteed?\b", "may help"),
    (r"\bmiracle\w*\b", "leave it out"),
    (r"\btoxins?\b", "leave it out"),
    (r"\bjust (?:relax|breathe|calm down)\b", "if you like, ..."),
)
_PEOPLE = "(?:people|adults|students|women|men|patients|children|employees)"
_CLAIM = re.compile(
    r"\d+(?:\.\d+)?\s?%|\bper ?cent\b|\b(?:studies|study|trials?|research(?:ers?)?|experiments?|surveys?"
    r"|meta-analys[ei]s|evidence (?:shows|suggests)|been (?:shown|found) to|linked (?:with|to)"
    r"|many people find|increases?|decreases?|reduces?|lowers|raises)\b"
    rf"|\b\d[\d,]* {_PEOPLE}\b|\b(?:one|two|three|\d) in (?:two|three|four|five|six|ten|twenty|\d+)\b",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\bour (?:own )?(?:suggestion|wording|choice|advice|default|number|list|rule|view)"
    r"|\bwe (?:suggest|found no|know of no|have not|did not)"
    r"|\bno (?:\w+ ){0,3}(?:study|studies|trials?|research|evidence|source)\b"
    r"|\bnot (?:been )?(?:tested|studied)\b|\buntested\b",
    re.IGNORECASE,
)
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
_POPULAR = re.compile(r"\{\{\s*popular\(.*?\)\s*\}\}")
_QUESTION = re.compile(r"\?\s*$")


def shown(text: str) -> str:
    """The words of a paragraph that are ours: without markup, and without the popular claims it names."""
    return plain(_POPULAR.sub("", text))


def claim(words: str) -> str:
    """What in `words` makes a claim; "" where nothing does, or it is opinion or a question."""
    phrase = _CLAIM.search(words)
    return phrase.group() if phrase and not _OPINION.search(words) and not _QUESTION.search(words) else ""


def promises(words: str) -> Iterator[tuple[str, str]]:
    """Each phrase to avoid in `words`, with the better wording."""
    for pattern, better in AVOID:
        phrase = re.search(pattern, words, re.IGNORECASE)
        if phrase:
            yield phrase.group(), better


def says_only_what_is_unknown(words: str) -> bool:
    """Whether a sentence says nothing but that something is not known, and does not say it of the authors."""
    if _OURS.search(words):
        return True
    if _ATTRIBUTED.search(_DENIED.sub("", words)):
        return False
    clauses = [clause.strip(' .!?"') for clause in _CLAUSE.split(words) if clause and clause.strip(' .!?"')]
    unknown = [clause for clause in clauses if _UNKNOWN.search(clause)]
    return bool(unknown) and all(clause in unknown or _LEADING.search(clause) for clause in clauses)
