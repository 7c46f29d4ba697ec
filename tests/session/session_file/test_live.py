"""A session's lines as they happen."""

import json
import sys
from pathlib import Path

import pytest

from tests.session.session_file.test_lines import planted
from viewer import probe
from viewer.errors import UsageError
from viewer.protocol import events
from viewer.session.session_file import live
from viewer.session.session_file.lines import SessionFile
from viewer.session.session_file.live import STANDARD_OUTPUT, LiveLines


def test_a_file_has_a_line_for_each_note_and_none_for_other_events(tmp_path: Path) -> None:
    lines = LiveLines(tmp_path / "s.jsonl", "masked")
    for noted in planted():
        lines.add(noted)
    lines.add(events.MediaStalled())
    lines.close()
    lines.close()
    assert len(SessionFile(tmp_path / "s.jsonl").notes) == len(planted())


def test_standard_output_takes_them_in_the_place_of_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    lines = probe.events_for(STANDARD_OUTPUT, addresses=True)
    assert lines
    assert lines.are_output
    lines.add(planted()[0])
    lines.close()
    assert [json.loads(line).get("kind") for line in capsys.readouterr().out.splitlines()] == [
        None,
        "BrokerAsked",
    ]


def test_what_nobody_reads_is_left_out_and_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "_MAX_WAITING", 2)
    monkeypatch.setattr("viewer.session.session_file.live.Thread.start", lambda _: None)
    lines = LiveLines(tmp_path / "s.jsonl", "masked")
    for _ in range(5):
        lines.add(planted()[0])
    for _ in range(2):
        lines._waiting.get()
    lines.add(planted()[1])
    assert [lines._waiting.get().data, lines._waiting.get().kind] == [  # type: ignore[union-attr]
        {"notes": 3},
        "BrokerAnswered",
    ]
    lines.close()


def test_a_place_that_cannot_be_written_is_told_before_the_session(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        probe.events_for(tmp_path / "nowhere" / "s.jsonl", addresses=False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_disk_that_is_full_is_told_at_the_end() -> None:
    lines = LiveLines(Path("/dev/full"), "masked")
    for noted in planted() * 20:
        lines.add(noted)
    with pytest.raises(UsageError, match="No space left"):
        lines.close()
    assert sys.stdout
