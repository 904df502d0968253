"""Where an address leads, and names that follow the content."""

import pytest

from macros.publish.assets import file_of, hashed_name, root_of, swapped


@pytest.mark.parametrize(
    ("page", "address", "root", "path"),
    [
        ("index.html", "assets/a.css", "", "assets/a.css"),
        ("guides/x/index.html", "../../assets/a.css?v=1#b", "", "assets/a.css"),
        ("404.html", "/guide/assets/a.css", "/guide/", "assets/a.css"),
        ("404.html", "/assets/a.css", "", "assets/a.css"),
        ("index.html", "https://elsewhere.example/assets/a.css", "", None),
        ("index.html", "//elsewhere.example/a.css", "", None),
        ("index.html", "../outside.css", "", None),
        ("index.html", "#part", "", None),
    ],
)
def test_an_address_leads_to_a_path_below_the_folder(
    page: str, address: str, root: str, path: str | None
) -> None:
    assert file_of(page, address, root) == path


def test_a_name_follows_the_content() -> None:
    assert hashed_name("assets/a.min.js", b"x") == "assets/a.min.2d711642.js"
    assert hashed_name("assets/a.min.js", b"y") != hashed_name("assets/a.min.js", b"x")


def test_the_root_is_read_from_a_page_that_names_it() -> None:
    assert root_of('<link href="/guide/assets/a.css">') == "/guide/"
    assert root_of('<link href="../assets/a.css">') == ""


def test_a_new_name_keeps_the_way_to_it() -> None:
    assert swapped("../../assets/a.css", "assets/a.css", "assets/a.1.css") == "../../assets/a.1.css"
