"""Files of the site that no page stands for: styles, data, a feed, bare timers, sheets, old addresses."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as Tree

from macros.content.addresses import embed_url, sheet_urls
from macros.content.library import Library, TermLinks
from macros.content.model import Practice
from macros.render.context import relative
from macros.render.feed import feed
from macros.render.functions import main_numbers
from macros.render.open_data import open_data
from macros.render.pacer import pacer_css
from macros.render.print_card import SheetFrame, packs, print_card, print_pack
from macros.render.templates import render
from macros.render.timer import embed_page, timer_links, timer_safety

SEARCH_NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
VALID_DAYS = 364  # RFC 9116 asks for less than a year


def extra_files(links: TermLinks, address: str, site_name: str) -> dict[str, str]:
    """Text of each file by its path below the site's root; `address` is the site's own, or empty.

    `links` are those of the finished pages, for the glossary's data.
    """
    library = links.library
    files = {"assets/pacers.css": pacer_css(library.practices.values()), **open_data(links, address)}
    if address:
        # Everything may be read; where the sitemap is. Read by crawlers only at the root of a host.
        files["robots.txt"] = f"User-agent: *\nAllow: /\n\nSitemap: {address}sitemap.xml\n"
        files["opensearch.xml"] = opensearch_xml(address, site_name)
        files["feed.xml"] = feed(library, address, site_name)
    if library.data.redirects:
        files["_redirects"] = redirects_file(library.data.redirects, address)
    return files | {
        f"{folder}index.html": html for folder, html in _bare_pages(library, address, site_name).items()
    }


def _bare_pages(library: Library, address: str, site_name: str) -> dict[str, str]:
    """Pages without the frame by their folder: one that leads on for each old address, packs, and for each
    practice its timer alone, its sheet and its large print."""
    frame = SheetFrame(site_name, address, main_numbers(library.countries.values()))
    pages = {old: _moved(library, frame, old, new) for old, new in library.data.redirects.items()}
    for pack in packs(library):
        pages[pack.url] = print_pack(library, pack, frame, partial(relative, pack.url))
    for practice in library.practices.values():
        pages |= _practice_pages(library, practice, frame)
    return pages


def _moved(library: Library, frame: SheetFrame, old: str, new: str) -> str:
    href = relative(old, new)
    title = next(page.title for page in library.pages.values() if page.url == new)
    canonical = f"{frame.site_url}{new}" if frame.site_url else href
    words = {"title": title, "canonical": canonical, "site_name": frame.site_name}
    return render("redirect-page/redirect-page.html", href=href, **words)


def _practice_pages(library: Library, practice: Practice, frame: SheetFrame) -> dict[str, str]:
    safety, timer = timer_safety(library, practice), embed_url(practice.slug)
    standard, large = sheet_urls(practice.slug)
    links = timer_links(library, partial(relative, timer), practice)
    return {
        timer: embed_page(practice, safety, links, frame.site_url),
        standard: print_card(practice, safety, frame, partial(relative, standard)),
        large: print_card(practice, safety, frame, partial(relative, large), large=True),
    }


def redirects_file(redirects: Mapping[str, str], address: str) -> str:
    """`_redirects` for hosts of static files, which pass on what stands behind "?".

    A page stands at the old address too, for all other hosts; Netlify serves that first.
    """
    root = urlsplit(address).path or "/"
    return "".join(f"/{old} {root}{new} 301\n" for old, new in redirects.items())


def opensearch_xml(address: str, site_name: str) -> str:
    """The description that lets a browser search this site from its own address bar (OpenSearch 1.1)."""
    root = Tree.Element("OpenSearchDescription", {"xmlns": SEARCH_NAMESPACE})
    for tag, text in (
        ("ShortName", site_name[:16]),
        ("Description", f"Search {site_name}"),
        ("InputEncoding", "UTF-8"),
        ("Language", "en-GB"),
    ):
        Tree.SubElement(root, tag).text = text
    Tree.SubElement(root, "Image", {"type": "image/svg+xml"}).text = f"{address}assets/images/favicon.svg"
    Tree.SubElement(root, "Url", {"type": "text/html", "template": f"{address}#search={{searchTerms}}"})
    return Tree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def security_txt(address: str, contact: str, today: date) -> str:
    """Where to report a fault in confidence (RFC 9116); valid for less than a year from `today`.

    It counts at the root of the host alone: a site below a path has to have it moved there.
    """
    expires = today + timedelta(days=VALID_DAYS)
    return (
        f"Contact: mailto:{contact}\n"
        f"Expires: {expires.isoformat()}T00:00:00Z\n"
        "Preferred-Languages: en\n"
        f"Canonical: {urljoin(address, '/.well-known/security.txt')}\n"
    )
