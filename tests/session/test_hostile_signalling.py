"""Whatever comes over the signalling socket: the session goes on, or ends with its sentence."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.session.script import (
    CloseSocket,
    Delay,
    Drop,
    Flush,
    Frame,
    Hold,
    Release,
    Repeat,
    Reverse,
    Script,
    Send,
    Step,
    with_sdp,
)
from tests.session.watch import watched_session
from viewer import errors
from viewer.protocol.negotiation import MAX_CANDIDATES
from viewer.protocol.signalling import Signal
from viewer.session import events
from viewer.session.events import Phase
from viewer.session.session import Session
from viewer.session.signalling import MAX_OUTBOX_BYTES

GOOD = "1 1 udp 2130706431 192.0.2.1 9 typ host"


def signal(action: Any, payload: Any, session_id: Any = "s") -> str:
    return json.dumps({"actionType": action, "sessionId": session_id, "payload": payload})


def candidate(line: Any, mid: Any = "0", index: Any = 0, **more: Any) -> str:
    return signal("icecandidate", {"candidate": line, "sdpMid": mid, "sdpMLineIndex": index, **more})


LINES = (
    "1",
    "x " * 20,
    "1 1 udp 99999999999999999999 192.0.2.1 9 typ host",
    "1 1 udp nan 192.0.2.1 9 typ host",
    "1 1 udp 1 192.0.2.1 99999 typ host",
    "1 1 udp 1 192.0.2.1 -9 typ host",
    "1 1 udp 1 not..a..host 9 typ host",
    "1 1 udp 1 " + "a" * 300 + ".local 9 typ host",
    "1 1 udp 1 \x00.local 9 typ host",
    "1 1 udp 1 .local 9 typ host",
    "1 1 tcp 1 192.0.2.1 9 typ host tcptype passive",
    "1 0 udp 1 192.0.2.1 9 typ host",
    "1 256 udp 1 192.0.2.1 9 typ host",
    "1 1 udp 1 255.255.255.255 9 typ host",
    "1 1 udp 1 0.0.0.0 0 typ host",
    "1 1 udp 1 224.0.0.1 9 typ host",
    "1 1 udp 1 ::1 9 typ host",
    "1 1 udp 1 fe80::1%lo 9 typ host",
    "1 1 udp 1 127.0.0.1 1 typ host",
    "1 1 udp 1 192.0.2.1 9 typ \ud800",
    "1 1 udp 1 \ud800 9 typ host",
    "é 1 udp 1 192.0.2.1 9 typ srflx raddr é rport 1",
    GOOD + " raddr",
    GOOD + " \ud800 \ud800",
    GOOD + " x" * 100_000,
)
M_LINES = (
    ("9", 9),
    (None, None),
    (0, "0"),
    ("x" * 100_000, 0),
    ("0", -1),
    ("0", 10**30),
    ("0", 0.5),
    ("0", True),
)
KINDS: list[Any] = [None, "", [], 7, {}, {"candidate": None}, {"candidate": {"candidate": GOOD}}]
NO_STREAMS: list[Any] = [None, {}, {"correlationId": 5}, {"correlationId": "x" * 100_000}]
NOISE: dict[str, list[Frame]] = {
    "nothing": [""],
    "no JSON": ["{", "nul", "\x00", "\ufeff{}"],
    "no object": ["null", "7", "[]", '"answer"', "true"],
    "binary": [b"", b"\x00\xff\xfe", b'{"actionType": "news"}', b"\xff\xfe{\x00}\x00"],
    "deep": ["[" * 100_000, '{"a":' * 100_000, '{"actionType":' + "[" * 900 + "]" * 900 + "}"],
    "long numbers": ['{"actionType": ' + "9" * 5000 + "}", signal("icecandidate", 10**4000)],
    "no numbers": ['{"actionType": NaN}', signal("warning", float("-inf")), signal("icecandidate", 1e308)],
    "half characters": [signal("\ud800", {}, "\udfff"), signal("warning", "\udc00\ud800")],
    "wrong types": [signal(5, {}), signal([], {}), signal("warning", {}, 5), signal("warning", {"a": []})],
    "unknown": [signal("news", {}), signal("x" * 500_000, {}), signal("", ""), signal("ANSWER ", "")],
    "for others": [signal("sessionready", {}, "another-session"), signal("heartbeat", "", "x" * 1000)],
    "our own actions": [
        signal(action, {})
        for action in ("offer", "talkstream", "agentaudioinput", "agentaudioinputend", "heartbeat")
    ],
    "the key twice": ['{"actionType": "endsession", "actionType": "news"}'],
    "large": [signal("news", "x" * 1_000_000)],
    "interrupted streams": [signal("talkinputstreaminterrupted", payload) for payload in NO_STREAMS],
    "bad candidates": [candidate(line) for line in LINES],
    "candidates of no m-line": [candidate(GOOD, mid, index) for mid, index in M_LINES],
    "candidates of another kind": [signal("icecandidate", payload) for payload in KINDS],
}


@pytest.mark.parametrize("step", [Step.OPENED, Step.READY], ids=["early", "late"])
@pytest.mark.parametrize("frames", NOISE.values(), ids=NOISE)
async def test_noise_at_any_time_hurts_nobody(frames: list[Frame], step: Step) -> None:
    async with watched_session({step: [Send(frames), Flush()]}) as (_, running):
        await running.phase(Phase.LIVE)
        await running.seen(events.MilestoneReached, lambda event: event.milestone == "session_ready")
    assert running.closed.error is None


UNUSABLE: dict[str, Callable[[str], Any]] = {
    "none": lambda _: None,
    "a number": lambda _: 7,
    "empty": lambda _: "",
    "noise": lambda _: "\x00\ud800<html>",
    "only a line": lambda _: "v=0\r\n",
    "no m-lines": lambda sdp: sdp.split("m=")[0],
    "a megabyte": lambda sdp: sdp + "a=x:" + "y" * 900_000 + "\r\n",
    "ten thousand m-lines": lambda sdp: sdp + "m=video 9 UDP/TLS/RTP/SAVPF 96\r\n" * 10_000,
    "a thousand m-lines": lambda sdp: sdp + "m=video 9 UDP/TLS/RTP/SAVPF 96\r\n" * 1000,
    "one m-line too few": lambda sdp: sdp[: sdp.rindex("m=")],
    "m-lines in another order": lambda sdp: "m=".join([sdp.split("m=")[0], *sdp.split("m=")[:0:-1]]),
    "no fingerprint": lambda sdp: _without(sdp, "a=fingerprint"),
    "one fingerprint too few": lambda sdp: "a=fingerprint".join(sdp.rsplit("a=fingerprint", 3)[:1]),
    "no ICE password": lambda sdp: _without(sdp, "a=ice-pwd"),
    "no ICE fragment": lambda sdp: _without(sdp, "a=ice-ufrag"),
    "no codec": lambda sdp: _without(sdp, "a=rtpmap"),
    "a codec nobody knows": lambda sdp: sdp.replace("VP8/90000", "AV9/90000").replace("H264", "H299"),
    "no number where one belongs": lambda sdp: sdp.replace("m=video 9", "m=video nine"),
    "an offer's setup": lambda sdp: sdp.replace("a=setup:active", "a=setup:actpass"),
    "halves of characters": lambda sdp: sdp.replace("a=ice-pwd:", "a=ice-pwd:\ud800"),
    "a fingerprint of noise": lambda sdp: sdp.replace(
        "a=fingerprint:sha-256 ", "a=fingerprint:sha-256 \ud800:"
    ),
    "another hash": lambda sdp: sdp.replace("sha-256", "md5").replace("sha-384", "x").replace("sha-512", "y"),
}


def _without(sdp: str, prefix: str) -> str:
    return "".join(line for line in sdp.splitlines(keepends=True) if not line.startswith(prefix))


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not connect is given up at once."""
    monkeypatch.setattr("viewer.protocol.client.CONNECT_WITHIN", 2.0)
    monkeypatch.setattr("viewer.protocol.client.PICTURE_WITHIN", 2.0)


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize("edit", UNUSABLE.values(), ids=UNUSABLE)
async def test_an_answer_that_cannot_be_used_ends_the_session_with_a_sentence(
    edit: Callable[[str], Any],
) -> None:
    async with watched_session({Step.ANSWER: [with_sdp(edit)]}) as (_, running):
        closed = await running.seen(events.SessionClosed)
    assert isinstance(closed.error, errors.SignallingError | errors.MediaError)
    assert closed.error.message


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("code", [1000, 1006, 1011, 4000])
async def test_a_socket_that_closes_at_any_step_is_opened_again(step: Step, code: int) -> None:
    async with watched_session({step: [CloseSocket(code)]}) as (engine, running):
        await running.phase(Phase.LIVE)
        await running.seen(events.MilestoneReached, lambda event: event.milestone == "session_ready")
        await engine.session.connected(2)
        await engine.session.heard("heartbeat")
    assert running.closed.error is None


GOES_ON: dict[str, Script] = {
    "everything twice": {step: [Repeat(2)] for step in Step},
    "everything twenty times": {step: [Repeat(20)] for step in Step},
    "candidates in reverse order": {Step.CANDIDATES: [Reverse()]},
    "candidates before the answer": {Step.ANSWER: [Hold()], Step.CANDIDATES: [Release()]},
    "the end of candidates before the answer": {Step.OPENED: [Send([candidate("")])]},
    "everything too late": {
        Step.ANSWER: [Hold()],
        Step.CANDIDATES: [Hold()],
        Step.READY: [Delay(1), Release()],
    },
    "ready before the answer": {Step.OPENED: [Send([Signal("sessionready", "s")])], Step.READY: [Drop()]},
    "no candidates": {Step.CANDIDATES: [Drop()]},
    "noise in binary frames": {step: [Send([bytes(1000)] * 20)] for step in Step},
}


@pytest.mark.parametrize("script", GOES_ON.values(), ids=GOES_ON)
async def test_order_number_and_time_of_messages_do_not_matter(script: Script) -> None:
    async with watched_session(script) as (_, running):
        await running.phase(Phase.LIVE)
        await running.seen(events.MilestoneReached, lambda event: event.milestone == "session_ready")
    assert running.closed.error is None


async def test_a_frame_over_the_limit_costs_the_socket_and_five_of_them_the_session() -> None:
    huge = signal("news", "x" * (1 << 20))
    async with watched_session() as (engine, running):
        await running.phase(Phase.LIVE)
        for number in range(6):
            await engine.session.connected(number + 1)
            await engine.session.send(huge)
        closed = await running.seen(events.SessionClosed)
    assert isinstance(closed.error, errors.SignallingLost)


@pytest.mark.parametrize("step", [Step.OPENED, Step.READY], ids=["early", "late"])
async def test_ten_thousand_candidates_cost_no_more_than_a_hundred(step: Step) -> None:
    flood = [
        candidate(f"{n} 1 udp {n} 10.{n >> 16}.{n >> 8 & 255}.{n & 255} 9 typ host") for n in range(1, 10_000)
    ]
    async with watched_session({step: [Send(flood)]}) as (_, running):
        await running.phase(Phase.LIVE)
        assert isinstance(running.session, Session)
        assert running.session._protocol
        assert running.session._link
        await running.seen(events.Statistics)
        assert len(running.session._protocol._negotiation._early) <= MAX_CANDIDATES
        assert running.session._link._work.qsize() <= MAX_CANDIDATES
        assert len(running.session._link._peer._agent.remote_candidates) <= MAX_CANDIDATES + 1
        assert len(running.session._link._peer._tasks._tasks) < 20
    assert running.closed.error is None


async def test_a_flood_of_warnings_delays_no_picture() -> None:
    warnings = [Signal("warning", "s", f"<b>{number}</b>\u202e") for number in range(5000)]
    async with watched_session({Step.READY: [Flush(), Send(warnings)]}) as (_, running):
        await running.phase(Phase.LIVE)
        last = await running.seen(events.Warned, lambda event: event.text.startswith("<b>4999"))
        before = (await running.seen(events.Statistics)).frames_received
        await running.seen(events.Statistics, lambda event: event.frames_received > before)
    assert last.text == "<b>4999</b>"
    assert not any(isinstance(event, events.MediaStalled) for event in running.events)


async def test_what_an_engine_says_at_the_end_is_shown_as_plain_text() -> None:
    said = "\u202e<b>bold</b>\r\n\x1b[31m" + "x" * 10_000
    async with watched_session({Step.READY: [Send([Signal("endsession", "s", said)])]}) as (_, running):
        closed = await running.seen(events.SessionClosed)
    assert closed.error
    assert closed.error.message.startswith("The avatar service ended the session: <b>bold</b>  [31mxxx")
    assert len(closed.error.message) < 400


async def test_an_engine_that_reads_nothing_fills_no_memory() -> None:
    async with watched_session() as (engine, running):
        await running.phase(Phase.LIVE)
        assert isinstance(running.session, Session)
        socket = running.session._socket
        assert socket
        await engine.session.deafen()
        for _ in range(60):
            running.session.perform(events.SendAgentAudio(bytes(400_000)))
        refused = await running.seen(events.CommandRefused)
        assert isinstance(refused.error, errors.NotSent)
        assert sum(map(len, socket._outbox)) == socket._outbox_bytes <= MAX_OUTBOX_BYTES
        assert not any(isinstance(event, events.SessionClosed) for event in running.events)
    assert running.closed.error is None
