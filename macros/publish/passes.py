"""The publish passes: what is done to the built folder, in which order, and why in that order."""

import functools
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from macros.publish.disk_copy import write_zip
from macros.publish.headers import write_headers
from macros.publish.names import drop_unused, hash_names, keep_previous, write_release
from macros.publish.offline_copy import write_copy, write_no_worker
from macros.publish.policy import put_policies
from macros.publish.quotes import curl_quotes
from macros.publish.scripts import bundle_scripts
from macros.publish.styles import bundle_styles

Passes = Mapping[str, Callable[[Path], str]]  # by name; a pass returns a line for the log


def chosen_passes(*, worker: bool = True, zipped: bool = False, previous: Path | None = None) -> Passes:
    """All passes in their order; with the kill switch in the copy's place, the site as one file, the release
    before."""
    return {
        "drop": drop_unused,  # first: what nobody asks for need not be read, named or listed by the others
        "quotes": curl_quotes,  # before the passes that read pages: they find the texts that are served
        "names": hash_names,  # before stylesheets and scripts are bundled: they then hold the new names
        "scripts": bundle_scripts,  # before policy and copy, which look at the pages as they are served
        "styles": bundle_styles,  # likewise
        "policy": put_policies,  # after all that changes a page: it holds the hashes of what stands inline
        # Before the copy, which holds the page that names the zip's size.
        **({"zip": write_zip} if zipped else {}),
        # After all that changes a page or a name: it packs the bytes that are served.
        "copy": write_copy if worker else write_no_worker,
        "headers": write_headers,  # after all that writes a file: it names each with a hash, for hosts
        "release": write_release,  # then: files from the release before do not belong to this one
        **({"previous": functools.partial(keep_previous, previous=previous)} if previous else {}),
    }


def finish_folder(site: Path, passes: Passes | None = None) -> list[str]:
    """Runs `passes` (all, when None) over `site` in order; returns a line for each.

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
    lines = [f"{name}: {run(unfinished)}" for name, run in (passes or chosen_passes()).items()]
    unfinished.rename(site)
    return lines
