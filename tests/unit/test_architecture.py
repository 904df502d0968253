"""The laws of the house: imports point one way, each library has one home, the public is documented."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from macros.content.fields import specs_of
from macros.content.library import KINDS
from macros.content.macro_calls import MACROS
from macros.content.strays import TEMPLATES
from macros.render.macros import MACRO_FUNCTIONS
from tools.architecture import PAGE as PAGE_OF_LAYERS
from tools.architecture import current, module_list, with_list

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "macros").rglob("*.py"))
MAY_IMPORT = {
    "content": {"content"},
    "render": {"content", "render"},
    "publish": {"content", "publish"},
    "plugin": {"content", "render", "publish", "preview"},
    "preview": {"content", "render", "preview"},
    "hooks": {"preview"},
    "__main__": {"content", "publish"},
    "__init__": {"plugin"},
}
HOMES = {
    "yaml": {"content"},
    "jinja2": {"render"},
    "markupsafe": {"render"},
    "markdown": {"content/rules/links.py", "render/autolink.py", "render/functions.py"},
    "mkdocs": {"plugin.py", "hooks.py", "preview/builder.py"},
    "PIL": {"render/share_image.py"},
    "resvg_py": {"render/share_image.py"},
    "segno": {"render/print_card.py"},
}
FIELDS = sorted({name for record in KINDS.values() for name in specs_of(record, {})})


def name_of(module: Path) -> str:
    """A module's path below macros/."""
    return module.relative_to(ROOT / "macros").as_posix()


def room_of(module: Path) -> str:
    """The room a module stands in: a folder, or a module at the top."""
    return name_of(module).split("/")[0].removesuffix(".py")


TREES = {module: ast.parse(module.read_text(encoding="utf-8")) for module in MODULES}


def imports(tree: ast.Module) -> Iterator[str]:
    """Dotted names of all that a module imports, a relative import with its dots."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            stem = "." * node.level + (node.module or "")
            yield stem
            yield from (f"{stem}.{alias.name}" for alias in node.names if stem == "macros")


def faults(room: str, name: str, tree: ast.Module) -> list[str]:
    """What a module in `room` imports against the laws."""
    wrong = []
    for module in imports(tree):
        first, *rest = module.split(".")
        if module.startswith("."):
            wrong.append(f"{name} imports {module}, which is relative")
        elif first == "macros" and rest and rest[0] not in MAY_IMPORT[room]:
            wrong.append(f"{name} imports {module}")
        elif first in ("tests", "tools", "bench"):
            wrong.append(f"{name} imports {module}, which the site does without")
        elif first in HOMES and not any(name == home or name.startswith(f"{home}/") for home in HOMES[first]):
            wrong.append(f"{name} imports {first}, whose home is {', '.join(sorted(HOMES[first]))}")
    return wrong


def test_imports_point_one_way_and_libraries_stay_at_home() -> None:
    wrong = [faults(room_of(module), name_of(module), tree) for module, tree in TREES.items()]
    assert [fault for of_module in wrong for fault in of_module] == []


@pytest.mark.parametrize(
    ("room", "line", "fault"),
    [
        ("content", "from macros.render.lists import near", "macros.render.lists"),
        ("render", "import macros.plugin", "macros.plugin"),
        ("__main__", "from tests.support import pages", "tests.support, which the site does without"),
        ("content", "from .model import Page", ".model, which is relative"),
        ("render", "import yaml", "yaml, whose home is content"),
        ("publish", "def f():\n    import jinja2.utils", "jinja2, whose home is render"),
    ],
)
def test_an_import_against_the_laws_is_seen(room: str, line: str, fault: str) -> None:
    assert faults(room, f"{room}/x.py", ast.parse(line)) == [f"{room}/x.py imports {fault}"]


def test_no_module_imports_itself_through_others() -> None:
    uses = {
        "macros." + name_of(module).removesuffix(".py").replace("/", "."): {
            part
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            for part in (f"{node.module}", *(f"{node.module}.{alias.name}" for alias in node.names))
        }
        for module, tree in TREES.items()
        if name_of(module) != "__init__.py"  # imports late, when all else is there
    }
    TopologicalSorter({name: used - {name} for name, used in uses.items()}).prepare()  # CycleError


def test_functions_and_modules_keep_to_their_sizes() -> None:
    long = []
    for module, tree in TREES.items():
        lines = module.read_text(encoding="utf-8").count("\n")
        long += [f"{name_of(module)} has {lines} lines"] if lines > 300 else []
        functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
        long += [
            f"{name_of(module)}: {function.name}"
            for function in functions
            if (function.end_lineno or 0) - function.lineno >= 60
        ]
    assert long == []


def test_no_part_outgrows_its_limit_and_one_over_its_aim_says_why() -> None:
    page = (ROOT / "docs" / "contributing" / "decisions.md").read_text(encoding="utf-8")
    form = r"^- \*\*([\w ]+)\*\*, limit ([\d,]+), aim ([\d,]+): (`.+`)\.(?:\n  (.+))?$"
    rows = re.findall(form, page, re.MULTILINE)
    faults = []
    for part, *numbers, patterns, why in rows:
        files = {file for pattern in re.findall("`(.+?)`", patterns) for file in ROOT.glob(pattern)}
        lines = sum(file.read_bytes().count(b"\n") for file in files if "vendor" not in file.parts)
        limit, aim = (int(number.replace(",", "")) for number in numbers)
        if not 0 < lines <= limit:
            faults.append(f"{part}: {lines} lines; the limit in docs/contributing/decisions.md is {limit}.")
        if limit > aim and not why:
            faults.append(f"{part}: say in docs/contributing/decisions.md why it is over its aim of {aim}.")
    assert (len(rows), faults) == (7, [])


def test_no_line_of_a_style_sheet_is_longer_than_110() -> None:
    sheets = [*(ROOT / "docs/assets").glob("*.css"), *(ROOT / "overrides").rglob("*.css")]
    assert len(sheets) > 40
    lines = [
        f"{sheet.relative_to(ROOT)}:{number}"
        for sheet in sheets
        for number, line in enumerate(sheet.read_text(encoding="utf-8").split("\n"), start=1)
        if len(line) > 110
    ]
    assert lines == []


def test_the_checker_knows_the_macros_that_render_and_no_field_shares_a_name_with_one() -> None:
    assert set(MACROS) == set(MACRO_FUNCTIONS)
    assert set(FIELDS) & set(MACROS) == set()


def test_every_folder_of_pages_with_a_kind_has_a_skeleton() -> None:
    assert all((ROOT / "docs" / "_templates" / f"{kind}.md").exists() for kind in TEMPLATES)


def test_the_page_on_architecture_shows_these_laws() -> None:
    rows = re.findall(
        r"^\| `(\w+)` \| .+ \| (.+) \|$", PAGE_OF_LAYERS.read_text(encoding="utf-8"), re.MULTILINE
    )
    shown = {layer: set(re.findall(r"`(\w+)`", used)) for layer, used in rows}
    assert shown == {room: used for room, used in MAY_IMPORT.items() if room != "__init__"}


def test_the_list_of_modules_is_that_of_today() -> None:
    assert PAGE_OF_LAYERS.read_text(encoding="utf-8") == current(), "Run `make architecture`."


def test_a_module_is_listed_by_its_first_sentence_and_a_folder_by_its_own(tmp_path: Path) -> None:
    (tmp_path / "room").mkdir()
    words = {"__init__.py": "A room.", "a.py": "First. Second."}
    words["b.py"] = "Makes <b>\n`<i>` *well*, e.g.x.\n\nMore. "
    for name, said in words.items():
        (tmp_path / "room" / name).write_text(f'"""{said}"""\n', encoding="utf-8")
    lines = [
        "### room",
        "",
        "A room.",
        "",
        "- `a.py`: First.",
        "- `b.py`: Makes &lt;b> `<i>` \\*well\\*, e.g.x.",
        "",
    ]
    assert module_list(tmp_path, tmp_path.rglob("*.py")) == "\n".join(lines)


def test_a_module_without_words_and_a_page_without_its_heading_are_refused(tmp_path: Path) -> None:
    (tmp_path / "mute.py").write_text("x = 1\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"mute\.py: the module has no docstring"):
        module_list(tmp_path, [tmp_path / "mute.py"])
    with pytest.raises(ValueError, match="'## Every module' is missing"):
        with_list("# Another page\n", "")


def documented(page: str) -> set[str]:
    """Every name that a page of the contributors' documents shows as code."""
    text = (ROOT / "docs" / "contributing" / page).read_text(encoding="utf-8")
    return {name for code in re.findall(r"`([^`\n]+)`", text) for name in re.findall(r"[a-z_]+", code)}


def test_every_macro_and_every_field_is_documented() -> None:
    assert set(MACROS) - documented("macros.md") == set()
    assert set(FIELDS) - documented("fields.md") == set()


def test_every_file_is_linted() -> None:
    rooms = ("macros", "tests", "bench", "tools")
    command = [sys.executable, "-m", "ruff", "check", "--show-files", *rooms]
    shown = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    files = {file for room in rooms for file in (ROOT / room).rglob("*.py")}
    assert files - set(map(Path, shown)) == set()


def test_no_command_of_the_site_needs_the_tests() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    rules = re.findall(r"^([\w./-]+):(?!=)(.*)\n((?:\t.*\n)*)", text, re.MULTILINE)
    with_tests = {
        target for target, needs, recipe in rules if "tests" in f"{needs.partition('##')[0]}{recipe}"
    }
    checking = "lint test test-fast test-all planted-faults linkcheck pictures lock audit bench"
    assert with_tests == {".venv/.tests", *checking.split()}
