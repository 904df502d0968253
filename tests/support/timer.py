"""A timer on a page of the zoo, with a clock that only the test moves."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Locator, Page

from tests.support.opening import complaints

# A context that writes down what is asked of it; its time is the page's (faked) time.
FAKE_AUDIO = """
window.sounds = []; window.contexts = 0;
const param = (log) => {
  const all = new Proxy({}, { get: (_, name) => (...args) => { log.push([name, ...args]); return all; } });
  return all;
};
window.AudioContext = class {
  state = "suspended"; destination = {}; createdAt = performance.now(); sampleRate = 8000;
  constructor() { window.contexts += 1; window.audio = this; this.wakes = !window.mute; }
  get currentTime() { return this.state === "running" ? (performance.now() - this.createdAt) / 1000 : 0; }
  async resume() { if (this.wakes) this.state = "running"; }
  async suspend() { this.state = "suspended"; }
  async close() { this.state = "closed"; }
  createGain() { const log = []; return { gain: param(log), log, connect: (other) => other }; }
  createBuffer() { return { copyToChannel() {} }; }
  createBiquadFilter() { return { frequency: param([]), connect: (other) => other }; }
  createBufferSource() {
    return { connect(other) { window.background = this; return other; },
      start() { window.backgroundStarted = true; } };
  }
  createOscillator() {
    const sound = { frequency: [] }; const now = performance.now() - this.createdAt;
    return { frequency: param(sound.frequency),
      connect(envelope) { sound.gain = envelope.log; return envelope; },
      start: (time) => { if (time === undefined) return; // the swell of the background
        Object.assign(sound, { time, scheduledAt: now / 1000 }); window.sounds.push(sound); },
      stop(time) { if (time === undefined) sound.cut = true; else sound.until = time; } };
  }
};
"""
FAKE_WAKE = """
window.locks = [];
Object.defineProperty(navigator, "wakeLock", { configurable: true, value: { request: async () => {
  if (window.refuse) throw new DOMException("no", "NotAllowedError");
  const lock = Object.assign(new EventTarget(), { released: false,
    async release() { this.released = true; this.dispatchEvent(new Event("release")); } });
  window.locks.push(lock); return lock; } } });
"""
FRAME_MS = 17
LEAP_MS = 4500  # shorter than what the timer takes for a sleep
HIDE = """(hidden) => {
  Object.defineProperty(document, "visibilityState",
    { value: hidden ? "hidden" : "visible", configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
# Every change of a polite status, in order: what a screen reader would say.
LISTEN = """
window.said = [];
new MutationObserver((changes) => { for (const { target } of changes) {
  const status = (target.nodeType === 1 ? target : target.parentElement)?.closest("[role=status]");
  if (status?.textContent) window.said.push(status.textContent); } })
  .observe(document, { subtree: true, childList: true, characterData: true });
window.happened = [];
for (const name of ["start", "pause", "resume", "stop", "end", "answer"])
  document.addEventListener(`practice-timer-${name}`, (event) => window.happened.push([name, event.detail]));
"""


@dataclass
class Timer:
    """A page with one timer (or several: the first is meant), and what went wrong on it."""

    page: Page
    faults: list[str]

    @classmethod
    def open(
        cls,
        browser: Browser,
        base: str,
        path: str,
        *,
        query: str = "",
        scripts: tuple[str, ...] = (),
        javascript: bool = True,
        **options: Any,
    ) -> "Timer":
        """Open a practice by its slug, or any path with a slash; time stands still until `run` or `jump`."""
        context = browser.new_context(
            java_script_enabled=javascript, bypass_csp=options.pop("axe", False), **options
        )
        page = context.new_page()
        timer = cls(page, complaints(page, base))
        if javascript:
            page.clock.install(time=1_000_000)
            page.clock.pause_at(2_000_000)
        for script in (LISTEN, *scripts) if javascript else ():
            page.add_init_script(script)
        address = path if "/" in path else f"practices/{path}/"
        page.goto(f"{base}{address}{query}")
        if javascript:
            timer.wait_ready()
        return timer

    def wait_ready(self) -> None:
        """Until the element is at work, nothing running."""
        self.page.wait_for_selector("practice-timer[data-state=idle]")

    def visit(self, address: str = "") -> None:
        """Go to an address in the same tab; without one, load the page again."""
        if address:
            self.page.goto(address)
        else:
            self.page.reload()
        self.wait_ready()

    @property
    def root(self) -> Locator:
        """The first timer of the page."""
        return self.page.locator("practice-timer").first

    def part(self, name: str) -> Locator:
        """A part of the first timer, by the end of its class."""
        return self.root.locator(f".practice-timer__{name}").first

    def text(self, name: str) -> str:
        """What a part says."""
        return self.part(name).inner_text().strip()

    @property
    def shown(self) -> tuple[str, str]:
        """The word and the number of the present moment."""
        return self.text("word"), self.text("number")

    @property
    def focused(self) -> str:
        """What has the focus: the words of it, in full."""
        return str(self.page.evaluate("document.activeElement.textContent")).strip()

    def button(self, name: str) -> Locator:
        """A button by its whole name."""
        return self.root.get_by_role("button", name=name, exact=True)

    def press(self, *names: str) -> None:
        """Press buttons by their whole names, one after the other."""
        for name in names:
            self.button(name).click()

    def row(self, name: str) -> Locator:
        """Open a row of the settings, by its name; the fields are fetched when they are first opened."""
        settings = self.root.locator(".practice-timer__settings")
        rows = self.root.locator(".practice-timer__setting, .practice-timer__script")
        row = rows.filter(has=self.page.get_by_text(name, exact=True)).first
        for fold in (settings, row):
            if fold.get_attribute("open") is None:
                fold.locator("> summary").click()
            self.root.locator(".practice-timer__settings[data-ready]").wait_for(state="attached")
        return row

    def enter(self, row: str, label: str, text: str) -> Locator:
        """Type into a field of the settings and leave it; returns the field."""
        typed = self.row(row).get_by_label(label)
        typed.fill(text)
        typed.press("Tab")
        return typed

    def pick(self, row: str, label: str, option: str) -> None:
        """Pick an option of the settings by its words."""
        self.row(row).get_by_role("combobox", name=label).select_option(label=option)

    def tick(self, label: str) -> None:
        """Tick a box among sound, voice and vibration."""
        self.row("Sound, voice, vibration").get_by_label(label).check()

    def open_all(self) -> None:
        """Open every fold of the page, the settings with all their rows among them."""
        self.page.evaluate("document.querySelectorAll('details').forEach((row) => { row.open = true; })")
        self.root.locator(".practice-timer__settings[data-ready]").wait_for(state="attached")

    def run(self, ms: float) -> None:
        """Let time pass, every timer and frame in its turn."""
        self.page.clock.run_for(round(ms))

    def jump(self, ms: float) -> None:
        """Let time pass as on a slow page: while a session runs the timer looks every few seconds only."""
        left = round(ms)
        while left > LEAP_MS and self.state in ("ready", "running"):
            self.page.clock.fast_forward(LEAP_MS)
            left -= LEAP_MS
        self.page.clock.fast_forward(left)

    def freeze(self, ms: float) -> None:
        """Let time pass as in a page that stands still: each timer fires once at most, at the end."""
        self.page.clock.fast_forward(round(ms))

    def begin(self) -> None:
        """Start, without the get-ready count."""
        self.press("Again" if self.state == "ended" else "Start", "Skip the count")

    def hide(self, hidden: bool = True) -> None:
        """Hide or show the tab, as far as the page can tell."""
        self.page.evaluate(HIDE, hidden)

    @property
    def state(self) -> str | None:
        """idle, ready, running, paused, stopped or ended."""
        return self.root.get_attribute("data-state")

    @property
    def said(self) -> list[str]:
        """What a screen reader said, in order."""
        announcements: list[str] = self.page.evaluate("window.said")
        return announcements

    @property
    def happened(self) -> list[Any]:
        """Events, in order: name and detail."""
        events: list[Any] = self.page.evaluate("window.happened")
        return events


OpenTimer = Callable[..., Timer]
