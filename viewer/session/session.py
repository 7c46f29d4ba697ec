"""One session: feeds the state machine, drains it and carries out what it asks."""

import asyncio
import logging
from collections.abc import Callable
from typing import Final

from viewer import errors
from viewer.media.pcm import PcmBuffer, SoundSink
from viewer.media.picture import PictureSlot
from viewer.protocol import actions, commands, events
from viewer.protocol.api import BrokerSession
from viewer.protocol.client import ClientProtocol
from viewer.protocol.connectivity import Outcome
from viewer.protocol.data_channel import Context, UserText
from viewer.protocol.dialogue import Dialogue, Saying
from viewer.protocol.signalling import IceCandidate
from viewer.redaction import forget_secret, redact, remember_secret
from viewer.session.broker import request_session
from viewer.session.commands import Commands, Kept
from viewer.session.link import Link
from viewer.session.signalling import SignallingSocket
from viewer.session.statistics import NOTHING_RECEIVED, POLL_SECONDS, received_by, received_in_all
from viewer.session.tools import ToolRunner
from viewer.session.wire_log import wire_message
from viewer.tasks import BackgroundTasks
from viewer.webrtc.peer import Peer
from viewer.webrtc.reception import Reception

_log = logging.getLogger(__name__)

ASLEEP_SECONDS: Final = 1.0

_MILESTONES: Final[dict[type[actions.Step], events.Milestone]] = {
    actions.SignallingOpened: "signalling",
    actions.AnswerReceived: "answer",
    actions.PeerConnected: "ice",
    actions.PictureStarted: "first_frame",
    actions.SessionReady: "session_ready",
}
_PHASES: Final = {
    actions.SignallingOpened: events.Phase.CONNECTING,
    actions.PictureStarted: events.Phase.LIVE,
    actions.Renegotiating: events.Phase.RECONNECTING,
}


class Session:
    """From the command to connect until everything is released; :meth:`run` is its whole life.

    All methods belong to the event loop that runs it. ``publish`` is called in that loop.
    """

    def __init__(
        self,
        request: commands.Connect,
        publish: Callable[[events.Event], None],
        pictures: PictureSlot,
        speaker: SoundSink,
        microphone: PcmBuffer | None,
        tools: ToolRunner | None = None,
    ) -> None:
        self._request = request
        self._publish = publish
        self._microphone = microphone
        self._speaker = speaker
        self._pictures = pictures
        self._tasks = BackgroundTasks("session")
        self._commands = Commands(self._feed_dialogue, publish, tools or ToolRunner({}), self._tasks)
        # Cancelled half-way, a peer connection would never let go of its sockets.
        self._retiring = BackgroundTasks("retiring")
        self._retired: list[asyncio.Task[None]] = []
        self._timer: asyncio.TimerHandle | None = None
        loop = asyncio.get_running_loop()
        self._now = loop.time
        self._ending: asyncio.Future[actions.Finish] = loop.create_future()
        self._started = self._awake_from = self._now()
        self._protocol: ClientProtocol | None = None
        self._socket: SignallingSocket | None = None
        self._link: Link | None = None
        self._media: events.MediaReceived | None = None
        self._reached: set[events.Milestone] = set()
        self._secrets: tuple[str, ...] = ()
        self._granted: BrokerSession | None = None

    async def run(self) -> None:
        """Ask the broker, connect, and stay until the session ends; then release everything."""
        self._publish(events.PhaseChanged(events.Phase.ASKING_BROKER))
        self._tasks.spawn("connect", self._connect())
        # While the broker is asked: making one takes a while, and nothing of what the broker will say.
        self._tasks.spawn("link", self._make_link())
        end = actions.Finish(events.CloseReason.NORMAL, None)
        try:
            end = await self._ending
        finally:
            await self._release()
            self._publish(self._received())
            self._publish(events.PhaseChanged(events.Phase.CLOSED))
            self._publish(events.SessionClosed(end.reason, end.error))

    def use(self, granted: BrokerSession) -> None:
        """Be this session, which a broker has granted, instead of asking for one. Call before :meth:`run`."""
        self._granted = granted

    def close(self) -> None:
        """End the session; :meth:`run` returns within a second."""
        if self._protocol:
            self._protocol.close()
            self._pump()
        else:
            self._end(actions.Finish(events.CloseReason.NORMAL, None))

    def perform(self, command: commands.SessionCommand) -> None:
        """Carry ``command`` out; what is said before the session is there waits for it."""
        self._commands.perform(command)

    @property
    def undelivered(self) -> tuple[Kept, ...]:
        """What the user said that the engine may never have got, once the session has ended."""
        said = self._protocol.undelivered if self._protocol else ()
        return (*map(_as_command, said), *self._commands.waiting)

    # The peer connection's observer.

    def candidate_gathered(self, candidate: IceCandidate) -> None:
        """See :class:`viewer.webrtc.peer.PeerObserver`."""
        self._feed(lambda protocol, _: protocol.candidate_gathered(candidate))

    def ice_server_asked(self, url: str, outcome: Outcome) -> None:
        """See :class:`viewer.webrtc.peer.PeerObserver`."""
        self._feed(lambda protocol, _: protocol.connectivity.server_asked(url, outcome))

    def ice_connected(self) -> None:
        """See :class:`viewer.webrtc.peer.PeerObserver`."""
        self._feed(lambda protocol, _: protocol.connectivity.ice_connected())

    def peer_connected(self) -> None:
        """See :class:`viewer.webrtc.peer.PeerObserver`."""
        self._feed(lambda protocol, now: protocol.peer_connected(now))

    def peer_failed(self) -> None:
        """See :class:`viewer.webrtc.peer.PeerObserver`."""
        self._feed(lambda protocol, now: protocol.peer_failed(now))

    def channel_opened(self) -> None:
        """See :class:`viewer.webrtc.peer.PeerObserver`."""
        self._feed_dialogue(lambda dialogue, _: dialogue.channel_opened())

    def channel_closed(self) -> None:
        """See :class:`viewer.webrtc.peer.PeerObserver`."""
        self._feed_dialogue(lambda dialogue, _: dialogue.channel_closed())

    def data_received(self, text: str | bytes) -> None:
        """See :class:`viewer.webrtc.peer.PeerObserver`."""
        self._log_wire("in", "data", text)
        self._feed_dialogue(lambda dialogue, _: dialogue.data_received(text))

    async def _connect(self) -> None:
        try:
            granted = self._granted or await request_session(
                self._request.broker, self._request.persona, proxy=self._request.proxy
            )
        except errors.ViewerError as error:
            self._end(actions.Finish(events.CloseReason.NORMAL, error))
            return
        except Exception:
            _log.exception("asking the broker failed unexpectedly")
            self._end(actions.Finish(events.CloseReason.NORMAL, errors.ViewerError()))
            return
        self._publish(events.SessionStarted(granted.session_id))
        self._milestone("broker")
        self._publish(events.PhaseChanged(events.Phase.SIGNALLING))
        await self._make_link()
        self._prepare(granted)
        self._feed(lambda protocol, now: protocol.start(now))
        self._commands.begin(granted.talk_url, self._request.proxy)

    async def _make_link(self) -> None:
        self._link = self._link or self._new_link()

    def _prepare(self, granted: BrokerSession) -> None:
        self._secrets = granted.secrets
        for secret in self._secrets:
            remember_secret(secret)
        self._granted = granted
        self._protocol = ClientProtocol(granted.session_id, granted.client_config)
        self._socket = SignallingSocket(
            granted.signalling_url,
            self._request.proxy,
            on_open=lambda: self._feed(lambda protocol, now: protocol.socket_opened(now)),
            on_text=self._frame_received,
            on_lost=lambda why: self._feed(lambda protocol, now: protocol.socket_lost(now, why)),
        )

    def _frame_received(self, text: str | bytes) -> None:
        self._log_wire("in", "signalling", text)
        self._feed(lambda protocol, now: protocol.frame_received(text, now))

    def _picture_received(self) -> None:
        self._feed(lambda protocol, now: protocol.picture_received(now))

    def _feed(self, event: Callable[[ClientProtocol, float], None]) -> None:
        if self._protocol and not self._protocol.finished:
            event(self._protocol, self._now())
            self._pump()

    def _feed_dialogue(self, event: Callable[[Dialogue, float], None]) -> None:
        self._feed(lambda protocol, now: event(protocol.dialogue, now))

    def _pump(self) -> None:
        """Carry out what the state machine asks, and wake up when it wants to."""
        assert self._protocol
        for action in self._protocol.actions():
            self._carry_out(action)
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if (deadline := self._protocol.deadline) is not None:
            due = max(deadline, self._awake_from)
            delay = max(0.0, due - self._now())
            self._timer = asyncio.get_running_loop().call_later(delay, self._tick, due)

    def _tick(self, due: float) -> None:
        self._timer = None
        now = self._now()
        if now - due > ASLEEP_SECONDS:
            # The process slept: what came meanwhile is to be seen before anything is given up.
            self._awake_from = now + 2 * POLL_SECONDS
            self._pump()
            return
        self._feed(lambda protocol, now: protocol.tick(now))

    def _carry_out(self, action: actions.Action) -> None:
        assert self._link
        assert self._socket
        match action:
            case actions.OpenSocket():
                self._tasks.spawn("signalling", self._socket.run())
            case actions.CutSocket():
                self._socket.cut()
            case actions.SendFrame(text):
                self._log_wire("out", "signalling", text)
                self._tell_whether_sent(self._socket.send(text))
            case actions.MakeOffer():
                self._offer()
            case actions.ApplyAnswer(sdp):
                self._link.apply_answer(sdp)
            case actions.AddCandidate(candidate):
                self._link.add_candidate(candidate)
            case actions.SendData(text):
                self._log_wire("out", "data", text)
                self._tell_whether_sent(self._link.send(text))
            case actions.CollectStatistics():
                self._link.send_statistics()
            case actions.Report(fact):
                self._tell(fact)
            case actions.Finish():
                self._end(action)

    def _tell_whether_sent(self, sent: bool) -> None:
        if not sent:
            self._publish(events.CommandRefused(errors.NotSent()))

    def _tell(self, fact: actions.Fact) -> None:
        """Publish what the state machine reports."""
        if isinstance(fact, actions.Step):
            self._step_done(fact)
            return
        match fact:
            case actions.ServiceWarned(text):
                self._publish(events.Warned(redact(text)))
            case actions.SlowConnection():
                self._publish(events.ConnectingSlowly())
            case actions.StallChanged(stalled):
                self._publish(events.MediaStalled() if stalled else events.MediaResumed())
            case actions.MessageChanged(message):
                self._publish(events.MessageUpdated(message))
            case actions.UserSpeech(speaking):
                self._publish(events.UserSpeechChanged(speaking))
            case events.ToolCalled(call) | events.OlderToolCalled(call):
                self._publish(fact)
                self._commands.run_tool(call)
            case _:
                self._publish(fact)

    def _step_done(self, step: actions.Step) -> None:
        if milestone := _MILESTONES.get(type(step)):
            self._milestone(milestone)
        if phase := _PHASES.get(type(step)):
            self._publish(events.PhaseChanged(phase))
        if isinstance(step, actions.PeerConnected):
            assert self._link
            assert self._socket
            socket = self._socket
            self._speaker.clear()  # what another connection left is not in step with this one
            self._link.watch(lambda: socket.state, self._publish)

    def _offer(self) -> None:
        """From a link that has offered nothing yet."""
        assert self._link
        assert self._granted
        if self._link.has_offered:
            self._media = received_in_all(self._media, received_by(self._link.reception))
            self._retired.append(self._retiring.spawn("link", self._link.close()))
            self._link = self._new_link()
        self._link.offer(self._granted.client_config, self._request.quality)

    def _new_link(self) -> Link:
        reception = Reception(
            self._pictures, self._speaker, self._picture_received, lip_sync=self._request.lip_sync
        )
        return Link(Peer(self, reception, self._microphone), reception, self._feed)

    def _received(self) -> events.MediaReceived:
        if self._link is None:
            return NOTHING_RECEIVED
        return received_in_all(self._media, received_by(self._link.reception))

    def _end(self, end: actions.Finish) -> None:
        if end.error:
            # It may quote a broker or an engine.
            end.error.message, end.error.hint = redact(end.error.message), redact(end.error.hint)
        if not self._ending.done():
            self._commands.end()
            self._ending.set_result(end)

    async def _release(self) -> None:
        """The reverse of connecting."""
        if self._timer:
            self._timer.cancel()
        if self._socket:
            await self._socket.close()
        await self._tasks.cancel()
        if self._link:
            await self._link.close()
        await asyncio.gather(*self._retired)
        self._speaker.clear()
        for secret in self._secrets:
            forget_secret(secret)

    def _milestone(self, milestone: events.Milestone) -> None:
        if milestone not in self._reached:
            self._reached.add(milestone)
            elapsed = (self._now() - self._started) * 1000
            self._publish(events.MilestoneReached(milestone, round(elapsed, 1)))

    def _log_wire(self, direction: events.Direction, channel: events.Channel, text: str | bytes) -> None:
        self._publish(wire_message(direction, channel, text, (self._now() - self._started) * 1000))


def _as_command(saying: Saying) -> Kept:
    match saying:
        case UserText(content=text):
            return commands.SendText(text)
        case Context(content=text):
            return commands.AddContext(text)
