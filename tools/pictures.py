"""Pictures of the site for the eye: each place at two widths, in light and in dark, into build/pictures/.

make pictures        or: python -m tools.pictures [NAME ...]

`python -m tools.pictures --readme` writes the small ones that README.md shows, into
tools/readme/, which is not published.
"""

import io
import sys
import tempfile
from collections.abc import Callable
from itertools import product
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from macros.publish.policy import folder_policy
from tests.conftest import ADDRESS, FLAGS, PREFIX, ROOT, build
from tests.support.server import serve
from tools.setup import find_chromium

FOLDER = ROOT / "build" / "pictures"
SIZES = ((390, 844), (1280, 900))  # CSS pixels
SCHEMES = ("light", "dark")
# Shown in README.md: the place, and what stands at the top of its picture.
README = {"practice-running": ".practice-timer__stage", "evidence-map": ".evidence-map__table"}
README_FOLDER = ROOT / "tools" / "readme"
README_SIZE, COLOURS, MOST = (390, 844), 64, 60_000  # CSS pixels; colours kept; bytes of one picture


def whole(page: Page) -> None:
    """The page as it opens."""


def running(page: Page) -> None:
    """A practice that has begun: a few seconds into its first breath."""
    timer = page.locator("practice-timer").first
    timer.get_by_role("button", name="Start", exact=True).click()
    timer.get_by_role("button", name="Skip the count", exact=True).click()
    page.wait_for_timeout(2500)


PLACES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "home": ("", whole),
    "library": ("practices/", whole),
    "guide": ("guides/why-boundaries-fail/", whole),
    "practice": ("practices/longer-out-breath/", whole),
    "practice-running": ("practices/longer-out-breath/", running),
    "term": ("glossary/hyperarousal/", whole),
    "glossary": ("glossary/", whole),
    "help": ("help/", whole),
    "tools": ("tools/", whole),
    "evidence-map": ("about/evidence-map/", whole),
    "finder": ("tools/find/#feel=wound-up", whole),
}


def take(browser: Browser, base: str, name: str, folder: Path) -> list[Path]:
    """Four pictures of one place: the whole page on a phone, the first screen on a wide window."""
    address, enter = PLACES[name]
    taken = []
    for (width, height), scheme in product(SIZES, SCHEMES):
        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
        page.goto(base + address)
        page.evaluate("document.fonts.ready")
        enter(page)
        taken.append(folder / f"{name}-{scheme}-{width}.png")
        page.screenshot(path=taken[-1], full_page=width == SIZES[0][0] and enter is whole)
        page.close()
    return taken


def take_small(browser: Browser, base: str, name: str) -> Path:
    """One small picture for README.md: a phone in light colours. Raises ValueError above MOST bytes."""
    address, enter = PLACES[name]
    width, height = README_SIZE
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
    page.goto(base + address)
    page.evaluate("document.fonts.ready")
    enter(page)
    page.locator(README[name]).evaluate("(part) => part.scrollIntoView()")
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    page.close()
    README_FOLDER.mkdir(exist_ok=True)
    taken = README_FOLDER / f"{name}.png"
    shot.quantize(COLOURS).save(taken, optimize=True)
    if taken.stat().st_size > MOST:
        raise ValueError(f"{taken} has {taken.stat().st_size} bytes; at most {MOST}. Use fewer colours.")
    return taken


def main(names: list[str]) -> None:
    """Build the site, take the pictures of the places named (of all without names), say where they are.

    With "--readme" for a name, the small ones of README.md.
    """
    small = names == ["--readme"]
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        done = build(ROOT, site, SITE_ADDRESS=ADDRESS)
        if done.returncode:
            sys.exit(done.stdout + done.stderr)
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        with serve(site, PREFIX, folder_policy(site)) as base:
            if small:
                taken = [take_small(browser, base, name) for name in README]
            else:
                taken = [picture for name in names or PLACES for picture in take(browser, base, name, FOLDER)]
        browser.close()
    print(f"{len(taken)} pictures in {taken[0].parent.relative_to(ROOT)}/")


if __name__ == "__main__":
    unknown = set(sys.argv[1:]) - set(PLACES)
    if unknown and sys.argv[1:] != ["--readme"]:
        sys.exit(f"Unknown: {', '.join(sorted(unknown))}. Known: {', '.join(PLACES)}.")
    main(sys.argv[1:])
