"""What machines read: open data with schemas, feed, sitemap, search description, robots."""

import json
from pathlib import Path
from xml.etree import ElementTree as Tree

import pytest
from jsonschema import Draft202012Validator, ValidationError

from macros.content.library import Library
from tests.conftest import ADDRESS, ROOT

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NAMES = ("glossary", "practices", "sources")


def schema(site: Path, name: str) -> Draft202012Validator:
    """The published schema of a data file, itself checked."""
    document = json.loads((site / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(document)
    return Draft202012Validator(document)


@pytest.mark.parametrize("name", NAMES)
def test_the_data_are_what_their_schema_says(site: Path, name: str) -> None:
    record = json.loads((site / f"{name}.json").read_text(encoding="utf-8"))
    schema(site, name).validate(record)
    entries = next(value for value in record.values() if isinstance(value, list))
    del entries[0]["id"]
    with pytest.raises(ValidationError, match="'id' is a required property"):  # control
        schema(site, name).validate(record)


def test_every_term_practice_and_source_is_there_with_addresses_that_exist(
    site: Path, library: Library
) -> None:
    terms, practices, sources = (
        json.loads((site / f"{name}.json").read_text(encoding="utf-8"))[list_name]
        for name, list_name in (("glossary", "terms"), ("practices", "practices"), ("sources", "sources"))
    )
    assert [term["id"] for term in terms] == list(library.terms)
    assert [practice["id"] for practice in practices] == list(library.practices)
    assert [source["id"] for source in sources] == list(library.data.sources)
    urls = [practice[name] for practice in practices for name in ("url", "embed")]
    urls += [url for source in sources for url in source["cited_on"]]
    assert all((site / url.removeprefix(ADDRESS) / "index.html").is_file() for url in urls)


def test_every_field_of_the_glossary_is_documented(site: Path) -> None:
    record = json.loads((site / "glossary.json").read_text(encoding="utf-8"))
    words = (ROOT / "docs/contributing/glossary.md").read_text(encoding="utf-8")
    assert [name for name in [*record, *record["terms"][0]] if f"`{name}`" not in words] == []


def test_the_feed_has_what_readers_of_feeds_need(site: Path, library: Library) -> None:
    feed = Tree.parse(site / "feed.xml").getroot()
    assert {f"{ATOM}title", f"{ATOM}id", f"{ATOM}updated", f"{ATOM}author"} <= {child.tag for child in feed}
    entries = feed.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert 50 < len(entries) <= 100
    assert len(set(ids)) == len(ids)
    days = [str(entry.findtext(f"{ATOM}updated")) for entry in entries]
    assert days == sorted(days, reverse=True)
    for entry in entries:
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert (site / link.attrib["href"].removeprefix(ADDRESS) / "index.html").is_file()
        assert entry.findtext(f"{ATOM}title")


def test_the_sitemap_holds_the_day_a_page_was_checked(site: Path, library: Library) -> None:
    days = {
        str(url.findtext(f"{SITEMAP}loc")): url.findtext(f"{SITEMAP}lastmod")
        for url in Tree.parse(site / "sitemap.xml").getroot()
    }
    for page in library.pages.values():
        shown = days[f"{ADDRESS}{page.url}"]
        assert shown == (page.reviewed.isoformat() if page.reviewed else None), page.path


def test_a_browser_finds_the_feed_and_the_search(site: Path) -> None:
    home = (site / "index.html").read_text(encoding="utf-8")
    for kind, name in (
        ("application/atom+xml", "feed.xml"),
        ("application/opensearchdescription+xml", "opensearch.xml"),
    ):
        assert kind in home
        assert (site / name).is_file()
    template = Tree.parse(site / "opensearch.xml").find(".//{*}Url")
    assert template is not None
    assert template.attrib["template"] == f"{ADDRESS}#search={{searchTerms}}"
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")
