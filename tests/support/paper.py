"""Pages on paper: the words of each sheet that a browser prints, read from its PDF by pypdf."""

import io

from playwright.sync_api import Page
from pypdf import PageObject, PdfReader

SIZES = ("A4", "Letter")


def sheets(page: Page, size: str = "A4") -> list[PageObject]:
    """The sheets on which a page is printed, its typefaces loaded; `size` is "A4" or "Letter"."""
    page.evaluate("document.fonts.ready")
    return list(PdfReader(io.BytesIO(page.pdf(format=size))).pages)


def printed(page: Page, size: str = "A4") -> str:
    """All text of a printed page on one line."""
    return " ".join(" ".join(sheet.extract_text() for sheet in sheets(page, size)).split())


def squeezed(text: str) -> str:
    """Letters and digits alone: a PDF has no reliable spaces, and print sets other quotation marks."""
    return "".join(letter for letter in text if letter.isalnum())
