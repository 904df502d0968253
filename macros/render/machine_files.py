"""Small files that machines look for by name: robots.txt, opensearch.xml, security.txt, _redirects."""

from collections.abc import Mapping
from datetime import date, timedelta
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as Tree

SEARCH_NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
VALID_DAYS = 364  # RFC 9116 asks for less than a year


def robots_txt(address: str) -> str:
    """Everything may be read; where the sitemap is. Read by crawlers only at the root of a host."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {address}sitemap.xml\n"


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
