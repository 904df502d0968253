"""Every address of the site, known before it is built."""

from collections.abc import Iterator

from macros.content.library import Library, kind_of
from macros.content.model import url_of

STARTER = "starter"  # the pack of sheets that no group of practices has


def embed_url(slug: str) -> str:
    """Address of a practice's timer alone."""
    return f"embed/{slug}/"


def sheet_urls(slug: str) -> tuple[str, str]:
    """Addresses of a practice's printed sheet and of its large print."""
    return f"print/{slug}/", f"print/{slug}/large/"


def pack_url(name: str) -> str:
    """Address of a pack of sheets: the starter's, or that of a group of practices."""
    return f"print/pack/{name}/"


def addresses(library: Library) -> dict[str, str]:
    """Every address of the site ("guides/x/", the root is ""), and the file that it comes from; those of
    pages that cannot be read too. Two files with one address are named by a rule of their own."""
    return {address: file for file, address in _pairs(library)}


def _pairs(library: Library) -> Iterator[tuple[str, str]]:
    for old in library.data.redirects:
        yield "docs/_data/redirects.yml", old
    for path, document in library.documents.items():
        yield document.path, url_of(path)
        if kind_of(path) == "practice":
            slug = path.rpartition("/")[2].removesuffix(".md")
            yield from ((document.path, url) for url in (embed_url(slug), *sheet_urls(slug)))
    groups = {practice.group for practice in library.practices.values()}
    firsts = {moment.first for moment in library.data.vocabulary.get("moments", {}).values()}
    starters = (STARTER,) if firsts & set(library.practices) else ()
    yield from (("docs/_data/vocabulary.yml", pack_url(name)) for name in (*starters, *sorted(groups)))
