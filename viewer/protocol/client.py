"""The client's side of a session as a state machine without I/O (PROTOCOL.md sections 4, 5 and 7).

The shell feeds it what happened (``socket_opened``, ``frame_received``, …; ``now`` is any monotonic
clock in seconds), calls ``tick`` when :attr:`ClientProtocol.deadline` has come, and after each call
carries out what :meth:`ClientProtocol.actions` returns, in order.
"""

from collections import deque
from enum import Enum, auto
from typing import Final

from viewer import errors
from viewer.protocol import signalling
from viewer.protocol.actions import (
    Action,
    AnswerReceived,
    CollectStatistics,
    CutSocket,
    Fact,
    Finish,
    OpenSocket,
    PeerConnected,
    PictureStarted,
    Renegotiating,
    Report,
    SendFrame,
    ServiceWarned,
    SessionReady,
    SignallingOpened,
    SlowConnection,
    StallChanged,
)
from viewer.protocol.api import ClientConfig
from viewer.protocol.codec import MalformedMessage
from viewer.protocol.connectivity import Connectivity
from viewer.protocol.dialogue import Dialogue, Saying
from viewer.protocol.events import CloseReason
from viewer.protocol.media_watch import FROZEN_AFTER, MediaWatch
from viewer.protocol.negotiation import Negotiation
from viewer.protocol.retry import Outage
from viewer.protocol.signalling import IceCandidate, Signal
from viewer.protocol.text import plain

REOPEN_STEP: Final = 0.1
STABLE_AFTER: Final = 5.0
SLOW_AFTER: Final = 5.0
CONNECT_WITHIN: Final = 10.0
PICTURE_WITHIN: Final = 15.0
# An engine that lives answers an offer on the living session sooner than a broker grants another one.
RENEGOTIATE_WITHIN: Final = 4.0
MAX_RENEGOTIATIONS: Final = 3
# What waits on the engine's side of a socket that was cut comes as soon as it is open again.
ANSWER_AFTER_REOPENING: Final = 2.0
STATISTICS_EVERY: Final = 5.0
MAX_BUFFERED: Final = 256


class _Timer(Enum):
    HEARTBEAT = auto()
    REOPEN = auto()
    STABLE = auto()
    SLOW = auto()
    CONNECT = auto()
    PICTURE = auto()
    STATISTICS = auto()
    OFFER_AGAIN = auto()
    RENEGOTIATION = auto()


class ClientProtocol:
    """One session. Not thread-safe; after :class:`Finish` every input is ignored."""

    def __init__(self, session_id: str, config: ClientConfig) -> None:
        self.dialogue = Dialogue(session_id, self._act, self._send)
        self.connectivity = Connectivity(config)
        self._session_id = session_id
        self._config = config
        self._actions: list[Action] = []
        self._timers: dict[_Timer, float] = {}
        self._finished = False
        self._socket_open = False
        self._is_cut_short = False
        self._reopenings = 0
        self._unsent_signals: deque[Signal] = deque(maxlen=MAX_BUFFERED)
        self._negotiation = Negotiation(self._act)
        self._outage = Outage()
        self._was_live = False
        self._connected = False
        self._media = MediaWatch()

    # -- output

    @property
    def deadline(self) -> float | None:
        """When ``tick`` wants to be called next, on the clock of ``now``."""
        if self._finished:
            return None
        times = [*self._timers.values(), self._media.deadline, self.dialogue.deadline]
        return min((time for time in times if time is not None), default=None)

    @property
    def undelivered(self) -> tuple[Saying, ...]:
        """What the user said that the engine may never have got."""
        return self.dialogue.undelivered(self._media.last_certain)

    @property
    def finished(self) -> bool:
        """Whether the session is over."""
        return self._finished

    def actions(self) -> list[Action]:
        """What is to be done now, in order. Each action is returned once."""
        actions, self._actions = self._actions, []
        return actions

    # -- what the user asks for

    def start(self, now: float) -> None:
        """Begin."""
        self._timers[_Timer.SLOW] = now + SLOW_AFTER
        self._act(OpenSocket())

    def close(self) -> None:
        """End the session."""
        self._finish(CloseReason.NORMAL, None)

    # -- what happened to the WebSocket

    def socket_opened(self, now: float) -> None:
        """The WebSocket is open, for the first time or again.

        A reopened one makes no new offer, unless what was lost with the old one keeps the peers apart.
        """
        if self._finished:
            return
        self._socket_open = True
        self._timers[_Timer.HEARTBEAT] = now + self._config.heartbeat_interval_seconds
        self._timers[_Timer.STABLE] = now + STABLE_AFTER
        if not self._negotiation.begun:
            self._timers[_Timer.CONNECT] = now + CONNECT_WITHIN
            self._report(SignallingOpened())
            self._negotiation.begin()
        elif self._is_cut_short:
            self._timers[_Timer.OFFER_AGAIN] = now + ANSWER_AFTER_REOPENING
        self._is_cut_short = False
        while self._unsent_signals:
            self._send_frame(self._unsent_signals.popleft())

    def socket_lost(self, now: float, why: errors.ViewerError | None = None) -> None:
        """The WebSocket closed or could not be opened; ``why`` if more than that is known."""
        if self._finished:
            return
        if self._socket_open and not self._connected:
            self._is_cut_short = True  # what was under way is lost: the offer, the answer or candidates
        self._socket_open = False
        self._timers.pop(_Timer.HEARTBEAT, None)
        self._timers.pop(_Timer.STABLE, None)
        self._timers.pop(_Timer.OFFER_AGAIN, None)
        self._reopenings += 1
        if self._reopenings > self._config.max_ws_reconnection_attempts:
            error = errors.SignallingLost(why.message, hint=why.hint) if why else errors.SignallingLost()
            self._finish(CloseReason.SIGNALLING_FAILURE, error)
        else:
            self._timers[_Timer.REOPEN] = now + REOPEN_STEP * self._reopenings

    def frame_received(self, text: str | bytes, now: float) -> None:
        """A WebSocket message came. Malformed and unknown ones are ignored."""
        if self._finished:
            return
        try:
            self._signal_received(signalling.decode(text), now)
        except MalformedMessage:
            return

    # -- what happened to the peer connection

    def offer_made(self, sdp: str) -> None:
        """The local description exists, with or without candidates."""
        if self._negotiation.offer_made():
            self._send(signalling.offer(self._session_id, sdp))

    def candidate_gathered(self, candidate: IceCandidate) -> None:
        """A local candidate was found."""
        self._send(signalling.ice_candidate(self._session_id, candidate))

    def answer_refused(self) -> None:
        """WebRTC cannot use the engine's answer."""
        self._finish(CloseReason.WEBRTC_FAILURE, errors.BadAnswerFromEngine())

    def peer_connected(self, now: float) -> None:
        """ICE and DTLS are up."""
        if self._connected or self._finished:
            return
        self._connected = True
        for timer in (_Timer.CONNECT, _Timer.SLOW, _Timer.OFFER_AGAIN, _Timer.RENEGOTIATION):
            self._timers.pop(timer, None)
        self._timers[_Timer.PICTURE] = now + (FROZEN_AFTER if self._was_live else PICTURE_WITHIN)
        self._timers[_Timer.STATISTICS] = now + STATISTICS_EVERY
        self._report(PeerConnected())

    def peer_failed(self, now: float) -> None:
        """ICE or DTLS failed, or the engine closed the connection."""
        if self._finished:
            return
        if self._connected:
            self._media_lost(now)
        else:
            error = errors.MediaLost() if self._was_live else self.connectivity.why_not()
            self._finish(CloseReason.WEBRTC_FAILURE, error)

    def picture_received(self, now: float) -> None:
        """The first video frame was decoded."""
        if self._timers.pop(_Timer.PICTURE, None) is not None:
            self._was_live = True
            self._outage.works(now)
            self._report(PictureStarted())
            self.packets_received(now)

    def packets_received(self, now: float) -> None:
        """Media packets came since the last call."""
        if self._finished or not self._connected:
            return
        if self._media.packets_received(now):
            self._report(StallChanged(stalled=False))

    def pictures_received(self, now: float) -> None:
        """Video frames were decoded since the last call."""
        if self._connected and not self._finished:
            self._media.pictures_received(now)

    # -- time

    def tick(self, now: float) -> None:
        """Do what has come due by ``now``."""
        for timer, due in sorted(self._timers.items(), key=lambda item: item[1]):
            if due <= now and timer in self._timers:
                del self._timers[timer]
                self._due(timer, now)
        match self._media.check(now) if not self._finished else None:
            case "stalled":
                self._report(StallChanged(stalled=True))
            case "lost":
                self._media_lost(now)
        if not self._finished:
            self.dialogue.tick(now)

    def _due(self, timer: _Timer, now: float) -> None:
        match timer:
            case _Timer.HEARTBEAT:
                self._send_frame(Signal(signalling.HEARTBEAT, self._session_id))
                self._timers[_Timer.HEARTBEAT] = now + self._config.heartbeat_interval_seconds
            case _Timer.REOPEN:
                self._act(OpenSocket())
            case _Timer.STABLE:
                self._reopenings = 0
            case _Timer.OFFER_AGAIN:
                self._offer_again()
            case _Timer.SLOW:
                self._report(SlowConnection())
            case _Timer.CONNECT:
                self._finish(CloseReason.WEBRTC_FAILURE, self._why_not_connected())
            case _Timer.PICTURE:
                self._finish(CloseReason.WEBRTC_FAILURE, errors.NoMedia())
            case _Timer.STATISTICS:
                self._act(CollectStatistics())
                self._timers[_Timer.STATISTICS] = now + STATISTICS_EVERY
            case _Timer.RENEGOTIATION:
                self._finish(CloseReason.WEBRTC_FAILURE, errors.MediaLost())

    # -- inside

    def _media_lost(self, now: float) -> None:
        """Offer anew on the living session, over a fresh socket, as the old one may be as dead."""
        if self._outage.fails(now) > MAX_RENEGOTIATIONS:
            self._finish(CloseReason.WEBRTC_FAILURE, errors.MediaLost())
            return
        self._report(Renegotiating())
        if self._socket_open:
            self._socket_open = False
            self._act(CutSocket())
        self._offer_again()
        self._timers[_Timer.RENEGOTIATION] = now + RENEGOTIATE_WITHIN

    def _offer_again(self) -> None:
        """With a peer connection that takes the place of the present one."""
        self._connected = False
        self._media.stop()
        for timer in (_Timer.PICTURE, _Timer.STATISTICS):
            self._timers.pop(timer, None)
        self.dialogue.channel_lost(self._media.last_certain)
        self._negotiation.begin()

    def _signal_received(self, signal: Signal, now: float) -> None:
        match signal.action:
            case signalling.ANSWER if self._negotiation.awaits_answer:
                self._answer_received(signal)
            case signalling.ICE_CANDIDATE:
                self._negotiation.candidate_received(signalling.parse_ice_candidate(signal.payload))
            case signalling.SESSION_READY:
                self._report(SessionReady())
            case signalling.WARNING:
                self._report(ServiceWarned(_words(signal, "The avatar service sent a warning.")))
            case signalling.TALK_STREAM_INTERRUPTED:
                self.dialogue.talk_stream_interrupted(
                    signalling.parse_talk_stream_interrupted(signal.payload)
                )
            case signalling.END_SESSION if self._reopenings or self._media.is_doubtful(now):
                # It no longer heard of us: we slept, say, or the network was cut; or it is another engine,
                # in the place of one that is gone, and never knew the session.
                self._finish(CloseReason.WEBRTC_FAILURE, errors.MediaLost())
            case signalling.END_SESSION:
                why = _words(signal, "").rstrip(".")
                sentence = f"{errors.EndedByService.default_message.rstrip('.')}: {why}." if why else None
                self._finish(CloseReason.SERVER_CLOSED, errors.EndedByService(sentence))

    def _answer_received(self, signal: Signal) -> None:
        try:
            sdp = signalling.parse_answer(signal.payload)
        except MalformedMessage:
            self.answer_refused()
            return
        self._report(AnswerReceived())
        self._negotiation.answer_received(sdp)

    def _why_not_connected(self) -> errors.ViewerError:
        if self._negotiation.answered:
            return self.connectivity.why_not()
        return errors.SignallingLost("The avatar engine did not answer the offer.")

    def _send(self, signal: Signal) -> None:
        if self._finished:
            return
        if self._socket_open:
            self._send_frame(signal)
        else:
            self._unsent_signals.append(signal)

    def _act(self, action: Action) -> None:
        self._actions.append(action)

    def _send_frame(self, signal: Signal) -> None:
        self._act(SendFrame(signalling.encode(signal)))

    def _report(self, fact: Fact) -> None:
        self._act(Report(fact))

    def _finish(self, reason: CloseReason, error: errors.ViewerError | None) -> None:
        """End, saying goodbye if somebody listens: a session that failed must not stay in use, either."""
        if not self._finished:
            if self._socket_open and reason is not CloseReason.SERVER_CLOSED:
                self._send_frame(Signal(signalling.END_SESSION, self._session_id, {}))
            self.dialogue.close()
            self._finished = True
            self._timers.clear()
            self._act(Finish(reason, error))


def _words(signal: Signal, otherwise: str) -> str:
    """The text in a warning's or an ending's payload."""
    return plain(signal.payload, 300).strip() if isinstance(signal.payload, str) else otherwise
