"""MkDocs' own hooks (`hooks` in mkdocs.yml): in `mkdocs serve` they hand over to the preview."""

import logging
import pathlib
import sys
from typing import Any

from mkdocs.plugins import event_priority
from mkdocs.utils import CountHandler

ROOT = str(pathlib.Path(__file__).resolve().parent.parent)
if ROOT not in sys.path:
    sys.path.insert(0, ROOT)

import macros  # noqa: E402 (found through ROOT)
from macros.preview.builder import Builder  # noqa: E402

builder = Builder()


def on_startup(*, command: str, **_: Any) -> None:
    """Called once: begins a preview when the command is `serve`."""
    if command == "serve":
        macros.PREVIEW = {}
        logging.getLogger("mkdocs").addHandler(builder.warnings)


@event_priority(100)
def on_config(config: Any) -> None:
    """Called when a build begins: in a preview, MkDocs' own warnings stop nothing either."""
    if macros.PREVIEW is not None:
        config.plugins["macros"].config["on_error_fail"] = False
        logger = logging.getLogger("mkdocs")
        for handler in [handler for handler in logger.handlers if isinstance(handler, CountHandler)]:
            logger.removeHandler(handler)


def on_page_read_source(*, page: Any, config: Any) -> str | None:
    """Called for each page: what is to be rendered in place of its file, when it has faults."""
    session = config.plugins["macros"].variables["site"].preview
    source: str | None = session.source(page.file.src_uri) if session else None
    return source


def on_env(env: Any, *, config: Any, files: Any) -> None:
    """Called when all pages are rendered, before any is written."""
    builder.config, builder.files, builder.env = config, files, env
    builder.nav = config.plugins["macros"].variables["navigation"]


def on_serve(server: Any, **_: Any) -> Any:
    """Called once, before the first page is served."""
    if macros.PREVIEW is not None:  # `serve --clean` asks for a build as it is published
        builder.start(server)
    return server


def on_shutdown() -> None:
    """Called once, when the preview ends."""
    builder.stop()
    macros.PREVIEW = None
    logging.getLogger("mkdocs").removeHandler(builder.warnings)
