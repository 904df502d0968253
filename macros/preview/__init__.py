"""The preview that never stops: `mkdocs serve` shows faults, and a saved page at once."""
