"""Joined scripts do what the modules did: the same, in the same order, with parts brought later and shared once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from macros.publish.folder import write_files
from macros.publish.scripts import join_scripts
from tests.support.server import serve

MODULES = {
    "index.html": '<head></head><body><script type="module" src="components/index.js"></script></body>',
    "components/index.js": """
import whole from "./deep/whole.js";
import { say, Counter as Count } from "./say.js";
import "./effect.js";
const words = "index"; // the same name as in another module
say(words, whole(), new Count().next(), typeof window.words);
const bring = async () => {
  const one = await import("./one.js");
  const two = await import("./two.js");
  const again = await import("./one.js");
  say(one.value, two.value, one.same === two.same, again === one);
  const { inner } = await one.deeper();
  say(inner);
  await import("./say.js").then(({ say: same }) => say(same === say));
  document.body.dataset.done = "";
};
bring().catch((error) => say("fault", error.message));
""",
    "components/say.js": """
const words = "say";
export const said = [];
window.said = said;
export function say(...all) { said.push(all.join(" ")); }
export class Counter { #n = 0; static made = 1; next() { return ++this.#n + words; } }
""",
    "components/effect.js": 'import { say } from "./say.js";\nsay("effect first");\n',
    "components/deep/whole.js": 'const inner = () => `whole ${"`"}`;\nexport { inner as default };\n',
    "components/one.js": """
import { same } from "./shared.js";
import { say } from "./say.js";
say("one starts");
export const value = "one";
export const deeper = () => import("./inner.js");
export { same };
""",
    "components/two.js": 'import { same } from "./shared.js";\nexport const value = "two";\nexport { same };\n',
    "components/shared.js": 'import { say } from "./say.js";\nsay("shared starts");\nexport const same = {};\n',
    "components/inner.js": 'import { value } from "./one.js";\nexport const inner = `inner of ${value}`;\n',
}
SAID = [
    "effect first",
    "index whole ` 1say undefined",
    "shared starts",
    "one starts",
    "one two true true",
    "inner of one",
    "true",
]


@pytest.mark.parametrize("joined", [False, True], ids=["modules", "joined"])
def test_it_does_the_same(tmp_path: Path, new_page: Callable[..., Page], joined: bool) -> None:
    write_files(tmp_path, MODULES)
    if joined:
        join_scripts(tmp_path)
        assert list(tmp_path.glob("components/*.js")) == []
    with serve(tmp_path) as address:
        page = new_page()
        page.goto(address)
        page.wait_for_selector("body[data-done]", state="attached")
        assert page.evaluate("window.said") == SAID


def test_it_runs_from_a_disk(tmp_path: Path, new_page: Callable[..., Page]) -> None:
    write_files(tmp_path, MODULES)
    join_scripts(tmp_path)
    page = new_page()
    page.goto((tmp_path / "index.html").as_uri())
    page.wait_for_selector("body[data-done]", state="attached")
    assert page.evaluate("window.said") == SAID


def test_a_part_that_could_not_be_fetched_is_asked_for_again(tmp_path: Path, new_page: Callable[..., Page]) -> None:
    write_files(
        tmp_path,
        {
            "index.html": MODULES["index.html"],
            "components/index.js": 'window.bring = () => import("./one.js").then(({ one }) => one, () => "lost");',
            "components/one.js": "export const one = 1;",
        },
    )
    join_scripts(tmp_path)
    with serve(tmp_path) as address:
        page = new_page()
        page.goto(address)
        page.wait_for_function("() => Boolean(window.bring)")
        page.route("**/one.*.js", lambda route: route.abort())
        assert page.evaluate("window.bring()") == "lost"
        page.unroute("**/one.*.js")
        assert page.evaluate("window.bring()") == 1


PAINTED = {
    "index.html": MODULES["index.html"].replace("<body>", "<body><p>Words to see.</p>"),
    "components/index.js": (
        'import "./two.js";\nwindow.seen = performance.getEntriesByName("first-contentful-paint").length;\n'
        "window.times = (window.times ?? 0) + 1;"
    ),
    "components/two.js": "export const two = 2;",
}
HIDDEN = 'Object.defineProperty(document, "hidden", { value: true });'
WAITING_IS_FOR_EVER = "PerformanceObserver.prototype.observe = () => {}; window.setTimeout = () => 0;"
UNTOLD = 'Object.defineProperty(PerformanceObserver, "supportedEntryTypes", { value: ["mark"] });'


def _painted(folder: Path, page: Page) -> tuple[int, int]:
    """How many first paints the script saw when it started, and how often it had started a while later."""
    write_files(folder, PAINTED)
    join_scripts(folder)
    with serve(folder) as address:
        page.goto(address)
        page.wait_for_function("() => window.times")
        page.wait_for_timeout(1500)
        return int(page.evaluate("window.seen")), int(page.evaluate("window.times"))


def test_a_page_is_seen_before_its_script_starts_and_it_starts_once(
    tmp_path: Path, new_page: Callable[..., Page]
) -> None:
    assert _painted(tmp_path, new_page()) == (1, 1)


@pytest.mark.parametrize("browser_says", [HIDDEN, UNTOLD], ids=["in the background", "browser without the entry"])
def test_where_no_paint_will_be_told_the_script_does_not_wait(
    tmp_path: Path, new_page: Callable[..., Page], browser_says: str
) -> None:
    page = new_page()
    page.add_init_script(browser_says + WAITING_IS_FOR_EVER)
    assert _painted(tmp_path, page)[1] == 1
