"""A timer on a page of the zoo, with a clock that only the test moves."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page

from macros.content.model import Practice

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
Object.defineProperty(navigator, "wakeLock", { value: { request: async () => {
  if (window.refuse) throw new DOMException("no", "NotAllowedError");
  const lock = Object.assign(new EventTarget(), { released: false,
    async release() { this.released = true; this.dispatchEvent(new Event("release")); } });
  window.locks.push(lock); return lock; } } });
"""
FAKE_VOICE = """
window.spoken = []; window.voices = [{ localService: false, lang: "en-GB", name: "far" }];
if (window.near !== false) window.voices.push({ localService: true, lang: "en-GB", name: "near" });
Object.defineProperty(window, "speechSynthesis", { value: { getVoices: () => window.voices, cancel() {},
  speak: (u) => window.spoken.push([u.text, u.voice.name, performance.now()]) } });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""
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
window.blocked = [];
document.addEventListener("securitypolicyviolation", (event) => window.blocked.push(event.violatedDirective));
"""


@dataclass
class Timer:
    """A page with one timer (or several: the first is meant), and what went wrong on it."""

    page: Page
    context: BrowserContext
    faults: list[str] = field(default_factory=list)

    @classmethod
    def open(
        cls,
        browser: Browser,
        base: str,
        path: str,
        *,
        query: str = "",
        scripts: tuple[str, ...] = (),
        clock: bool = True,
        javascript: bool = True,
        wait: bool = True,
        **options: Any,
    ) -> "Timer":
        """Open a practice by its slug, or any path with a slash; time stands still until `run` or `jump`."""
        context = browser.new_context(
            java_script_enabled=javascript, bypass_csp=options.pop("axe", False), **options
        )
        page = context.new_page()
        timer = cls(page, context)
        page.on("pageerror", lambda error: timer.faults.append(f"exception: {error}"))
        page.on("console", lambda entry: timer._console(entry.type, entry.text))
        if javascript and clock:
            page.clock.install(time=1_000_000)
            page.clock.pause_at(2_000_000)
        for script in (LISTEN, *scripts) if javascript else ():
            page.add_init_script(script)
        address = path if "/" in path else f"practices/{path}/"
        page.goto(f"{base}{address}{query}")
        if javascript and wait:
            page.wait_for_selector("practice-timer[data-state]")
        return timer

    def _console(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"} and "favicon" not in text and "404" not in text:
            self.faults.append(f"console: {text}")

    def close(self) -> None:
        """Close the page and all it stored."""
        if not self.page.is_closed() and self.faults == []:
            blocked = self.page.evaluate("window.blocked ?? []") if self.page.url.startswith("http") else []
            self.faults += [f"policy: {directive}" for directive in blocked]
        self.context.close()

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

    def press(self, name: str) -> None:
        """Press a button by its whole name."""
        self.root.get_by_role("button", name=name, exact=True).click()

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
        self.press("Start")
        self.press("Skip the count")

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


def phase_starts(
    practice: Practice, seconds: Sequence[float], rounds: int, total: float
) -> list[tuple[str, float]]:
    """Kind and start in milliseconds of each phase of a breath that lasts `seconds`, up
    to `total` milliseconds."""
    starts, at = [], 0.0
    for _ in range(rounds):
        for phase, length in zip(practice.phases, seconds, strict=True):
            if length and at < total:
                starts.append((str(phase.kind), at))
            at += length * 1000
    return starts


def phase_at(practice: Practice, elapsed: float) -> tuple[int, str, int]:
    """Round from 1, the phase's word, and whole seconds left in it, `elapsed`
    milliseconds into a breath as given."""
    lengths = [phase.seconds * 1000 for phase in practice.phases]
    done, within = divmod(elapsed, sum(lengths))
    for phase, length in zip(practice.phases, lengths, strict=True):
        if within < length:
            return int(done) + 1, phase.say, math.ceil((length - within) / 1000)
        within -= length
    raise ValueError("a breath has at least one phase")
