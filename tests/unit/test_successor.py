"""The comparison of two builds sees what it is for."""

from tools.successor import Article, differences

PAGE = (
    '<nav id="frame"></nav><article><h2 id="a">A</h2>'
    '<a class="term-link" href="../glossary/freeze/">x</a>{}</article>'
)


def test_what_only_one_build_has_is_a_difference_and_the_frame_is_none() -> None:
    timer = '<practice-timer aria-label="box"></practice-timer>'
    ours = {"x/": PAGE.format(timer), "y/": PAGE.format('<a href="../x/#a">x</a>'), "gone/": ""}
    theirs = {"x/": PAGE.format(""), "y/": '<article><h2 id="b">B</h2><a href="../no/">no</a></article>'}
    sites = [{address: Article(address, text) for address, text in site.items()} for site in (ours, theirs)]
    assert differences(*sites) == [
        "gone/: no such page",
        "x/: lacks timer box",
        "y/: lacks id a",
        "y/: lacks term /glossary/freeze",
        "y/: adds id b",
        "y/: adds link to /no",
    ]
    assert differences(sites[0], sites[0]) == []
