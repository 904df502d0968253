"""Every address of the site, known before it is built."""

from pathlib import PurePosixPath

from macros.content.data import REDIRECTS
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
    site = dict.fromkeys(library.data.redirects, REDIRECTS)
    for path, document in library.documents.items():
        slug = PurePosixPath(path).stem
        of_practice = (embed_url(slug), *sheet_urls(slug)) if kind_of(path) == "practice" else ()
        site |= dict.fromkeys((url_of(path), *of_practice), document.path)
    firsts = {moment.first for moment in library.data.vocabulary.get("moments", {}).values()}
    packs = {practice.group for practice in library.practices.values()}
    packs |= {STARTER} if firsts & set(library.practices) else set()
    return site | dict.fromkeys(map(pack_url, packs), "docs/_data/vocabulary.yml")
