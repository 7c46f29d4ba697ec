"""``python -m tests.network.wire BROKER``: every signalling message of a session until it has a picture."""

import asyncio
import json
import sys

from tests.wire_messages import is_signal, text_of
from viewer.media.pcm import SAMPLE_RATE, PcmBuffer
from viewer.media.picture import PictureSlot
from viewer.protocol import commands, events
from viewer.protocol.insight import Noted
from viewer.session.session import Session


async def _watch(broker: str) -> list[str]:
    texts: list[str] = []

    def take(event: events.Event) -> None:
        if isinstance(event, Noted) and is_signal(event):
            texts.append(f"{event.side} {text_of(event)}")
        if isinstance(event, events.PhaseChanged) and event.phase is events.Phase.LIVE:
            session.close()

    speaker = PcmBuffer(channels=2, capacity=SAMPLE_RATE)
    session = Session(commands.Connect(broker, "clock"), take, PictureSlot(), speaker, None)
    await session.run()
    return texts


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asyncio.run(_watch(sys.argv[1]))))
