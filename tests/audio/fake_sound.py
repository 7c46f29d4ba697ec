"""A sound system without sound: devices that are plugged, opened and moved by a test."""

import threading
from collections.abc import Callable, Generator
from typing import Any

import numpy as np
import pytest

from viewer.audio import slots
from viewer.media.pcm import Samples


class FakeDevice:
    """An open device; ``name`` is empty for the system's default."""

    def __init__(self, system: "FakeSound", kind: str, name: str) -> None:
        self.kind = kind
        self.name = name
        self.is_open = True
        self._system = system
        self._generator: Generator[Any, Any, None] | None = None

    def start(self, generator: Generator[Any, Any, None]) -> None:
        self._generator = generator
        self._system.tell()

    def close(self) -> None:
        self.is_open = False
        self._system.tell()

    def play(self, count: int) -> Samples:
        """What the program has it play next, shape (count, 2)."""
        assert self._generator
        return np.frombuffer(self._generator.send(count), np.int16).reshape(-1, 2)

    def hear(self, samples: Samples) -> None:
        """The program gets this from it."""
        assert self._generator
        self._generator.send(bytearray(samples.astype(np.int16).tobytes()))


class FakeSound:
    """Takes the place of miniaudio."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.speakers = ["Speaker"]
        self.microphones = ["Microphone"]
        self.opened: list[FakeDevice] = []
        """Every device ever opened, in order."""
        self.refusal: Exception | None = None
        """Why devices do not open."""
        self.fault: Exception | None = None
        """What the list of devices ends in."""
        self.is_there = True
        self.now = 0.0
        self.listings = 0
        self._changed = threading.Condition()
        monkeypatch.setattr("viewer.audio.devices._Devices", lambda: _Listing(self))
        monkeypatch.setattr(
            "viewer.audio.devices._PlaybackDevice", lambda *a, **_: self._open("speaker", a[4])
        )
        monkeypatch.setattr(
            "viewer.audio.devices._CaptureDevice", lambda *a, **_: self._open("microphone", a[4])
        )
        monkeypatch.setattr("viewer.audio.devices.time", self)
        # As soon as something else in the program has had a turn.
        monkeypatch.setattr(slots, "POLL_SECONDS", 0.002)

    def monotonic(self) -> float:
        """The devices' clock."""
        return self.now

    def tell(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def wait_for(self, happened: Callable[[], Any]) -> None:
        """Wait until that is so; devices and listings tell."""
        with self._changed:
            assert self._changed.wait_for(happened, 20)

    def polled(self) -> None:
        """Wait until the devices were listed anew, and what came of it was done."""
        listings = self.listings
        self.wait_for(lambda: self.listings >= listings + 6)

    def open_now(self, kind: str) -> list[str]:
        """Names of the open devices of that kind."""
        return [device.name for device in self.opened if device.is_open and device.kind == kind]

    def device(self, kind: str) -> FakeDevice:
        """The open device of that kind, as soon as there is one."""
        self.wait_for(lambda: self.open_now(kind))
        (device,) = (device for device in self.opened if device.is_open and device.kind == kind)
        return device

    def _open(self, kind: str, name: str | None) -> FakeDevice:
        if self.refusal:
            raise self.refusal
        device = FakeDevice(self, kind, name or "")
        self.opened.append(device)
        return device


class _Listing:
    def __init__(self, system: FakeSound) -> None:
        self._system = system
        self.backend = "Fake" if system.is_there else "Null"

    def get_playbacks(self) -> list[dict[str, Any]]:
        return self._list(self._system.speakers)

    def get_captures(self) -> list[dict[str, Any]]:
        return self._list(self._system.microphones)

    def _list(self, names: list[str]) -> list[dict[str, Any]]:
        if self._system.fault:
            raise self._system.fault
        self._system.listings += 1
        self._system.tell()
        return [{"name": name, "id": name} for name in names]
