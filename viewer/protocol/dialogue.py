"""What viewer and persona say to each other in a session, without I/O (PROTOCOL.md sections 4 and 6)."""

import base64
from collections import OrderedDict, deque
from collections.abc import Callable
from typing import Any, Final, TypeAlias

from pydantic import JsonValue

from viewer import errors
from viewer.protocol import data_channel, signalling
from viewer.protocol.actions import Action, Fact, MessageChanged, Report, SendData, UserSpeech
from viewer.protocol.codec import MalformedMessage, Model, validated
from viewer.protocol.events import (
    CueApplied,
    OlderToolCalled,
    PersonaUpdated,
    TalkStreamOver,
    TalkStreamReason,
    ThoughtChanged,
    ToolCalled,
    ToolCallEnded,
)
from viewer.protocol.signalling import Signal
from viewer.protocol.talk_streams import TalkStreams
from viewer.protocol.transcript import Transcript

MAX_BUFFERED: Final = 256
MAX_TOOL_CALLS: Final = 256
# Peers take data-channel messages of 64 KiB unless they say otherwise (RFC 8841 section 6.1), escapes
# included.
MAX_TEXT: Final = 10_000
MAX_AUDIO_BYTES: Final = signalling.MAX_MESSAGE_BYTES // 2

# What was said shortly before packets stopped coming may not have arrived either.
CERTAIN_AFTER: Final = 1.0

Saying: TypeAlias = data_channel.UserText | data_channel.Context


class Dialogue:
    """One session's messages, in both directions. Not thread-safe.

    Args:
        act: takes what is to be done.
        send_signal: sends over the WebSocket, now or when it is open again.
    """

    def __init__(
        self, session_id: str, act: Callable[[Action], None], send_signal: Callable[[Signal], None]
    ) -> None:
        self.transcript = Transcript()
        self._session_id = session_id
        self._act = act
        self._send_signal = send_signal
        self._closed = False
        self._channel_open = False
        self._unsent: deque[str] = deque(maxlen=MAX_BUFFERED)
        self._said: deque[tuple[float, Saying]] = deque(maxlen=MAX_BUFFERED)
        self._talk_streams = TalkStreams()
        self._audio_sequence = 0
        self._tool_calls: OrderedDict[str, bool] = OrderedDict()
        """Ids of the calls seen, and whether each has ended."""

    @property
    def deadline(self) -> float | None:
        """When :meth:`tick` has something to do."""
        return self._talk_streams.deadline

    # -- what the user asks for

    def send_text(self, content: str, timestamp: str, now: float) -> None:
        """Say ``content`` as the user; ``timestamp`` is ISO 8601 without zone.

        Raises:
            UsageError: it is too long.
        """
        self._say(
            data_channel.UserText(content=content, session_id=self._session_id, timestamp=timestamp), now
        )

    def add_context(self, content: str, now: float) -> None:
        """Let the persona know ``content`` without an answer to it.

        Raises:
            UsageError: it is too long.
        """
        self._say(data_channel.Context(content=content, session_id=self._session_id), now)

    def interrupt(self, timestamp: str) -> None:
        """Cut the persona's speech off."""
        self._send(data_channel.Interrupt(session_id=self._session_id, timestamp=timestamp))

    def cue(self, tag: str, in_seconds: float | None, at_seconds: float | None) -> None:
        """Direct the persona's expression; see :class:`viewer.protocol.data_channel.DirectorNoteCue`.

        Raises:
            UsageError: no such tag, or a time below zero.
        """
        fields = {"cue": {"tag": tag}, "in_seconds": in_seconds, "at_seconds": at_seconds}
        self._send(_usable(data_channel.DirectorNoteCue, "cue", fields))

    def stream_talk(
        self, correlation_id: str, content: str, end_of_speech: bool, utterance_id: str | None, now: float
    ) -> None:
        """Stream text to the persona's speech; see :meth:`TalkStreams.chunk`.

        Raises:
            UsageError: the stream cannot take it.
        """
        chunk = self._talk_streams.chunk(correlation_id, content, end_of_speech, utterance_id, now)
        self._send_signal(signalling.talk_stream(self._session_id, chunk))
        if end_of_speech:
            self._talk_stream_over(correlation_id, "ended")

    def send_agent_audio(self, pcm: bytes, sample_rate: int, channels: int) -> None:
        """Let the persona speak ``pcm``: interleaved 16-bit little-endian samples.

        Raises:
            UsageError: it is too long for one message, or rate or channels are out of range.
        """
        if len(pcm) > MAX_AUDIO_BYTES:
            raise errors.UsageError("That is too much sound for one message.", hint="Send shorter pieces.")
        fields = {
            "audio_data": base64.b64encode(pcm).decode("ascii"),
            "sample_rate": sample_rate,
            "channels": channels,
            "sequence_number": self._audio_sequence,
        }
        audio = _usable(signalling.AgentAudio, "sound", fields)
        self._audio_sequence += 1
        self._send_signal(signalling.agent_audio(self._session_id, audio))

    def end_agent_audio(self) -> None:
        """That turn of :meth:`send_agent_audio` is over."""
        self._audio_sequence = 0
        self._send_signal(Signal(signalling.AGENT_AUDIO_END, self._session_id, {}))

    # -- what the shell has to tell

    def answer_tool_call(
        self, call: data_channel.ToolCallStarted, result: JsonValue, error: str | None, timestamp: str
    ) -> None:
        """The handler of a ``client`` tool call gave ``result``, or failed with ``error``."""
        if self._closed or self._tool_calls.get(call.tool_call_id, True):
            return  # ended already, by whatever the engine said of it
        self._send(
            data_channel.ToolResult(
                session_id=self._session_id,
                tool_call_id=call.tool_call_id,
                user_action_correlation_id=call.user_action_correlation_id,
                timestamp_user_action=call.timestamp_user_action,
                result=None if error else result,
                error=error,
            )
        )
        # Engines do not report the end of a call that the client carried out.
        fields = call.model_dump() | {"timestamp": timestamp}
        if error:
            self._tool_call_ended(data_channel.ToolCallFailed(**fields, error_message=error))
        else:
            self._tool_call_ended(data_channel.ToolCallCompleted(**fields, result=result))

    def send_statistics(self, inbound_rtp: dict[str, JsonValue]) -> None:
        """Tell the engine what arrives on one track. Old figures are of no use: none are kept."""
        if self._channel_open:
            self._send(data_channel.RemoteRtpStats(data=inbound_rtp))

    def channel_opened(self) -> None:
        """The data channel is open: what waited is sent."""
        self._channel_open = True
        while self._unsent and not self._closed:
            self._act(SendData(self._unsent.popleft()))

    def channel_closed(self) -> None:
        """The data channel closed."""
        self._channel_open = False

    def channel_lost(self, last_packet: float | None) -> None:
        """Another data channel will take the place of the present one, whose last packet came at
        ``last_packet``. What the engine may never have got is said again there.
        """
        self._channel_open = False
        again = [data_channel.encode(saying) for saying in self.undelivered(last_packet)]
        waiting = [text for text in self._unsent if text not in again]
        self._unsent = deque([*again, *waiting], maxlen=MAX_BUFFERED)

    def data_received(self, text: str | bytes) -> None:
        """A data-channel message came. Malformed and unknown ones are ignored."""
        if self._closed:
            return
        try:
            message = data_channel.decode_from_engine(text)
        except MalformedMessage:
            return
        match message:
            case data_channel.SpeechText():
                self._report(MessageChanged(self.transcript.add(message)))
                if message.role == "user":
                    self._arrived(message.content)
            case data_channel.ReasoningText():
                self._report(ThoughtChanged(self.transcript.add_thought(message)))
            case data_channel.UserSpeechStarted():
                self._report(UserSpeech(speaking=True))
            case data_channel.UserSpeechEnded():
                self._report(UserSpeech(speaking=False))
            case data_channel.DirectorNoteCueApplied():
                self._report(CueApplied(message))
            case data_channel.PersonaConfigUpdateApplied():
                self._report(PersonaUpdated(message))
            case None:
                return
            case _:
                self._tool_message_received(message)

    def talk_stream_interrupted(self, correlation_id: str) -> None:
        """The engine cut that talk stream off."""
        if self._talk_streams.close(correlation_id):
            self._talk_stream_over(correlation_id, "interrupted")

    def tick(self, now: float) -> None:
        """Close the talk streams that the engine has ended by ``now``."""
        for correlation_id in self._talk_streams.close_silent(now):
            self._talk_stream_over(correlation_id, "timed out")

    def close(self) -> None:
        """The session is over."""
        if not self._closed:
            for correlation_id in self._talk_streams.close_all():
                self._talk_stream_over(correlation_id, "session ended")
            self._closed = True

    def undelivered(self, last_packet: float | None) -> tuple[Saying, ...]:
        """What the engine may never have got, if the last packet from it came at ``last_packet``."""
        if last_packet is None:
            return tuple(saying for _, saying in self._said)
        return tuple(saying for at, saying in self._said if at > last_packet - CERTAIN_AFTER)

    # -- inside

    def _say(self, saying: Saying, now: float) -> None:
        if len(saying.content) > MAX_TEXT:
            raise errors.UsageError("That text is too long.", hint="Say it in parts.")
        if not self._closed:
            self._said.append((now, saying))
            self._send(saying)

    def _arrived(self, content: str) -> None:
        """The engine repeats what the user said: so it has it."""
        for said in self._said:
            if isinstance(said[1], data_channel.UserText) and said[1].content.strip() == content.strip():
                self._said.remove(said)
                return

    def _send(self, message: data_channel.ClientMessage) -> None:
        if self._closed:
            return
        text = data_channel.encode(message)
        if self._channel_open:
            self._act(SendData(text))
        else:
            self._unsent.append(text)

    def _tool_message_received(
        self, message: data_channel.ToolCallReport | data_channel.ClientToolEvent
    ) -> None:
        if message.session_id != self._session_id:
            return
        match message:
            case data_channel.ClientToolEvent():
                self._report(OlderToolCalled(message))
            case data_channel.ToolCallStarted():
                self._tool_call_started(message)
            case _:
                self._tool_call_ended(message)

    def _tool_call_started(self, call: data_channel.ToolCallStarted) -> None:
        if call.tool_call_id in self._tool_calls:
            return
        self._remember_tool_call(call.tool_call_id, ended=False)
        self._report(ToolCalled(call))

    def _tool_call_ended(self, call: data_channel.ToolCallCompleted | data_channel.ToolCallFailed) -> None:
        # A call ends once: what is said of it later is ignored, as the official clients do.
        if self._tool_calls.get(call.tool_call_id) is not True:
            self._remember_tool_call(call.tool_call_id, ended=True)
            self._report(ToolCallEnded(call))

    def _remember_tool_call(self, tool_call_id: str, ended: bool) -> None:
        self._tool_calls[tool_call_id] = ended
        if len(self._tool_calls) > MAX_TOOL_CALLS:
            self._tool_calls.popitem(last=False)

    def _talk_stream_over(self, correlation_id: str, reason: TalkStreamReason) -> None:
        self._report(TalkStreamOver(correlation_id, reason))

    def _report(self, fact: Fact) -> None:
        self._act(Report(fact))


def _usable(model: type[Model], what: str, fields: dict[str, Any]) -> Model:
    """``fields`` as ``model``, or the caller's mistake."""
    try:
        return validated(model, fields)
    except MalformedMessage as fault:
        raise errors.UsageError(f"That {what} is not usable: {fault}.") from None
