"""How hard a page is to read: words and grade of its prose."""

import re

from macros.content.prose import paragraphs, plain

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")  # "isn't", "self-care" and "0.5" are one each
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)")
_SAID_AS_LETTERS = re.compile(r"\w{1,3}|\w[^AEIOU]*")
_VOWELS = re.compile(r"[aeiouyéèêëï]+")
_SILENT_E = re.compile(
    r"""(?<=[^aeiouy])(?<![^aeiouylr]l)(?:  # after a consonant, save in "settle" and "settled"
            e(?=$|(?:ly|less|ness|ful|ments?|thing|where|body|times?|how|ty)$)  # "time", "safely"
          | (?<![sxzcg])(?<!sh)(?<!ch)e(?=s$)  # "times", and not "pages"
          | (?<![td])e(?=d$))  # "breathed", and not "needed"
      | (?<=guid)e(?=l)  # "guideline"
    """,
    re.VERBOSE,
)
_APART = re.compile(  # a vowel spoken apart from the next one, or a consonant that is a syllable by itself
    r"""(?<![ctsgn])i(?=[aou]) | (?<=[ctsgn])i(?=at|et) | i(?=er|et)  # "period", "anxiety", not "special"
      | (?<![gq])u(?=[ao]) | [aeiouy](?=ing) | (?<=an)y(?=on)  # "usual", "being", not "guard"
      | ^re(?=act|ass|ap) | (?<=cr)e(?=at) | (?<=d|r)e(?=[ao]s?$)  # "react", "create", "idea"
      | (?<=[^aeiouyr])n['’]t$ | (?<=s|h)m(?=s?$)  # "doesn't", "rhythm"
    """,
    re.VERBOSE,
)


def prose(body: str) -> str:
    """The prose of a body of Markdown, a paragraph a line; one without a full stop is given it."""
    texts = (plain(text) for _, text in paragraphs(body))
    return "\n".join(text if text[-1] in ".!?" else f"{text}." for text in texts if text)


def words(body: str) -> int:
    """Number of words of the prose in a body of Markdown."""
    return len(re.findall(r"[\w'’-]+", prose(body)))


def grade(text: str) -> float:
    """Flesch-Kincaid grade of a text, in years of school; 0.0 for a text without words.

    Source: Kincaid, Fishburne, Rogers and Chissom 1975, Derivation of new readability formulas for Navy
    enlisted personnel, Research Branch Report 8-75.
    """
    spelt = _WORD.findall(text)
    if not spelt:
        return 0.0
    spoken = sum(bool(_WORD.search(part)) for part in _SENTENCE_END.split(text))
    return 0.39 * len(spelt) / spoken + 11.8 * sum(map(syllables, spelt)) / len(spelt) - 15.59


def syllables(word: str) -> int:
    """Number of syllables of a word, at least 1, by its spelling: runs of vowels, without a silent e.

    Capital letters are said one by one ("NHS" has 3), save where four or more can be said as a word ("COVID"
    has 2). A number in digits counts as 1.
    """
    return sum(map(_syllables, word.split("-")))


def _syllables(part: str) -> int:
    if part.isupper() and _SAID_AS_LETTERS.fullmatch(part):
        return len(part)
    bare = _SILENT_E.sub("", re.sub(r"['’]s$", "s", part.lower()))
    return max(1, len(_VOWELS.findall(bare)) + len(_APART.findall(bare)))
