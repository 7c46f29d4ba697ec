"""Desks that run and are ended."""

import threading
from collections.abc import Callable, Iterator

import pytest

from tests.audio.room import Room


@pytest.fixture
def opened() -> Iterator[Callable[..., Room]]:
    """Makes rooms whose desks run, and ends them."""
    rooms: list[Room] = []

    def make(**choice: str) -> Room:
        room = Room(**choice)
        rooms.append(room)
        room.devices.start()
        return room

    yield make
    for room in rooms:
        room.devices.stop()
        room.devices.stop()
    assert not [thread for thread in threading.enumerate() if thread.name == "audio devices"]
