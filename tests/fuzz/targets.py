"""What is fuzzed, and what must hold of it."""

import json
from collections.abc import Callable
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from tests.protocol.play import Play
from tests.protocol.test_client_any_order import AnyOrder
from tests.protocol.test_invariants import AnyDialogue, AnyTalk
from tests.strategies import mutated
from viewer import errors
from viewer.protocol import api, data_channel, inputs, refusals, sdp, signalling
from viewer.protocol.actions import AddCandidate, ApplyAnswer, Finish, SendData, SendFrame
from viewer.protocol.codec import MalformedMessage
from viewer.protocol.signalling import IceCandidate
from viewer.protocol.text import plain
from viewer.redaction import forget_secret, redact, remember_secret
from viewer.session.session_file.as_json import MAX_TEXT
from viewer.session.session_file.notes import note

CORPUS: Final = Path(__file__).with_name("corpus")
SECRET: Final = "s3cr3t/of+the=fuzzer"


def seeds(folder: str) -> list[str]:
    """The texts that inputs of a target are made from."""
    return [file.read_text("utf-8") for file in sorted((CORPUS / folder).iterdir())]


@dataclass(frozen=True)
class Target:
    """``check`` raises if something does not hold of an input."""

    name: str
    inputs: st.SearchStrategy[Any]
    check: Callable[[Any], None]


def _signals(text: str) -> None:
    """Any frame, in every state of the client: it goes on, or ends with a sentence; what it says is JSON."""
    play = Play()
    play.tell(inputs.Started(), 0.0)
    steps: tuple[tuple[inputs.Input, float], ...] = (
        (inputs.SocketOpened(), 1.0),
        (inputs.OfferMade("v=0"), 1.0),
        (inputs.PeerConnected(), 2.0),
        (inputs.TimePassed(), 60.0),
    )
    for happened, now in steps:
        play.tell(inputs.FrameReceived(text), 1.0)
        play.tell(inputs.FrameReceived(text.encode("utf-8", "surrogatepass")), 1.0)
        play.tell(happened, now)
    for output in play.outputs():
        match output:
            case SendFrame(said) | SendData(said):
                json.loads(said.encode("ascii"))
            case ApplyAnswer(answer):
                answer.encode()
            case AddCandidate(IceCandidate() as candidate):
                "".join(str(part) for part in astuple(candidate)).encode()
            case Finish(_, error):
                assert error
                assert plain(error.message) == error.message


def _data(text: str) -> None:
    """Any data-channel message: what is understood can be said again, and answered."""
    play = Play()
    play.tell(inputs.Started(), 0.0)
    play.tell(inputs.ChannelOpened())
    play.tell(inputs.DataReceived(text))
    for decode in (data_channel.decode_from_engine, data_channel.decode_from_client):
        try:
            message = decode(text)
        except MalformedMessage:
            continue
        if message is None:
            continue
        message.model_dump_json()  # in UTF-8
        assert decode(data_channel.encode(message)) == message
        if isinstance(message, data_channel.ToolCallStarted):
            play.tell(inputs.ToolFinished(message, message.arguments, None, "now"))
    for output in play.outputs():
        if isinstance(output, SendData):
            json.loads(output.text.encode("ascii"))


def _redaction(text: str) -> None:
    """No secret that is known gets through, in whatever it is wrapped."""
    remember_secret(SECRET)
    try:
        for wrapped in (f"{text}{SECRET}{text}", json.dumps(f"{text}{SECRET}{text}")):
            assert SECRET not in redact(wrapped)
        shown = note(0.0, "in", inputs.DataReceived(text + SECRET))
    finally:
        forget_secret(SECRET)
    kept = str(shown.data["text"])
    assert SECRET not in kept
    assert len(kept) <= MAX_TEXT


def _plain(text: str) -> None:
    """One line, no longer than requested, and nothing left to take out."""
    for limit in (1, 10, 2000):
        shown = plain(text, limit)
        assert len(shown) <= limit
        assert plain(shown, limit) == shown
        assert shown.isprintable() or any(c in shown for c in "\u00a0\u200c\u200d") or not shown.isascii()
        shown.encode()


def _sdp(text: str) -> None:
    """Reading takes whatever comes; writing changes nothing but what it is for."""
    name = sdp.video_codec(text)
    assert name is None or (name.isascii() and len(name) <= 40)
    description, candidates = sdp.split_candidates(text)
    assert sdp.split_candidates(description + "\r\n")[1] == []
    assert len(candidates) <= len(text.splitlines()) + 1
    sdp.agrees_to_transport_feedback(text)
    hinted = sdp.with_transport_feedback(sdp.with_bitrate_hints(text, "auto"))
    assert len(sdp.local_candidates(hinted)) == len(sdp.local_candidates(text))


def _answers(text: str) -> None:
    """A broker's answer is a session with usable URLs, or a failure with a short sentence."""
    body = text.encode("utf-8", "surrogatepass")
    try:
        session = api.parse_answer(api.BrokerSession, body)
    except errors.BadAnswer as error:
        said, longest = error.message, 200
    except errors.SessionRefused as error:
        said, longest = error.message, 500  # with the service's own words
    else:
        said, longest = "", 0
        assert session.signalling_url.startswith(("ws://", "wss://"))
    assert plain(said, longest) == said
    for status in (400, 429, 500):
        said = refusals.refusal(status, body).message
        assert plain(said, 500) == said


def _candidates(text: str) -> None:
    """A candidate survives the wire."""
    try:
        payload = signalling.decode(text).payload
        candidate = signalling.parse_ice_candidate(payload)
    except MalformedMessage:
        return
    if candidate is not None:
        again = signalling.decode(signalling.encode(signalling.ice_candidate("s", candidate)))
        assert signalling.parse_ice_candidate(again.payload) == candidate


TARGETS: Final = (
    Target("signals", mutated(seeds("signals")), _signals),
    Target("data", mutated(seeds("data")), _data),
    Target("redaction", mutated(seeds("redaction") + seeds("signals") + seeds("answers")), _redaction),
    Target("plain", mutated(seeds("redaction")) | st.text(st.characters(codec=None)), _plain),
    Target("sdp", mutated(seeds("sdp")), _sdp),
    Target("answers", mutated(seeds("answers")), _answers),
    Target("candidates", mutated(seeds("signals")), _candidates),
)

MACHINES: Final[tuple[type[RuleBasedStateMachine], ...]] = (AnyOrder, AnyDialogue, AnyTalk)
