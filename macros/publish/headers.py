"""The headers of a finished folder: `_headers` for hosts of static files, and a snippet for Caddy."""

import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from macros.publish.folder import write_files
from macros.publish.policy import embed_policy, folder_policy, unframed_policy

# What the timers and buttons ask a device for: sound and copying, the whole screen, a screen that stays on.
# Sharing is this site's own without being named, and browsers on some desktops complain of the name.
USED = ("autoplay", "clipboard-write", "fullscreen", "screen-wake-lock")
DENIED = """
accelerometer browsing-topics camera clipboard-read compute-pressure display-capture encrypted-media gamepad
geolocation gyroscope hid identity-credentials-get idle-detection keyboard-map local-fonts magnetometer
microphone midi otp-credentials payment picture-in-picture publickey-credentials-create
publickey-credentials-get serial storage-access sync-xhr usb window-management xr-spatial-tracking
""".split()  # noqa: SIM905
EVERYWHERE: Mapping[str, str] = {
    "Strict-Transport-Security": "max-age=63072000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(
        [*(f"{name}=()" for name in DENIED), *(f"{name}=(self)" for name in USED)]
    ),
}
LASTING = "public, max-age=31536000, immutable"  # a name with a hash in it never changes its content
FRESH = "no-cache"  # kept, but asked for again: the answer is short when nothing changed
# Scripts of other sites may read these.
OPEN_DATA = ("glossary.json", "practices.json", "sources.json", "feed.xml")
HASHED = re.compile(r"[.-](?:[0-9a-f]{8,}|[0-9A-Z]{8})\.(?:min\.)?[a-z0-9]+$")
ICONS = "assets/images/"  # all with a hash in their names
FRAMED = "embed"  # the folder of bare timers, which other sites may frame
MOST_RULES, LONGEST_LINE = 100, 2000  # Cloudflare Pages' limits for _headers


def write_headers(site: Path) -> str:
    """Writes `_headers`, and `_deploy/headers.caddy`, which deploy/Caddyfile reads.

    Raises ValueError when `_headers` would break a host's limits: 100 rules, 2000 characters a line.
    """
    policy = folder_policy(site)
    rules = _rules(site, policy)
    lines = [
        line
        for pattern, headers in rules.items()
        for line in (pattern, *(f"  {name}: {value}" for name, value in headers.items()), "")
    ]
    longest = max(map(len, lines))
    if len(rules) > MOST_RULES or longest > LONGEST_LINE:
        raise ValueError(
            f"_headers has {len(rules)} rules (most: {MOST_RULES}) and a line of {longest} characters "
            f"(most: {LONGEST_LINE}). Cloudflare Pages would drop what is over: use fewer inline scripts, "
            "folders at the root or hashed files."
        )
    write_files(site, {"_headers": "\n".join(lines), "_deploy/headers.caddy": _caddy(policy)})
    return f"_headers with {len(rules)} rules, a policy of {len(policy)} characters"


def _rules(site: Path, policy: str) -> dict[str, dict[str, str]]:
    """The headers of `_headers` by the pattern of their addresses. Hosts join a header that two matching
    rules set, so no address meets two rules that set the same.

    What matches no other rule, such as an address that does not exist, still has the policy. It stands there
    without its word on frames, which a rule for /embed/ could not take back: X-Frame-Options says that for
    each other folder with pages.
    """
    rules: defaultdict[str, dict[str, str]] = defaultdict(dict)
    rules["/*"] = {**EVERYWHERE, "Content-Security-Policy": unframed_policy(policy)}
    folders = sorted({page.relative_to(site).parts[0] for page in site.glob("[!._]*/**/*.html")})
    pages = sorted(path.name for path in site.glob("*.html"))
    for pattern in (*(f"{name}/*" for name in folders if name != FRAMED), "", *pages):
        rules[f"/{pattern}"]["X-Frame-Options"] = "DENY"
    # A rule names the file itself: below a folder's it would hold for what is missing there too, and a
    # browser would store for a year that something is missing. Of icons nobody misses one: a single rule.
    for file in sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()):
        if HASHED.search(file):
            rules[f"/{ICONS}*" if file.startswith(ICONS) else f"/{file}"]["Cache-Control"] = LASTING
    for worker in sorted(path.name for path in site.glob("*.js") if not HASHED.search(path.name)):
        rules[f"/{worker}"]["Cache-Control"] = FRESH
    for name in OPEN_DATA:
        rules[f"/{name}"]["Access-Control-Allow-Origin"] = "*"
    return rules


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
