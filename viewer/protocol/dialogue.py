"""What viewer and persona say to each other, without I/O (protocol/README.md sections 4 and 6)."""

import base64
from collections import OrderedDict, deque
from collections.abc import Callable
from typing import Any, Final, TypeAlias

from viewer import errors
from viewer.protocol import commands, data_channel, events, inputs, signalling
from viewer.protocol.actions import LendMicrophone, Output, PostTalk, RunTool, SendData, SendFrame
from viewer.protocol.codec import MalformedMessage, Model, validated
from viewer.protocol.events import TalkStreamReason
from viewer.protocol.raw import sendable
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

Saying: TypeAlias = commands.SendText | commands.AddContext
"""What must not be lost with a connection that breaks."""


class Dialogue:
    """One session's messages, in both directions. Not thread-safe.

    Args:
        put: takes what is to be done and told.
        send_signal: sends over the WebSocket, now or when it is open again.
    """

    def __init__(
        self, session_id: str, put: Callable[[Output], None], send_signal: Callable[[Signal], None]
    ) -> None:
        self.transcript = Transcript()
        self._session_id = session_id
        self._put = put
        self._send_signal = send_signal
        self._channel_open = False
        self._unsent: deque[str] = deque(maxlen=MAX_BUFFERED)
        self._said: deque[tuple[float, Saying, str]] = deque(maxlen=MAX_BUFFERED)
        """When, what, and how it was sent."""
        self._talk_streams = TalkStreams()
        self._audio_sequence = 0
        self._tool_calls: OrderedDict[str, data_channel.ToolCallStarted | None] = OrderedDict()
        """The calls seen by their ids; None for one that has ended."""
        self._by_hand = False

    @property
    def deadline(self) -> float | None:
        """When :meth:`tick` has something to do."""
        return self._talk_streams.deadline

    def receive(self, happened: inputs.DialogueInput, now: float) -> None:
        """Take what ``happened`` at ``now``.

        Raises:
            UsageError: a command cannot be carried out.
        """
        match happened:
            case inputs.CommandGiven(command, timestamp):
                self._perform(command, timestamp, now)
            case inputs.DataReceived(text, sound_in):
                self._data_received(text, now, sound_in)
            case inputs.ToolFinished():
                self._tool_finished(happened)
            case inputs.StatisticsCollected(tracks):
                # Old figures are of no use: none are kept.
                for track in tracks if self._channel_open else ():
                    self._send(data_channel.RemoteRtpStats(data=track))
            case inputs.ChannelOpened():
                self._channel_open = True
                while self._unsent:
                    self._put(SendData(self._unsent.popleft()))
            case inputs.ChannelClosed():
                self._channel_open = False

    # -- what the user and the application ask for

    def _perform(self, command: commands.SessionCommand, timestamp: str, now: float) -> None:
        match command:
            case commands.SendText(text):
                fields = {"content": text, "session_id": self._session_id, "timestamp": timestamp}
                self._say(command, data_channel.UserText(**fields), now)
            case commands.AddContext(text):
                self._say(command, data_channel.Context(content=text, session_id=self._session_id), now)
            case commands.InterruptPersona():
                self._send(data_channel.Interrupt(session_id=self._session_id, timestamp=timestamp))
            case commands.Talk(text):
                self._put(PostTalk(text))
            case commands.StreamTalk():
                self._stream_talk(command, now)
            case commands.DirectPersona(tag, in_seconds, at_seconds):
                cue = {"cue": {"tag": tag}, "in_seconds": in_seconds, "at_seconds": at_seconds}
                self._send(_usable(data_channel.DirectorNoteCue, "cue", cue))
            case commands.SendAgentAudio():
                self._send_agent_audio(command)
            case commands.EndAgentAudio():
                self._audio_sequence = 0
                self._send_signal(Signal(signalling.AGENT_AUDIO_END, self._session_id, {}))
            case commands.LendVoice(lent):
                self._put(LendMicrophone(lent))
            case commands.SendRaw(channel, text):
                self._send_raw(channel, sendable(text))
            case _:
                self._see_to_tools(command, timestamp)

    def _say(
        self, command: Saying, message: data_channel.UserText | data_channel.Context, now: float
    ) -> None:
        if len(command.text) > MAX_TEXT:
            raise errors.UsageError("That text is too long.", hint="Say it in parts.")
        self._said.append((now, command, data_channel.encode(message)))
        self._send(message)

    def _stream_talk(self, command: commands.StreamTalk, now: float) -> None:
        chunk = self._talk_streams.chunk(
            command.stream, command.text, command.end_of_speech, command.utterance_id, now
        )
        self._send_signal(signalling.talk_stream(self._session_id, chunk))
        if command.end_of_speech:
            self._talk_stream_over(command.stream, "ended")

    def _send_agent_audio(self, command: commands.SendAgentAudio) -> None:
        if len(command.pcm) > MAX_AUDIO_BYTES:
            raise errors.UsageError("That is too much sound for one message.", hint="Send shorter pieces.")
        fields = {
            "audio_data": base64.b64encode(command.pcm).decode("ascii"),
            "sample_rate": command.sample_rate,
            "channels": command.channels,
            "sequence_number": self._audio_sequence,
        }
        audio = _usable(signalling.AgentAudio, "sound", fields)
        self._audio_sequence += 1
        self._send_signal(signalling.agent_audio(self._session_id, audio))

    def _send_raw(self, channel: commands.Channel, text: str) -> None:
        if channel == "signalling":
            self._put(SendFrame(text))
        else:
            self._send_text(text)

    def _see_to_tools(
        self, command: commands.AnswerToolsByHand | commands.AnswerToolCall, timestamp: str
    ) -> None:
        if isinstance(command, commands.AnswerToolsByHand):
            self._by_hand = command.by_hand
            return
        call = self._tool_calls.get(command.tool_call_id)
        if call is None or call.tool_type != "client":
            raise errors.UsageError("That tool call awaits no answer.", hint="Choose one that does.")
        self._tool_finished(inputs.ToolFinished(call, command.result, command.error, timestamp))

    # -- what the engine says

    def _data_received(self, text: str | bytes, now: float, sound_in: float) -> None:
        try:
            message = data_channel.decode_from_engine(text)
        except MalformedMessage:
            return  # such and unknown ones are ignored
        match message:
            case data_channel.SpeechText(role="user"):
                self._put(events.MessageUpdated(self.transcript.add(message, now)))
                self._arrived(message.content)
            case data_channel.SpeechText():
                self._put(events.MessageUpdated(self.transcript.add(message, now + sound_in)))
            case data_channel.ReasoningText():
                self._put(events.ThoughtChanged(self.transcript.add_thought(message)))
            case data_channel.UserSpeechStarted(user_action_correlation_id=correlation_id):
                self._put(events.UserSpeechChanged(True, now, correlation_id))
            case data_channel.UserSpeechEnded(user_action_correlation_id=correlation_id):
                self._put(events.UserSpeechChanged(False, now, correlation_id))
            case data_channel.DirectorNoteCueApplied():
                self._put(events.CueApplied(message))
            case data_channel.PersonaConfigUpdateApplied():
                self._put(events.PersonaUpdated(message))
            case None:
                return
            case _:
                self._tool_message_received(message)

    def _tool_message_received(
        self, message: data_channel.ToolCallReport | data_channel.ClientToolEvent
    ) -> None:
        if message.session_id != self._session_id:
            return
        match message:
            case data_channel.ClientToolEvent():
                self._put(events.OlderToolCalled(message))
                if not self._by_hand:
                    self._put(RunTool(message))
            case data_channel.ToolCallStarted():
                self._tool_call_started(message)
            case _:
                self._tool_call_ended(message)

    def _tool_call_started(self, call: data_channel.ToolCallStarted) -> None:
        if call.tool_call_id in self._tool_calls:
            return
        self._remember_tool_call(call.tool_call_id, call)
        self._put(events.ToolCalled(call))
        if call.tool_type == "client" and not self._by_hand:
            self._put(RunTool(call))

    def _tool_finished(self, finished: inputs.ToolFinished) -> None:
        call = finished.call
        if self._tool_calls.get(call.tool_call_id) is None:
            return  # ended already, by whatever the engine said of it
        self._send(
            data_channel.ToolResult(
                session_id=self._session_id,
                tool_call_id=call.tool_call_id,
                user_action_correlation_id=call.user_action_correlation_id,
                timestamp_user_action=call.timestamp_user_action,
                result=None if finished.error else finished.result,
                error=finished.error,
            )
        )
        # Engines do not report the end of a call that the client carried out.
        fields = call.model_dump() | {"timestamp": finished.timestamp}
        if finished.error:
            self._tool_call_ended(data_channel.ToolCallFailed(**fields, error_message=finished.error))
        else:
            self._tool_call_ended(data_channel.ToolCallCompleted(**fields, result=finished.result))

    def _tool_call_ended(self, call: data_channel.ToolCallCompleted | data_channel.ToolCallFailed) -> None:
        # A call ends once: what is said of it later is ignored, as the official clients do.
        if self._tool_calls.get(call.tool_call_id, call) is not None:
            self._remember_tool_call(call.tool_call_id, None)
            self._put(events.ToolCallEnded(call))

    def _remember_tool_call(self, tool_call_id: str, call: data_channel.ToolCallStarted | None) -> None:
        self._tool_calls[tool_call_id] = call
        if len(self._tool_calls) > MAX_TOOL_CALLS:
            self._tool_calls.popitem(last=False)

    def _arrived(self, content: str) -> None:
        """The engine repeats what the user said: so it has it."""
        for said in self._said:
            # Line breaks may come back as spaces.
            if isinstance(said[1], commands.SendText) and said[1].text.split() == content.split():
                self._said.remove(said)
                return

    # -- what the session tells it

    def channel_lost(self, last_packet: float | None) -> None:
        """Another data channel will take the place of the present one, whose last packet came at
        ``last_packet``. What the engine may never have got is said again there.
        """
        self._channel_open = False
        again = [text for at, _, text in self._said if _is_doubtful(at, last_packet)]
        waiting = [text for text in self._unsent if text not in again]
        self._unsent = deque([*again, *waiting], maxlen=MAX_BUFFERED)

    def talk_stream_interrupted(self, correlation_id: str) -> None:
        """The engine cut that talk stream off."""
        if self._talk_streams.close(correlation_id):
            self._talk_stream_over(correlation_id, "interrupted")

    def tick(self, now: float) -> None:
        """Close the talk streams that the engine has ended by ``now``."""
        for correlation_id in self._talk_streams.close_silent(now):
            self._talk_stream_over(correlation_id, "timed out")

    def close(self) -> None:
        """The session is over; nothing comes after this."""
        for correlation_id in self._talk_streams.close_all():
            self._talk_stream_over(correlation_id, "session ended")

    def undelivered(self, last_packet: float | None) -> tuple[Saying, ...]:
        """What the engine may never have got, if the last packet from it came at ``last_packet``."""
        return tuple(saying for at, saying, _ in self._said if _is_doubtful(at, last_packet))

    # -- inside

    def _send(self, message: data_channel.ClientMessage) -> None:
        self._send_text(data_channel.encode(message))

    def _send_text(self, text: str) -> None:
        if self._channel_open:
            self._put(SendData(text))
        else:
            self._unsent.append(text)

    def _talk_stream_over(self, correlation_id: str, reason: TalkStreamReason) -> None:
        self._put(events.TalkStreamOver(correlation_id, reason))


def _is_doubtful(said_at: float, last_packet: float | None) -> bool:
    """Whether what was said then may not have arrived."""
    return last_packet is None or said_at > last_packet - CERTAIN_AFTER


def _usable(model: type[Model], what: str, fields: dict[str, Any]) -> Model:
    """``fields`` as ``model``, or the caller's mistake."""
    try:
        return validated(model, fields)
    except MalformedMessage as fault:
        raise errors.UsageError(f"That {what} is not usable: {fault}.") from None
