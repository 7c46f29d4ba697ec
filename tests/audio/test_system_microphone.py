"""What the operating system knows of the microphone, with the systems faked at their edge."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from queue import SimpleQueue
from types import SimpleNamespace

import pytest

from viewer.audio import system_microphone
from viewer.audio.pulse import Recording
from viewer.audio.system_microphone import NOTHING, SystemMicrophone, known_now
from viewer.errors import (
    AudioDeviceError,
    MicrophoneDead,
    MicrophoneDenied,
    MicrophoneFault,
    MicrophoneTooQuiet,
    MutedInSystem,
)

WELL = {"muted": False, "volume": 1.0, "is_monitor": False, "stream_muted": False}


class Server:
    """A sound server that answers ``recording``, or has gone."""

    recording_now: Recording | None = None
    goes = False

    def __init__(self) -> None:
        if Server.goes:
            raise AudioDeviceError

    def recording(self) -> Recording | None:
        return Server.recording_now

    def close(self) -> None:
        """Nothing is held."""


@pytest.fixture
def linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_microphone, "sys", SimpleNamespace(platform="linux"))
    monkeypatch.setattr(system_microphone, "SoundServer", Server)
    monkeypatch.setattr(Server, "goes", False)


@pytest.mark.usefixtures("linux")
@pytest.mark.parametrize(
    ("changed", "kind", "said"),
    [
        ({}, type(None), ""),
        ({"volume": 0.3}, type(None), ""),
        ({"muted": True, "volume": 0.0}, MutedInSystem, "The microphone “Desk” is muted in the system."),
        ({"stream_muted": True}, MutedInSystem, "The system has muted what this program records."),
        ({"volume": 0.0}, MutedInSystem, "The microphone “Desk” is turned down to 0 % in the system."),
        ({"volume": 0.1}, MicrophoneTooQuiet, "The microphone “Desk” is turned down to 10 % in the system."),
        ({"is_monitor": True}, MicrophoneDead, "The system records “Desk”, which is no microphone."),
    ],
)
def test_what_the_sound_server_knows_is_a_sentence(
    changed: dict[str, object], kind: type[MicrophoneFault], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Server, "recording_now", Recording("Desk", **(WELL | changed)))  # type: ignore[arg-type]
    name, fault = known_now()
    assert name == "Desk"
    assert isinstance(fault, kind)
    assert (fault.message if fault else "") == said


@pytest.mark.usefixtures("linux")
def test_without_a_sound_server_or_a_recording_nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Server, "recording_now", None)
    assert known_now() == NOTHING
    monkeypatch.setattr(Server, "goes", True)
    assert known_now() == NOTHING


class Registry:
    """Windows' registry as far as it is asked; ``values`` by root and the end of the key."""

    HKEY_LOCAL_MACHINE, HKEY_CURRENT_USER = "machine", "user"

    def __init__(self, values: dict[tuple[str, str], str]) -> None:
        self._values = values

    @contextmanager
    def OpenKey(self, root: str, key: str) -> Iterator[str]:  # noqa: N802
        value = self._values.get((root, key.rpartition("\\")[2]))
        if value is None:
            raise FileNotFoundError
        yield value

    def QueryValueEx(self, key: str, _name: str) -> tuple[str, int]:  # noqa: N802
        return key, 1


@pytest.mark.parametrize(
    ("values", "denied"),
    [
        ({}, False),
        ({("machine", "microphone"): "Allow", ("user", "NonPackaged"): "Allow"}, False),
        ({("machine", "microphone"): "Deny"}, True),
        ({("machine", "microphone"): "Allow", ("user", "microphone"): "Deny"}, True),
        ({("user", "microphone"): "Allow", ("user", "NonPackaged"): "Deny"}, True),
    ],
)
def test_windows_privacy_switches_are_told_with_their_place(
    values: dict[tuple[str, str], str], denied: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_microphone, "sys", SimpleNamespace(platform="win32"))
    monkeypatch.setitem(sys.modules, "winreg", Registry(values))
    _, fault = known_now()
    assert isinstance(fault, MicrophoneDenied) is denied
    assert fault is None or "Privacy" in fault.hint


def test_a_mac_has_only_qts_permission(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_microphone, "sys", SimpleNamespace(platform="darwin"))
    assert known_now() == NOTHING
    watching = SystemMicrophone(_fail)
    watching.open()
    watching.stop()


def _fail(name: str, fault: MicrophoneFault | None) -> None:
    pytest.fail(f"told {name} {fault}")


def test_what_is_known_is_told_anew_at_each_opening_and_not_after_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(system_microphone, "sys", SimpleNamespace(platform="win32"))
    monkeypatch.setattr(system_microphone, "_LOOK_SECONDS", 0.001)
    fault: list[MicrophoneFault | None] = [MicrophoneDenied()]
    monkeypatch.setattr(system_microphone, "_forbidden_by_windows", lambda: fault[0])
    told: SimpleQueue[MicrophoneFault | None] = SimpleQueue()
    watching = SystemMicrophone(lambda _, fault: told.put(fault))
    watching.open()
    assert isinstance(told.get(timeout=20), MicrophoneDenied)
    fault[0] = None
    assert told.get(timeout=20) is None
    watching.close()
    watching.open()
    assert told.get(timeout=20) is None
    watching.stop()
    watching.stop()
    assert told.empty()
