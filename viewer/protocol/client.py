"""stub until the state machine lands"""

from enum import StrEnum


class CloseReason(StrEnum):
    """Why a connection closed, by its official name (PROTOCOL.md section 7)."""

    NORMAL = "normal"
    MICROPHONE_PERMISSION_DENIED = "microphone permission denied"
    SIGNALLING_FAILURE = "signalling client connection failure"
    WEBRTC_FAILURE = "WebRTC failure"
    SERVER_CLOSED = "server closed connection"
