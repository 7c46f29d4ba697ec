"""The client's side of a session as a state machine without I/O (protocol/README.md sections 4, 5 and 7).

The shell tells it what happened (:mod:`viewer.protocol.inputs`; ``now`` is any monotonic clock in seconds),
also when :attr:`ClientProtocol.deadline` has come, and carries out and passes on what it gets for that, in
order. The same inputs at the same times always give the same outputs.
"""

from collections import deque
from enum import Enum, auto
from typing import Final

from viewer import errors
from viewer.protocol import actions, events, inputs, signalling
from viewer.protocol.actions import Output
from viewer.protocol.api import ClientConfig
from viewer.protocol.codec import MalformedMessage
from viewer.protocol.connectivity import Connectivity
from viewer.protocol.dialogue import Dialogue, Saying
from viewer.protocol.events import CloseReason, Milestone, Phase
from viewer.protocol.media_watch import FROZEN_AFTER, MediaWatch
from viewer.protocol.negotiation import Negotiation
from viewer.protocol.retry import Outage
from viewer.protocol.signalling import Signal

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
    """One session. Not thread-safe; after :class:`~viewer.protocol.actions.Finish` every input is ignored.

    Args:
        began: when it was asked for, on the clock of ``now``: milestones count from then.
    """

    def __init__(self, session_id: str, config: ClientConfig, began: float = 0.0) -> None:
        self._dialogue = Dialogue(session_id, self._put, self._send)
        self._connectivity = Connectivity(config)
        self._session_id = session_id
        self._config = config
        self._began = began
        self._outputs: list[Output] = []
        self._reached: set[Milestone] = set()
        self._timers: dict[_Timer, float] = {}
        self._finished = False
        self._socket_open = False
        self._is_cut_short = False
        self._reopenings = 0
        self._unsent_signals: deque[Signal] = deque(maxlen=MAX_BUFFERED)
        self._negotiation = Negotiation(self._put)
        self._outage = Outage()
        self._was_live = False
        self._connected = False
        self._media = MediaWatch()

    @property
    def deadline(self) -> float | None:
        """When it wants to hear that :class:`~viewer.protocol.inputs.TimePassed`, on the clock of ``now``."""
        if self._finished:
            return None
        times = [*self._timers.values(), self._media.deadline, self._dialogue.deadline]
        return min((time for time in times if time is not None), default=None)

    @property
    def undelivered(self) -> tuple[Saying, ...]:
        """What the user said that the engine may never have got."""
        return self._dialogue.undelivered(self._media.last_certain)

    def receive(self, happened: inputs.Input, now: float) -> list[Output]:
        """Take what ``happened`` at ``now``; returns what is to be done and told, in order."""
        if self._finished:
            return []
        if isinstance(happened, inputs.SocketInput):
            self._on_socket(happened, now)
        elif isinstance(happened, inputs.NegotiationInput):
            self._on_negotiation(happened)
        elif isinstance(happened, inputs.MediaInput):
            self._on_media(happened, now)
        elif isinstance(happened, inputs.DialogueInput):
            self._on_dialogue(happened, now)
        elif isinstance(happened, inputs.Started):
            self._start(now)
        elif isinstance(happened, inputs.CloseRequested):
            self._finish(CloseReason.NORMAL, None)
        else:
            self._time_passed(now)
        outputs, self._outputs = self._outputs, []
        return outputs

    def _start(self, now: float) -> None:
        self._put(events.PhaseChanged(Phase.SIGNALLING))
        self._timers[_Timer.SLOW] = now + SLOW_AFTER
        self._put(actions.OpenSocket())

    # -- the WebSocket

    def _on_socket(self, happened: inputs.SocketInput, now: float) -> None:
        match happened:
            case inputs.SocketOpened():
                self._socket_opened(now)
            case inputs.SocketLost():
                self._socket_lost(happened, now)
            case inputs.FrameReceived(text):
                try:
                    self._signal_received(signalling.decode(text), now)
                except MalformedMessage:
                    return  # such and unknown ones are ignored

    def _socket_opened(self, now: float) -> None:
        """A reopened one makes no new offer, unless what was lost with the old one keeps the peers apart."""
        self._socket_open = True
        self._timers[_Timer.HEARTBEAT] = now + self._config.heartbeat_interval_seconds
        self._timers[_Timer.STABLE] = now + STABLE_AFTER
        if not self._negotiation.begun:
            self._timers[_Timer.CONNECT] = now + CONNECT_WITHIN
            self._reach("signalling", now)
            self._put(events.PhaseChanged(Phase.CONNECTING))
            self._negotiation.begin()
        elif self._is_cut_short:
            self._timers[_Timer.OFFER_AGAIN] = now + ANSWER_AFTER_REOPENING
        self._is_cut_short = False
        while self._unsent_signals:
            self._send_frame(self._unsent_signals.popleft())

    def _socket_lost(self, lost: inputs.SocketLost, now: float) -> None:
        if self._socket_open and not self._connected:
            self._is_cut_short = True  # what was under way is lost: the offer, the answer or candidates
        self._socket_open = False
        for timer in (_Timer.HEARTBEAT, _Timer.STABLE, _Timer.OFFER_AGAIN):
            self._timers.pop(timer, None)
        self._reopenings += 1
        if lost.for_good or self._reopenings > self._config.max_ws_reconnection_attempts:
            why = lost.why
            error = errors.SignallingLost(why.message, hint=why.hint) if why else errors.SignallingLost()
            self._finish(CloseReason.SIGNALLING_FAILURE, error)
        else:
            self._timers[_Timer.REOPEN] = now + REOPEN_STEP * self._reopenings

    def _signal_received(self, signal: Signal, now: float) -> None:
        match signal.action:
            case signalling.ANSWER if self._negotiation.awaits_answer:
                self._answer_received(signal, now)
            case signalling.ICE_CANDIDATE:
                self._negotiation.candidate_received(signalling.parse_ice_candidate(signal.payload))
            case signalling.SESSION_READY:
                self._reach("session_ready", now)
            case signalling.WARNING:
                self._put(events.Warned(signalling.words(signal) or "The avatar service sent a warning."))
            case signalling.TALK_STREAM_INTERRUPTED:
                self._dialogue.talk_stream_interrupted(
                    signalling.parse_talk_stream_interrupted(signal.payload)
                )
            case signalling.END_SESSION if self._reopenings or self._media.is_doubtful(now):
                # It no longer heard of us: we slept, say, or the network was cut; or it is another engine,
                # in the place of one that is gone, and never knew the session.
                self._finish(CloseReason.WEBRTC_FAILURE, errors.MediaLost())
            case signalling.END_SESSION:
                why = signalling.words(signal).rstrip(".")
                sentence = f"{errors.EndedByService.default_message.rstrip('.')}: {why}." if why else None
                self._finish(CloseReason.SERVER_CLOSED, errors.EndedByService(sentence))

    def _answer_received(self, signal: Signal, now: float) -> None:
        try:
            sdp = signalling.parse_answer(signal.payload)
        except MalformedMessage:
            self._finish(CloseReason.WEBRTC_FAILURE, errors.BadAnswerFromEngine())
            return
        self._reach("answer", now)
        self._negotiation.answer_received(sdp)

    # -- the peer connection

    def _on_negotiation(self, happened: inputs.NegotiationInput) -> None:
        match happened:
            case inputs.OfferMade(sdp):
                if self._negotiation.offer_made():
                    self._send(signalling.offer(self._session_id, sdp))
            case inputs.CandidateGathered(candidate):
                self._send(signalling.ice_candidate(self._session_id, candidate))
            case inputs.IceServerAsked(url, outcome):
                self._connectivity.server_asked(url, outcome)
            case inputs.AnswerRefused():
                self._finish(CloseReason.WEBRTC_FAILURE, errors.BadAnswerFromEngine())
            case inputs.IceConnected():
                self._connectivity.ice_connected()

    def _on_media(self, happened: inputs.MediaInput, now: float) -> None:
        match happened:
            case inputs.PeerConnected():
                self._peer_connected(now)
            case inputs.PeerFailed():
                self._peer_failed(now)
            case inputs.FirstPictureReceived():
                self._first_picture_received(now)
            case inputs.PacketsReceived():
                self._packets_received(now)
            case inputs.PicturesReceived() if self._connected:
                self._media.pictures_received(now)

    def _peer_connected(self, now: float) -> None:
        if self._connected:
            return
        self._connected = True
        for timer in (_Timer.CONNECT, _Timer.SLOW, _Timer.OFFER_AGAIN, _Timer.RENEGOTIATION):
            self._timers.pop(timer, None)
        self._timers[_Timer.PICTURE] = now + (FROZEN_AFTER if self._was_live else PICTURE_WITHIN)
        self._timers[_Timer.STATISTICS] = now + STATISTICS_EVERY
        self._reach("ice", now)
        self._put(actions.WatchMedia())

    def _peer_failed(self, now: float) -> None:
        if self._connected:
            self._media_lost(now)
        else:
            error = errors.MediaLost() if self._was_live else self._connectivity.why_not()
            self._finish(CloseReason.WEBRTC_FAILURE, error)

    def _first_picture_received(self, now: float) -> None:
        if self._timers.pop(_Timer.PICTURE, None) is not None:
            self._was_live = True
            self._outage.works(now)
            self._reach("first_frame", now)
            self._put(events.PhaseChanged(Phase.LIVE))
            self._packets_received(now)

    def _packets_received(self, now: float) -> None:
        if self._connected and self._media.packets_received(now):
            self._put(events.MediaResumed())

    def _media_lost(self, now: float) -> None:
        """Offer anew on the living session, over a fresh socket, as the old one may be as dead."""
        if self._outage.fails(now) > MAX_RENEGOTIATIONS:
            self._finish(CloseReason.WEBRTC_FAILURE, errors.MediaLost())
            return
        self._put(events.PhaseChanged(Phase.RECONNECTING))
        if self._socket_open:
            self._socket_open = False
            self._put(actions.CutSocket())
        self._offer_again()
        self._timers[_Timer.RENEGOTIATION] = now + RENEGOTIATE_WITHIN

    def _offer_again(self) -> None:
        """With a peer connection that takes the place of the present one."""
        self._connected = False
        self._media.stop()
        for timer in (_Timer.PICTURE, _Timer.STATISTICS):
            self._timers.pop(timer, None)
        self._dialogue.channel_lost(self._media.last_certain)
        self._negotiation.begin()

    # -- the dialogue

    def _on_dialogue(self, happened: inputs.DialogueInput, now: float) -> None:
        try:
            self._dialogue.receive(happened, now)
        except errors.UsageError as error:
            self._put(events.CommandRefused(error))

    # -- time

    def _time_passed(self, now: float) -> None:
        for timer, due in sorted(self._timers.items(), key=lambda item: item[1]):
            if due <= now and timer in self._timers:
                del self._timers[timer]
                self._due(timer, now)
        match self._media.check(now) if not self._finished else None:
            case "stalled":
                self._put(events.MediaStalled())
            case "lost":
                self._media_lost(now)
        if not self._finished:
            self._dialogue.tick(now)

    def _due(self, timer: _Timer, now: float) -> None:
        match timer:
            case _Timer.HEARTBEAT:
                self._send_frame(Signal(signalling.HEARTBEAT, self._session_id))
                self._timers[_Timer.HEARTBEAT] = now + self._config.heartbeat_interval_seconds
            case _Timer.REOPEN:
                self._put(actions.OpenSocket())
            case _Timer.STABLE:
                self._reopenings = 0
            case _Timer.OFFER_AGAIN:
                self._offer_again()
            case _Timer.SLOW:
                self._put(events.ConnectingSlowly())
            case _Timer.CONNECT:
                error = self._connectivity.why_not(answered=self._negotiation.answered)
                self._finish(CloseReason.WEBRTC_FAILURE, error)
            case _Timer.PICTURE:
                self._finish(CloseReason.WEBRTC_FAILURE, errors.NoMedia())
            case _Timer.STATISTICS:
                self._put(actions.CollectStatistics())
                self._timers[_Timer.STATISTICS] = now + STATISTICS_EVERY
            case _Timer.RENEGOTIATION:
                self._finish(CloseReason.WEBRTC_FAILURE, errors.MediaLost())

    # -- outputs

    def _put(self, output: Output) -> None:
        self._outputs.append(output)

    def _reach(self, milestone: Milestone, now: float) -> None:
        if milestone not in self._reached:
            self._reached.add(milestone)
            self._put(events.MilestoneReached(milestone, round((now - self._began) * 1000, 1)))

    def _send(self, signal: Signal) -> None:
        if self._socket_open:
            self._send_frame(signal)
        else:
            self._unsent_signals.append(signal)

    def _send_frame(self, signal: Signal) -> None:
        self._put(actions.SendFrame(signalling.encode(signal)))

    def _finish(self, reason: CloseReason, error: errors.ViewerError | None) -> None:
        """End, saying goodbye if somebody listens: a session that failed must not stay in use, either."""
        if not self._finished:
            if self._socket_open and reason is not CloseReason.SERVER_CLOSED:
                self._send_frame(Signal(signalling.END_SESSION, self._session_id, {}))
            self._dialogue.close()
            self._finished = True
            self._timers.clear()
            self._put(actions.Finish(reason, error))
