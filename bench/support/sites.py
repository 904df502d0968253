"""Makes sites for the benchmarks: so many pages of about 600 words, so many terms, the same for every run of
a seed."""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORDS_A_PAGE = 600
DENSITY = 1 / 100  # the real pages: 9.5 mentions in 1,000 words
FIRST = tuple("al be co di en fa gri ho in ju ka lo me no or pa qui ra si to un ve wi xa yo za".split())  # noqa: SIM905
MIDDLE = tuple("bra cle do fi gu ha kri lu mo na per ro sta tri vu".split())  # noqa: SIM905
LAST = tuple("tion ness ity al ism or ent ia um ance".split())  # noqa: SIM905
PLAIN = """
the a and of to in is it that as for with on at by from this can may some most people body day night after
before when slow quick small long early late often rarely hand foot breath room door walk rest work sleep word
line page time place part way thing friend home food light sound water road tree stone paper week month year
"""
WORDS = tuple(PLAIN.split())
HEADINGS = ("What it is", "How it goes", "What else to know")


def titles(count: int) -> list[str]:
    """Made-up terms, one to three words each, none twice."""
    chance = random.Random(4)
    names: dict[str, None] = {}
    while len(names) < count:
        words = [
            chance.choice(FIRST)
            + chance.choice(MIDDLE)
            + chance.choice(("", chance.choice(MIDDLE)))
            + chance.choice(LAST)
            for _ in range(chance.choice((1, 1, 2, 2, 3)))
        ]
        names[" ".join(words)] = None
    return list(names)


def sentences(chance: random.Random, terms: Sequence[str], words: int) -> list[str]:
    """Sentences of `words` words in all; one word in a hundred begins a term."""
    lines: list[str] = []
    left = words
    while left > 0:
        length = chance.randint(8, 18)
        line = [
            chance.choice(terms) if chance.random() < DENSITY else chance.choice(WORDS) for _ in range(length)
        ]
        lines.append(" ".join(line).capitalize() + ".")
        left -= length
    return lines


def body(chance: random.Random, terms: Sequence[str], words: int = WORDS_A_PAGE) -> str:
    """Three headed parts of paragraphs."""
    parts = []
    for heading in HEADINGS:
        lines = sentences(chance, terms, words // len(HEADINGS))
        paragraphs = [" ".join(lines[start : start + 4]) for start in range(0, len(lines), 4)]
        parts.append(f"## {heading}\n\n" + "\n\n".join(paragraphs))
    return "\n\n".join(parts)


def term_page(chance: random.Random, title: str, terms: Sequence[str]) -> str:
    """A term with forms, everyday words and neighbours, as an author would write it."""
    see = ", ".join(slug(other) for other in chance.sample(list(terms), 3) if other != title)
    everyday = ", ".join(f"{word} {chance.choice(WORDS)} {title[:5]}" for word in chance.sample(WORDS, 4))
    front = (
        f"title: {title}\nshort: {sentences(chance, terms, 12)[0][:150]}\n"
        f"aka: [{title}s]\neveryday: [{everyday}]\nstatus: everyday phrase\n"
        f"theme: body\nsee: [{see}]\n"
        f"tries: []\nreviewed: 2026-01-01\nnext_review: 2027-01-01\n"
    )
    text = " ".join(sentences(chance, terms, 90))
    return (
        f"---\n{front}---\n\n## What it means\n\n{text}\n\n"
        "## Where it is mentioned\n\n{{ mentioned_in() }}\n"
    )


def slug(title: str) -> str:
    """A term's file name."""
    return title.replace(" ", "-")


CONFIG = """site_name: Bench
theme: {{name: material, custom_dir: {overrides}, font: false, language: en}}
plugins: [{{macros: {{module_name: bench_macros, on_undefined: strict, on_error_fail: true}}}}]
markdown_extensions: [attr_list, md_in_html, tables, def_list, admonition]
validation: {{links: {{absolute_links: relative_to_docs}}, nav: {{omitted_files: ignore}}}}
exclude_docs: /_data/
nav: [index.md, glossary/index.md]
not_in_nav: "/*"
extra: {{site: {{contact: "", copyright_holder: "", repository: ""}}}}
"""
MODULE = '''"""Our macros; what the checker finds stops nothing.

BENCH_LINKING=0: no links, no lists of mentions."""

import os, sys
sys.path.insert(0, {root!r})
import macros.plugin as plugin
from macros.content.term_links import TermLinks
from macros import on_pre_page_macros, on_post_build

plugin.musts = lambda problems: []
if os.environ.get("BENCH_LINKING") == "0":
    class NoLinks(plugin.AutolinkExtension):
        def extendMarkdown(self, md):
            pass
    plugin.AutolinkExtension = NoLinks
    plugin.fill_mentions = lambda library, texts, site: TermLinks(library, {{}})


def define_env(env):
    plugin.register(env)
'''


def make_ours(folder: Path, pages: int, terms: int) -> None:
    """A project of ours: `pages` pages, `terms` terms, the real macros and theme."""
    _fresh(folder)
    chance = random.Random(7)
    names = titles(terms)
    head = (
        "---\ntitle: {}\nsummary: A page of the benchmark, made by a machine for a machine.\n"
        "autolink: {}\n---\n\n"
    )
    _write(folder / "docs/index.md", head.format("Home", "true") + "Home.\n")
    _write(folder / "docs/glossary/index.md", head.format("Glossary", "false") + "{{ glossary_index() }}\n")
    for name in names:
        _write(folder / f"docs/glossary/{slug(name)}.md", term_page(chance, name, names))
    for number in range(pages):
        text = head.format(f"Page {number}", "true") + body(chance, names)
        _write(folder / f"docs/pages/page-{number}.md", text)
    shutil.copytree(ROOT / "docs/_data", folder / "docs/_data")
    _write(folder / "docs/_data/danger-words.yml", "# This site has no help pages to lead to.\n")
    shutil.copytree(ROOT / "docs/assets", folder / "docs/assets")
    _write(folder / "mkdocs.yml", CONFIG.format(overrides=ROOT / "overrides"))
    _write(folder / "bench_macros/__init__.py", MODULE.format(root=str(ROOT)))
    (folder / "overrides").symlink_to(ROOT / "overrides")


def _fresh(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
