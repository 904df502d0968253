"""How long a page takes to answer: from a touch to the next paint, by the browser's own clock of events."""

from collections.abc import Callable

from playwright.sync_api import Browser, Page

SLOWER = 4
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
WATCH = """window.answers = [];
new PerformanceObserver((list) => {
  for (const { interactionId, duration } of list.getEntries()) if (interactionId)
    window.answers.push(duration);
}).observe({ type: "event", durationThreshold: 16, buffered: true });"""
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
PRACTICE = "practices/longer-out-breath/"


def _tap(name: str) -> Callable[[Page], None]:
    return lambda page: page.get_by_role("button", name=name, exact=True).first.tap()


def _fold(page: Page) -> None:
    page.locator("summary:visible").first.tap()


def _type(page: Page) -> None:
    _tap("Search")(page)
    page.wait_for_timeout(300)
    page.keyboard.type("sleep", delay=120)


ACTS: dict[str, tuple[str, Callable[[Page], None]]] = {
    "search, first tap": ("guides/", _tap("Search")),
    "search, typing at once": ("guides/", _type),
    "colours": ("guides/", _tap("Dark colours")),
    "contents or fold": (PRACTICE, _fold),
    "timer, Start": (PRACTICE, _tap("Start")),
}


def interactions(browser: Browser, root: str, rounds: int) -> dict[str, list[float]]:
    """For each act the longest answer of each round, in milliseconds; below 16 the browser counts none: 0."""
    return {
        name: [_answer(browser, root + path, act) for _ in range(rounds)]
        for name, (path, act) in ACTS.items()
    }


def _answer(browser: Browser, address: str, act: Callable[[Page], None]) -> float:
    page = browser.new_page(**PHONE)  # type: ignore[arg-type]
    page.add_init_script(WATCH)
    page.goto(address, wait_until="networkidle")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    act(page)
    page.wait_for_timeout(3000)
    durations: list[float] = page.evaluate("window.answers")
    page.close()
    return max(durations, default=0.0)


def next_page(browser: Browser, root: str, rounds: int) -> list[float]:
    """Milliseconds from leaving one page to the first paint of the next."""
    times = []
    for _ in range(rounds):
        page = browser.new_page(**PHONE)  # type: ignore[arg-type]
        page.goto(f"{root}guides/", wait_until="networkidle")
        with page.expect_navigation(wait_until="networkidle"):
            page.locator("article a[href]:visible").nth(2).tap()
        times.append(float(page.evaluate(FIRST_PAINT)))
        page.close()
    return times
