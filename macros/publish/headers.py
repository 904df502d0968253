"""The headers of a finished folder, for the hosts that can send them: Netlify and Cloudflare, Caddy, nginx."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from macros.publish.folder import write_files
from macros.publish.policy import embed_policy, folder_policy

EVERYWHERE: Mapping[str, str] = {
    "Strict-Transport-Security": "max-age=63072000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
        "magnetometer=(), microphone=(), midi=(), payment=(), usb=(), screen-wake-lock=(self)"
    ),
}
LASTING = "public, max-age=31536000, immutable"  # a name with a hash in it never changes its content
FRESH = "no-cache"  # kept, but asked for again: the answer is short when nothing changed
OPEN_DATA = ("glossary.json", "practices.json", "sources.json", "feed.xml")  # other sites' scripts may read these
HASHED = re.compile(r"[.-][0-9a-f]{8,}\.(?:min\.)?[a-z0-9]+$")
FRAMED = "embed"  # the folder of bare timers, which other sites may frame
SNIPPETS = "_deploy"
MOST_RULES, LONGEST_LINE = 100, 2000  # Cloudflare Pages' limits for _headers


def write_headers(site: Path) -> str:
    """Writes `_headers` and the snippets below `_deploy/` that deploy/Caddyfile and deploy/nginx.conf read.

    Raises ValueError when `_headers` would break a host's limits: 100 rules, 2000 characters a line.
    """
    policy = folder_policy(site)
    headers = _netlify(site, policy)
    _check_limits(headers)
    snippets = {"headers.caddy": _caddy(policy), "maps.nginx": _nginx_maps(policy), "headers.nginx": _nginx_headers()}
    write_files(site, {"_headers": headers, **{f"{SNIPPETS}/{name}": text for name, text in snippets.items()}})
    return f"_headers with {len(_rules(headers))} rules, a policy of {len(policy)} characters"


def _lasting_patterns(site: Path) -> set[str]:
    """Folders all of whose files carry a hash in their names, as patterns below the root ("assets/built/*")."""
    folders: dict[Path, bool] = {}
    for file in (path for path in site.rglob("*") if path.is_file()):
        folders[file.parent] = folders.get(file.parent, True) and bool(HASHED.search(file.name))
    return {f"/{folder.relative_to(site).as_posix()}/*" for folder, all_hashed in folders.items() if all_hashed}


def _netlify(site: Path, policy: str) -> str:
    """`_headers`. Hosts join a header that two matching rules set, so rules that set the same one never overlap."""
    rules: dict[str, dict[str, str]] = {"/*": dict(EVERYWHERE)}
    own = {"Content-Security-Policy": policy, "X-Frame-Options": "DENY"}
    for name in sorted(each.name for each in site.iterdir() if each.is_dir() and each.name[0] not in "._"):
        framed = {"Content-Security-Policy": embed_policy(policy)}
        rules[f"/{name}/*"] = framed if name == FRAMED else dict(own)
    for page in ("/", *(f"/{each.name}" for each in sorted(site.glob("*.html")))):
        rules[page] = dict(own)
    for worker in sorted(site.glob("*.js")):
        rules[f"/{worker.name}"] = {"Content-Security-Policy": policy, "Cache-Control": FRESH}
    for pattern in sorted(_lasting_patterns(site)):
        rules[pattern] = {"Cache-Control": LASTING}
    for name in OPEN_DATA:
        rules[f"/{name}"] = {"Access-Control-Allow-Origin": "*"}
    return "\n".join(_rule(path, headers) for path, headers in rules.items())


def _rule(path: str, headers: Mapping[str, str]) -> str:
    return "".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])


def _rules(headers: str) -> list[str]:
    return [line for line in headers.splitlines() if line.startswith("/")]


def _check_limits(headers: str) -> None:
    rules, longest = len(_rules(headers)), max(map(len, headers.splitlines()))
    if rules > MOST_RULES or longest > LONGEST_LINE:
        raise ValueError(
            f"_headers has {rules} rules (most: {MOST_RULES}) and a line of {longest} characters "
            f"(most: {LONGEST_LINE}). Cloudflare Pages would drop what is over: use fewer inline scripts or folders."
        )


def _caddy(policy: str) -> str:
    """For `import` inside the handler of the folder: its paths are below the site's root."""
    lines = [f'header {name} "{value}"' for name, value in EVERYWHERE.items()]
    lines += [
        f"@framed path /{FRAMED}/*",
        f"@unframed not path /{FRAMED}/*",
        f'header @framed Content-Security-Policy "{embed_policy(policy)}"',
        f'header @unframed Content-Security-Policy "{policy}"',
        "header @unframed X-Frame-Options DENY",
        f"@lasting path_regexp {HASHED.pattern}",
        f"@fresh not path_regexp {HASHED.pattern}",
        f'header @lasting Cache-Control "{LASTING}"',
        f'header @fresh Cache-Control "{FRESH}"',
        f"@open path {' '.join(f'/{name}' for name in OPEN_DATA)}",
        'header @open Access-Control-Allow-Origin "*"',
    ]
    return "\n".join(lines) + "\n"


def _nginx_maps(policy: str) -> str:
    """For `include` in the http block: the headers that depend on the address."""
    data = "|".join(re.escape(name) for name in OPEN_DATA)
    maps = {
        "policy": (policy, f"/{FRAMED}/", embed_policy(policy)),
        "frame": ("DENY", f"/{FRAMED}/", ""),
        "cache": (FRESH, HASHED.pattern, LASTING),
        "open": ("", f"/(?:{data})$", "*"),
    }
    return "".join(
        f'map $uri $site_{name} {{\n    default "{usual}";\n    "~{pattern}" "{special}";\n}}\n'
        for name, (usual, pattern, special) in maps.items()
    )


def _nginx_headers() -> str:
    """For `include` in the server block; nginx leaves out a header whose value is empty."""
    varying = {
        "Content-Security-Policy": "$site_policy",
        "X-Frame-Options": "$site_frame",
        "Cache-Control": "$site_cache",
        "Access-Control-Allow-Origin": "$site_open",
    }
    return "".join(f'add_header {name} "{value}" always;\n' for name, value in {**EVERYWHERE, **varying}.items())
