"""`_headers` as Netlify and Cloudflare read it: a path receives what every rule that matches it says."""

from pathlib import Path


def rules(site: Path) -> dict[str, dict[str, str]]:
    """The headers of every rule by its pattern; a pattern may stand there once."""
    headers_by_pattern: dict[str, dict[str, str]] = {}
    for line in (site / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            assert line not in headers_by_pattern, f"two rules for {line}"
            headers_by_pattern[line] = {}
        elif line:
            name, _, value = line.strip().partition(": ")
            headers_by_pattern[list(headers_by_pattern)[-1]][name] = value
    return headers_by_pattern


def received(site: Path, path: str) -> dict[str, list[str]]:
    """Every value of each header for `path` ("/guides/x/"); a host joins several."""
    values: dict[str, list[str]] = {}
    for pattern, headers in rules(site).items():
        if path == pattern or (pattern.endswith("*") and path.startswith(pattern.removesuffix("*"))):
            for name, value in headers.items():
                values.setdefault(name, []).append(value)
    return values
