"""The fuzzer finds what it looks for; and a first look at every target."""

from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from tests.fuzz import fuzzer
from tests.fuzz.fuzzer import fuzz
from tests.fuzz.targets import TARGETS, Target, seeds


@pytest.mark.parametrize("target", TARGETS, ids=[target.name for target in TARGETS])
def test_a_first_look_finds_nothing(
    target: Target, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fuzzer, "BATCH", 15)
    assert fuzz([target], [], 0, tmp_path) == 0
    assert "no finding" in capsys.readouterr().out


@pytest.mark.parametrize("target", TARGETS, ids=[target.name for target in TARGETS])
def test_every_target_takes_its_seeds_as_they_are(target: Target) -> None:
    folder = {"plain": "redaction", "candidates": "signals"}.get(target.name, target.name)
    for seed in seeds(folder):
        target.check(seed)


def test_a_planted_fault_is_found_made_small_and_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuses_control_characters(text: str) -> None:
        assert "\x00" not in text

    planted = Target("planted", st.text(), refuses_control_characters)
    assert fuzz([planted], [], 60, tmp_path) == 1
    (kept,) = tmp_path.glob("planted-*.txt")
    assert kept.read_text("utf-8") == repr("\x00")
    told = capsys.readouterr().err
    assert "AssertionError" in told
    assert str(kept) in told


def test_a_planted_fault_of_a_machine_is_found_with_the_steps_to_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    class Planted(RuleBasedStateMachine):
        counted = 0

        @rule()
        def count(self) -> None:
            self.counted += 1
            assert self.counted < 3

    assert fuzz([], [Planted], 60, tmp_path) == 1
    (kept,) = tmp_path.glob("Planted-*.txt")
    assert kept.read_text("utf-8").count("state.count()") == 3
    assert "AssertionError" in capsys.readouterr().err
