"""One session: tells the state machine what happens, and carries out what it asks."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import AsyncExitStack
from typing import Final

from viewer import errors
from viewer.media.pcm import PcmBuffer, SoundSink
from viewer.media.picture import PictureSlot
from viewer.media.receive.losses import Losses
from viewer.media.receive.mouth import Mouth
from viewer.media.receive.reception import Reception
from viewer.media.receive.tap import Tap
from viewer.protocol import actions, commands, events, inputs, insight
from viewer.protocol.actions import Finish, Output
from viewer.protocol.api import BrokerSession
from viewer.protocol.client import ClientProtocol
from viewer.protocol.events import CloseReason, Event, MediaReceived, Phase
from viewer.protocol.gateway import Way
from viewer.redaction import forget_secret, redact, remember_secret
from viewer.session.broker import request_session, way_to_engine
from viewer.session.errands import Errands, timestamp
from viewer.session.goodbye import say_goodbye
from viewer.session.link import Link
from viewer.session.outbox import Kept, Outbox
from viewer.session.recording import Recording
from viewer.session.session_file.notes import Notes
from viewer.session.signalling import SignallingSocket
from viewer.session.statistics import NOTHING_RECEIVED, POLL_SECONDS, received_by, received_in_all
from viewer.session.tools import ToolRunner
from viewer.session.turn_watch import answers, begins_turn
from viewer.session.workbench.faults import make_happen
from viewer.session.workbench.lent_voice import LentVoice
from viewer.tasks import BackgroundTasks, is_asked_to_end
from viewer.webrtc.peer import Peer

_log = logging.getLogger(__name__)

ASLEEP_SECONDS: Final = 1.0


class Session:
    """From the command to connect until everything is released; :meth:`run` is its whole life.

    All methods belong to the event loop that runs it. ``publish`` is called in that loop.
    """

    def __init__(
        self,
        request: commands.Connect,
        publish: Callable[[Event], None],
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
        self._tools = tools or ToolRunner({})
        self._tap = Tap()
        self._mouth = Mouth(pictures.painting)
        self._mouth.moved = lambda at: publish(events.MouthMoved(at))
        self._outbox = Outbox()
        self._tasks = BackgroundTasks("session", self._fail)
        # Cancelled half-way, a peer connection would never let go of its sockets.
        self._retiring = BackgroundTasks("retiring")
        self._retired: list[asyncio.Task[None]] = []
        self._parting = BackgroundTasks("parting")
        self._goodbye: asyncio.Task[None] | None = None
        self._timer: asyncio.TimerHandle | None = None
        loop = asyncio.get_running_loop()
        self._now = loop.time
        self._ending: asyncio.Future[Finish] = loop.create_future()
        self._started = self._awake_from = self._now()
        self._notes = Notes(publish, self._now)
        self._granted: BrokerSession | None = None
        self._protocol: ClientProtocol | None = None
        self._socket: SignallingSocket | None = None
        self._errands: Errands | None = None
        self._link: Link | None = None
        self._voice = LentVoice(self.perform)
        self.losses = Losses()
        """What media is lost on its way in."""
        self._media: MediaReceived | None = None
        self._is_recorded = False
        self.recording: Recording | None = None
        self._secrets: tuple[str, ...] = ()

    async def run(self) -> None:
        """Ask the broker, connect, and stay until the session ends; then release everything."""
        self._publish(events.PhaseChanged(Phase.ASKING_BROKER))
        wish = self._request
        asked = insight.BrokerAsked(wish.broker, wish.persona, wish.quality, wish.gateway)
        self._notes.saw(asked, self._started)
        self._tasks.spawn("connect", self._connect())
        # While the broker is asked: making one takes a while, and nothing of what the broker will say.
        self._tasks.spawn("link", self._make_link())
        end = Finish(CloseReason.NORMAL, None)
        try:
            end = await self._ending
        finally:
            await self._release()
            self._notes.close()
            self._publish(self._received())
            self._publish(events.PhaseChanged(Phase.CLOSED))
            self._publish(events.SessionClosed(end.reason, end.error))

    async def part(self, within: float) -> None:
        """After :meth:`run`: wait until a broker that wants to know is told, for at most so many seconds. One
        that cannot be reached goes on being told, as long as the loop runs.
        """
        if self._goodbye:
            await asyncio.wait([self._goodbye], timeout=within)

    def use(self, granted: BrokerSession) -> None:
        """Be this session, which a broker has granted, instead of asking for one. Call before :meth:`run`."""
        self._granted = granted

    def record(self) -> None:
        """Keep all that happens in :attr:`recording`. Call before :meth:`run`."""
        self._is_recorded = True

    def pass_by(self, tap: Tap) -> None:
        """Let media pass ``tap`` before they are decoded. Call before :meth:`run`."""
        self._tap = tap

    def close(self) -> None:
        """End the session; :meth:`run` returns within a second."""
        if self._protocol:
            self._tell(inputs.CloseRequested())
        else:
            self._end(Finish(CloseReason.NORMAL, None))

    def perform(self, command: commands.SessionCommand) -> None:
        """Carry ``command`` out; what is said before the session is there, or after it broke, waits."""
        if self._protocol and not self._ending.done():
            self._tell(inputs.CommandGiven(command, timestamp()))
            return
        try:
            self._outbox.keep(command)
        except errors.UsageError as error:
            self._publish(events.CommandRefused(error))

    def suffer(self, fault: commands.CutSignalling | commands.ExpireSession) -> None:
        """Have ``fault`` come over the session, as it comes by itself."""
        session_id = self._granted.session_id if self._granted else ""
        try:
            make_happen(fault, session_id, self._socket, self._tell)
        except errors.UsageError as error:
            self._publish(events.CommandRefused(error))

    @property
    def undelivered(self) -> tuple[Kept, ...]:
        """What the user said that the engine may never have got, once the session has ended."""
        said = self._protocol.undelivered if self._protocol else ()
        return (*said, *self._outbox.kept)

    async def _connect(self) -> None:
        try:
            self._granted = granted = self._granted or await request_session(
                self._request.broker, self._request.persona, proxy=self._request.proxy
            )
            way = way_to_engine(self._request, granted)
        except errors.ViewerError as error:
            self._notes.saw(insight.BrokerRefused(error))
            self._end(Finish(CloseReason.NORMAL, error))
            return
        self._publish(events.SessionStarted(granted.session_id, granted.max_session_length_seconds))
        self._publish(events.MilestoneReached("broker", self._milliseconds()))
        await self._make_link()
        self._begin(granted, way)

    async def _make_link(self) -> None:
        self._link = self._link or self._new_link()

    def _begin(self, granted: BrokerSession, way: Way) -> None:
        self._secrets = granted.secrets
        for secret in self._secrets:
            remember_secret(secret)
        self._notes.saw(insight.BrokerAnswered(granted.model_dump(mode="json", by_alias=True)))
        proxy = self._request.proxy
        self._socket = SignallingSocket(way.signalling_url, proxy, self._tell)
        self._errands = Errands(way, proxy, self._tools, self._tell, self._publish, self._fail)
        self._protocol = ClientProtocol(granted.session_id, granted.client_config, self._started)
        if self._is_recorded:
            self.recording = Recording(granted.session_id, granted.client_config, self._started)
        self._tell(inputs.Started())
        for command in self._outbox.take():
            self.perform(command)

    def _tell(self, happened: inputs.Input, now: float | None = None) -> None:
        """Tell the state machine, carry out what it asks, and wake it up when it wants to. Never raises:
        those who tell have nobody to complain to. ``now``: the time, by itself the clock's.
        """
        if self._protocol is None:
            return
        try:
            self._react(self._protocol, happened, self._now() if now is None else now)
        except Exception as error:
            _log.exception("what happened could not be dealt with: %s", type(happened).__name__)
            self._fail(error)

    def _react(self, protocol: ClientProtocol, happened: inputs.Input, now: float) -> None:
        self._notes.took(happened, now)
        if begins_turn(happened):
            self._mouth.wait(now)
        elif self._mouth.waits and answers(happened):
            self._mouth.answer(now)
        if self.recording:
            self.recording.inputs.append((now, happened))
        for output in protocol.receive(happened, now):
            self._carry_out(output)
        self._set_timer()

    def _set_timer(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if self._protocol and (deadline := self._protocol.deadline) is not None:
            due = max(deadline, self._awake_from)
            delay = max(0.0, due - self._now())
            self._timer = asyncio.get_running_loop().call_later(delay, self._wake, due)

    def _wake(self, due: float) -> None:
        self._timer = None
        now = self._now()
        if now - due > ASLEEP_SECONDS:
            # The process slept: what came meanwhile is to be seen before anything is given up.
            self._awake_from = now + 2 * POLL_SECONDS
            self._set_timer()
            return
        # The loop may call a moment before: then the time has come all the same, or this would go in circles.
        self._tell(inputs.TimePassed(), max(now, due))

    def _carry_out(self, output: Output) -> None:
        assert self._errands
        if isinstance(output, actions.Action):
            self._notes.did(output)
        if isinstance(output, actions.SocketAction):
            self._use_socket(output)
        elif isinstance(output, actions.LinkAction):
            self._use_link(output)
        elif isinstance(output, actions.PostTalk):
            self._errands.post_talk(output.text)
        elif isinstance(output, actions.RunTool):
            self._errands.run_tool(output.call)
        elif isinstance(output, Finish):
            self._end(output)
        elif isinstance(output, events.UserSpeechChanged):
            if not output.speaking:
                self._mouth.wait(self._now())
            self._publish(output)
        elif isinstance(output, events.Warned):
            self._publish(events.Warned(redact(output.text)))
        else:
            self._publish(output)

    def _use_socket(self, action: actions.SocketAction) -> None:
        assert self._socket
        match action:
            case actions.OpenSocket():
                self._tasks.spawn("signalling", self._socket.run())
            case actions.CutSocket():
                self._socket.cut()
            case actions.SendFrame(text):
                self._tell_whether_sent(self._socket.send(text))

    def _use_link(self, action: actions.LinkAction) -> None:
        assert self._link
        match action:
            case actions.MakeOffer():
                self._offer()
            case actions.ApplyAnswer(sdp):
                self._link.apply_answer(sdp)
            case actions.AddCandidate(candidate):
                self._link.add_candidate(candidate)
            case actions.WatchMedia():
                self._watch()
            case actions.SendData(text):
                self._tell_whether_sent(self._link.send(text))
            case actions.LendMicrophone(lent):
                self._voice.lend(lent)
                self._link.lend_microphone(self._voice.taker)
            case actions.CollectStatistics():
                self._link.collect_statistics()

    def _tell_whether_sent(self, sent: bool) -> None:
        if not sent:
            self._publish(events.CommandRefused(errors.NotSent()))

    def _watch(self) -> None:
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
            self._pictures,
            self._speaker,
            lambda: self._tell(inputs.FirstPictureReceived()),
            lip_sync=self._request.lip_sync,
            tap=self._tap,
            mouth=self._mouth,
        )
        peer = Peer(self._tell, reception, self._microphone, self._fail)
        peer.observe = self._notes.saw
        peer.lose(self.losses)
        peer.lend_microphone(self._voice.taker)
        return Link(peer, reception, self._tell, self._fail)

    def _received(self) -> MediaReceived:
        if self._link is None:
            return NOTHING_RECEIVED
        return received_in_all(self._media, received_by(self._link.reception))

    def _end(self, end: Finish) -> None:
        if end.error:
            # It may quote a broker or an engine.
            end.error.message, end.error.hint = redact(end.error.message), redact(end.error.hint)
        if not self._ending.done():
            self._ending.set_result(end)

    def _fail(self, error: BaseException) -> None:
        """Something in here broke: end with a sentence, and say goodbye to the engine."""
        if not self._ending.done():
            self._end(Finish(CloseReason.NORMAL, errors.as_failure(error)))
            self._tell(inputs.CloseRequested())

    async def _release(self) -> None:
        """The reverse of connecting. Whatever fails of it, the rest is done."""
        if self._timer:
            self._timer.cancel()
        if self._granted and self._granted.wants_stop:
            goodbye = say_goodbye(self._request.broker, self._granted.session_id, self._request.proxy)
            self._goodbye = self._parting.spawn("goodbye", goodbye)
        try:
            async with AsyncExitStack() as last_first:
                last_first.callback(self._forget)
                last_first.push_async_callback(self._wait_for_retired)
                if self._link:
                    last_first.push_async_callback(self._link.close)
                if self._errands:
                    last_first.push_async_callback(self._errands.cancel)
                last_first.push_async_callback(self._tasks.cancel)
                if self._socket:
                    last_first.push_async_callback(self._socket.close)
        except (Exception, asyncio.CancelledError):
            if is_asked_to_end():
                raise
            _log.exception("not all of the session could be released")

    async def _wait_for_retired(self) -> None:
        await asyncio.gather(*self._retired)

    def _forget(self) -> None:
        self._speaker.clear()
        for secret in self._secrets:
            forget_secret(secret)

    def _milliseconds(self) -> float:
        """Since the command to connect."""
        return round((self._now() - self._started) * 1000, 1)
