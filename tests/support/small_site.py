"""A site of a few pages with our real theme and macros, and its preview: built in this
process, without a network."""

import html
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from macros.content.addresses import addresses
from macros.content.data import ADDRESSES, with_new
from macros.content.library import load
from macros.content.rules import SHOULDS
from tests.support.content import guide, page, practice, project, term

ROOT = Path(__file__).resolve().parents[2]
SERVED = "http://127.0.0.1:8000/"
BUDGETS = "".join(f"{rule}: 99\n" for rule in SHOULDS)
TERM_BODY = """## It means

A word that is made up for the tests, and stands for a thing that nobody has.

## Where it is mentioned

{{ mentioned_in() }}
"""
PRACTICE_BODY = """{{ practice_timer() }}

## How to do it

Breathe in, and out.

## If it feels worse

{{ feels_worse() }}

## Does it work?

{{ evidence() }} It may{{ cite("able2020first") }}.

## Sources

{{ sources() }}

## Related

{{ see_also() }}
"""
GUIDE_BODY = """## In short

- Breathe softly.

## What you can reasonably hope for

A quiet minute{{ cite("able2020first") }}.

## One practice to try

{{ practice_timer("soft-breath") }}

## Words on this page

{{ page_terms() }}

## Sources

{{ sources() }}
"""
EVIDENCE = '{{ evidence_index("breath") }}\n\n{{ safety_sources() }}\n'
PAGES = {
    "index.md": page("A home, with the [guide](guides/first.md#in-short).\n", title="Home"),
    "guides/first.md": guide("First steps", GUIDE_BODY),
    "practices/soft-breath.md": practice("Soft breath", PRACTICE_BODY, related="[long-breath]"),
    "practices/long-breath.md": practice("Long breath", PRACTICE_BODY, related="[soft-breath]"),
    "glossary/nerve.md": term("nerve", TERM_BODY, see="[calm]"),
    "glossary/calm.md": term("calm", TERM_BODY, see="[nerve]"),
    "about/evidence/breath.md": page(
        EVIDENCE, title="Evidence on breath", extra="reviewed: 2026-11-22\nnext_review: 2027-11-22\n"
    ),
    "_data/budgets.yml": BUDGETS,
}


def small_site(root: Path) -> Path:
    """The project of a small site below `root`, in which `macros check` finds no must."""
    project(root, PAGES)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = re.sub(r"^nav:.*?\n\n", "nav: [index.md]\n\n", settings, flags=re.MULTILINE | re.DOTALL)
    (root / "mkdocs.yml").write_text(settings.replace("!/*/index.md", "/index.md"), encoding="utf-8")
    for name in ("overrides", "macros"):
        (root / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "docs" / "assets", root / "docs" / "assets", dirs_exist_ok=True)
    shutil.copy(ROOT / "docs" / "manifest.webmanifest", root / "docs" / "manifest.webmanifest")
    library, _ = load(root)
    (root / ADDRESSES).write_text(with_new("", sorted(addresses(library))), encoding="utf-8")
    return root


class Preview:
    """`mkdocs serve` on the small site, without its network and its watching: a test
    says when a file was saved."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.root = root
        self.modules = {name: module for name, module in sys.modules.items() if name.startswith("macros.")}
        self.config = load_config(config_file=str(root / "mkdocs.yml"), site_dir=str(folder))
        self.config.plugins.on_startup(command="serve", dirty=False)
        self.config.site_url = SERVED
        build(self.config, serve_url=SERVED)
        self.server = LiveReloadServer(lambda: None, "127.0.0.1", 8000, str(folder))
        self.config.plugins.on_serve(self.server, config=self.config, builder=self.server.builder)
        hooks: Any = self.config.hooks
        self.builder = hooks["macros/hooks.py"].builder
        self.builder.pause = 0
        self.wait()

    def wait(self) -> None:
        """Until the background has done its work."""
        self.builder.thread.join()

    def save(self, path: str, text: str | bytes | None) -> None:
        """Saves a file of the project (None removes it), and lets the preview see it."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            file.unlink()
        else:
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
        self.builder.refresh()

    def get(self, address: str) -> str:
        """What the server answers for an address below the site's root."""
        answer: list[str] = []
        environ: dict[str, Any] = {"PATH_INFO": f"/{address}", "REQUEST_METHOD": "GET"}
        start: Callable[..., Any] = lambda status, headers, *_: answer.append(status)  # noqa: E731
        body = b"".join(self.builder.app(environ, start)).decode()
        return body if answer[0].startswith("200") else f"{answer[0]}\n{body}"

    def banner(self, address: str) -> str:
        """The words of the banner on a page; "" without one."""
        match = re.search(r'<div class="preview-banner" role="alert".*?</div>', self.get(address), re.DOTALL)
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", match[0])).split()) if match else ""

    def close(self) -> None:
        """Ends the preview, and gives other tests the modules back that it has loaded anew."""
        self.wait()  # a build in the background would load them anew once more
        self.config.plugins.on_shutdown()
        for name in [name for name in sys.modules if name.startswith("macros.")]:
            del sys.modules[name]
        sys.modules.update(self.modules)
