"""``python -m tests.network.wire BROKER``: every signalling message of a session until it has a picture."""

import asyncio
import json
import sys

from viewer.media.pcm import SAMPLE_RATE, PcmBuffer
from viewer.media.picture import PictureSlot
from viewer.protocol import commands, events
from viewer.session.session import Session


async def _watch(broker: str) -> list[str]:
    texts: list[str] = []

    def take(event: events.Event) -> None:
        if isinstance(event, events.WireMessage) and event.channel == "signalling":
            texts.append(f"{event.direction} {event.text}")
        if isinstance(event, events.PhaseChanged) and event.phase is events.Phase.LIVE:
            session.close()

    speaker = PcmBuffer(channels=2, capacity=SAMPLE_RATE)
    session = Session(commands.Connect(broker, "clock"), take, PictureSlot(), speaker, None)
    await session.run()
    return texts


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asyncio.run(_watch(sys.argv[1]))))
