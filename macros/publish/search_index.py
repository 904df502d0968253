"""Adds to the finished search index what readers call a term, and each page's one line, which stands in its head."""

from __future__ import annotations

import html
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


def add_leads(index: dict[str, Any], leads: Mapping[str, str]) -> dict[str, Any]:
    """`index` with the line of each page in `leads` (by its address) before the text of its first entry.

    The theme shows the beginning of that text below a result's title; most pages have none before their first heading.
    """
    lines = {address: f"<p>{html.escape(lead, quote=False)}</p>" for address, lead in leads.items()}
    docs = [
        {**entry, "text": line + entry["text"]}
        if (line := lines.get(entry["location"])) and not entry["text"].startswith(line)
        else entry
        for entry in index["docs"]
    ]
    return {**index, "docs": docs}


def update_search_index(site: Path, names: Mapping[str, Sequence[str]], leads: Mapping[str, str]) -> None:
    """Does both for the index of the finished folder `site`; a folder without a search stays as it is."""
    path = site / INDEX
    if path.exists():
        index = add_leads(add_names(json.loads(path.read_text(encoding="utf-8")), names), leads)
        path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
