"""Joins modules into classic scripts: one at once, and one for each group of modules that only later parts need.

Module scripts do not run from a disk, and each module is a request. Every module becomes a block of one strict
function, in the order of its imports; what it exports stands in variables between the blocks, so that a minifier can
shorten every name. Parts brought by `import("...")` are files of their own and share through `window.siteParts`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from macros.publish.modules import JoinError, Module, dynamic_call

PARTS = "siteParts"
# `script` is the element that holds this text: `after_paint` names it.
LOADER = """
const address = script.src;
const brought = {};
const fetchPart = (name) => brought[name] ??= new Promise((done, fail) => {
  const script = document.createElement("script");
  script.async = false;
  script.onload = done;
  script.onerror = () => { delete brought[name]; script.remove(); fail(new Error(name)); };
  script.src = new URL(name, address);
  document.head.append(script);
});
parts.bring = (id) => Promise.all(files[id].map(fetchPart)).then(() => parts[id]);
"""


@dataclass(frozen=True)
class Joined:
    """The scripts made of one entry: what runs at once, and by name what is brought later."""

    main: str
    later: Mapping[str, str]  # {name: text}


def reach(graph: Mapping[str, Module], entry: str) -> list[str]:
    """Paths of the modules that `entry` needs at once, each after what it imports. Raises JoinError for a circle."""
    order: list[str] = []
    open_: list[str] = []

    def visit(path: str) -> None:
        if path in open_:
            raise JoinError(f"{' imports '.join([*open_[open_.index(path) :], path])}: a circle cannot be joined.")
        if path in order:
            return
        if path not in graph:
            raise JoinError(f"{open_[-1] if open_ else entry} imports {path}, which is not there.")
        open_.append(path)
        for each, _ in graph[path].imports:
            visit(each)
        open_.pop()
        order.append(path)

    visit(entry)
    return order


def later_groups(graph: Mapping[str, Module], main: Iterable[str]) -> dict[frozenset[str], list[str]]:
    """Modules that are brought later, by the set of parts that need them: what two parts share is fetched once."""
    held = set(main)
    entries: dict[str, list[str]] = {}
    waiting = [path for module in held for path in graph[module].dynamic]
    while waiting:
        entry = waiting.pop()
        if entry not in entries and entry not in held:
            entries[entry] = [path for path in reach(graph, entry) if path not in held]
            waiting += [path for module in entries[entry] for path in graph[module].dynamic]
    needed: dict[str, set[str]] = {}
    for entry, paths in entries.items():
        for path in paths:
            needed.setdefault(path, set()).add(entry)
    groups: dict[frozenset[str], list[str]] = {}
    for entry in sorted(entries):
        for path in entries[entry]:
            group = groups.setdefault(frozenset(needed[path]), [])
            if path not in group:
                group.append(path)
    return dict(sorted(groups.items(), key=lambda each: (-len(each[0]), sorted(each[0]))))


def join(graph: Mapping[str, Module], entry: str, name_of: Callable[[str, str], str]) -> Joined:
    """The scripts of `entry`; `name_of(stem, text)` gives the name under which a later script is written.

    Raises JoinError for circles, modules that are not there, and names that nobody exports.
    """
    main = reach(graph, entry)
    groups = later_groups(graph, main)
    files = [main, *groups.values()]
    ids = {path: number for number, path in enumerate(path for file in files for path in file)}
    if not groups:
        return Joined(_function(_blocks(graph, main, set(), ids)), {})
    shared = _shared(graph, files)
    later = {}
    wanted: dict[str, list[str]] = {path: [] for path in shared if any(path in graph[each].dynamic for each in ids)}
    for key, group in groups.items():
        text = _function(f"const parts = window.{PARTS};\n{_blocks(graph, group, shared, ids)}")
        name = name_of("_".join(sorted(map(_stem, key))), text)
        later[name] = text
        for each in key:
            wanted[each].append(name)
    table = json.dumps({ids[path]: names for path, names in wanted.items()})
    start = f"const parts = window.{PARTS} = {{}};\nconst files = {table};{LOADER}"
    return Joined(_function(start + _blocks(graph, main, shared, ids)), later)


def _stem(path: str) -> str:
    return path.rsplit("/", 1)[-1].removesuffix(".js")


def _function(text: str) -> str:
    return f'(() => {{\n"use strict";\n{text}\n}})();\n'


def _shared(graph: Mapping[str, Module], files: list[list[str]]) -> set[str]:
    """Modules that another file needs: imported from it, or brought by a call."""
    found = {path for file in files for each in file for path in graph[each].dynamic}
    for file in files:
        found |= {path for each in file for path, _ in graph[each].imports if path not in file}
    return found


def _blocks(graph: Mapping[str, Module], group: list[str], shared: set[str], ids: Mapping[str, int]) -> str:
    """The modules of one file, each a block, with the variables between them."""
    used = {(path, name) for each in group for path, names in graph[each].imports for name in names.values()}
    between = {(path, name): f"part{ids[path]}_{name}" for path, name in sorted(used) if path in group}
    head = f"let {', '.join(between.values())};\n" if between else ""
    return head + "\n".join(_block(graph, graph[path], shared, ids, between) for path in group)


def _block(
    graph: Mapping[str, Module],
    module: Module,
    shared: set[str],
    ids: Mapping[str, int],
    between: Mapping[tuple[str, str], str],
) -> str:
    lines = []
    for path, names in module.imports:
        for here, there in names.items():
            if there not in graph[path].exports:
                raise JoinError(f"{module.path} imports {there} from {path}, which does not export it.")
            lines.append(f"const {here} = {between.get((path, there)) or f'parts[{ids[path]}].{there}'};")
    body = module.body
    for path in module.dynamic:
        body = body.replace(dynamic_call(path), f"parts.bring({ids[path]})")
    lines.append(body)
    lines += [
        f"{between[module.path, out]} = {here};"
        for out, here in module.exports.items()
        if (module.path, out) in between
    ]
    if module.path in shared:
        lines.append(
            f"parts[{ids[module.path]}] = {{ {', '.join(f'{out}: {here}' for out, here in module.exports.items())} }};"
        )
    return "{\n" + "\n".join(lines) + "\n}"
