"""Modules become few scripts: each after what it imports, what two parts share once, faults named."""

from __future__ import annotations

import pytest

from macros.publish.joining import Joined, join, later_groups, reach
from macros.publish.modules import JoinError, Module, read_module


def graph(**texts: str) -> dict[str, Module]:
    """Modules by their letters: `a="..."` is "a.js"."""
    return {f"{name}.js": read_module(f"{name}.js", text) for name, text in texts.items()}


def joined(**texts: str) -> Joined:
    return join(graph(**texts), "a.js", lambda stem, text: f"{stem}.{len(text)}.js")


def test_each_module_comes_after_what_it_imports_and_once() -> None:
    modules = graph(
        a='import { b } from "./b.js";\nimport { c } from "./c.js";',
        b='import { c } from "./c.js";\nexport const b = c;',
        c="export const c = 1;",
    )
    assert reach(modules, "a.js") == ["c.js", "b.js", "a.js"]


def test_a_circle_is_refused_and_named() -> None:
    modules = graph(a='import { b } from "./b.js";', b='import { a } from "./a.js";\nexport const b = 1;')
    with pytest.raises(JoinError, match=r"a\.js imports b\.js imports a\.js"):
        reach(modules, "a.js")


def test_a_module_that_is_not_there_is_named_with_who_wants_it() -> None:
    with pytest.raises(JoinError, match=r"a\.js imports b\.js, which is not there"):
        joined(a='import { b } from "./b.js";')
    with pytest.raises(JoinError, match=r"b\.js, which is not there"):
        joined(a='import("./b.js");')


def test_a_name_that_nobody_exports_is_refused() -> None:
    with pytest.raises(JoinError, match=r"a\.js imports other from b\.js, which does not export it"):
        joined(a='import { other } from "./b.js";', b="export const one = 1;")


def test_without_later_parts_there_is_one_script_and_nothing_global() -> None:
    made = joined(a='import { b } from "./b.js";\nconsole.log(b);', b="export const b = 1;")
    assert made.later == {}
    assert "siteParts" not in made.main


def test_what_two_later_parts_share_is_a_file_of_its_own_and_comes_first() -> None:
    modules = graph(
        a='import("./b.js");\nimport("./c.js");\nimport { m } from "./m.js";',
        b='import { s } from "./s.js";\nimport { m } from "./m.js";',
        c='import { s } from "./s.js";',
        s="export const s = 1;",
        m="export const m = 1;",
    )
    assert later_groups(modules, reach(modules, "a.js")) == {
        frozenset({"b.js", "c.js"}): ["s.js"],
        frozenset({"b.js"}): ["b.js"],
        frozenset({"c.js"}): ["c.js"],
    }


def test_a_part_inside_a_later_part_is_found() -> None:
    made = joined(a='import("./b.js");', b='import("./c.js");', c="export const c = 1;")
    assert [name.split(".")[0] for name in made.later] == ["b", "c"]


def test_the_same_modules_make_the_same_scripts() -> None:
    texts = {
        "a": 'import("./b.js");\nimport { m } from "./m.js";',
        "b": "export const b = 1;",
        "m": "export const m = 1;",
    }
    assert joined(**texts) == joined(**texts)
