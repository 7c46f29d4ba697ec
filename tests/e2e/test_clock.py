"""The clock persona at the viewer's end: what it is for is measuring."""

import asyncio
import time
from functools import partial
from typing import Any

import numpy as np
import pytest

from tests.e2e.running_session import RunningSession, running_session
from tests.processes import Server
from viewer.engine.face.clock_picture import is_flash, read_clock
from viewer.media.picture import Picture
from viewer.protocol.events import Phase

pytestmark = pytest.mark.wire


def pixels_of(picture: Picture) -> "np.ndarray[Any, np.dtype[np.uint8]]":
    rows = np.frombuffer(picture.pixels, np.uint8).reshape(picture.height, picture.stride)
    return rows[:, : picture.width * 4].reshape(picture.height, picture.width, 4)


def _wake(loop: asyncio.AbstractEventLoop, arrived: asyncio.Event) -> None:
    loop.call_soon_threadsafe(arrived.set)


async def next_picture(running: RunningSession) -> Picture:
    """The next picture to reach the slot."""
    arrived, loop = asyncio.Event(), asyncio.get_running_loop()
    running.pictures.on_put = partial(_wake, loop, arrived)
    async with asyncio.timeout(20):
        while (picture := running.pictures.take()) is None:
            await arrived.wait()
            arrived.clear()
    return picture


@pytest.mark.parametrize("persona", ["clock", "clock-busy"])
async def test_the_age_of_a_picture_is_read_from_it(broker: Server, persona: str) -> None:
    async with running_session(broker.url, persona) as running:
        await running.phase(Phase.LIVE)
        await next_picture(running)
        for _ in range(10):
            drawn = read_clock(pixels_of(await next_picture(running)))
            assert drawn is not None
            age = (int(time.time() * 1000) - drawn) % (1 << 32)
            assert 0 <= age < 20_000


async def test_every_second_there_is_a_flash_and_a_beep(broker: Server) -> None:
    async with running_session(broker.url, "clock") as running:
        await running.phase(Phase.LIVE)
        running.speaker.clear()
        flashes = 0
        for _ in range(60):
            flashes += is_flash(pixels_of(await next_picture(running)))
        sound = running.speaker.read(len(running.speaker))[:, 0].astype(int)
    loud = np.abs(sound) > 3000
    onsets = 1 + np.count_nonzero(np.diff(np.flatnonzero(loud)) > 24_000)
    assert 1 <= flashes <= 25
    assert onsets == pytest.approx(len(sound) / 48_000, abs=1.5)
