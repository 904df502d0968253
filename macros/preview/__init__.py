"""The preview that never stops: what `mkdocs serve` shows of faults, and how it shows a saved page at once."""
