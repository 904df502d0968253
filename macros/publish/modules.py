"""Reads one of our JavaScript modules: imports, exports, and the rest. Refuses forms that it does not know."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass

_IMPORT = re.compile(
    r'^import (?:(?P<default>\w+)|\{(?P<names>[^}]*)\}) from "(?P<path>\.[^"]+)";[ \t]*$|^import "(?P<only>\.[^"]+)";$',
    re.MULTILINE,
)
_DECLARED = re.compile(r"^export (?=(?:const|class|function\*?|async function) ([A-Za-z_$][\w$]*))", re.MULTILINE)
_LISTED = re.compile(r"^export \{(?P<names>[^}]*)\};$", re.MULTILINE)
_DYNAMIC = re.compile(r'(?<![\w$.])import\("(\.[^"]+)"\)')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LEFT = re.compile(r"^(?:import|export)\b.*|(?<![\w$.])import(?:\.meta|\s*\().*", re.MULTILINE)


class JoinError(ValueError):
    """A script that cannot be joined, with its path and what to write instead."""


@dataclass(frozen=True)
class Module:
    """A module with its imports and exports taken out of `body`; paths are below the finished folder."""

    path: str
    body: str
    imports: tuple[tuple[str, Mapping[str, str]], ...]  # (path, {name here: name there}), in order
    exports: Mapping[str, str]  # {name outside: name here}
    dynamic: tuple[str, ...]  # paths of what `import("...")` brings later


def dynamic_call(path: str) -> str:
    """The mark in a body where the module at `path` is brought later."""
    return f'parts.bring("{path}")'


def read_module(path: str, text: str) -> Module:
    """The module at `path`. Raises JoinError with the line for a form that the joiner does not know."""
    imports = tuple(_import(path, found) for found in _IMPORT.finditer(text))
    exports = {found[1]: found[1] for found in _DECLARED.finditer(text)}
    for found in _LISTED.finditer(text):
        exports |= {there: here for here, there in _names(found["names"])}
    body = _LISTED.sub("", _DECLARED.sub("", _IMPORT.sub("", _COMMENT.sub(_only_kept, text))))
    dynamic = tuple(dict.fromkeys(_resolve(path, each) for each in _DYNAMIC.findall(body)))
    body = _DYNAMIC.sub(lambda found: dynamic_call(_resolve(path, found[1])), body)
    if unknown := _LEFT.search(body):
        raise JoinError(
            f"{path}: '{unknown[0].strip()}' cannot be joined; docs/contributing/publishing.md lists the forms."
        )
    return Module(path, body.strip(), imports, exports, dynamic)


def _import(path: str, found: re.Match[str]) -> tuple[str, Mapping[str, str]]:
    if found["only"]:
        return _resolve(path, found["only"]), {}
    names = (
        {found["default"]: "default"} if found["default"] else {here: there for there, here in _names(found["names"])}
    )
    return _resolve(path, found["path"]), names


def _names(text: str) -> list[tuple[str, str]]:
    """ "a, b as c" as [("a", "a"), ("b", "c")]."""
    words = [each.split() for each in text.split(",") if each.strip()]
    return [(each[0], each[-1]) for each in words]


def _resolve(path: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), address))


def _only_kept(comment: re.Match[str]) -> str:
    """A licence stays; every other comment becomes nothing, so that no example in it is taken for code."""
    return comment[0] if comment[0].startswith("/*!") else ""
