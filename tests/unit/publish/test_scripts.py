"""Pages ask for one bundle, what stands on few is a file of its own, and a disk gets classic scripts."""

from pathlib import Path

import pytest

from macros.publish import esbuild
from macros.publish.esbuild import BundleError
from macros.publish.folder import write_files
from macros.publish.scripts import DISK, bundle_scripts

PAGE = '<head></head>%s<script type="module" src="../components/index.js"></script>'
FILES = {
    "x/index.html": PAGE % "<far-away></far-away>",
    "y/index.html": PAGE % "",
    "404.html": '<link href="/guide/assets/x.css">' + (PAGE % "").replace("../", "/guide/"),
    "print/index.html": '<head></head><script defer src="../components/print/print.js"></script>',
    "components/index.js": (
        'import { a } from "./a/a.js";\nconsole.log(a);\n'
        'if (document.querySelector("far-away")) import("./far-away/far-away.js");'
    ),
    "components/a/a.js": 'export const a = "/* no remark */";',
    "components/a/a.d.ts": "export const a: string;",
    "components/far-away/far-away.js": 'import { a } from "../a/a.js"; export const far = a + "far";',
    "components/print/print.js": "{ window.print(); }",
}


def texts(site: Path) -> dict[str, str]:
    """Every file by its path."""
    return {file.relative_to(site).as_posix(): file.read_text() for file in site.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The files of the folder with its scripts bundled."""
    site = tmp_path_factory.mktemp("scripts")
    write_files(site, FILES)
    bundle_scripts(site)
    return texts(site)


def script_of(files: dict[str, str], stem: str) -> str:
    [path] = [path for path in files if path.startswith(f"assets/{stem}.")]
    return path


def test_a_page_asks_for_its_bundle_and_the_sources_go(files: dict[str, str]) -> None:
    index, chunk = script_of(files, "index"), script_of(files, "chunk")
    assert f'<script type="module" src="../{index}"></script>' in files["y/index.html"]
    assert f'<script type="module" src="/guide/{index}"></script>' in files["404.html"]
    assert f'<link rel="modulepreload" href="../{chunk}">' in files["y/index.html"].partition("</head>")[0]
    assert "/* no remark */" in files[chunk]
    assert not any(path.startswith("components/") for path in files)


def test_only_a_page_with_the_element_names_its_script_beforehand(files: dict[str, str]) -> None:
    link = f'<link rel="modulepreload" href="../{script_of(files, "far-away")}">'
    assert link in files["x/index.html"]
    assert link not in files["y/index.html"]


def test_a_disk_gets_one_classic_script_with_everything(files: dict[str, str]) -> None:
    assert sorted(path for path in files if path.startswith(DISK)) == ["_disk/index.js", "_disk/print.js"]
    script = files["_disk/index.js"]
    assert '"far"' in script
    assert "import(" not in script


def test_the_name_follows_the_content_and_not_the_folder_or_the_settings_around_it(tmp_path: Path) -> None:
    write_files(tmp_path / "project", {"tsconfig.json": '{"compilerOptions": {"strict": true}}'})
    outputs = []
    for folder, number in (("one", 1), ("project/deep/site", 1), ("other", 3)):
        module = {"components/a/a.js": f"export const a = {number};"}
        write_files(tmp_path / folder, {**FILES, **module})
        bundle_scripts(tmp_path / folder)
        outputs.append(texts(tmp_path / folder))
    assert outputs[0] == outputs[1]
    assert outputs[0].keys() != outputs[2].keys()


def test_a_script_that_cannot_be_read_stops_the_build_with_its_place(tmp_path: Path) -> None:
    write_files(tmp_path, {**FILES, "components/a/a.js": "export const a = ;"})
    with pytest.raises(BundleError, match=r"components/a/a\.js:1:17"):
        bundle_scripts(tmp_path)


def test_a_machine_without_the_bundler_is_told_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, FILES)
    monkeypatch.setattr(esbuild, "ROOT", tmp_path)
    with pytest.raises(BundleError, match="make build"):
        bundle_scripts(tmp_path)
