"""The engine as a process of its own and a plain client, over WebRTC on loopback."""

import asyncio
from fractions import Fraction
from typing import Any

import av
import httpx
import numpy as np
import pytest
from aiortc.mediastreams import MediaStreamTrack
from websockets.asyncio.client import connect

from tests.engine.client import PATIENCE, granted, joined, observed, start_session
from tests.engine.looks import corner, open_mouth, open_mouth_of
from tests.engine.sounds import tone
from tests.processes import API_KEY, Server, start_engine
from viewer.engine import characters
from viewer.engine.brain import Conversation
from viewer.engine.characters import LENA, MATEO, Character
from viewer.engine.face import FacePainter
from viewer.engine.looks import LOOKS
from viewer.engine.portrait import BACKGROUND, load_portrait
from viewer.engine.pose import Pose
from viewer.engine.script import greeting, reply
from viewer.protocol import signalling

JOE = {"skipGreeting": False}
GREETING = greeting(characters.JOE, "Joe")


class Tone(MediaStreamTrack):
    """A microphone that hears 440 Hz at −20 dBFS."""

    kind = "audio"

    def __init__(self) -> None:
        super().__init__()
        self._sound = tone(440, -20, 60)
        self._sent = 0
        self._start = 0.0

    async def recv(self) -> av.AudioFrame:
        now = asyncio.get_running_loop().time()
        self._start = self._start or now
        await asyncio.sleep(max(0.0, self._start + self._sent / 48_000 - now))
        part = self._sound[self._sent : self._sent + 960]
        frame = av.AudioFrame.from_ndarray(part.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = 48_000, self._sent, Fraction(1, 48_000)
        self._sent += 960
        return frame


async def test_the_persona_appears_and_greets(engine: Server) -> None:
    async with joined(await granted(engine.url, API_KEY, **JOE), look=corner) as client:
        await client.until(lambda: client.finished("persona"))
        assert client.finished("persona") == [GREETING]
        assert len(client.speech("persona")) > 10
        assert max(sound.rms for sound in client.sounds) > 0.05
        assert {picture.size for picture in client.pictures} == {(720, 480)}
        # Pictures are 1/25 s apart; a busy machine may leave some out.
        assert np.median(np.diff([picture.pts for picture in client.pictures])) == 90_000 / 25
        assert set(np.diff([sound.pts for sound in client.sounds])) == {960}
        assert client.pictures[-1].seen == pytest.approx(BACKGROUND, abs=8)


@pytest.mark.parametrize("character", [LENA, MATEO])
async def test_other_personas_appear_as_themselves_in_their_own_size(
    engine: Server, character: Character
) -> None:
    session = await granted(engine.url, API_KEY, personaId=character.avatar_id)
    drawn = FacePainter(load_portrait(LOOKS[character.avatar_id], character.size)).frame(Pose())
    async with joined(session, look=corner) as client:
        await client.until(lambda: len(client.pictures) > 25)
    assert {picture.size for picture in client.pictures} == {character.size}
    assert client.pictures[-1].seen == pytest.approx(corner(drawn), abs=8)
    assert client.pictures[-1].seen != pytest.approx(BACKGROUND, abs=8)


async def test_the_mouth_moves_with_the_voice(engine: Server) -> None:
    async with joined(await granted(engine.url, API_KEY, **JOE), look=open_mouth) as client:
        await client.until(lambda: client.finished("persona"))
        starts = np.array([sound.time for sound in client.sounds])
        loud = np.array([sound.rms for sound in client.sounds])
        seen = np.array([picture.seen for picture in client.pictures])
        shown = np.array([picture.time for picture in client.pictures])
    # The client's buffers delay sound and picture differently; within that they belong together.
    smooth = np.convolve(loud, np.ones(3) / 3, mode="same")
    likeness = [
        float(np.corrcoef(np.interp(shown + lag, starts, smooth), seen)[0, 1])
        for lag in np.arange(-0.2, 0.3, 0.02)
    ]
    assert max(likeness) > 0.5


@pytest.mark.parametrize(("language", "character"), [("de", characters.LENA), ("es-ES", characters.MATEO)])
async def test_a_persona_of_another_language_welcomes_the_user_in_it(
    engine: Server, language: str, character: characters.Character
) -> None:
    config = {"personaId": None, "name": "Ann", "languageCode": language, "skipGreeting": False}
    look = open_mouth_of(character.avatar_id)
    async with joined(await granted(engine.url, API_KEY, **config), look=look) as client:
        await client.until(lambda: client.finished("persona"))
    assert client.finished("persona") == [greeting(character, "Ann")]
    assert max(sound.rms for sound in client.sounds) > 0.05
    assert np.ptp([picture.seen for picture in client.pictures]) > 100


async def test_a_typed_text_is_answered_by_voice(engine: Server) -> None:
    async with joined(await granted(engine.url, API_KEY)) as client:
        client.say("Do you like bananas?")
        await client.until(lambda: client.finished("persona"))
        assert client.finished("user") == ["Do you like bananas?"]
        assert client.finished("persona") == [reply(Conversation("Do you like bananas?"))]
        assert max(sound.rms for sound in client.sounds) > 0.05


async def test_a_session_may_ask_for_another_brain(engine: Server) -> None:
    async with joined(await granted(engine.url, API_KEY, llmId="echo")) as client:
        client.say("What time is it on my computer?")
        await client.until(lambda: client.finished("persona"))
        assert client.finished("persona") == ["What time is it on my computer?"]


async def test_an_interruption_cuts_the_voice(engine: Server) -> None:
    async with joined(await granted(engine.url, API_KEY, **JOE)) as client:
        await client.until(lambda: len(client.speech("persona")) > 3 and client.sounds[-1].rms > 0.02)
        client.interrupt()
        await client.until(lambda: client.speech("persona")[-1]["end_of_speech"])
        assert client.speech("persona")[-1]["interrupted"]
        assert client.finished("persona") != [GREETING]
        heard = len(client.sounds)
        await client.until(lambda: len(client.sounds) > heard + 50)
        # What was under way may still arrive: the client's own buffer holds some 100 ms.
        assert max(sound.rms for sound in client.sounds[heard + 15 :]) < 0.001


async def test_talk_is_spoken_verbatim(engine: Server) -> None:
    session = await granted(engine.url, API_KEY)
    async with joined(session) as client, httpx.AsyncClient(base_url=engine.url) as http:
        path = f"/talk?session_id={session['sessionId']}"
        assert (await http.post(path, json={"content": "Exactly these words."})).is_success
        await client.until(lambda: client.finished("persona"))
        assert client.finished("persona") == ["Exactly these words."]
        assert client.finished("user") == []


async def test_the_microphone_is_heard(engine: Server) -> None:
    session = await granted(engine.url, API_KEY)
    async with joined(session, microphone=Tone()), asyncio.timeout(PATIENCE):
        while (
            not (seen := await observed(engine.url, API_KEY, session["sessionId"]))
            or seen["microphone"]["frames"] < 75
        ):
            pass
        assert seen["state"] == "live"
        assert seen["microphone"]["dominantHz"] == pytest.approx(440, abs=3)
        assert seen["microphone"]["levelDbfs"] == pytest.approx(-20, abs=3)
        assert not seen["microphone"]["speaking"]


async def test_two_sessions_do_not_mix(engine: Server) -> None:
    async with (
        joined(await granted(engine.url, API_KEY)) as one,
        joined(await granted(engine.url, API_KEY)) as other,
    ):
        one.say("hello")
        other.say("thanks")
        await one.until(lambda: one.finished("persona"))
        await other.until(lambda: other.finished("persona"))
        assert one.finished("persona") == [reply(Conversation("hello"))]
        assert other.finished("persona") == [reply(Conversation("thanks"))]
        for client in (one, other):
            # Late pictures are left out, the others are on the grid of 25 a second.
            steps = np.diff([picture.pts for picture in client.pictures])
            assert not (steps % (90_000 // 25)).any()


async def test_the_answer_comes_before_its_candidates_and_names_one_stream(engine: Server) -> None:
    async with joined(await granted(engine.url, API_KEY)) as client:
        actions = [signal["actionType"] for signal in client.signals]
        assert actions[0] == "answer"
        assert actions.index("sessionready") > actions.index("icecandidate") > 0
        sdp = client.signals[0]["payload"]["sdp"]
        streams = {line.split()[0] for line in sdp.splitlines() if line.startswith("a=msid:")}
        assert len(streams) == 1
        assert "a=candidate" not in sdp
        candidate = next(s["payload"] for s in client.signals if s["actionType"] == "icecandidate")
        assert candidate["candidate"].startswith("candidate:")
        assert candidate["sdpMid"] == "0"
        assert candidate["usernameFragment"] in sdp


async def test_noise_on_the_wire_does_no_harm(engine: Server) -> None:
    async with joined(await granted(engine.url, API_KEY)) as client:
        for text in ("", "{", "[]", '{"actionType": 5}', '{"actionType": "unheardof"}'):
            await client.socket.send(text)
        await client.socket.send(b"\x00\xff")
        await client.signal("heartbeat", "")
        await client.signal("icecandidate", {"candidate": "candidate:rubbish", "sdpMid": "0"})
        await client.signal("icecandidate", {"candidate": "", "sdpMid": "0"})
        for stray in ("", "{", '{"message_type": "context"}', '{"message_type": "speech"}'):
            client.channel.send(stray)
        client.channel.send(b"\x00\xff")
        client.say("hello")
        await client.until(lambda: client.finished("persona"))


async def test_a_reopened_socket_goes_on_with_the_same_session(engine: Server) -> None:
    session = await granted(engine.url, API_KEY)
    async with joined(session) as client:
        await client.socket.close()
        async with connect(_socket_url(session)) as client.socket:
            client.say("hello")
            await client.until(lambda: client.finished("persona"))
            assert (await observed(engine.url, API_KEY, session["sessionId"]))["state"] == "live"
            await client.signal("endsession", {})
            await client.socket.wait_closed()
            assert await observed(engine.url, API_KEY, session["sessionId"]) == {}


def _socket_url(session: dict[str, Any]) -> str:
    return f"ws://{session['engineHost']}{session['signallingEndpoint']}?session_id={session['sessionId']}"


async def test_an_unusable_offer_ends_the_session_with_a_reason(engine: Server) -> None:
    for payload in ({}, {"connectionDescription": {"type": "offer", "sdp": "rubbish"}}):
        session = await granted(engine.url, API_KEY)
        async with connect(_socket_url(session)) as socket, asyncio.timeout(PATIENCE):
            signal = signalling.Signal("offer", session["sessionId"], payload)
            await socket.send(signalling.encode(signal))
            ended = signalling.decode(await socket.recv())
            assert ended.action == "endsession"
            assert "offer" in ended.payload
        assert await observed(engine.url, API_KEY, session["sessionId"]) == {}


async def test_an_unknown_session_is_told_so(engine: Server) -> None:
    session = {**await granted(engine.url, API_KEY), "sessionId": "unknown"}
    async with connect(_socket_url(session)) as socket, asyncio.timeout(PATIENCE):
        assert signalling.decode(await socket.recv()).action == "endsession"


async def test_goodbye_frees_the_session_at_once(engine: Server) -> None:
    session = await granted(engine.url, API_KEY)
    async with joined(session) as client:
        await client.signal("endsession", {})
        await client.socket.wait_closed()
        assert await observed(engine.url, API_KEY, session["sessionId"]) == {}


async def test_a_client_that_closes_its_connection_ends_the_session(engine: Server) -> None:
    session = await granted(engine.url, API_KEY)
    async with joined(session) as client:
        await client.peer.close()
        await client.socket.wait_closed()
        assert client.signals[-1]["actionType"] == "endsession"
        assert await observed(engine.url, API_KEY, session["sessionId"]) == {}


async def test_a_wrong_token_is_refused(engine: Server) -> None:
    assert (
        await start_session(engine.url, "eyJ.wrong.token", {"personaConfig": {"personaId": "joe"}})
    ).status_code == 401


def test_the_engine_says_goodbye_when_it_is_stopped() -> None:
    engine = start_engine()

    async def session_until_the_end() -> list[dict[str, Any]]:
        async with joined(await granted(engine.url, API_KEY)) as client:
            engine.process.terminate()
            await client.socket.wait_closed()
            return client.signals

    signals = asyncio.run(session_until_the_end())
    assert engine.stop() == 0
    assert signals[-1]["actionType"] == "endsession"
    assert "shutting down" in signals[-1]["payload"]
