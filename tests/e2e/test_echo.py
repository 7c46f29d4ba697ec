"""What the engine hears of its own persona, in a room whose loudspeaker and microphone are one wire.

The monitor of the loudspeaker is the microphone: a whole echo, 0 dB, and nobody else speaks.
"""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from tests.processes import API_KEY, Server, viewer_command
from tests.sound_system import MICROPHONE, SoundSystem, tone

TEXT = (
    "It was a bright cold day in April, and the clocks were striking thirteen. "
    "The hallway smelt of boiled cabbage."
)
SETTLED_SECONDS = 2.0

pytestmark = pytest.mark.wire


@dataclass
class Heard:
    """What the engine heard while its persona spoke, from two seconds of speech on."""

    levels: list[float] = field(default_factory=list)
    speech: bool = False


class Call:
    """A window that runs in a process of its own, and the engine's view of its session."""

    def __init__(self, engine: Server) -> None:
        self._client = httpx.Client(
            headers={"Authorization": f"Bearer {API_KEY}"}, verify=False, trust_env=False
        )
        self._engine = engine
        self._before = {session["sessionId"] for session in self._sessions()}

    def report(self) -> dict[str, Any]:
        """The session's, as soon as it is live."""
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            for session in self._sessions():
                if session["sessionId"] not in self._before and session["state"] == "live":
                    return dict(session)
            time.sleep(0.05)
        raise AssertionError("no session came")

    def say(self, text: str) -> None:
        """Let the persona speak ``text``."""
        url = f"{self._engine.url}/talk"
        session = self.report()["sessionId"]
        self._client.post(url, params={"session_id": session}, json={"content": text}).raise_for_status()

    def listen(self) -> Heard:
        """From the persona's first word to its last."""
        heard = Heard()
        while not self.report()["speaking"]:
            time.sleep(0.05)
        began = time.monotonic()
        while (session := self.report())["speaking"]:
            if time.monotonic() - began > SETTLED_SECONDS:
                heard.levels.append(session["microphone"]["levelDbfs"])
                heard.speech |= session["microphone"]["speaking"]
            time.sleep(0.1)
        return heard

    def listen_to(self, text: str) -> Heard:
        """Let the persona speak ``text``, when it has done with what it says."""
        while self.report()["speaking"]:
            time.sleep(0.05)
        self.say(text)
        return self.listen()

    def wait_for(self, fits: Callable[[dict[str, Any]], bool]) -> None:
        """Until what the engine tells of the microphone ``fits``."""
        deadline = time.monotonic() + 30
        while not fits(heard := self.report()["microphone"]):
            assert time.monotonic() < deadline, heard
            time.sleep(0.05)

    def hears_for(self, seconds: float) -> list[float]:
        """Levels of the microphone at the engine."""
        levels = []
        for _ in range(round(seconds / 0.1)):
            levels.append(self.report()["microphone"]["levelDbfs"])
            time.sleep(0.1)
        return levels

    def close(self) -> None:
        self._client.close()

    def _sessions(self) -> list[dict[str, Any]]:
        return list(self._client.get(f"{self._engine.url}/v1/engine/sessions").json())


@pytest.fixture
def room(sound_system: SoundSystem) -> Iterator[None]:
    """A loudspeaker that the microphone hears and nothing else."""
    speaker = sound_system.add_speaker("room", "Room Speaker")
    microphone = sound_system.add_microphone("room_microphone", "Room Microphone", wire="room")
    yield
    sound_system.remove(microphone)
    sound_system.remove(speaker)


@pytest.fixture
def call(engine: Server, broker: Server, sound_system: SoundSystem) -> Iterator[Callable[..., Call]]:
    """Makes calls with the window's options, and ends them."""
    ends = ExitStack()

    def make(*words: str, **environment: str) -> Call:
        made = Call(engine)
        command = viewer_command("run", "--broker", broker.url, "--persona", "joe", "--seconds", "90", *words)
        variables = sound_system.environment | {"QT_QPA_PLATFORM": "offscreen"} | environment
        process = subprocess.Popen(command, env=os.environ | variables, stdout=subprocess.DEVNULL)
        for end in (made.close, process.wait, process.terminate):
            ends.callback(end)
        return made

    yield make
    ends.close()


ROOM = ("--mic", "Room Microphone", "--speaker", "Room Speaker")


@pytest.mark.usefixtures("room")
def test_the_engine_hears_who_speaks_in_the_room_and_not_its_own_persona(
    call: Callable[..., Call], sound_system: SoundSystem
) -> None:
    running = call(*ROOM)
    heard = running.listen()  # to its greeting, from which the canceller learns the room
    assert len(heard.levels) > 10
    assert not heard.speech
    assert max(heard.levels) < -45
    # The very same way is open to everybody else.
    with sound_system.playing_into_microphone(tone(700, 2), "room"):
        running.wait_for(
            lambda heard: heard["levelDbfs"] > -40 and abs((heard["dominantHz"] or 0) - 700) < 15
        )


@pytest.mark.long
@pytest.mark.parametrize("words", ["--muted", "--push-to-talk"])
def test_a_muted_microphone_is_zeros_at_the_engine(
    call: Callable[..., Call], sound_system: SoundSystem, words: str
) -> None:
    running = call("--mic", MICROPHONE, "--speaker", "none", words)
    running.report()
    with sound_system.playing_into_microphone(tone(700, 2)):
        heard = running.hears_for(2)
    assert set(heard) == {-120.0}


@pytest.mark.long
@pytest.mark.usefixtures("room")
@pytest.mark.parametrize(
    ("words", "environment"),
    [(("--half-duplex",), {}), ((), {"LIVEKIT_LIB_PATH": "/nowhere/to-be-found.so"})],
    ids=["half duplex", "without the library"],
)
def test_nor_does_it_by_half_duplex(
    call: Callable[..., Call], words: tuple[str, ...], environment: dict[str, str]
) -> None:
    heard = call(*ROOM, *words, **environment).listen_to(TEXT)
    assert len(heard.levels) > 10
    assert not heard.speech
    assert max(heard.levels) < -45


@pytest.mark.long
@pytest.mark.usefixtures("room")
def test_without_either_the_engine_hears_it(call: Callable[..., Call]) -> None:
    running = call(*ROOM, "--no-echo-cancellation", "--no-noise-suppression", "--no-automatic-gain")
    running.say(TEXT)
    running.wait_for(lambda heard: heard["speaking"])
    # A level is that of the second before, and the first syllable fills little of it.
    assert max(running.hears_for(1)) > -40


@pytest.mark.long
def test_a_microphone_that_is_not_to_be_had_leaves_the_session_listening(call: Callable[..., Call]) -> None:
    running = call("--mic", "Nonesuch", "--speaker", "none", PULSE_SERVER="unix:/nowhere")
    running.say("Hello.")
    assert running.listen().levels
    assert set(running.hears_for(1)) == {-120.0}
