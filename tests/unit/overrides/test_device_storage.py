"""Whatever a script keeps on a reader's device stands on the page about privacy."""

import re

from tests.conftest import ROOT

KEEPS = re.compile(
    r"\blocalStorage\b|\bindexedDB\.open|\bcaches\.open|\bsessionStorage\b|document\.cookie|\bstoreText\("
)
# The components that keep something, and the words that say so.
SAID = {
    "my-plan": "**Your plan,**",
    "my-practices": "**Your practices,**",
    "offline-copy": "**A copy of the site**",
    "practice-timer": "**Timer settings,**",
    "private-notes": "**Your notes,**",
    "short-way": "**Ticks on a [short way]",
    "scheme-switch": "**Light or dark colours,**",
}


def test_what_scripts_keep_is_said_on_the_page_about_privacy() -> None:
    scripts = (ROOT / "overrides/components").glob("*/*.js")
    keep = {path.parent.name for path in scripts if KEEPS.search(path.read_text(encoding="utf-8"))}
    page = (ROOT / "docs/about/privacy.md").read_text(encoding="utf-8")
    assert keep - {"vendor", "shared"} == set(SAID)  # `shared` only defines `storeText`
    assert [words for words in SAID.values() if words not in page] == []
