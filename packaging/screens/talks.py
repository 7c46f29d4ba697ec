"""A session as its notes, for pictures and tests of the inspector."""

import json
from typing import Any

from pydantic import JsonValue

from viewer.protocol import actions, commands, events, inputs, insight
from viewer.protocol.data_channel import ToolCallFailed, ToolCallStarted
from viewer.protocol.events import Phase
from viewer.protocol.insight import Noted
from viewer.protocol.signalling import IceCandidate
from viewer.protocol.transcript import Message, Thought
from viewer.session.session_file.notes import note

MADE = (
    "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\nm=video 9 UDP/TLS/RTP/SAVPF 97\r\na=rtpmap:97 VP8/90000\r\n"
    "a=sendrecv\r\n"
)
SENT = MADE.replace("a=sendrecv", "a=fmtp:97 x-google-start-bitrate=1000\r\na=sendrecv")


def signal(action: str, payload: object) -> str:
    return json.dumps({"actionType": action, "sessionId": "s", "payload": payload})


def data(kind: str, **members: object) -> str:
    return json.dumps({"messageType": kind, "data": members})


def said(number: int, text: str, role: str = "persona", *, ended: bool = False) -> str:
    return data("speechText", message_id=str(number), role=role, content=text, end_of_speech=ended)


def connected() -> list[Noted]:
    """From the wish to connect to the first picture."""
    offer = {"connectionDescription": {"type": "offer", "sdp": SENT}}
    pair = insight.CandidatePair(
        "host udp 192.168.1.7 50412", "host udp 10.0.0.2 40100", "succeeded", nominated=True
    )
    line = "candidate:1 1 udp 2130706431 192.168.1.7 50412 typ host"
    granted: dict[str, JsonValue] = {
        "sessionId": "s",
        "engineHost": "engine.example",
        "clientConfig": {"heartbeatIntervalSeconds": 5},
    }
    return [
        note(100.0, "told", insight.BrokerAsked("https://broker.example", "joe", "auto", gateway=False)),
        note(100.062, "told", insight.BrokerAnswered(granted)),
        note(100.062, "in", inputs.Started()),
        note(100.063, "out", actions.OpenSocket()),
        note(100.090, "in", inputs.SocketOpened()),
        note(100.091, "told", events.MilestoneReached("signalling", 91.0)),
        note(100.101, "told", insight.OfferEdited(MADE, SENT)),
        note(100.102, "out", actions.SendFrame(signal("offer", offer))),
        note(100.103, "in", inputs.CandidateGathered(IceCandidate(line, "0", 0, "abcd"))),
        note(100.131, "in", inputs.FrameReceived(signal("answer", {"type": "answer", "sdp": MADE}))),
        note(100.150, "told", insight.StateChanged("ice", "checking")),
        note(100.171, "told", insight.PairsChecked((pair,))),
        note(100.180, "in", inputs.PeerConnected()),
        note(100.240, "told", events.PhaseChanged(Phase.LIVE)),
    ]


def talked() -> list[Noted]:
    """A turn of each, a tool, a thought, a stall and a warning."""
    call = ToolCallStarted(
        session_id="s", tool_call_id="1", tool_name="weather", tool_type="client", arguments={"at": "sea"}
    )
    return [
        note(105.0, "out", actions.SendFrame(signal("heartbeat", ""))),
        note(106.0, "told", events.UserSpeechChanged(speaking=True, at=106.0)),
        note(107.5, "told", events.UserSpeechChanged(speaking=False, at=107.5)),
        note(
            107.9,
            "told",
            events.ThoughtChanged(Thought("t", "persona", "The user wants the weather.", complete=True)),
        ),
        note(108.0, "told", events.ToolCalled(call)),
        note(108.3, "in", inputs.DataReceived(said(1, "It is sunny"), 0.12)),
        note(108.46, "told", events.MouthMoved(108.43)),
        note(108.9, "in", inputs.DataReceived(said(1, " by the sea.", ended=True), 0.12)),
        note(
            108.9,
            "told",
            events.MessageUpdated(Message("1", "persona", "It is sunny by the sea.", complete=True)),
        ),
        note(112.0, "told", events.TextTyped("And tomorrow?", 112.0)),
        note(112.0, "in", inputs.CommandGiven(commands.SendText("And tomorrow?"), "t")),
        note(112.4, "in", inputs.DataReceived(said(2, "Rain.", ended=True), 0.1)),
        note(114.0, "told", events.MediaStalled()),
        note(115.0, "told", events.MediaResumed()),
        note(116.0, "told", events.Warned("One minute is left.")),
    ]


def tool_called(call: str, name: str, arguments: JsonValue) -> Noted:
    """The persona calls a client tool."""
    members = _of_call(call, name)
    return note(112.0, "told", events.ToolCalled(ToolCallStarted(**members, arguments=arguments)))


def tool_failed(call: str, name: str, why: str) -> Noted:
    """That call failed."""
    members = _of_call(call, name)
    return note(113.0, "told", events.ToolCallEnded(ToolCallFailed(**members, error_message=why)))


def _of_call(call: str, name: str) -> dict[str, Any]:
    return {"session_id": "s", "tool_call_id": call, "tool_name": name, "tool_type": "client"}
