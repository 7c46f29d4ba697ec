"""Every failure a user can meet. Each has a stable code, one sentence, and a hint that says what to do.

::

    ViewerError
    ├── InternalError                  exit 1   a mistake in this program
    ├── UsageError                     exit 2   wrong setting or command line
    ├── BrokerError                    exit 3   no session was granted
    │   ├── BrokerUnreachable
    │   ├── BrokerUntrusted
    │   ├── ProxyUnreachable
    │   ├── ProxyRefused
    │   ├── BrokerTimeout
    │   ├── BadAnswer
    │   ├── BrokerMoved
    │   └── SessionRefused             the broker or the service behind it said no
    │       ├── InvalidRequest   400, 404, 422
    │       ├── KeyRefused       401
    │       ├── TokenWanted      401      by the broker itself
    │       ├── NotPermitted     403
    │       ├── NoPlan           402
    │       ├── ConcurrencyLimit 429
    │       ├── SpendCapReached  429
    │       ├── UsageLimit       429
    │       ├── ServiceBusy      503
    │       └── ServerError      any other
    ├── SignallingError                exit 4   the WebSocket to the engine
    │   ├── SignallingLost
    │   ├── BadAnswerFromEngine
    │   └── EndedByService
    ├── MediaError                     exit 5   WebRTC
    │   ├── ConnectionBlocked
    │   ├── RelayRefused
    │   ├── RelayUntrusted
    │   ├── EncryptionFailed
    │   ├── NoMedia
    │   └── MediaLost
    ├── ContentError                   exit 6   media came, but not what was promised
    ├── TalkRefused                    exit 4   /talk; never ends a session
    ├── NotSent                        exit 4   too long, or too much waits; never ends a session
    ├── AudioDeviceError               exit 5   a microphone or loudspeaker; never ends a session
    ├── MicrophoneFault                exit 5   it is open, and the user is not heard; never ends a session
    │   ├── MicrophoneDenied
    │   ├── MutedInSystem
    │   ├── MicrophoneDead
    │   ├── MutedHere
    │   ├── MicrophoneTooLoud
    │   ├── MicrophoneTooQuiet
    │   └── NothingHeard
    ├── ProcessingUnavailable          exit 5   echo cancellation and its like; never ends a session
    └── RecordingFailed                exit 1   a film of the conversation; never ends a session
        ├── DiskFull
        ├── DiskTooSlow
        └── NotInMp4
"""

from typing import ClassVar, Final

EXIT_CODES: Final = {
    0: "everything went well",
    1: "an unexpected failure",
    2: "usage: a wrong flag, setting or installation",
    3: "broker: no session was granted",
    4: "signalling: the WebSocket to the engine failed",
    5: "media: WebRTC or a sound device failed",
    6: "content: media came, but not what was promised, such as silence",
    75: "a kiosk that is to be started anew: somebody wants that, or it is night",
    130: "interrupted with Ctrl+C",
    141: "whoever read the output went away, as `head` does",
    143: "probe or doctor was ended by SIGTERM",
}


RESTART: Final = 75
"""What a kiosk ends with that is to be started anew."""


class ViewerError(Exception):
    """A failure with a sentence for the user (``message``) and what to do about it (``hint``)."""

    code: ClassVar[str] = "error"
    exit_code: ClassVar[int] = 1
    default_message: ClassVar[str] = "Something went wrong."
    hint: str = "Try again; if it happens again, look at the log (--log-level info)."
    retry_after: float | None = None
    """Seconds after which to try again, where whoever refused said so."""

    def __init__(self, message: str | None = None, *, hint: str | None = None) -> None:
        self.message = message or self.default_message
        if hint is not None:
            self.hint = hint
        super().__init__(self.message)

    @property
    def told(self) -> str:
        """Both, for a line that has room for them."""
        return f"{self.message} {self.hint}"

    def as_dict(self) -> dict[str, str]:
        """``{"code", "message", "hint"}``, as reports print it."""
        return {"code": self.code, "message": self.message, "hint": self.hint}


class InternalError(ViewerError):
    """Something in this program failed that cannot be anybody else's fault."""

    code = "internal"
    default_message = "Something in this program failed."
    hint = "Try again; if it happens again, report it with what the log says (--log-level info)."


def as_failure(error: BaseException) -> ViewerError:
    """``error`` as people are told it: what is not a sentence for them is this program's own fault."""
    if isinstance(error, ViewerError):
        return error
    return InternalError(f"Something in this program failed ({type(error).__name__}).")


class UsageError(ViewerError):
    """A wrong setting or command line."""

    code = "usage"
    exit_code = 2
    default_message = "That setting is not usable."
    hint = "See persona-viewer --help."


class BrokerError(ViewerError):
    """No session was granted."""

    code = "broker"
    exit_code = 3
    default_message = "No session was granted."
    hint = "Try again; if it goes on, the broker's log says more."


class BrokerUnreachable(BrokerError):
    """Nobody listens at the broker's address, or the network is down."""

    code = "broker-unreachable"
    default_message = "The broker cannot be reached."
    hint = "Check the broker's URL and that it is running, and your network."


class BrokerUntrusted(BrokerError):
    """The certificate of the broker, or of a proxy that opens the encryption, is not trusted."""

    code = "broker-untrusted"
    default_message = "The broker's certificate is not trusted."
    hint = (
        "Check the broker's URL and this computer's clock. If your network has a certificate of its own, "
        "name its file in SSL_CERT_FILE."
    )


class ProxyUnreachable(BrokerError):
    """Nobody listens at the proxy's address."""

    code = "proxy-unreachable"
    default_message = "The proxy cannot be reached."
    hint = "Check the proxy in the system's settings or --proxy, or go without: --proxy none."


class ProxyRefused(BrokerError):
    """The proxy did not let the connection through."""

    code = "proxy-refused"
    default_message = "The proxy refused the connection."
    hint = "Check the proxy's user name and password, or ask its operator to let this through."


class BrokerTimeout(BrokerError):
    """The broker took the request and stayed silent."""

    code = "broker-timeout"
    default_message = "The broker does not answer."
    hint = "Try again; if it stays silent, restart the broker."


class BadAnswer(BrokerError):
    """What came back is not a session as protocol/README.md sections 1.2 and 2 describe it."""

    code = "broker-bad-answer"
    default_message = "The broker's answer is not a session."
    hint = "Check that the URL is that of a broker, not of a page or of the avatar service."


class BrokerMoved(BrokerError):
    """The broker sends whoever asks elsewhere (301 and its like)."""

    code = "broker-moved"
    default_message = "The broker has moved."
    hint = "Enter that URL as the broker's."


class SessionRefused(BrokerError):
    """The broker, or the service behind it, said no. One subclass for each row of its error table."""

    code = "session-refused"
    default_message = "The avatar service refused the session."
    hint = "Ask the broker's operator why; the broker's log says more."


class InvalidRequest(SessionRefused):
    """400, 404, 422"""

    code = "invalid-request"
    default_message = "The avatar service did not accept the request."
    hint = "Check the persona ID."


class KeyRefused(SessionRefused):
    """401"""

    code = "key-refused"
    default_message = "The avatar service refused the broker's key."
    hint = "Give the broker a valid API key and restart it."


class TokenWanted(SessionRefused):
    """401 by the broker itself (it says ``WWW-Authenticate: Bearer``): no token, or one that it refuses."""

    code = "token-wanted"
    default_message = "The broker wants a token."
    hint = "Ask the broker's operator for one, and keep it: persona-viewer token set --broker URL."


class NotPermitted(SessionRefused):
    """403"""

    code = "not-permitted"
    default_message = "The avatar service does not permit this session."
    hint = (
        "Ask the broker's operator: the API key lacks a permission, or the plan does not include what this "
        "persona needs."
    )


class NoPlan(SessionRefused):
    """402"""

    code = "no-plan"
    default_message = "The account has no active plan."
    hint = "Choose a plan with the avatar service, then try again."


class ConcurrencyLimit(SessionRefused):
    """429 with the error “Concurrent session limit reached”."""

    code = "concurrency-limit"
    default_message = "Every session of this account is in use."
    hint = "End another session, or wait a minute and try again."


class SpendCapReached(SessionRefused):
    """429 with the error “Spend cap reached”."""

    code = "spend-cap"
    default_message = "The account's spend cap is reached."
    hint = "Raise the cap with the avatar service, then try again."


class UsageLimit(SessionRefused):
    """429 with any other error."""

    code = "usage-limit"
    default_message = "The account's usage limit is reached."
    hint = "Wait until the limit is renewed, or raise it with the avatar service."


class ServiceBusy(SessionRefused):
    """503"""

    code = "service-busy"
    default_message = "No avatar is free right now."
    hint = "Try again in a moment."


class ServerError(SessionRefused):
    """Any other status."""

    code = "server-error"
    default_message = "The avatar service reported an error."
    hint = "Try again in a moment; if it goes on, ask the broker's operator."


class SignallingError(ViewerError):
    """The WebSocket to the engine."""

    code = "signalling"
    exit_code = 4
    default_message = "The line to the avatar engine failed."
    hint = "Try again; if it goes on, ask the avatar service's operator."


class SignallingLost(SignallingError):
    """Official name: signalling client connection failure."""

    code = "signalling-lost"
    default_message = "The line to the avatar engine is lost."
    hint = "Check your network and try again."


class BadAnswerFromEngine(SignallingError):
    """An answer that WebRTC cannot use."""

    code = "signalling-bad-answer"
    default_message = "The avatar engine's answer could not be used."
    hint = "Try again; if it goes on, the engine speaks a version or codec that this viewer does not."


class EndedByService(SignallingError):
    """Official name: server closed connection."""

    code = "ended-by-service"
    default_message = "The avatar service ended the session."
    hint = "Connect again to start a new one."


class MediaError(ViewerError):
    """WebRTC. Official name: WebRTC failure."""

    code = "media"
    exit_code = 5
    default_message = "The connection for picture and sound failed."
    hint = "Try again; if it goes on, run persona-viewer doctor on this network."


class ConnectionBlocked(MediaError):
    """ICE did not come up in time. The sentence says more where more was found."""

    code = "connection-blocked"
    default_message = "No media connection to the avatar engine could be made."
    hint = "Allow UDP in the firewall, or ask the broker's operator for a TURN server."


class RelayRefused(MediaError):
    """No direct way, and the TURN server does not take the session's credentials."""

    code = "relay-refused"
    default_message = "The relay refused this session's credentials, and there is no direct way."
    hint = "Connect again for new ones; if it goes on, the broker's operator must mend the TURN server."


class RelayUntrusted(MediaError):
    """No direct way, and the certificate of the TURN server (``turns:``) is not trusted."""

    code = "relay-untrusted"
    default_message = "The relay's certificate is not trusted, and there is no direct way."
    hint = "Install your network's certificate, or ask the broker's operator to mend the TURN server."


class EncryptionFailed(MediaError):
    """ICE came up, DTLS did not."""

    code = "encryption-failed"
    default_message = "The avatar engine was reached, but no encrypted connection came about."
    hint = "Try again; if it goes on, ask your network's operator what drops large UDP packets."


class NoMedia(MediaError):
    """Connected, but no video frame within 15 s (protocol/README.md section 4)."""

    code = "no-media"
    default_message = "The avatar engine sends no picture."
    hint = "Try again; if it goes on, the avatar service has a fault."


class MediaLost(MediaError):
    """Media flowed and stopped."""

    code = "media-lost"
    default_message = "The picture and sound of the avatar stopped."
    hint = "Check your network and connect again."


class ContentError(ViewerError):
    """Media came, but not what was promised, e.g. no sound at all."""

    code = "content"
    exit_code = 6
    default_message = "The avatar's picture or sound is missing."
    hint = "Try another persona; if it goes on, the avatar service has a fault."


class TalkRefused(ViewerError):
    """The persona was not made to speak a text; never ends a session."""

    code = "talk-refused"
    exit_code = 4
    default_message = "The persona could not be told to speak."
    hint = "Check your network and say it again."


class NotSent(ViewerError):
    """The engine takes no message as long as that, or takes none at all just now; never ends a session."""

    code = "not-sent"
    exit_code = 4
    default_message = "That could not be sent to the avatar engine."
    hint = "Wait a moment, then say it again in shorter parts."


class AudioDeviceError(ViewerError):
    """A microphone or loudspeaker could not be opened. Never ends a session."""

    code = "audio-device"
    exit_code = 5
    default_message = "The sound device could not be opened."
    hint = "Choose another device, or close the program that uses it."


class MicrophoneFault(ViewerError):
    """The microphone is open, and yet the user is not heard, or badly. Never ends a session."""

    code = "microphone"
    exit_code = 5
    default_message = "The microphone does not hear you."
    hint = "Check it in the system's sound settings, or choose another one."


class MicrophoneDenied(MicrophoneFault):
    """The system keeps this program from the microphone."""

    code = "microphone-denied"
    default_message = "This program may not use the microphone."
    hint = "Allow it in the system's privacy settings."


class MutedInSystem(MicrophoneFault):
    """The system, or a key that tells the system, has muted it."""

    code = "microphone-muted"
    default_message = "The microphone is muted in the system."
    hint = "Unmute it in the system's sound settings, or with the key on the keyboard or headset."


class MicrophoneDead(MicrophoneFault):
    """Every sample is zero."""

    code = "microphone-dead"
    default_message = "The microphone delivers nothing but digital silence."
    hint = "Check its own switch and the system's privacy settings, or choose another microphone."


class MutedHere(MicrophoneFault):
    """The user speaks while this program sends silence."""

    code = "microphone-off"
    default_message = "You are speaking, but your microphone is off."
    hint = "Unmute yourself with the microphone button."


class MicrophoneTooLoud(MicrophoneFault):
    """It clips."""

    code = "microphone-too-loud"
    default_message = "The microphone is too loud, which distorts your voice."
    hint = "Lower its volume in the system's sound settings, or move away from it."


class MicrophoneTooQuiet(MicrophoneFault):
    """There is a voice, and it is too quiet to be understood."""

    code = "microphone-too-quiet"
    default_message = "The microphone hears you too quietly."
    hint = "Raise its volume in the system's sound settings, or come closer."


class NothingHeard(MicrophoneFault):
    """It is the user's turn, and nobody is heard."""

    code = "microphone-silent"
    default_message = "Your microphone has not heard you for a while."
    hint = "Check this microphone if you spoke, or choose another one."


class ProcessingUnavailable(ViewerError):
    """WebRTC's audio processing cannot be loaded. Never ends a session."""

    code = "audio-processing"
    exit_code = 5
    default_message = "Echo cancellation, noise suppression and automatic gain cannot run on this computer."
    hint = "Wait with speaking until the avatar is silent; with headphones, switch echo cancellation off."


class RecordingFailed(ViewerError):
    """The conversation is not recorded any more; what was until then is kept. Never ends a session."""

    code = "recording"
    default_message = "The recording cannot be written."
    hint = "Choose another place for it, and record again."


class DiskFull(RecordingFailed):
    """There is no more room for a recording."""

    code = "disk-full"
    default_message = "The disk is full, so the recording has ended."
    hint = "Free some space before you record again; what was recorded until then is kept."


class DiskTooSlow(RecordingFailed):
    """It goes on, with gaps."""

    code = "disk-too-slow"
    default_message = "The disk is too slow, so parts of the recording are missing."
    hint = "Record to another disk."


class NotInMp4(RecordingFailed):
    """It is whole, in another kind of file than was wished."""

    code = "not-in-mp4"
    default_message = "MP4 cannot hold the pictures of this persona."
    hint = "Open it as the Matroska file that it is, which video players do as well."
