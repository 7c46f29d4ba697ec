"""One session: feeds the state machine, drains it and carries out what it asks."""

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine
from typing import Any

from viewer import errors
from viewer.media.lip_sync import LipSync
from viewer.media.pcm import PcmBuffer, SoundSink
from viewer.media.picture import PictureSlot
from viewer.protocol import actions
from viewer.protocol.api import BrokerSession
from viewer.protocol.client import ClientProtocol
from viewer.protocol.connectivity import Outcome
from viewer.protocol.data_channel import Context, UserText
from viewer.protocol.dialogue import Dialogue, Saying
from viewer.protocol.signalling import IceCandidate
from viewer.redaction import forget_secret, redact, remember_secret
from viewer.session import events
from viewer.session.broker import request_session
from viewer.session.commands import Commands, Kept
from viewer.session.peer import Peer
from viewer.session.receiving import AudioReceiver, VideoReceiver
from viewer.session.signalling import SignallingSocket
from viewer.session.statistics import POLL_SECONDS, StatisticsMeter, inbound_rtp
from viewer.session.tools import ToolRunner
from viewer.session.wire_log import wire_message
from viewer.tasks import TaskGroup

_log = logging.getLogger(__name__)


class Session:
    """From the command to connect until everything is released; :meth:`run` is its whole life.

    All methods belong to the event loop that runs it. ``publish`` is called in that loop.
    """

    def __init__(
        self,
        wish: events.Connect,
        publish: Callable[[events.Event], None],
        pictures: PictureSlot,
        speaker: SoundSink,
        microphone: PcmBuffer | None,
        tools: ToolRunner | None = None,
    ) -> None:
        self._wish = wish
        self._publish = publish
        self._microphone = microphone
        self._speaker = speaker
        self._audio = AudioReceiver(speaker)
        self._lip_sync = LipSync(self._audio.heard, speaker.follow)
        self._video = VideoReceiver(pictures, self._lip_sync.due, self._picture_received)
        self._meter = StatisticsMeter(self._video)
        self._tasks = TaskGroup("session")
        self._commands = Commands(self._feed_dialogue, publish, tools or ToolRunner({}), self._tasks)
        self._peer_work: asyncio.Queue[Coroutine[Any, Any, None]] = asyncio.Queue()
        self._timer: asyncio.TimerHandle | None = None
        self._ending: asyncio.Future[actions.Finish] = asyncio.get_running_loop().create_future()
        self._started = time.monotonic()
        self._protocol: ClientProtocol | None = None
        self._socket: SignallingSocket | None = None
        self._peer: Peer | None = None
        self._codec: str | None = None
        self._secrets: tuple[str, ...] = ()
        self._granted: BrokerSession | None = None

    async def run(self) -> None:
        """Ask the broker, connect, and stay until the session ends; then release everything."""
        self._publish(events.PhaseChanged(events.Phase.ASKING_BROKER))
        self._tasks.spawn("connect", self._connect())
        end = actions.Finish(actions.CloseReason.NORMAL, None)
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
            self._end(actions.Finish(actions.CloseReason.NORMAL, None))

    def perform(self, command: events.SessionCommand) -> None:
        """Carry ``command`` out; what is said before the session is there waits for it."""
        self._commands.perform(command)

    @property
    def undelivered(self) -> tuple[Kept, ...]:
        """What the user said that the engine may never have got, once the session has ended."""
        said = self._protocol.undelivered if self._protocol else ()
        return (*map(_as_command, said), *self._commands.waiting)

    # The peer connection's observer.

    def candidate_gathered(self, candidate: IceCandidate) -> None:
        """See :class:`viewer.session.peer.PeerObserver`."""
        self._feed(lambda protocol, _: protocol.candidate_gathered(candidate))

    def ice_server_asked(self, url: str, outcome: Outcome) -> None:
        """See :class:`viewer.session.peer.PeerObserver`."""
        self._feed(lambda protocol, _: protocol.connectivity.server_asked(url, outcome))

    def ice_connected(self) -> None:
        """See :class:`viewer.session.peer.PeerObserver`."""
        self._feed(lambda protocol, _: protocol.connectivity.ice_connected())

    def peer_connected(self) -> None:
        """See :class:`viewer.session.peer.PeerObserver`."""
        self._feed(lambda protocol, now: protocol.peer_connected(now))

    def peer_failed(self) -> None:
        """See :class:`viewer.session.peer.PeerObserver`."""
        self._feed(lambda protocol, _: protocol.peer_failed())

    def channel_opened(self) -> None:
        """See :class:`viewer.session.peer.PeerObserver`."""
        self._feed_dialogue(lambda dialogue, _: dialogue.channel_opened())

    def channel_closed(self) -> None:
        """See :class:`viewer.session.peer.PeerObserver`."""
        self._feed_dialogue(lambda dialogue, _: dialogue.channel_closed())

    def data_received(self, text: str | bytes) -> None:
        """See :class:`viewer.session.peer.PeerObserver`."""
        self._log_wire("in", "data", text)
        self._feed_dialogue(lambda dialogue, _: dialogue.data_received(text))

    async def _connect(self) -> None:
        try:
            granted = self._granted or await request_session(
                self._wish.broker, self._wish.persona, proxy=self._wish.proxy
            )
        except errors.ViewerError as error:
            self._end(actions.Finish(actions.CloseReason.NORMAL, error))
            return
        self._publish(events.SessionStarted(granted.session_id))
        self._milestone("broker")
        self._publish(events.PhaseChanged(events.Phase.SIGNALLING))
        self._prepare(granted)
        self._feed(lambda protocol, now: protocol.start(now))
        self._commands.begin(granted.talk_url, self._wish.proxy)

    def _prepare(self, granted: BrokerSession) -> None:
        self._secrets = granted.secrets
        for secret in self._secrets:
            remember_secret(secret)
        config = granted.client_config
        self._protocol = ClientProtocol(granted.session_id, config)
        self._peer = Peer(config, self, self._video, self._audio, self._microphone, self._lip_sync)
        self._socket = SignallingSocket(
            granted.signalling_url,
            self._wish.proxy,
            on_open=lambda: self._feed(lambda protocol, now: protocol.socket_opened(now)),
            on_text=self._frame_received,
            on_lost=lambda why: self._feed(lambda protocol, now: protocol.socket_lost(now, why)),
        )
        self._tasks.spawn("peer work", self._do_peer_work())

    def _frame_received(self, text: str | bytes) -> None:
        self._log_wire("in", "signalling", text)
        self._feed(lambda protocol, now: protocol.frame_received(text, now))

    def _picture_received(self) -> None:
        self._feed(lambda protocol, now: protocol.picture_received(now))

    def _feed(self, event: Callable[[ClientProtocol, float], None]) -> None:
        if self._protocol and not self._protocol.finished:
            event(self._protocol, time.monotonic())
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
            delay = max(0.0, deadline - time.monotonic())
            self._timer = asyncio.get_running_loop().call_later(delay, self._tick)

    def _tick(self) -> None:
        self._timer = None
        self._feed(lambda protocol, now: protocol.tick(now))

    def _carry_out(self, action: actions.Action) -> None:
        assert self._peer
        assert self._socket
        match action:
            case actions.OpenSocket():
                self._tasks.spawn("signalling", self._socket.run())
            case actions.SendFrame(text):
                self._log_wire("out", "signalling", text)
                self._socket.send(text)
            case actions.MakeOffer():
                self._peer_work.put_nowait(self._make_offer(self._peer))
            case actions.ApplyAnswer(sdp):
                self._peer_work.put_nowait(self._apply_answer(self._peer, sdp))
            case actions.AddCandidate(candidate):
                self._peer_work.put_nowait(self._peer.add_candidate(candidate))
            case actions.SendData(text):
                self._log_wire("out", "data", text)
                self._peer.send(text)
            case actions.CollectStatistics():
                self._tasks.spawn("statistics", self._send_statistics(self._peer))
            case actions.Report(fact):
                self._tell(fact)
            case actions.Finish():
                self._end(action)

    def _tell(self, fact: actions.Fact) -> None:
        """Publish what the state machine reports."""
        match fact:
            case actions.SignallingOpened():
                self._milestone("signalling")
                self._publish(events.PhaseChanged(events.Phase.CONNECTING))
            case actions.AnswerReceived():
                self._milestone("answer")
            case actions.PeerConnected():
                self._milestone("ice")
                self._tasks.spawn("watch traffic", self._watch_traffic())
            case actions.PictureStarted():
                self._milestone("first_frame")
                self._publish(events.PhaseChanged(events.Phase.LIVE))
            case actions.SessionReady():
                self._milestone("session_ready")
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
            case actions.ToolCalled(call) | actions.OlderToolCalled(call):
                self._publish(fact)
                self._commands.run_tool(call)
            case _:
                self._publish(fact)

    async def _do_peer_work(self) -> None:
        """Work on the peer connection is done one piece after the other, in the order asked."""
        while True:
            await (await self._peer_work.get())

    async def _make_offer(self, peer: Peer) -> None:
        sdp = await peer.offer(self._wish.quality)
        self._feed(lambda protocol, _: protocol.offer_made(sdp))

    async def _apply_answer(self, peer: Peer, sdp: str) -> None:
        try:
            await peer.apply_answer(sdp)
        except Exception as error:  # whatever aiortc makes of an SDP it cannot use
            _log.warning("the answer was refused: %s", error)
            self._feed(lambda protocol, _: protocol.answer_refused())
        else:
            self._codec = peer.video_codec

    async def _watch_traffic(self) -> None:
        """At 4 Hz: tell the state machine of packets, and everybody of the statistics once a second."""
        assert self._peer
        assert self._socket
        if route := self._peer.route:
            self._publish(events.RouteChosen(route.local, route.remote, route.relay))
        packets = pictures = 0
        while True:
            await asyncio.sleep(POLL_SECONDS)
            if self._video.frames > pictures:
                self._feed(lambda protocol, now: protocol.pictures_received(now))
            pictures = self._video.frames
            traffic = await self._peer.traffic()
            if traffic.media_packets > packets:
                self._feed(lambda protocol, now: protocol.packets_received(now))
            packets = traffic.media_packets
            states = (self._socket.state, self._peer.ice_state, self._peer.state)
            if statistics := self._meter.measure(traffic, self._codec, states):
                self._publish(statistics)

    async def _send_statistics(self, peer: Peer) -> None:
        tracks = [inbound_rtp(stream, self._video) for stream in await peer.inbound_rtp()]

        def send(dialogue: Dialogue, _: float) -> None:
            for track in tracks:
                dialogue.send_statistics(track)

        self._feed_dialogue(send)

    def _received(self) -> events.MediaReceived:
        return events.MediaReceived(
            width=self._video.width,
            height=self._video.height,
            video_codec=self._codec,
            video_frames=self._video.frames,
            video_fps=round(self._video.mean_fps, 2),
            audio_frames=self._audio.frames,
            audio_rms=round(self._audio.rms, 5),
        )

    def _end(self, end: actions.Finish) -> None:
        if end.error:
            # It may quote a broker or an engine.
            end.error.message, end.error.hint = redact(end.error.message), redact(end.error.hint)
        if not self._ending.done():
            self._ending.set_result(end)

    async def _release(self) -> None:
        """The reverse of connecting."""
        if self._timer:
            self._timer.cancel()
        if self._socket:
            await self._socket.close()
        await self._tasks.cancel()
        while not self._peer_work.empty():
            self._peer_work.get_nowait().close()
        if self._peer:
            await self._peer.close()
        self._speaker.clear()
        for secret in self._secrets:
            forget_secret(secret)

    def _milestone(self, milestone: events.Milestone) -> None:
        elapsed = (time.monotonic() - self._started) * 1000
        self._publish(events.MilestoneReached(milestone, round(elapsed, 1)))

    def _log_wire(self, direction: events.Direction, channel: events.Channel, text: str | bytes) -> None:
        self._publish(wire_message(direction, channel, text, (time.monotonic() - self._started) * 1000))


def _as_command(saying: Saying) -> Kept:
    match saying:
        case UserText(content=text):
            return events.SendText(text)
        case Context(content=text):
            return events.AddContext(text)
