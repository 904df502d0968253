"""The passphrase of the private notes: what it seals, and that no interruption loses a word."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.support.notes import PASSPHRASE, Notes, note

Open = Callable[..., Notes]
OTHER = "four loud copper kettles"


def kept(tab: Notes, *texts: str) -> Notes:
    for text in texts:
        tab.keep(hard=text)
    return tab


def test_a_passphrase_seals_every_word_on_the_device_and_opens_them_again(notes: Open) -> None:
    tab = kept(notes(), "first words", "second words")
    tab.spoil("many", [note(id="x", day=3, free="damaged words")])
    tab.reload()
    tab.lock_with()
    stored = json.dumps(tab.raw)
    assert "words" not in stored
    assert "sealed" in stored
    lock = (tab.raw or {})["state"][0][1]["lock"]
    assert lock["iterations"] >= 600_000
    tab.reload()
    expect(tab.part("gate")).to_be_visible()
    assert tab.part("form").is_hidden()
    tab.unlock()
    expect(tab.part("gate")).to_be_hidden()
    assert tab.shown == ["second words", "first words"]
    tab.keep(hard="third words")
    assert "words" not in json.dumps(tab.raw)
    aside = tab.saved(lambda: tab.part("standing").get_by_role("button", name="Save it").click())
    assert b"damaged words" in aside


def test_a_wrong_passphrase_changes_nothing(notes: Open) -> None:
    tab = kept(notes(), "one")
    tab.lock_with()
    tab.reload()
    before = tab.raw
    for wrong in ("", " ", PASSPHRASE.upper(), PASSPHRASE + " "):
        tab.page.evaluate("document.querySelector('.private-notes__gate [name=passphrase]').required = false")
        tab.unlock(wrong)
        expect(tab.part("gate")).to_contain_text("not the passphrase")
    assert tab.raw == before
    tab.unlock()
    expect(tab.part("gate")).to_be_hidden()
    assert tab.shown == ["one"]


def test_it_is_refused_when_short_or_typed_in_two_ways(notes: Open) -> None:
    tab = kept(notes(), "one")
    tab.fold("A passphrase")
    form = tab.part("lock-form")
    for fresh, again, words in (("short", "short", "eight characters"), (PASSPHRASE, OTHER, "not the same")):
        form.locator("[name=fresh]").fill(fresh)
        form.locator("[name=again]").fill(again)
        form.locator("button[type=submit]:visible").click()
        expect(form).to_contain_text(words)
    assert "sealed" not in json.dumps(tab.raw)


def test_it_can_be_changed_and_the_old_one_opens_nothing(notes: Open) -> None:
    tab = kept(notes(), "one")
    tab.lock_with()
    tab.fold("A passphrase")
    form = tab.part("lock-form")
    form.locator("[name=current]").fill("not that one")
    form.locator("[name=fresh]").fill(OTHER)
    form.locator("[name=again]").fill(OTHER)
    form.get_by_role("button", name="Change it").click()
    expect(form).to_contain_text("not the passphrase")
    tab.lock_with(OTHER, current=PASSPHRASE)
    tab.reload()
    tab.unlock(PASSPHRASE)
    expect(tab.part("gate")).to_contain_text("not the passphrase")
    tab.unlock(OTHER)
    expect(tab.part("gate")).to_be_hidden()
    assert tab.shown == ["one"]


def test_it_can_be_removed_with_the_present_one_only(notes: Open) -> None:
    tab = kept(notes(), "one")
    tab.lock_with()
    tab.fold("A passphrase")
    remove = tab.part("lock-form").get_by_role("button", name="Remove it")
    remove.click()
    expect(tab.part("lock-form")).to_contain_text("not the passphrase")
    tab.part("lock-form").locator("[name=current]").fill(PASSPHRASE)
    remove.click()
    expect(tab.part("passing")).to_contain_text("removed")
    raw = tab.raw
    assert raw is not None
    assert raw["notes"][0][1]["note"]["hard"] == "one"
    assert raw["state"][0][1]["lock"] is None
    tab.reload()
    assert tab.shown == ["one"]


CHANGES: dict[str, tuple[str, str]] = {
    "set": ("", PASSPHRASE),
    "change": (PASSPHRASE, OTHER),
    "remove": (PASSPHRASE, ""),
}


@pytest.mark.parametrize("after", [0, 1, 7, 20, 25])
@pytest.mark.parametrize("kind", CHANGES)
def test_an_interruption_leaves_the_old_or_the_new_whole(notes: Open, kind: str, after: int) -> None:
    """The device refuses the write with the number `after`, of 21: 20 notes and the state."""
    now, then = CHANGES[kind]
    tab = notes()
    entries = [note(id=f"n{number}", hard=f"words {number}") for number in range(20)]
    tab.add(json.dumps({"notes": 1, "entries": entries}).encode())
    if now:
        tab.lock_with(now)
    tab.fold("A passphrase")
    form = tab.part("lock-form")
    tab.refuse("QuotaExceededError", after)
    if now:
        form.locator("[name=current]").fill(now)
    if then:
        form.locator("[name=fresh]").fill(then)
        form.locator("[name=again]").fill(then)
        form.locator("button[type=submit]:visible").click()
    else:
        form.get_by_role("button", name="Remove it").click()
    tab.at_rest("lock-form")
    expect(tab.part("passing")).not_to_be_empty()
    holds = now if after < 21 else then
    assert ("nothing was changed" in form.inner_text()) == (after < 21)
    tab.refuse("")
    assert len(json.loads(tab.export())["entries"]) == 20
    tab.reload()
    if holds:
        tab.unlock(holds)
        expect(tab.part("gate")).to_be_hidden()
    assert sorted(entry["hard"] for entry in json.loads(tab.export())["entries"]) == sorted(e["hard"] for e in entries)
    kinds = {"sealed" in record for _, record in (tab.raw or {})["notes"]}
    assert kinds == {bool(holds)}


@pytest.mark.parametrize("wait", [0, 50, 300, 700, 1200])
def test_a_page_closed_in_the_middle_loses_nothing(notes: Open, wait: int) -> None:
    tab = notes()
    entries = [note(id=f"n{number}", hard=f"words {number}", free="z" * 5000) for number in range(300)]
    tab.add(json.dumps({"notes": 1, "entries": entries}).encode())
    tab.fold("A passphrase")
    form = tab.part("lock-form")
    form.locator("[name=fresh]").fill(PASSPHRASE)
    form.locator("[name=again]").fill(PASSPHRASE)
    form.locator("button[type=submit]:visible").click()
    tab.page.wait_for_timeout(wait)
    again = notes(beside=tab)
    tab.page.close()
    again.reload()
    if again.part("gate").is_visible():
        again.unlock()
        expect(again.part("gate")).to_be_hidden()
    assert len(json.loads(again.export())["entries"]) == 300


@pytest.mark.parametrize("told", [True, False])
def test_another_tab_cannot_write_unsealed_words_after_the_lock(notes: Open, told: bool) -> None:
    one = kept(notes(), "one")
    two = notes(beside=one)
    if not told:
        two.page.add_init_script("delete window.BroadcastChannel;")
        two.reload()
    two.fill(hard="typed before the lock")
    one.lock_with()
    if told:
        expect(two.part("gate")).to_be_visible()
    expect(two.part("form")).to_be_visible()
    two.part("keep").click()
    expect(two.part("passing")).to_contain_text("have been locked")
    assert two.page.input_value(".private-notes__form [name=hard]") == "typed before the lock"
    assert "typed before" not in json.dumps(one.raw)
    two.unlock()
    expect(two.part("gate")).to_be_hidden()
    two.part("keep").click()
    expect(two.part("passing")).to_contain_text("Kept")
    one.reload()
    one.unlock()
    expect(one.part("gate")).to_be_hidden()
    assert sorted(one.shown) == ["one", "typed before the lock"]
    assert "typed before" not in json.dumps(one.raw)


def test_a_note_kept_elsewhere_during_the_sealing_is_sealed_too(notes: Open) -> None:
    one = kept(notes(), "one")
    two = notes(beside=one)
    # The second tab keeps a note after the first has read the notes, and before it writes them: the first thing sealed
    # is the lock's own check, the second a note.
    one.page.evaluate(
        """() => { const encrypt = SubtleCrypto.prototype.encrypt;
          const gate = new Promise((open) => (window.goOn = open));
          let reach;
          window.between = new Promise((reached) => (reach = reached));
          let count = 0;
          SubtleCrypto.prototype.encrypt = async function (...given) {
            count += 1;
            if (count > 1) {
              reach();
              await gate;
            }
            return encrypt.apply(this, given);
          }; }"""
    )
    one.fold("A passphrase")
    form = one.part("lock-form")
    form.locator("[name=fresh]").fill(PASSPHRASE)
    form.locator("[name=again]").fill(PASSPHRASE)
    form.locator("button[type=submit]:visible").click()
    one.page.evaluate("between.then(() => 0)")
    two.keep(hard="meanwhile")
    one.page.evaluate("goOn()")
    one.at_rest("lock-form")
    expect(one.part("passing")).to_contain_text("A passphrase is set")
    assert "meanwhile" not in json.dumps(one.raw)
    assert sorted(one.shown) == ["meanwhile", "one"]


@pytest.mark.parametrize("work", ["cipher", "iv", "swap"])
def test_sealed_words_that_were_tampered_with_are_set_aside(notes: Open, work: str) -> None:
    tab = kept(notes(), "one", "two")
    tab.lock_with()
    tab.spoil(work)
    tab.reload()
    tab.unlock()
    expect(tab.part("standing")).to_contain_text("2 pieces")
    raw = tab.raw
    assert raw is not None
    assert len(raw["aside"]) == 2
    tab.keep(hard="goes on")
    assert tab.shown == ["goes on"]


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"check": None}, "opens"),
        ({"check": {"iv": 1}}, "opens"),
        ({"salt": None}, "broken"),
        ({"iterations": "many"}, "broken"),
        ({"iterations": 0}, "broken"),
        ({"id": 3}, "broken"),
    ],
)
def test_a_damaged_lock_keeps_the_sealed_notes(notes: Open, change: dict[str, Any], outcome: str) -> None:
    tab = kept(notes(), "one")
    tab.lock_with()
    tab.spoil("lock", change)
    before = (tab.raw or {})["notes"]
    tab.reload()
    if outcome == "opens":
        tab.unlock("not that one")
        expect(tab.part("gate")).to_contain_text("not the passphrase")
        tab.unlock()
        expect(tab.part("gate")).to_be_hidden()
        assert tab.shown == ["one"]
        return
    expect(tab.part("broken")).to_be_visible()
    assert (tab.raw or {})["notes"] == before
    saved = tab.saved(tab.part("broken").locator("button").first.click)
    assert b"base64" in saved
    tab.part("afresh").click()
    expect(tab.part("form")).to_be_visible()
    tab.keep(hard="anew")
    assert tab.shown == ["anew"]
    assert len((tab.raw or {})["aside"]) == 1


def test_locking_takes_everything_off_the_page(notes: Open) -> None:
    tab = kept(notes(), "one secret")
    tab.lock_with()
    tab.show()
    expect(tab.part("note")).to_contain_text("one secret")
    tab.part("lock").click()
    expect(tab.part("gate").locator("[name=passphrase]")).to_be_focused()
    assert "one secret" not in tab.page.content()
    tab.unlock()
    expect(tab.part("gate")).to_be_hidden()
    assert tab.page.input_value(".private-notes__gate [name=passphrase]") == ""


def test_it_locks_itself_after_a_while_out_of_sight(notes: Open) -> None:
    tab = notes()
    tab.page.clock.install()
    kept(tab, "one secret")
    tab.lock_with()
    hide = """(hidden) => { Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
      document.dispatchEvent(new Event("visibilitychange")); }"""
    tab.page.evaluate(hide, True)
    tab.page.clock.run_for(4 * 60_000)
    tab.page.evaluate(hide, False)
    expect(tab.part("gate")).to_be_hidden()
    tab.page.evaluate(hide, True)
    tab.page.clock.run_for(5 * 60_000 + 1000)
    tab.page.evaluate(hide, False)
    expect(tab.part("gate")).to_be_visible()
    assert "one secret" not in tab.page.content()


def test_a_forgotten_passphrase_leaves_the_way_to_delete(notes: Open) -> None:
    tab = kept(notes(), "one")
    tab.lock_with()
    tab.reload()
    before = tab.raw
    assert before is not None
    tab.delete_all()
    assert tab.raw is None
    tab.page.get_by_role("button", name="Undo").click()
    expect(tab.part("gate")).to_be_visible()
    back = tab.raw
    assert back is not None
    assert back["notes"] == before["notes"]
    tab.unlock()
    expect(tab.part("gate")).to_be_hidden()
    assert tab.shown == ["one"]


def test_its_limits_are_said_before_the_field(notes: Open) -> None:
    tab = notes()
    tab.fold("A passphrase")
    for words in ("cannot be recovered", "software that watches", "make you tell it", "how many", "files you saved"):
        expect(tab.part("lock-form")).to_contain_text(words)


def test_on_an_unsafe_connection_it_says_so(notes: Open) -> None:
    tab = notes()
    tab.page.add_init_script("Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined });")
    tab.reload()
    tab.fold("A passphrase")
    expect(tab.part("lock-form")).to_contain_text("safe connection")
    tab.keep(hard="still works")
