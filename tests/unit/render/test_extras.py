"""Files that no page stands for: what their standards ask for."""

from datetime import date, timedelta

from macros.render.extras import opensearch_xml, redirects_file, security_txt

ADDRESS = "https://site.example/guide/"


def test_security_txt_has_contact_and_an_end_in_less_than_a_year() -> None:
    today = date(2026, 11, 22)
    lines = dict(line.split(": ", 1) for line in security_txt(ADDRESS, "a@site.example", today).splitlines())
    assert lines["Contact"] == "mailto:a@site.example"
    ends = date.fromisoformat(lines["Expires"][:10])
    assert today < ends < today + timedelta(days=365)
    assert lines["Canonical"] == "https://site.example/.well-known/security.txt"


def test_a_search_names_short_enough_for_the_standard() -> None:
    assert "<ShortName>A very long name</ShortName>" in opensearch_xml(ADDRESS, "A very long name of a site")


def test_hosts_that_read_redirects_are_told_each_with_the_path_of_the_site() -> None:
    moved = {"old/x/": "guides/x/", "gone/": ""}
    assert redirects_file(moved, ADDRESS) == "/old/x/ /guide/guides/x/ 301\n/gone/ /guide/ 301\n"
    assert redirects_file(moved, "").startswith("/old/x/ /guides/x/ 301\n")
