"""Pages about controlling or unsafe people carry the button that leaves quickly, and only those."""

from pathlib import Path

from macros.content.library import Library

# Pages that must have it, whatever their front matter says one day.
UNSAFE = {
    "glossary/appeasement/",
    "glossary/coercive-control/",
    "glossary/fawn/",
    "glossary/gaslighting/",
    "glossary/tonic-immobility/",
    "glossary/trauma-bonding/",
    "guides/when-a-boundary-is-not-safe/",
    "guides/when-the-danger-is-real/",
    "help/domestic-abuse/",
    "help/sexual-violence/",
}


def with_exit(site: Path) -> set[str]:
    """Addresses of the finished pages that print the button."""
    pages = (
        page
        for page in site.rglob("index.html")
        if '<exit-page class="exit-page">' in page.read_text("utf-8")
    )
    return {f"{page.parent.relative_to(site).as_posix()}/" for page in pages}


def test_every_page_that_declares_the_button_prints_it_and_no_other_does(
    site: Path, library: Library
) -> None:
    assert with_exit(site) == {page.url for page in library.pages.values() if page.quick_exit}


def test_pages_about_unsafe_people_have_it(site: Path) -> None:
    assert with_exit(site) >= UNSAFE
