"""Adds what readers call a term, its other forms and everyday words, to the finished search index as a field."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

INDEX = Path("search") / "search_index.json"
FIELD = "names"
BOOST = 500  # between the theme's title (1000) and text (1): a page's own title still weighs most


def add_names(index: dict[str, Any], names: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """`index` with the field `names` on each page in `names` (by its address below the root); on its first entry only.

    The theme's search reads its fields from the index, so it searches this one without any change.
    """
    config = {**index["config"], "fields": {**index["config"]["fields"], FIELD: {"boost": BOOST}}}
    docs = [
        {**entry, FIELD: list(names[entry["location"]])} if names.get(entry["location"]) else entry
        for entry in index["docs"]
    ]
    return {**index, "config": config, "docs": docs}


def update_search_index(site: Path, names: Mapping[str, Sequence[str]]) -> None:
    """Does so for the index of the finished folder `site`; a folder without a search stays as it is."""
    path = site / INDEX
    if path.exists():
        index = add_names(json.loads(path.read_text(encoding="utf-8")), names)
        path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
