"""The first movement of the mouth of each turn, as it is told, beside that of the drawing."""

import asyncio
import sys
import time
from collections.abc import Iterator

import pytest

from tests.e2e.marking_engine import CORNER
from tests.e2e.running_session import RunningSession, running_session
from tests.e2e.test_clock import pixels_of
from tests.processes import API_KEY, Server, start_broker
from tests.sound_system import SoundSystem
from viewer.audio.devices import Speaker
from viewer.media.picture import Picture, Planes
from viewer.media.playout.buffer import PlayoutBuffer
from viewer.protocol import commands, events
from viewer.protocol.events import Phase
from viewer.session.conversation import Conversation

pytestmark = pytest.mark.long

QUESTIONS = ("What are you?", "Tell me a joke.", "Do you like bananas?", "What can you do?")
WITHIN = 0.08
PATIENCE = 60


@pytest.fixture(scope="module")
def marking_broker() -> Iterator[Server]:
    """In front of an engine whose pictures say whether their mouth is open."""
    command = [sys.executable, "-m", "tests.e2e.marking_engine", "--port", "0", "--no-hearing"]
    engine = Server(command, {"PERSONA_VIEWER_API_KEY": API_KEY})
    broker = start_broker(engine.url)
    yield broker
    broker.stop()
    engine.stop()


def watch_for_openings(running: RunningSession) -> list[float]:
    """When each picture was there that is the first of an open mouth; whoever takes them paints at once."""
    openings: list[float] = []
    was = False
    put, painting = running.pictures.put, running.pictures.painting

    def look(picture: Picture | Planes) -> None:
        nonlocal was
        assert isinstance(picture, Picture)
        blue, _, red = pixels_of(picture)[CORNER // 2, CORNER // 2, :3]
        is_open = bool(red > blue)
        painting.painted, painting.last = painting.painted + 1, time.monotonic()
        if is_open and not was:
            openings.append(painting.last)
        was = is_open
        put(picture)

    running.pictures.put = look  # type: ignore[method-assign]
    return openings


@pytest.mark.parametrize("persona", ["joe", "lena", "mateo"])
async def test_it_is_told_as_it_was_drawn(
    persona: str, marking_broker: Server, sound_system: SoundSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in sound_system.environment.items():
        monkeypatch.setenv(name, value)
    loudspeaker = PlayoutBuffer()
    device = Speaker("", loudspeaker.read)
    told: list[tuple[float, float]] = []
    try:
        async with running_session(
            marking_broker.url, persona, kind=Conversation, speaker=loudspeaker
        ) as running:
            openings = watch_for_openings(running)
            await running.phase(Phase.LIVE)
            greeting = await running.seen(
                events.MessageUpdated, lambda event: event.message.complete, PATIENCE
            )
            answers = {greeting.message.id}
            for question in QUESTIONS:
                await asyncio.sleep(2.5)  # it is silent, which is learned from, too
                asked = time.monotonic()
                running.session.perform(commands.SendText(question))
                answer = await running.seen(
                    events.MessageUpdated,
                    lambda event: (
                        event.message.complete
                        and event.message.role == "persona"
                        and event.message.id not in answers
                    ),
                )
                answers.add(answer.message.id)
                moved = [e.at for e in running.events if isinstance(e, events.MouthMoved) and e.at > asked]
                opened = [at for at in openings if at > asked]
                told.append((moved[0] - asked if moved else -1.0, opened[0] - asked))
    finally:
        device.close()
    sys.stdout.write(f"{persona}: told, drawn {[(round(m * 1000), round(o * 1000)) for m, o in told]} ms\n")
    assert [moved for moved, opened in told if abs(moved - opened) > WITHIN] == []
