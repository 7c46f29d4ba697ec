"""The messages of the signalling WebSocket (protocol/README.md section 4): one codec for both ends."""

import json
from dataclasses import dataclass
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from viewer.protocol.codec import MalformedMessage, Name, load_object, validated
from viewer.protocol.text import plain

MAX_MESSAGE_BYTES: Final = 1 << 20
# Browsers write some 10 kB.
MAX_SDP: Final = 100_000

OFFER: Final = "offer"
ANSWER: Final = "answer"
ICE_CANDIDATE: Final = "icecandidate"
SESSION_READY: Final = "sessionready"
HEARTBEAT: Final = "heartbeat"
WARNING: Final = "warning"
END_SESSION: Final = "endsession"
TALK_STREAM: Final = "talkstream"
TALK_STREAM_INTERRUPTED: Final = "talkinputstreaminterrupted"
AGENT_AUDIO: Final = "agentaudioinput"
AGENT_AUDIO_END: Final = "agentaudioinputend"


@dataclass(frozen=True, slots=True)
class Signal:
    """One signalling message. ``action`` is in lower case; ``payload`` is any JSON value."""

    action: str
    session_id: str
    payload: Any = ""


@dataclass(frozen=True, slots=True)
class IceCandidate:
    """A W3C ``RTCIceCandidateInit``: ``candidate`` with or without its ``candidate:`` prefix."""

    candidate: str
    sdp_mid: str | None = None
    sdp_mline_index: int | None = None
    username_fragment: str | None = None


class _Payload(BaseModel):
    model_config = ConfigDict(
        alias_generator=to_camel, populate_by_name=True, extra="ignore", strict=True, frozen=True
    )


class TalkChunk(_Payload):
    """Text streamed straight to speech. Chunks of one ``correlation_id`` are one stream; a new
    ``utterance_id`` begins a new utterance in it.
    """

    content: str
    start_of_speech: bool
    end_of_speech: bool
    correlation_id: str
    utterance_id: str | None = None


class AgentAudio(_Payload):
    """Sound that the persona is to speak: interleaved PCM in base64, ``sequence_number`` from 0 in a turn."""

    audio_data: str
    encoding: Literal["pcm_s16le"] = "pcm_s16le"
    sample_rate: int = Field(ge=8_000, le=192_000)
    channels: int = Field(ge=1, le=8)
    sequence_number: int = Field(ge=0)


def encode(signal: Signal) -> str:
    """``signal`` as one text frame."""
    return json.dumps(
        {"actionType": signal.action, "sessionId": signal.session_id, "payload": signal.payload}
    )


def decode(text: str | bytes) -> Signal:
    """One text frame as a signal.

    Raises:
        MalformedMessage: not JSON, or not an object with a textual ``actionType``.
    """
    message = load_object(text)
    action, session_id = message.get("actionType"), message.get("sessionId") or ""
    if not isinstance(action, str) or not isinstance(session_id, str):
        raise MalformedMessage("actionType or sessionId is not text")
    return Signal(action.lower(), session_id, message.get("payload", ""))


def offer(session_id: str, sdp: str) -> Signal:
    """The client's offer."""
    description = {"type": "offer", "sdp": sdp}
    return Signal(OFFER, session_id, {"connectionDescription": description, "userUid": session_id})


def answer(session_id: str, sdp: str) -> Signal:
    """The engine's answer."""
    return Signal(ANSWER, session_id, {"type": "answer", "sdp": sdp})


def ice_candidate(session_id: str, candidate: IceCandidate) -> Signal:
    """A trickled candidate, in the form browsers write."""
    line = candidate.candidate
    payload: dict[str, Any] = {
        "candidate": line if line.startswith("candidate:") else f"candidate:{line}",
        "sdpMid": candidate.sdp_mid,
        "sdpMLineIndex": candidate.sdp_mline_index,
    }
    if candidate.username_fragment is not None:
        payload["usernameFragment"] = candidate.username_fragment
    return Signal(ICE_CANDIDATE, session_id, payload)


def talk_stream(session_id: str, chunk: TalkChunk) -> Signal:
    """Text for the persona to speak."""
    return Signal(TALK_STREAM, session_id, chunk.model_dump(by_alias=True, exclude_none=True))


def agent_audio(session_id: str, audio: AgentAudio) -> Signal:
    """Sound for the persona to speak."""
    return Signal(AGENT_AUDIO, session_id, audio.model_dump(by_alias=True))


def talk_stream_interrupted(session_id: str, correlation_id: str) -> Signal:
    """That talk stream was cut off."""
    return Signal(TALK_STREAM_INTERRUPTED, session_id, {"correlationId": correlation_id})


def parse_talk_stream_interrupted(payload: Any) -> str:
    """The ``correlation_id`` of the talk stream that was cut off.

    Raises:
        MalformedMessage: it is not there.
    """
    return validated(_InterruptedPayload, payload).correlation_id


def parse_offer(payload: Any) -> str:
    """The SDP of an offer's payload.

    Raises:
        MalformedMessage: no SDP in it.
    """
    return validated(_OfferPayload, payload).connection_description.sdp


def parse_answer(payload: Any) -> str:
    """The SDP of an answer's payload.

    Raises:
        MalformedMessage: no SDP in it.
    """
    return validated(_AnswerPayload, payload).sdp


def parse_ice_candidate(payload: Any) -> IceCandidate | None:
    """The candidate in the payload, its ``candidate:`` prefix taken off; None means end of candidates.

    Raises:
        MalformedMessage: no candidate in it, or none that belongs to an m-line.
    """
    init = validated(_CandidatePayload, payload)
    line = init.candidate.removeprefix("candidate:").strip()
    if not line:
        return None
    if init.sdp_mid is None and init.sdp_m_line_index is None:
        raise MalformedMessage("a candidate without sdpMid and sdpMLineIndex")
    return IceCandidate(line, init.sdp_mid, init.sdp_m_line_index, init.username_fragment)


class _Description(_Payload):
    sdp: str = Field(min_length=1, max_length=MAX_SDP)


class _AnswerPayload(_Description):
    type: str = Field(pattern="^answer$")


class _OfferPayload(_Payload):
    connection_description: _Description


class _CandidatePayload(_Payload):
    candidate: str = Field(max_length=1000)
    sdp_mid: Name | None = None
    sdp_m_line_index: int | None = Field(default=None, ge=0, le=64)
    username_fragment: Name | None = None


class _InterruptedPayload(_Payload):
    correlation_id: Name


def words(signal: Signal) -> str:
    """The text in a warning's or an ending's payload, made safe to show; empty if there is none."""
    return plain(signal.payload, 300).strip() if isinstance(signal.payload, str) else ""
