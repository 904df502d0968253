"""Bundles our modules with esbuild: one for every page, one for each element that stands on few."""

import re
from pathlib import Path

from macros.publish.esbuild import Outputs, bundle, by_entry
from macros.publish.folder import change_files, page_texts, references, root_of

_SCRIPT = re.compile(r"<script\b[^>]*\ssrc=\"(?P<address>[^\"]+)\"[^>]*></script>")
_TAG = re.compile(r"<([a-z]+-[a-z-]+)")
SOURCES = "components"  # the folder whose scripts are bundled
# Classic scripts for the copy on a disk, where modules do not run; hosts serve nothing that begins with "_".
DISK = "_disk"
IDLE = frozenset({"offline-copy"})  # in every footer, and fetched only when there is time


def bundle_scripts(site: Path) -> str:
    """Writes the bundles below assets/ and rewrites the pages; the sources go from the folder.

    Raises BundleError for a module that cannot be bundled.
    """
    entries = sorted({path for page, text in page_texts(site) for _, path in _script_tags(page, text)})
    named = ("--entry-names=assets/[name].[hash]", "--chunk-names=assets/[name].[hash]")
    outputs = bundle(site, entries, "--format=esm", "--splitting", *named)
    bundle(site, entries, "--format=iife", f"--entry-names={DISK}/[name]")
    changed = change_files(site, lambda page, text: _rewrite(page, text, outputs))
    for source in (site / SOURCES).rglob("*.[jt]s"):  # scripts, and types beside them
        source.unlink()
    return f"{len(outputs)} scripts for {changed} pages"


def _script_tags(page: str, text: str) -> list[tuple[re.Match[str], str]]:
    """Tags of a page that load scripts of ours, with the paths of those."""
    return [(tag, path) for tag, path in references(_SCRIPT, page, text) if path.startswith(f"{SOURCES}/")]


def _rewrite(page: str, text: str, outputs: Outputs) -> str:
    """The page with the bundle of each script, and in its head word of the modules that it is going to ask
    for.

    In the head, because a browser that has read a policy in a page looks for nothing ahead of where it reads.
    """
    written = by_entry(outputs)
    tags = set(_TAG.findall(text)) - IDLE
    later = [file for entry, file in written.items() if Path(entry).stem in tags]
    root = root_of(page, text)
    for tag, path in reversed(_script_tags(page, text)):
        wanted = _with_imports(outputs, [written[path], *later])
        links = "".join(f'<link rel="modulepreload" href="{root}{name}">' for name in wanted)
        script = f'<script type="module" src="{root}{written[path]}"></script>'
        text = text[: tag.start()] + script + text[tag.end() :]
        text = text.replace("</head>", f"{links}</head>", 1)
    return text


def _with_imports(outputs: Outputs, names: list[str]) -> list[str]:
    """`names` and every file that they import at once, each file one time, in a fixed order."""
    for name in names:
        imported = (
            module["path"] for module in outputs[name]["imports"] if module["kind"] == "import-statement"
        )
        names += [path for path in imported if path not in names]
    return names
