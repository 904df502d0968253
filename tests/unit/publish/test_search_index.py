"""The pass over the search index: adds names where they belong and changes nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from macros.publish.search_index import add_leads, add_names, update_search_index

INDEX: dict[str, Any] = {
    "config": {"lang": ["en"], "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}}},
    "docs": [
        {"location": "glossary/fawn/", "title": "fawn", "text": "x"},
        {"location": "glossary/fawn/#what", "title": "What", "text": "y"},
        {"location": "guides/a/", "title": "A", "text": "fawn"},
    ],
}


def test_names_stand_on_the_pages_own_entry_alone() -> None:
    made = add_names(INDEX, {"glossary/fawn/": ("fawning", "people say")})
    assert made["docs"][0]["names"] == ["fawning", "people say"]
    assert made["docs"][1:] == INDEX["docs"][1:]
    assert set(made["config"]["fields"]) == {"title", "text", "names"}


def test_the_line_of_a_page_opens_its_own_entry_alone() -> None:
    made = add_leads(INDEX, {"glossary/fawn/": "Appeasing < danger."})
    assert [entry["text"] for entry in made["docs"]] == ["<p>Appeasing &lt; danger.</p>x", "y", "fawn"]
    assert add_leads(made, {"glossary/fawn/": "Appeasing < danger."}) == made


def test_the_index_given_is_left_as_it_was() -> None:
    before = json.dumps(INDEX)
    add_names(INDEX, {"glossary/fawn/": ("fawning",)})
    assert json.dumps(INDEX) == before


def test_a_folder_without_a_search_stays_as_it_is(tmp_path: Path) -> None:
    update_search_index(tmp_path, {"a/": ("b",)}, {"a/": "c"})
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_written_and_again_gives_the_same(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    file = tmp_path / "search/search_index.json"
    file.write_text(json.dumps(INDEX), encoding="utf-8")
    update_search_index(tmp_path, {"glossary/fawn/": ("fawning",)}, {"guides/a/": "One line."})
    once = file.read_text(encoding="utf-8")
    update_search_index(tmp_path, {"glossary/fawn/": ("fawning",)}, {"guides/a/": "One line."})
    assert file.read_text(encoding="utf-8") == once
