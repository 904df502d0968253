"""One module is read as it is written, and what the joiner does not know is refused with its line."""

from __future__ import annotations

import pytest

from macros.publish.modules import JoinError, read_module

PATH = "components/a/a.js"


def test_imports_and_exports_are_taken_out_and_the_rest_stays() -> None:
    module = read_module(
        PATH,
        'import Whole from "../b/b.js";\nimport {\n  one,\n  two as second,\n} from "./c.js";\nimport "./d.js";\n\n'
        "export const three = one + second;\nexport async function four() {}\nexport class Five {}\nconst six = 6;\n"
        "export { six, three as third };\n",
    )
    assert module.imports == (
        ("components/b/b.js", {"Whole": "default"}),
        ("components/a/c.js", {"one": "one", "second": "two"}),
        ("components/a/d.js", {}),
    )
    assert module.exports == {"three": "three", "four": "four", "Five": "Five", "six": "six", "third": "three"}
    assert module.body == ("const three = one + second;\nasync function four() {}\nclass Five {}\nconst six = 6;")


def test_what_is_brought_later_is_marked_with_its_path() -> None:
    module = read_module(PATH, 'const later = () => import("../b/b.js");')
    assert module.dynamic == ("components/b/b.js",)
    assert module.body == 'const later = () => parts.bring("components/b/b.js");'


def test_examples_in_comments_are_no_code_and_a_licence_stays() -> None:
    text = '/** @param {import("./x.js").X} x */\n/*! MIT */\n/* export default 1 */\nlet a;'
    module = read_module(PATH, text)
    assert module.dynamic == ()
    assert module.body == "/*! MIT */\n\nlet a;"


@pytest.mark.parametrize(
    "line",
    [
        'import * as all from "./b.js";',
        'import { a } from "elsewhere";',
        'export * from "./b.js";',
        'export { a } from "./b.js";',
        "export let a = 1;",
        "export default 1;",
        "const here = import.meta.url;",
        "const later = import(name);",
        'const later = import("elsewhere");',
    ],
)
def test_a_form_that_the_joiner_does_not_know_is_refused_with_its_line(line: str) -> None:
    with pytest.raises(JoinError, match=r"components/a/a\.js: '.*cannot be joined"):
        read_module(PATH, f"const before = 1;\n{line}\n")
