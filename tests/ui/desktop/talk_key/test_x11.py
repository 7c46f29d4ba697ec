"""A key that is grabbed of a real X server, while a window of another program has the keyboard."""

import queue
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.ui.desktop.talk_key.other_program import OtherProgram
from viewer.ui.desktop.talk_key import x11
from viewer.ui.desktop.talk_key.combination import Combination, KeyUnavailable, State

PATIENCE = 10.0

Told = queue.Queue[State | bool]


@pytest.fixture
def other(monkeypatch: pytest.MonkeyPatch) -> Iterator[OtherProgram]:
    """What the user works with, on a screen of its own."""
    command = ["Xvfb", "-displayfd", "1", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout
        display = f":{server.stdout.readline().strip()}"
        monkeypatch.setenv("DISPLAY", display)
        program = OtherProgram(display)
        yield program
        program.close()
        server.terminate()


@contextmanager
def listening(keys: str) -> Iterator[Told]:
    told: Told = queue.Queue()
    ours, over = socket.socketpair()

    def listen() -> None:
        with over:
            x11.listen(Combination.parsed(keys), "", over, told.put, told.put)

    thread = threading.Thread(target=listen)
    thread.start()
    assert told.get(timeout=PATIENCE) is State.HELD
    yield told
    ours.close()
    thread.join(PATIENCE)
    assert not thread.is_alive()


def assert_typed(other: OtherProgram, *keys: str) -> None:
    assert [other.next_key() for _ in keys] == [other.code(each) for each in keys]


@pytest.mark.wire
def test_a_key_is_heard_from_another_window_and_that_is_typed_in_as_ever(other: OtherProgram) -> None:
    other.repeat_quickly()
    with listening("F9") as told:
        other.press("F9")
        assert told.get(timeout=PATIENCE) is True
        other.type("b")
        with pytest.raises(queue.Empty):  # though it repeats
            told.get(timeout=0.2)
        other.let_go("F9")
        assert told.get(timeout=PATIENCE) is False
        other.type("Num_Lock")
        other.type("Caps_Lock")
        other.type("F9")
        assert [told.get(timeout=PATIENCE) for _ in range(2)] == [True, False]
        other.type("a")
        assert_typed(other, "Num_Lock", "Caps_Lock", "a")
        with pytest.raises(KeyUnavailable) as taken:
            x11.check(Combination.parsed("F9"))
        assert taken.value.state is State.TAKEN
    assert x11.check(Combination.parsed("F9")) is State.HELD
    other.type("F9")
    assert_typed(other, "F9")
    # Qt says so where Ctrl, Shift and 1 are pressed.
    with listening("Ctrl+!") as told:
        other.type("Control_L", "1")
        other.press("Control_L", "Shift_L", "1")
        other.let_go("Control_L")
        other.let_go("Shift_L", "1")
        assert [told.get(timeout=PATIENCE) for _ in range(2)] == [True, False]
        assert_typed(other, "Control_L", "1", "Control_L", "Shift_L")
    with pytest.raises(KeyUnavailable) as unknown:
        x11.check(Combination.parsed("F35"))
    assert unknown.value.state is State.UNKNOWN
