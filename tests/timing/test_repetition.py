"""What runs again, in a pytest of its own whose machine stands still when told to."""

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).parents[2]

CONFTEST = """
import sys
from types import SimpleNamespace

from tests.timing import repetition

stolen = float({stolen})
repetition.watchdog = SimpleNamespace(start=list, is_watching=True, stolen=lambda since, until: stolen)

def pytest_configure(config):
    config.addinivalue_line("markers", "wire")
    config.pluginmanager.register(repetition.Repetition())
"""

TESTS = """
import pytest

tries = {"wire": 0, "unit": 0, "always": 0}
recordings = []

@pytest.fixture(scope="module")
def recording():
    recordings.append("a new one")

@pytest.mark.wire
def test_is_unlucky_once(recording):
    tries["wire"] += 1
    assert tries["wire"] == len(recordings) == 2

@pytest.mark.wire
def test_fails_always():
    tries["always"] += 1
    assert False, f"try {tries['always']}"

def test_of_another_tier():
    tries["unit"] += 1
    assert tries["unit"] == 2
"""


def outcomes(folder: Path, stolen: float) -> tuple[str, dict[str, str]]:
    """What pytest printed, and by test the message of its failure."""
    (folder / "conftest.py").write_text(CONFTEST.replace("{stolen}", str(stolen)))
    (folder / "test_it.py").write_text(TESTS)
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--junitxml=it.xml", "--rootdir=."]
    result = subprocess.run(
        [*command, "-q", "."],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": "", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    failures = {
        case.attrib["name"]: failure.attrib["message"]
        for case in ET.parse(folder / "it.xml").getroot().iter("testcase")
        for failure in case.findall("failure")
    }
    return result.stdout, failures


def test_a_wire_test_that_time_was_stolen_from_runs_once_more_with_everything_new(tmp_path: Path) -> None:
    printed, failures = outcomes(tmp_path, 0.12)
    assert set(failures) == {"test_fails_always", "test_of_another_tier"}
    assert "try 2" in failures["test_fails_always"]
    assert "test_it.py::test_is_unlucky_once: 120 ms stolen; before: " in printed


def test_on_a_machine_that_did_not_stand_still_nothing_runs_again(tmp_path: Path) -> None:
    printed, failures = outcomes(tmp_path, 0.0)
    assert set(failures) == {"test_is_unlucky_once", "test_fails_always", "test_of_another_tier"}
    assert "try 1" in failures["test_fails_always"]
    assert "ran again" not in printed
