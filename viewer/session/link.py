"""One peer connection of a session: the work on it, and who is told what comes of it."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, TypeAlias

from viewer.media.pcm import Samples
from viewer.media.receive.reception import Reception
from viewer.protocol import inputs
from viewer.protocol.api import ClientConfig
from viewer.protocol.commands import Quality
from viewer.protocol.events import RouteChosen, Statistics
from viewer.protocol.signalling import IceCandidate
from viewer.protocol.stats import StatsSampled
from viewer.protocol.text import plain
from viewer.session.statistics import POLL_SECONDS, StatisticsMeter
from viewer.session.stats.sampler import StatsSampler
from viewer.tasks import BackgroundTasks
from viewer.webrtc.peer import Peer

_log = logging.getLogger(__name__)

Watched: TypeAlias = RouteChosen | Statistics | StatsSampled


class Link:
    """Work on the peer connection is done one piece after the other, in the order asked; nothing here waits.

    A link that broke is closed, and another one takes its place.

    Args:
        tell: takes what happens.
        fail: takes what broke the work on it.
    """

    def __init__(
        self,
        peer: Peer,
        reception: Reception,
        tell: Callable[[inputs.Input], None],
        fail: Callable[[BaseException], None],
    ) -> None:
        self.reception = reception
        self.has_offered = False
        self._peer = peer
        self._tell = tell
        # The state machine asks for an offer, an answer and so many candidates, and no more.
        self._work: asyncio.Queue[Coroutine[Any, Any, None]] = asyncio.Queue()
        self._tasks = BackgroundTasks("link", fail)
        self._tasks.spawn("work", self._do_work())

    def offer(self, config: ClientConfig, quality: Quality) -> None:
        """Make the offer; its candidates follow."""
        self.has_offered = True
        self._work.put_nowait(self._make_offer(config, quality))

    def apply_answer(self, sdp: str) -> None:
        """Set the engine's answer."""
        self._work.put_nowait(self._apply_answer(sdp))

    def add_candidate(self, candidate: IceCandidate | None) -> None:
        """Add one of the engine's candidates."""
        self._work.put_nowait(self._peer.add_candidate(candidate))

    def send(self, text: str) -> bool:
        """See :meth:`viewer.webrtc.peer.Peer.send`."""
        return self._peer.send(text)

    def lend_microphone(self, take: Callable[[Samples], None] | None) -> None:
        """See :meth:`viewer.webrtc.peer.Peer.lend_microphone`."""
        self._peer.lend_microphone(take)

    def watch(self, socket_state: Callable[[], str], publish: Callable[[Watched], None]) -> None:
        """Tell of packets and pictures at 4 Hz, and publish the route, and statistics at 1 Hz."""
        self._tasks.spawn("watch", self._watch(socket_state, publish))

    def collect_statistics(self) -> None:
        """Tell what arrives on each track."""
        self._tasks.spawn("statistics", self._collect_statistics())

    async def close(self) -> None:
        """Leave undone what was not begun, and release everything. May be called twice."""
        try:
            await self._tasks.cancel()
        finally:
            while not self._work.empty():
                self._work.get_nowait().close()
            await self._peer.close()

    async def _do_work(self) -> None:
        while True:
            await (await self._work.get())

    async def _make_offer(self, config: ClientConfig, quality: Quality) -> None:
        self._tell(inputs.OfferMade(await self._peer.offer(config, quality)))

    async def _apply_answer(self, sdp: str) -> None:
        try:
            await self._peer.apply_answer(sdp)
        except Exception as error:  # whatever aiortc makes of an SDP it cannot use
            _log.warning("the answer was refused: %s", plain(str(error), 200))
            self._tell(inputs.AnswerRefused())
        else:
            self.reception.codec = self._peer.video_codec

    async def _watch(self, socket_state: Callable[[], str], publish: Callable[[Watched], None]) -> None:
        video, meter = self.reception.video, StatisticsMeter(self.reception)
        now = asyncio.get_running_loop().time
        sampler = StatsSampler(video.painting, now)
        if route := self._peer.route:
            publish(RouteChosen(route.local, route.remote, route.relay))
        packets = pictures = 0
        while True:
            due = now() + POLL_SECONDS
            await asyncio.sleep(POLL_SECONDS)
            sampler.woke(due)
            if video.frames > pictures:
                self._tell(inputs.PicturesReceived())
            pictures = video.frames
            if self._peer.packets_received > packets:
                self._tell(inputs.PacketsReceived())
            packets = self._peer.packets_received
            if meter.is_due:
                states = (socket_state(), self._peer.ice_state, self._peer.state)
                publish(meter.measure(await self._peer.traffic(), self.reception.codec, states))
                publish(sampler.sample(self._peer.stats()))

    async def _collect_statistics(self) -> None:
        self._tell(inputs.StatisticsCollected(tuple(await self._peer.inbound_rtp())))
