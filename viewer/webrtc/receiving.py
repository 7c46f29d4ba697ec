"""The receive loop of a track: what is decoded goes on at once."""

import logging
from collections.abc import Callable
from typing import Any

from aiortc.mediastreams import MediaStreamError, MediaStreamTrack

_log = logging.getLogger(__name__)


async def receive(track: MediaStreamTrack, take: Callable[[Any], None]) -> None:
    """Give ``take`` every frame, until the track ends."""
    frames = 0
    try:
        while True:
            take(await track.recv())
            frames += 1
    except MediaStreamError:
        _log.info("%s track ended after %d frames", track.kind, frames)
