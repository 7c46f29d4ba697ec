"""``dev.py test``: what its exit code says, what its summary shows, and how it makes a machine stall."""

import itertools
import sys
import time
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from checks import static, summary
from checks.__main__ import NO_TESTS, TIERS, verdict
from checks.stalls import PAUSE, STALL, stalls
from checks.static import StaticCheck, StaticChecks, static_checks

JUNIT = """<testsuites><testsuite>
<properties><property name="stolen" value="1.250"/></properties>
<testcase classname="tests.e2e.test_x" name="test_quick" time="0.5"/>
<testcase classname="tests.e2e.test_x" name="test_slow" time="9.25">
<properties><property name="stolen" value="0.130"/><property name="repeated" value="no sound"/></properties>
</testcase>
<testcase classname="tests.e2e.test_x" name="test_wrong" time="1"><failure message="no"/></testcase>
<testcase classname="tests.e2e.test_x" name="test_broken" time="1"><error message="no"/></testcase>
<testcase classname="tests.e2e.test_x" name="test_elsewhere" time="0"><skipped/></testcase>
</testsuite></testsuites>"""


def ended(code: int) -> StaticCheck:
    check = StaticCheck("a check", [])
    check.code = code
    return check


@pytest.mark.parametrize(
    ("codes", "check", "said"),
    [
        ([0, 0], 0, 0),
        ([0, NO_TESTS], 0, 0),
        ([NO_TESTS, NO_TESTS], 0, NO_TESTS),
        ([0, 1], 0, 1),
        ([2], 0, 2),
        ([0, 0], 1, 1),
        ([0, 0], -15, 1),
    ],
)
def test_the_exit_code_is_0_only_if_tests_ran_and_all_went_well(
    codes: list[int], check: int, said: int
) -> None:
    assert verdict(codes, [ended(0), ended(check)]) == said


def test_the_summary_shows_tiers_the_slowest_and_what_ran_again(tmp_path: Path) -> None:
    file = tmp_path / "wire.xml"
    file.write_text(JUNIT)
    shown = summary.text([summary.read("wire", file, 12.5)], [ended(0)])
    table, _, rest = shown.partition("slowest tests:\n")
    assert table.splitlines()[1].split() == ["wire", "2", "2", "1", "1", "12.5"]
    assert rest.splitlines()[0].split() == ["9.25", "s", "wire", "tests/e2e/test_x::test_slow"]
    assert "stood still for 1.25 s of the tier wire" in rest
    assert "ran again: tests/e2e/test_x::test_slow, from which 130 ms were stolen; before: no sound" in rest


def test_one_junit_file_has_the_tests_of_all_tiers(tmp_path: Path) -> None:
    files = [tmp_path / "unit.xml", tmp_path / "wire.xml"]
    for file in files:
        file.write_text(JUNIT)
    summary.merge(files, tmp_path / "junit.xml")
    assert len(list(ET.parse(tmp_path / "junit.xml").getroot().iter("testcase"))) == 10


def run_to_the_end(checks: StaticChecks) -> list[StaticCheck]:
    """Those that failed, in the order in which that was told."""
    failed = []
    while not checks.is_over:
        if check := checks.advance():
            failed.append(check)
        time.sleep(0.01)
    return failed


def test_static_checks_run_one_after_the_other_and_those_that_fail_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(static, "RESULTS", tmp_path)
    commands = ["pass", "print('a wrong type'); exit(3)", "pass"]
    checks = StaticChecks(
        [StaticCheck(f"check {number}", [sys.executable, "-c", code]) for number, code in enumerate(commands)]
    )
    [failed] = run_to_the_end(checks)
    assert (failed.name, failed.code, failed.output) == ("check 1", 3, "a wrong type\n")
    assert [check.code for check in checks.finished] == [0, 3, 0]


def test_types_are_checked_for_every_system() -> None:
    assert {"types on Linux", "types on macOS", "types on Windows"} < {c.name for c in static_checks()}


def test_every_test_belongs_to_one_tier_and_only_the_quick_ones_run_on_every_core() -> None:
    assert {name: marks for name, (marks, _) in TIERS.items()} == {
        "unit": "not wire and not long",
        "wire": "wire and not long",
        "long": "long",
    }
    assert [name for name, (_, options) in TIERS.items() if "-n" in options] == ["unit"]


def test_every_core_stands_still_at_the_same_times() -> None:
    first, other = (list(itertools.islice(stalls(7, begin=100.0), 200)) for _ in range(2))
    assert first == other
    assert all(STALL[0] <= end - start <= STALL[1] for start, end in first)
    pauses = [later - end for (_, end), (later, _) in itertools.pairwise(first)]
    assert all(PAUSE[0] <= pause <= PAUSE[1] for pause in pauses)
