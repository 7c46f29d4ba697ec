"""All that the vendor's Python client offers, and what is seen of each against our engine."""

from collections.abc import Mapping
from typing import Final

# What the client does by itself, or not at all: there is nothing in it for an engine to do.
OWN: Final = "the client's own affair: "

CALLS: Final[Mapping[str, str]] = {
    "AnamClient.add_listener": OWN + "what is added is told",
    "AnamClient.close": "the engine lets the session go",
    "AnamClient.connect": "a session begins and ends with the block",
    "AnamClient.connect_async": "a session begins",
    "AnamClient.create_agent_audio_input_stream": "a stream whose sound is spoken",
    "AnamClient.get_message_history": "whole messages, with their utterances",
    "AnamClient.get_persona_config": OWN + "what it was given",
    "AnamClient.is_streaming": "true between connect and close",
    "AnamClient.on": OWN + "what is decorated is told",
    "AnamClient.region": "local",
    "AnamClient.remove_listener": OWN + "what is removed is not told",
    "AnamClient.session_id": "that of the engine's session",
    "AnamClient.set_persona_config": "the next session is with that persona",
    "Session.audio_frames": "48 kHz",
    "Session.close": "the engine lets the session go",
    "Session.create_agent_audio_input_stream": "a stream whose sound is spoken",
    "Session.create_talk_stream": "a stream whose text is spoken",
    "Session.interrupt": "the message is marked, the talk stream is told",
    "Session.is_active": "true between connect and close",
    "Session.mute_input": OWN + "does nothing yet",
    "Session.region": "local",
    "Session.send_director_note_cue": "the engine's face follows the cue",
    "Session.send_message": "echoed and answered",
    "Session.send_talk_stream": "spoken with its utterance's id",
    "Session.send_user_audio": "heard: the user's speech begins and ends",
    "Session.session_id": "that of the engine's session",
    "Session.talk": "spoken verbatim",
    "Session.unmute_input": OWN + "does nothing yet",
    "Session.video_frames": "the size that was asked for",
    "Session.wait_until_closed": "returns when the engine ends the session",
    "TalkMessageStream.correlation_id": "comes back with each word",
    "TalkMessageStream.end": "completes the message",
    "TalkMessageStream.is_active": "false after its end and after a cut",
    "TalkMessageStream.send": "spoken as it comes",
    "TalkMessageStream.state": "interrupted when the engine says so",
    "AgentAudioInputStream.end_sequence": "sequence numbers start again, and the engine misses none",
    "AgentAudioInputStream.get_config": OWN + "what it was given",
    "AgentAudioInputStream.get_sequence_number": OWN + "how many were sent",
    "AgentAudioInputStream.send_audio_chunk": "spoken",
}
EVENTS: Final[Mapping[str, str]] = {
    "CONNECTION_ESTABLISHED": "once a session",
    "CONNECTION_CLOSED": "normal after close, server_closed with the engine's reason",
    "SESSION_READY": "once a session",
    "MESSAGE_RECEIVED": "each whole message",
    "MESSAGE_STREAM_EVENT_RECEIVED": "each word, with the ids of stream and utterance",
    "MESSAGE_HISTORY_UPDATED": "with each whole message",
    "USER_SPEECH_STARTED": "with the id of that speech",
    "USER_SPEECH_ENDED": "with the same id",
    "TALK_STREAM_INTERRUPTED": "with the id of the stream, once",
    "ERROR": OWN + "nothing in it ever tells this",
    "SERVER_WARNING": OWN + "the warning is logged, nothing tells this",
}
NEVER_TOLD: Final = frozenset({"ERROR", "SERVER_WARNING"})
