"""Which letters a typeface of the site lacks."""

from functools import cache

from PIL import ImageFont

from macros.render.share_image import FONTS


@cache
def _has(face: str, letter: str) -> bool:
    return letter.isspace() or ImageFont.truetype(FONTS / face, 40).getmask(letter).getbbox() is not None


def missing(face: str, words: str) -> set[str]:
    """The letters of `words` for which a face, a file's name in `docs/assets/fonts`, draws nothing."""
    return {letter for letter in set(words) if letter.isprintable() and not _has(face, letter)}
