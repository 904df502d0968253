"""The publish passes: what is done to the finished folder, in which order, and why in that order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from macros.publish.disk_copy import write_zip
from macros.publish.drop import drop_unused
from macros.publish.headers import write_headers
from macros.publish.meta_policy import put_policies
from macros.publish.names import hash_names
from macros.publish.offline_copy import write_copy, write_no_worker
from macros.publish.pages import finish_pages
from macros.publish.previous import keep_previous, write_release
from macros.publish.scripts import bundle_scripts
from macros.publish.styles import bundle_styles


@dataclass(frozen=True)
class Pass:
    """One step over a finished folder: the second run changes nothing. `run` returns a line for the log."""

    name: str
    run: Callable[[Path], str]
    why_here: str


PASSES = (
    Pass("drop", drop_unused, "first: what nobody asks for need not be read, named or listed by the others"),
    Pass("names", hash_names, "before sheets and scripts are bundled: they then hold the new names"),
    Pass("scripts", bundle_scripts, "before the policy and the copy, which look at the pages as they are served"),
    Pass("styles", bundle_styles, "likewise"),
    Pass("pages", finish_pages, "before the policy, which holds the hashes of what stands inline"),
    Pass("policy", put_policies, "after all that changes a page: it holds the hashes of what stands inline"),
    Pass("copy", write_copy, "after all that changes a page or a name: it packs the bytes that are served"),
    Pass("headers", write_headers, "after all that writes a file: it names each with a hash, for hosts"),
    Pass("release", write_release, "last: files kept from the release before are none of this one's"),
)


NO_WORKER = Pass("copy", write_no_worker, "where the copy's pass stands: the kill switch takes the worker's place")
ZIP = Pass("zip", write_zip, "before the copy, which holds the page that names the zip's size")


def chosen_passes(*, worker: bool = True, zipped: bool = False, previous: Path | None = None) -> tuple[Pass, ...]:
    """All passes, with the kill switch instead of the copy, the site as one file too, or the release before kept."""
    made: list[Pass] = []
    for each in PASSES:
        if each.name == NO_WORKER.name:
            made += [ZIP] * zipped + [each if worker else NO_WORKER]
        else:
            made.append(each)
    if previous:
        made.append(Pass("previous", lambda site: keep_previous(site, previous), "after the list of this release"))
    return tuple(made)


def finish_folder(site: Path, passes: tuple[Pass, ...] = PASSES) -> list[str]:
    """Runs every pass over `site` in order; returns a line for each.

    Raises NotADirectoryError when `site` is no folder with an index.html: nothing was built there.
    """
    if not (site / "index.html").is_file():
        raise NotADirectoryError(f"There is no built site in {site}: run `make build`, which builds and then finishes.")
    return [f"{each.name}: {each.run(site)}" for each in passes]
