"""The publish passes: what is done to the built folder, in which order, and why in that order."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from macros.publish.disk_copy import write_zip
from macros.publish.drop import drop_unused
from macros.publish.headers import write_headers
from macros.publish.meta_policy import put_policies
from macros.publish.names import hash_names
from macros.publish.offline_copy import write_copy, write_no_worker
from macros.publish.previous import keep_previous, write_release
from macros.publish.quotes import curl_quotes
from macros.publish.scripts import bundle_scripts
from macros.publish.styles import bundle_styles


@dataclass(frozen=True)
class Pass:
    """One step over a built folder. `run` returns a line for the log."""

    name: str
    run: Callable[[Path], str]


PASSES = (
    Pass("drop", drop_unused),  # first: what nobody asks for need not be read, named or listed by the others
    Pass("quotes", curl_quotes),  # before the passes that read pages: they find the texts that are served
    Pass("names", hash_names),  # before stylesheets and scripts are bundled: they then hold the new names
    Pass("scripts", bundle_scripts),  # before policy and copy, which look at the pages as they are served
    Pass("styles", bundle_styles),  # likewise
    Pass("policy", put_policies),  # after all that changes a page: it holds the hashes of what stands inline
    Pass("copy", write_copy),  # after all that changes a page or a name: it packs the bytes that are served
    Pass("headers", write_headers),  # after all that writes a file: it names each with a hash, for hosts
    Pass("release", write_release),  # last: files from the release before do not belong to this one
)
NO_WORKER = Pass("copy", write_no_worker)  # where the copy's pass stands: the kill switch in its place
ZIP = Pass("zip", write_zip)  # before the copy, which holds the page that names the zip's size


def chosen_passes(
    *, worker: bool = True, zipped: bool = False, previous: Path | None = None
) -> tuple[Pass, ...]:
    """All passes; with the kill switch in the copy's place, the site as one file, the release before."""
    passes: list[Pass] = []
    for step in PASSES:
        if step.name == NO_WORKER.name:
            passes += [ZIP] * zipped + [step if worker else NO_WORKER]
        else:
            passes.append(step)
    if previous:  # after the list of this release
        passes.append(Pass("previous", lambda site: keep_previous(site, previous)))
    return tuple(passes)


def finish_folder(site: Path, passes: tuple[Pass, ...] = PASSES) -> list[str]:
    """Runs every pass over `site` in order; returns a line for each.

    While they run, the folder is called `<site>-unfinished`, and it stays so when one raises: nothing that is
    half finished can be published by mistake. Raises NotADirectoryError when `site` is no folder with an
    index.html.
    """
    site = site.resolve()
    if not (site / "index.html").is_file():
        raise NotADirectoryError(
            f"There is no built site in {site}: run `make build`, which builds and then finishes."
        )
    unfinished = site.with_name(f"{site.name}-unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    site.rename(unfinished)
    lines = [f"{step.name}: {step.run(unfinished)}" for step in passes]
    unfinished.rename(site)
    return lines
