"""The engine as a process of its own and a plain client, over WebRTC on loopback.

Few sessions, each looked at in several ways once it is over. What needs no network is in test_conversation.
"""

import asyncio
import base64
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from websockets.asyncio.client import connect

from tests.engine.client import (
    PATIENCE,
    Client,
    granted,
    joined,
    observed,
    signalling_url,
    start_session,
    talk,
    until_observed,
)
from tests.engine.looks import corner, open_mouth_of
from tests.engine.microphone import Microphone
from tests.engine.records import Look, Picture, Sound
from tests.engine.sounds import tone
from tests.processes import API_KEY, Server
from viewer.engine.brains.brain import Conversation
from viewer.engine.brains.script import greeting, reply
from viewer.engine.cast import characters
from viewer.engine.cast.characters import JOE, LENA, Character
from viewer.engine.face.looks import LOOKS
from viewer.engine.face.painter import FacePainter
from viewer.engine.face.portrait import BACKGROUND, load_portrait
from viewer.engine.face.pose import Pose
from viewer.engine.voice.speaking import Voice

pytestmark = pytest.mark.wire


def corner_and_mouth(character: Character) -> Look:
    mouth = open_mouth_of(character.avatar_id)
    return lambda frame: (corner(frame), mouth(frame))


def first_video_codec(client: Client) -> str:
    """The name of the codec that the answer prefers."""
    video = client.signalled("answer")[0]["sdp"].split("m=video")[1]
    number = video.split("\r\n")[0].split()[2]
    return str(video.split(f"a=rtpmap:{number} ")[1].split("/")[0])


# -- Joe, who greets


@pytest.fixture(scope="module")
def greeted(engine: Server) -> Client:
    """A session in which Joe greets, until he has."""

    async def session() -> Client:
        granted_one = await granted(engine.url, API_KEY, skipGreeting=False)
        async with joined(granted_one, look=corner_and_mouth(JOE), codecs=("VP8", "H264")) as client:
            await client.until(lambda: client.finished("persona"))
        return client

    return asyncio.run(session())


def test_the_persona_greets_by_voice_and_word_by_word(greeted: Client) -> None:
    assert greeted.finished("persona") == [greeting(JOE, "Joe")]
    assert len(greeted.speech("persona")) > 10
    assert greeted.loudest > 0.05
    assert set(np.diff([sound.pts for sound in greeted.sounds])) == {960}


def test_the_persona_appears_in_25_pictures_a_second(greeted: Client) -> None:
    assert {picture.size for picture in greeted.pictures} == {(720, 480)}
    # Late pictures are left out, the others are on the grid.
    steps = np.diff([picture.pts for picture in greeted.pictures])
    assert np.median(steps) == 90_000 / 25
    assert not (steps % (90_000 // 25)).any()
    assert greeted.pictures[-1].seen[0] == pytest.approx(BACKGROUND, abs=8)
    assert first_video_codec(greeted) == "VP8"


def times_of(frames: Sequence[Sound | Picture], rate: int) -> npt.NDArray[np.float64]:
    """When each of ``frames`` came, without the jitter of a busy machine: in step with its media time."""
    media = np.array([frame.pts for frame in frames]) / rate
    delays = np.array([frame.time for frame in frames]) - media
    return media + np.median(delays)


def test_the_mouth_moves_with_the_voice(greeted: Client) -> None:
    starts, shown = times_of(greeted.sounds, 48_000), times_of(greeted.pictures, 90_000)
    loud = np.array([sound.rms for sound in greeted.sounds])
    seen = np.array([picture.seen[1] for picture in greeted.pictures])
    # The client's buffers delay sound and picture differently; within that they belong together.
    smooth = np.convolve(loud, np.ones(3) / 3, mode="same")
    likeness = [
        float(np.corrcoef(np.interp(shown + lag, starts, smooth), seen)[0, 1])
        for lag in np.arange(-0.3, 0.4, 0.02)
    ]
    assert max(likeness) > 0.6


def test_the_answer_comes_before_its_candidates_and_names_one_stream(greeted: Client) -> None:
    actions = [signal["actionType"] for signal in greeted.signals]
    assert actions[0] == "answer"
    assert actions.index("sessionready") > actions.index("icecandidate") > 0
    sdp = greeted.signalled("answer")[0]["sdp"]
    assert len({line.split()[0] for line in sdp.splitlines() if line.startswith("a=msid:")}) == 1
    assert "a=candidate" not in sdp
    candidate = greeted.signalled("icecandidate")[0]
    assert candidate["candidate"].startswith("candidate:")
    assert candidate["sdpMid"] == "0"
    assert candidate["usernameFragment"] in sdp


# -- Lena, who speaks German


async def test_another_persona_appears_as_itself_over_the_codec_that_the_client_prefers(
    engine: Server,
) -> None:
    config = {"personaId": None, "name": "Ann", "languageCode": "de", "skipGreeting": False}
    drawn = FacePainter(load_portrait(LOOKS[LENA.avatar_id], LENA.size)).frame(Pose())
    session = await granted(engine.url, API_KEY, **config)
    async with joined(session, look=corner_and_mouth(LENA), codecs=("H264", "VP8")) as client:
        await client.until(lambda: len(client.pictures) > 50 and len(client.speech("persona")) > 5)
    assert first_video_codec(client) == "H264"
    assert {picture.size for picture in client.pictures} == {LENA.size}
    colour, _ = client.pictures[-1].seen
    assert colour == pytest.approx(corner(drawn), abs=8)
    assert colour != pytest.approx(BACKGROUND, abs=8)
    assert np.ptp([mouth for _, mouth in (picture.seen for picture in client.pictures)]) > 100
    said = "".join(chunk["content"] for chunk in client.speech("persona"))
    assert greeting(characters.LENA, "Ann").startswith(said)
    assert client.loudest > 0.05


# -- a long conversation


@dataclass
class Talked:
    """What happened in it, beside what the client has received."""

    client: Client
    tone: dict[str, Any] = field(default_factory=dict)
    loud: dict[str, float] = field(default_factory=dict)
    """By what was done: how loud the loudest 20 ms were after it."""
    after_reopening: dict[str, Any] = field(default_factory=dict)
    pictures_after_reopening: int = 0
    after_goodbye: dict[str, Any] = field(default_factory=dict)


class Script:
    """The parts of the conversation, in their order."""

    def __init__(self, engine: Server, session: dict[str, Any], client: Client) -> None:
        self.url = engine.url
        self.session = session
        self.client = client
        self.talked = Talked(client)

    async def observed(self) -> dict[str, Any]:
        return await observed(self.url, API_KEY, self.client.session_id)

    async def loudness_of_the_next(self, frames: int, skipped: int = 0) -> float:
        heard = len(self.client.sounds) + skipped
        await self.client.until(lambda: len(self.client.sounds) > heard + frames)
        return max(sound.rms for sound in self.client.sounds[heard:])

    async def speak_into(self, microphone: Microphone, voice: Voice) -> None:
        """A tone, which is no speech, and then words, which this engine does not understand."""

        def is_heard(seen: dict[str, Any]) -> bool:
            frequency = float(seen["microphone"]["dominantHz"] or 0)
            return abs(frequency - 440) < 3

        self.client.tasks.spawn("tone", microphone.hear(tone(440, -20, PATIENCE)))
        await until_observed(self.url, API_KEY, self.client.session_id, is_heard)
        await asyncio.sleep(1)  # the level is that of the last second
        self.talked.tone = (await self.observed())["microphone"]
        microphone.hush()
        spoken = (await voice.speak("Do you like bananas?")).pcm
        assert self.client.told("userSpeechStarted") == []
        await microphone.hear(spoken)
        await self.client.until(lambda: self.client.told("userSpeechEnded"))

    async def type_and_interrupt(self) -> None:
        client = self.client
        client.say("hello")
        await client.until(lambda: client.finished("persona"))
        client.say("Do you like bananas?")
        await client.until(lambda: len(client.finished("user")) == 2 and client.sounds[-1].rms > 0.05)
        await client.until(lambda: len(client.speech("persona")[-1]["content"]) > 0)
        client.interrupt()
        await client.until(lambda: client.speech("persona")[-1]["end_of_speech"])
        # What was under way may still arrive: the client's own buffer holds some 100 ms.
        self.talked.loud["interruption"] = await self.loudness_of_the_next(35, skipped=15)

    async def speak_through_the_persona(self) -> None:
        client = self.client
        assert await talk(self.url, client.session_id, "Exactly these words.")
        await client.until(lambda: client.finished("persona")[-1] == "Exactly these words.")
        hum = base64.b64encode(tone(300, -12, 4)[::2].tobytes()).decode()
        sound = {"audioData": hum, "encoding": "pcm_s16le", "sampleRate": 24_000, "channels": 1}
        await client.signal("agentaudioinput", sound | {"sequenceNumber": 0})
        await client.signal("agentaudioinputend", {})
        await client.until(lambda: sum(sound.rms > 0.15 for sound in client.sounds[-30:]) > 25)
        client.interrupt()
        self.talked.loud["agent's sound cut"] = await self.loudness_of_the_next(20, skipped=15)

    async def send_rubbish(self) -> None:
        client = self.client
        for text in ("", "{", "[]", '{"actionType": 5}', '{"actionType": "unheardof"}', b"\x00\xff"):
            await client.socket.send(text)
        await client.signal("icecandidate", {"candidate": "candidate:rubbish", "sdpMid": "0"})
        for stray in ("", "{", '{"message_type": "context"}', b"\x00\xff"):
            client.send_data(stray)

    async def reopen_the_socket(self) -> None:
        """With a second offer for the same connection, as clients do that lost it."""
        client = self.client
        await client.socket.close()
        async with connect(signalling_url(self.session)) as client.socket:
            client.tasks.spawn("signals again", client.receive_signals())
            await client.send_offer()
            await client.until(lambda: len(client.signalled("answer")) == 2)
            pictures = len(client.pictures)
            client.say("thanks")
            await client.until(lambda: client.finished("persona")[-1] == reply(Conversation("thanks")))
            self.talked.pictures_after_reopening = len(client.pictures) - pictures
            self.talked.after_reopening = await self.observed()
            await client.signal("endsession", {})
            await client.socket.wait_closed()
            self.talked.after_goodbye = await self.observed()


@pytest.fixture(scope="module")
def talked(engine: Server, voice: Voice) -> Talked:
    async def session() -> Talked:
        microphone = Microphone()
        session = await granted(engine.url, API_KEY)
        async with joined(session, microphone) as client:
            script = Script(engine, session, client)
            await script.speak_into(microphone, voice)
            await script.type_and_interrupt()
            await script.speak_through_the_persona()
            await script.send_rubbish()
            await script.reopen_the_socket()
        return script.talked

    return asyncio.run(session())


def test_the_microphone_is_heard(talked: Talked) -> None:
    assert talked.tone["dominantHz"] == pytest.approx(440, abs=3)
    assert talked.tone["levelDbfs"] == pytest.approx(-20, abs=3)
    assert talked.tone["frames"] >= 50
    assert not talked.tone["speaking"]


def test_an_engine_without_hearing_notices_that_somebody_speaks(talked: Talked) -> None:
    assert len(talked.client.told("userSpeechStarted")) == 1
    assert talked.client.finished("user") == ["hello", "Do you like bananas?", "thanks"]


def test_a_typed_text_is_answered_and_an_interruption_cuts_the_voice(talked: Talked) -> None:
    said = talked.client.finished("persona")
    assert said[0] == reply(Conversation("hello"))
    assert reply(Conversation("Do you like bananas?")) not in said
    cut = [chunk for chunk in talked.client.speech("persona") if chunk["interrupted"]]
    assert len(cut) == 1
    assert talked.loud["interruption"] < 0.001


def test_talk_is_spoken_verbatim_and_the_agents_sound_as_it_is(talked: Talked) -> None:
    assert talked.client.finished("persona")[2] == "Exactly these words."
    assert talked.loud["agent's sound cut"] < 0.001


def test_a_reopened_socket_goes_on_with_the_same_session_and_connection(talked: Talked) -> None:
    assert (talked.after_reopening["state"], talked.after_reopening["peer"]) == ("live", "connected")
    assert talked.after_reopening["audioGaps"] == 0
    assert talked.pictures_after_reopening > 25


def test_goodbye_frees_the_session_at_once(talked: Talked) -> None:
    assert talked.after_goodbye == {}


# -- ends


async def test_a_client_that_closes_its_connection_ends_the_session(engine: Server) -> None:
    sizes = [(720, 480), (1152, 768)]
    async with joined(await granted(engine.url, API_KEY, personaId="scenario:size-change")) as client:
        # Meanwhile: the encoders follow the pictures' size.
        await client.until(lambda: client.pictures and client.pictures[-1].size == sizes[-1])
        assert list(dict.fromkeys(picture.size for picture in client.pictures)) == sizes
        await client.peer.close()
        await client.socket.wait_closed()
        assert client.signals[-1]["actionType"] == "endsession"
        assert await observed(engine.url, API_KEY, client.session_id) == {}


async def test_a_wrong_token_is_refused(engine: Server) -> None:
    answer = await start_session(engine.url, "eyJ.wrong.token", {"personaConfig": {"personaId": "joe"}})
    assert answer.status_code == 401
