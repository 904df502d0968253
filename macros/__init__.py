"""Build-time Python of the site: what mkdocs-macros imports, and `python -m macros` for authors."""

import pathlib
import sys
from typing import Any

ROOT = str(pathlib.Path(__file__).resolve().parent.parent)
if ROOT not in sys.path:
    sys.path.insert(0, ROOT)


PREVIEW: dict[str, str] | None = None  # what could be read the last time, set when the build is for a preview


def define_env(env: Any) -> None:
    """Called once a build by mkdocs-macros. Forgets old modules, so that `serve` sees edited code."""
    for name in [name for name in sys.modules if name.startswith("macros.")]:
        del sys.modules[name]
    from macros.plugin import register

    register(env, PREVIEW)


def on_pre_page_macros(env: Any) -> None:
    """Called by mkdocs-macros before each page."""
    from macros.plugin import before_macros

    before_macros(env)


def on_post_build(env: Any) -> None:
    """Called by mkdocs-macros when the folder is written."""
    from macros.plugin import after_build

    after_build(env)
