"""What systemd is told, and what the kiosk remembers of its crashes."""

import socket
import sys
from pathlib import Path

import pytest

from viewer.ui.kiosk.watched.heart import STILL_SECONDS, Heart
from viewer.ui.kiosk.watched.memory import Memory
from viewer.ui.kiosk.watched.starts import Starts, remembered
from viewer.ui.kiosk.watched.supervisor import Supervisor, supervisor


@pytest.mark.skipif(sys.platform == "win32", reason="there is no systemd")
@pytest.mark.parametrize("is_abstract", [False, True])
def test_systemd_is_told_in_its_own_words(tmp_path: Path, is_abstract: bool) -> None:
    if is_abstract and sys.platform != "linux":
        pytest.skip("only Linux has sockets without files")
    name = f"@persona-viewer-{tmp_path.name}-{id(tmp_path)}" if is_abstract else str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(name.replace("@", "\0", 1) if is_abstract else name)
        found = supervisor({"NOTIFY_SOCKET": name, "WATCHDOG_USEC": "60000000"})
        assert found == Supervisor(name, 60.0)
        assert found.tell(READY="1", STATUS="two\nlines")
        assert systemd.recv(100) == b"READY=1\nSTATUS=two lines"


@pytest.mark.parametrize("address", ["", "/nowhere/at/all"])
def test_where_nobody_listens_nothing_is_told(address: str) -> None:
    assert supervisor({"WATCHDOG_USEC": "soon"}) == Supervisor()
    assert not Supervisor(address).tell(READY="1")


def test_a_picture_that_should_move_and_does_not_is_dead() -> None:
    heart = Heart()
    seconds = range(1, 100)
    assert all(heart.beats(second, moves=True, now=second) for second in seconds)
    alive = [heart.beats(99, moves=True, now=100 + second) for second in seconds]
    assert alive.count(True) == pytest.approx(STILL_SECONDS, abs=2)
    assert not alive[-1]
    assert heart.beats(100, moves=True, now=300), "it lives again"


def test_a_still_is_not_expected_to_move_nor_who_was_held_still() -> None:
    heart = Heart()
    assert all(heart.beats(7, moves=False, now=second) for second in range(100))
    assert heart.beats(7, moves=True, now=100)
    assert heart.beats(7, moves=True, now=500), "the whole machine stood still"


def test_crashes_in_a_short_time_are_counted_over_starts() -> None:
    starts = Starts()
    for now in (1000.0, 1100.0, 1200.0, 1300.0):
        starts = remembered(starts.kept()).begun(now, 600)
    assert starts.crashes == (1100.0, 1200.0, 1300.0)
    assert starts.ended().begun(1500.0, 600).crashes == (1100.0, 1200.0, 1300.0), "it ended by itself"
    assert starts.ended().begun(1750.0, 600).crashes == (1200.0, 1300.0)
    assert starts.begun(10.0, 600).crashes == (10.0,), "the clock was put back"


@pytest.mark.parametrize("kept", [{}, {"crashes": "x", "running": 1}, {"crashes": [None, "1", 2]}])
def test_whatever_the_file_says_it_starts(kept: dict[str, object]) -> None:
    assert len(remembered(kept).begun(3.0, 600).crashes) <= 1


def test_memory_outlives_the_process_and_survives_a_broken_file(tmp_path: Path) -> None:
    file = tmp_path / "kiosk" / "memory.json"
    first = Memory(file)
    first.keep(off={"off": True})
    first.flush()
    first.close()
    again = Memory(file)
    assert again.get("off") == {"off": True}
    assert again.get("starts") == {}
    again.close()
    if sys.platform != "win32":
        assert file.stat().st_mode & 0o077 == 0
    file.write_text("{")
    broken = Memory(file)
    assert broken.get("off") == {}
    broken.close()
