"""The vendor's own JavaScript client, in headless Chromium, against our engine.

:data:`CALLS` and :data:`EVENTS` list all that the client offers, and what is seen of each here.
"""

import asyncio
import re
import uuid
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any, Final

import httpx
import numpy as np
import pytest

from tests.e2e.chromium import needs_chromium
from tests.engine.client import observed
from tests.engine.vendor.every_field import EVERY_FIELD, EVERY_OPTION
from tests.engine.vendor.page import (
    DECLARATIONS,
    PATIENCE,
    CallFailed,
    Page,
    needs_javascript_client,
    vendor_page,
)
from tests.processes import API_KEY, Server
from viewer.engine.voice.speaking import Voice

pytestmark = [pytest.mark.long, needs_chromium, needs_javascript_client]

# What the client does by itself: there is nothing in it for an engine to do.
OWN: Final = "the client's own affair: "

CALLS: Final[Mapping[str, str]] = {
    "AnamClient.stream": "both streams arrive",
    "AnamClient.streamToVideoAndAudioElements": OWN + "the older name of the next, with a warning",
    "AnamClient.streamToVideoElement": "the picture plays at its size",
    "AnamClient.talk": "spoken verbatim",
    "AnamClient.sendDataMessage": "a message of our making is taken",
    "AnamClient.sendUserMessage": "echoed and answered",
    "AnamClient.interruptPersona": "the message is marked, the talk stream is told",
    "AnamClient.addContext": "remembered, not answered",
    "AnamClient.sendDirectorNoteCue": "applied in time, the engine's face follows",
    "AnamClient.stopStreaming": "the engine lets the session go",
    "AnamClient.isStreaming": "true between start and stop",
    "AnamClient.setPersonaConfig": OWN + "for use with an API key",
    "AnamClient.getPersonaConfig": OWN + "what it was given",
    "AnamClient.getInputAudioState": OWN + "whether the microphone is granted and muted",
    "AnamClient.muteInputAudio": OWN + "the track is disabled",
    "AnamClient.unmuteInputAudio": OWN + "the track is enabled",
    "AnamClient.changeAudioInputDevice": OWN + "another track in the same sender",
    "AnamClient.createTalkMessageStream": "a stream whose text is spoken",
    "AnamClient.createAgentAudioInputStream": "a stream whose sound is spoken",
    "AnamClient.addListener": OWN + "what is added is told",
    "AnamClient.removeListener": OWN + "what is removed is not told",
    "AnamClient.getActiveSessionId": "that of the engine's session",
    "AnamClient.getActiveSessionRegion": "local",
    "AnamClient.registerToolCallHandler": "its result is spoken, its error too",
    "TalkMessageStream.endMessage": "completes the message",
    "TalkMessageStream.streamMessageChunk": "spoken as it comes, with its utterance's id",
    "TalkMessageStream.getCorrelationId": "comes back with the message",
    "TalkMessageStream.isActive": "false after its end",
    "TalkMessageStream.getState": "interrupted when the engine says so",
    "AgentAudioInputStream.sendAudioChunk": "spoken",
    "AgentAudioInputStream.endSequence": "sequence numbers start again, and the engine misses none",
    "AgentAudioInputStream.getSequenceNumber": OWN + "how many were sent",
    "AgentAudioInputStream.getConfig": OWN + "what it was given",
}
EVENTS: Final[Mapping[str, str]] = {
    "MESSAGE_HISTORY_UPDATED": "whole messages, with their utterances",
    "MESSAGE_STREAM_EVENT_RECEIVED": "each word",
    "CONNECTION_ESTABLISHED": "once a session",
    "DATA_CHANNEL_OPEN": "once a session",
    "CONNECTION_CLOSED": "normal after stop; with the engine's reason when that ends the session",
    "INPUT_AUDIO_STREAM_STARTED": "the microphone is attached",
    "VIDEO_STREAM_STARTED": "with both tracks in one stream",
    "VIDEO_PLAY_STARTED": "the first picture is shown",
    "AUDIO_STREAM_STARTED": "with both tracks in one stream",
    "TALK_STREAM_INTERRUPTED": "with the id of the stream, once",
    "SESSION_READY": "with the session's id",
    "SERVER_WARNING": "before the session's limit",
    "MIC_PERMISSION_PENDING": OWN + "the browser asks",
    "MIC_PERMISSION_GRANTED": OWN + "the user allows",
    "MIC_PERMISSION_DENIED": OWN + "the user does not; no engine sees that",
    "INPUT_AUDIO_DEVICE_CHANGED": OWN + "after changeAudioInputDevice",
    "CLIENT_TOOL_EVENT_RECEIVED": "the older form of a tool call",
    "TOOL_CALL_STARTED": "client and server tools",
    "TOOL_CALL_COMPLETED": "with the documents that were read",
    "TOOL_CALL_FAILED": "with the reason",
    "REASONING_HISTORY_UPDATED": "the whole thought",
    "REASONING_STREAM_EVENT_RECEIVED": "each word of a thought",
    "USER_SPEECH_STARTED": "with the id of that speech",
    "USER_SPEECH_ENDED": "with the same id",
    "DIRECTOR_NOTE_CUE_APPLIED": "with the tag",
    "PERSONA_CONFIG_UPDATE_APPLIED": "with the fields before and after",
}
# Its TalkMessageStreamState.
INTERRUPTED: Final = 2
SILENCE: Final = np.zeros(48_000, np.int16)


def test_the_table_lists_every_call_that_the_client_offers() -> None:
    files = {
        "AnamClient": DECLARATIONS / "AnamClient.d.ts",
        "TalkMessageStream": DECLARATIONS / "types" / "TalkMessageStream.d.ts",
        "AgentAudioInputStream": DECLARATIONS / "types" / "AgentAudioInputStream.d.ts",
    }
    offered = {
        f"{name}.{method}"
        for name, file in files.items()
        for method in re.findall(r"^    (\w+)(?:<.*>)?\(", file.read_text("utf-8"), re.MULTILINE)
        if method != "constructor"
    }
    assert offered == set(CALLS)


@pytest.fixture
async def page(tmp_path: Path) -> AsyncIterator[Page]:
    async with vendor_page(tmp_path, SILENCE) as page:
        yield page


async def create(
    page: Page,
    engine: Server,
    options: dict[str, Any] | None = None,
    session_options: dict[str, Any] | None = None,
    **config: Any,
) -> None:
    """A client in the page for a session with Joe, or with what ``config`` says."""
    headers = {"Authorization": f"Bearer {API_KEY}"}
    body = {
        "personaConfig": {"personaId": "joe", "skipGreeting": True} | config,
        "sessionOptions": session_options or {},
    }
    async with httpx.AsyncClient(base_url=engine.url, headers=headers) as http:
        token = (await http.post("/v1/auth/session-token", json=body)).json()["sessionToken"]
    wanted = {"api": {"baseUrl": engine.url}, "metrics": {"disableClientMetrics": True}} | (options or {})
    offered = await page.do("create", token, wanted)
    assert set(offered) == set(EVENTS)


async def start(page: Page, engine: Server, **config: Any) -> str:
    """A session that is ready to talk; returns its id."""
    await create(page, engine, **config)
    await page.call("streamToVideoElement", "player")
    await page.event("SESSION_READY")
    await page.event("DATA_CHANNEL_OPEN")
    return str(await page.call("getActiveSessionId"))


def spoken(text: str) -> Any:
    """Whether a message history has ``text`` as what the persona said last."""
    return lambda messages: messages[-1]["role"] == "persona" and text in messages[-1]["content"]


async def test_a_session_begins_talks_and_is_let_go(page: Page, engine: Server) -> None:
    session_id = await start(page, engine)
    assert await page.event("SESSION_READY") == [session_id]
    assert await page.call("getActiveSessionRegion") == "local"
    assert await page.call("isStreaming") is True
    for name in ("VIDEO_STREAM_STARTED", "AUDIO_STREAM_STARTED"):
        assert sorted((await page.event(name))[0]["tracks"]) == ["audio", "video"]
    for name in ("MIC_PERMISSION_PENDING", "MIC_PERMISSION_GRANTED", "INPUT_AUDIO_STREAM_STARTED"):
        await page.event(name)
    await page.event("VIDEO_PLAY_STARTED")
    assert await page.do("player") == [720, 480]
    await page.do("deaf")
    await page.call("sendUserMessage", "What about penguins?")
    history = (await page.event("MESSAGE_HISTORY_UPDATED", spoken("penguins")))[0]
    assert [message["role"] for message in history] == ["user", "persona"]
    await page.call("talk", "Exactly these words.")
    await page.event("MESSAGE_HISTORY_UPDATED", spoken("Exactly these words."))
    await page.call("addContext", "the user looks at page 7")
    await page.call("sendUserMessage", "What do you know?")
    await page.event("MESSAGE_HISTORY_UPDATED", spoken("page 7"))
    await page.call("sendDirectorNoteCue", "angry", {"inSeconds": 0.2})
    assert (await page.event("DIRECTOR_NOTE_CUE_APPLIED"))[0]["cueTag"] == "angry"
    assert (await observed(engine.url, API_KEY, session_id))["cueTag"] == "angry"
    await page.call("sendDataMessage", '{"message_type": "director_note_cue", "cue": {"tag": "happy"}}')
    await page.event("DIRECTOR_NOTE_CUE_APPLIED", lambda cue: cue["cueTag"] == "happy")
    assert (await page.call("muteInputAudio"))["isMuted"] is True
    assert (await page.call("unmuteInputAudio"))["isMuted"] is False
    assert (await page.call("getInputAudioState"))["isMuted"] is False
    await page.call("changeAudioInputDevice", "default")
    await page.event("INPUT_AUDIO_DEVICE_CHANGED")
    assert len(page.events("CONNECTION_ESTABLISHED")) == 1
    assert page.events("REMOVED") == []
    await page.told(lambda _: True)
    statistics: dict[str, Any] = {}
    while not {"video", "audio"} <= statistics.keys():  # every 5 s
        statistics = (await observed(engine.url, API_KEY, session_id))["remoteRtp"]
    assert statistics["video"]["framesDecoded"] > 0
    await page.call("stopStreaming")
    assert await page.event("CONNECTION_CLOSED") == ["CONNECTION_CLOSED_CODE_NORMAL"]
    assert await page.call("isStreaming") is False
    while await observed(engine.url, API_KEY, session_id):
        pass
    assert not [news for news in page.news if "unhandled" in news]


async def test_streams_are_spoken_and_cut_off(page: Page, engine: Server) -> None:
    session_id = await start(page, engine)
    one, other = str(uuid.uuid4()), str(uuid.uuid4())
    await page.call("createTalkMessageStream", keep="talk")
    correlation_id = await page.call("getCorrelationId", on="talk")
    await page.call("streamMessageChunk", "Let me check. ", False, one, on="talk")
    await page.call("streamMessageChunk", "There it is.", False, other, on="talk")
    await page.call("endMessage", on="talk")
    assert await page.call("isActive", on="talk") is False
    history = (await page.event("MESSAGE_HISTORY_UPDATED", spoken("There it is.")))[0]
    assert [(u["id"], u["content"].strip()) for u in history[-1]["utterances"]] == [
        (one, "Let me check."),
        (other, "There it is."),
    ]
    words = [told[0] for told in page.events("MESSAGE_STREAM_EVENT_RECEIVED")]
    assert {word["correlationId"] for word in words} == {correlation_id}
    await page.call("createTalkMessageStream", "of my own", keep="talk")
    await page.call("streamMessageChunk", "This goes on and on and on. ", False, on="talk")
    await page.event("MESSAGE_STREAM_EVENT_RECEIVED", lambda word: word["correlationId"] == "of my own")
    await page.call("interruptPersona")
    await page.event("TALK_STREAM_INTERRUPTED")
    assert page.events("TALK_STREAM_INTERRUPTED") == [["of my own"]]
    assert await page.call("getState", on="talk") == INTERRUPTED
    await page.event("MESSAGE_STREAM_EVENT_RECEIVED", lambda word: word["interrupted"])
    config = {"encoding": "pcm_s16le", "sampleRate": 24_000, "channels": 1}
    await page.call("createAgentAudioInputStream", config, keep="audio")
    assert await page.call("getConfig", on="audio") == config
    for _ in range(2):
        await page.do("sound", 300, 0.4, 24_000)
        assert await page.call("getSequenceNumber", on="audio") == 1
        await page.call("endSequence", on="audio")
    seen: dict[str, Any] = {"speaking": False}
    while not seen["speaking"]:
        seen = await observed(engine.url, API_KEY, session_id)
    assert seen["audioGaps"] == 0


async def test_tools_and_thoughts_are_told(page: Page, engine: Server) -> None:
    await start(page, engine, personaId="thinker")
    await page.do("tool", "get_local_time", "a quarter past ten", None)
    await page.call("sendUserMessage", "What time is it on my computer?")
    started = (await page.event("TOOL_CALL_STARTED"))[0]
    assert (started["toolName"], started["toolType"]) == ("get_local_time", "client")
    await page.told(lambda news: news.get("handler") == "completed")
    await page.event("MESSAGE_HISTORY_UPDATED", spoken("a quarter past ten"))
    await page.event("REASONING_STREAM_EVENT_RECEIVED", lambda word: word["endOfThought"])
    thoughts = (await page.event("REASONING_HISTORY_UPDATED"))[0]
    assert "What time is it" in thoughts[0]["content"]
    await page.do("tool", "get_local_time", None, "there is no clock")
    await page.call("sendUserMessage", "What time is it on my computer?")
    await page.told(lambda news: news.get("handler") == "failed")
    await page.event("MESSAGE_HISTORY_UPDATED", spoken("there is no clock"))
    await page.call("sendUserMessage", "Search the handbook for firewall")
    completed = await page.event("TOOL_CALL_COMPLETED", lambda call: call["toolType"] == "server")
    assert completed[0]["documentsAccessed"] == ["networks.md"]
    assert completed[0]["executionTime"] >= 400
    await page.event("MESSAGE_HISTORY_UPDATED", spoken("TURN"))
    await page.call("sendUserMessage", "Search the handbook for dragons")
    await page.event("TOOL_CALL_FAILED", lambda call: "dragons" in call["errorMessage"])
    await page.call("sendUserMessage", "Open the help page")
    event = (await page.event("CLIENT_TOOL_EVENT_RECEIVED"))[0]
    assert (event["eventName"], event["eventData"]) == ("open_page", {"page": "help"})
    await page.call("sendUserMessage", "Call yourself Ann")
    update = (await page.event("PERSONA_CONFIG_UPDATE_APPLIED"))[0]
    assert update["changedFields"] == {"name": {"before": "Joe", "after": "Ann"}}


async def test_a_session_plays_every_field_of_its_configuration(page: Page, engine: Server) -> None:
    await start(page, engine, session_options=EVERY_OPTION, **EVERY_FIELD, personaId=None)
    await page.event("MESSAGE_HISTORY_UPDATED", spoken("Welcome to the shop."))
    await page.call("sendUserMessage", "Open the cart")
    assert (await page.event("TOOL_CALL_STARTED"))[0]["toolName"] == "open_cart"
    await page.event("MESSAGE_HISTORY_UPDATED", spoken("I called the tool open cart."))
    _, reason = await page.event("CONNECTION_CLOSED")
    assert reason == "The session ended because you said nothing for 4 seconds."


async def test_the_engine_warns_and_ends_the_session(page: Page, engine: Server) -> None:
    await create(page, engine, {"disableInputAudio": True}, maxSessionLengthSeconds=4)
    streams = await page.call("stream")
    assert [sorted(stream["tracks"]) for stream in streams] == [["audio", "video"]] * 2
    await page.event("SERVER_WARNING", lambda text: "4 seconds" in text)
    code, reason = await page.event("CONNECTION_CLOSED")
    assert code == "CONNECTION_CLOSED_CODE_SERVER_CLOSED_CONNECTION"
    assert "limit" in reason


async def test_the_user_is_heard_and_silences_the_persona(
    engine: Server, voice: Voice, tmp_path: Path
) -> None:
    said = (await voice.speak("Excuse me, may I say something? I have a question for you.")).pcm
    microphone = np.concatenate([*[SILENCE] * 4, said])
    async with vendor_page(tmp_path, microphone) as page:
        await start(page, engine)
        await page.call("talk", "I could go on like this for a very long time. " * 5)
        await page.event("USER_SPEECH_ENDED")
        assert page.events("USER_SPEECH_STARTED")[0] == page.events("USER_SPEECH_ENDED")[0]
        await page.event("MESSAGE_STREAM_EVENT_RECEIVED", lambda word: word["interrupted"])


@pytest.mark.parametrize(
    ("persona_id", "code"),
    [
        ("scenario:no-plan", "CLIENT_ERROR_CODE_NO_PLAN_FOUND"),
        ("scenario:spend-cap", "CLIENT_ERROR_CODE_SPEND_CAP_REACHED"),
        ("scenario:concurrency", "CLIENT_ERROR_CODE_MAX_CONCURRENT_SESSIONS_REACHED"),
    ],
)
async def test_a_refusal_is_understood(page: Page, engine: Server, persona_id: str, code: str) -> None:
    await create(page, engine, personaId=persona_id)
    with pytest.raises(CallFailed) as refused:
        await page.call("streamToVideoElement", "player")
    assert refused.value.code == code


async def test_a_busy_engine_is_asked_again(page: Page, engine: Server) -> None:
    await start(page, engine, personaId="scenario:busy-then-ok")


async def test_the_connection_goes_on_after_ice_has_started_anew(page: Page, engine: Server) -> None:
    session_id = await start(page, engine)
    await page.event("VIDEO_PLAY_STARTED")
    for _ in range(2):
        await page.do("restart")
        async with asyncio.timeout(PATIENCE):
            while await page.do("connection") != ["stable", "connected"]:
                pass
            decoded = await page.do("framesDecoded")
            while await page.do("framesDecoded") < decoded + 25:
                pass
    await page.do("restart")  # another before this one is through
    await page.do("restart")
    await page.call("sendUserMessage", "Are you still there?")
    await page.event("MESSAGE_HISTORY_UPDATED", spoken("still there"))
    seen = await observed(engine.url, API_KEY, session_id)
    assert (seen["state"], seen["peer"]) == ("live", "connected")
    assert page.events("CONNECTION_CLOSED") == []
