"""The list of planted faults keeps up with the code: a fault that cannot be planted proves nothing."""

from tests.conftest import ROOT
from tools.planted_faults import Fault, read_faults


def stale(fault: Fault) -> bool:
    """Whether the text of a fault does not stand once in its file, or its test's file is gone."""
    file, test = ROOT / fault.file, ROOT / fault.test.partition(" ")[0].partition("::")[0]
    return not (file.is_file() and test.is_file() and file.read_text(encoding="utf-8").count(fault.text) == 1)


def test_every_fault_can_be_planted_and_names_a_test() -> None:
    faults = read_faults()
    assert [fault.name for fault in faults if stale(fault)] == []
    assert len(faults) > 60
    assert stale(Fault("x", "Makefile", "no such text", "", "tests/unit/test_setup.py"))
