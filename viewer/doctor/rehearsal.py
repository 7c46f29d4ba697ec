"""A short real session, step by step: the WebSocket, the connection, the picture, the sound."""

import asyncio
import ssl
from collections.abc import Callable
from contextlib import suppress
from typing import Final

import websockets

from viewer.doctor.finding import NotTried, Verdict
from viewer.errors import ContentError, SignallingLost, UsageError, ViewerError
from viewer.media.pcm import SAMPLE_RATE, PcmBuffer, Samples, rms
from viewer.media.picture import PictureSlot
from viewer.protocol import commands, events, signalling
from viewer.protocol.api import BrokerSession
from viewer.session.broker import way_to_engine
from viewer.session.goodbye import PARTING_SECONDS
from viewer.session.proxy import proxy_for, websocket_problem
from viewer.session.session import Session
from viewer.session.tls import tls_of
from viewer.tasks import BackgroundTasks

OPEN_SECONDS: Final = 12.0
# A persona that greets has begun by then.
HEAR_SECONDS: Final = 6.0
# Louder than this (-66 dBFS) is a voice.
_AUDIBLE_RMS: Final = 0.0005
_ATTEMPT_SECONDS: Final = 5.0
_ROUTE_SECONDS: Final = 1.0
# Over this, whatever the session waits for is left behind.
_END_SECONDS: Final = 3.0
_CLOSED: Final = (
    "Let WebSockets to the avatar engine through firewall and proxy; if they are, the engine is down."
)


class Rehearsal:
    """Runs a granted session until :meth:`end`. Its methods may be awaited in any order, side by side."""

    def __init__(self, request: commands.Connect, granted: BrokerSession) -> None:
        self._request = request
        self._granted = granted
        self._route: events.RouteChosen | None = None
        self._pictures = PictureSlot()
        self._ear = _Ear(self._tell)
        self._reached: dict[events.Milestone, float] = {}
        self._closed: events.SessionClosed | None = None
        self._news = asyncio.Event()
        self._tasks = BackgroundTasks("rehearsal")
        silence = PcmBuffer(channels=1, capacity=SAMPLE_RATE // 10)
        self._session = Session(request, self._take, self._pictures, self._ear, silence)
        self._session.use(granted)
        self._life = self._tasks.spawn("session", self._session.run())

    async def end(self) -> None:
        """Say goodbye and release everything, within a second. May be called twice."""
        self._session.close()
        await asyncio.wait([self._life], timeout=_END_SECONDS)
        await self._session.part(PARTING_SECONDS)

    async def signalling(self) -> Verdict:
        """Whether the WebSocket opens.

        Raises:
            SignallingLost: it does not; the sentence says why.
        """
        try:
            async with asyncio.timeout(OPEN_SECONDS):
                await self._until("signalling")
        except (TimeoutError, SignallingLost):
            raise await _why_shut(self._request, self._granted) from None
        way = way_to_engine(self._request, self._granted)
        return Verdict(f"{_without_query(way.signalling_url)} opens")

    async def connection(self) -> Verdict:
        """Whether ICE and DTLS come up.

        Raises:
            ViewerError: they do not, or the service ended the session.
        """
        await self._until("ice")
        with suppress(TimeoutError):
            async with asyncio.timeout(_ROUTE_SECONDS):
                while not self._route:
                    await self._something_new()
        return Verdict(
            f"ICE and DTLS came up {self._reached['ice']:.0f} ms after the session began{_via(self._route)}"
        )

    async def picture(self) -> Verdict:
        """Whether a picture comes.

        Raises:
            ViewerError: none does.
        """
        await self._until("first_frame")
        size = ""
        if picture := self._pictures.take():
            size = f"{picture.width}×{picture.height}, "
        return Verdict(f"{size}the first {self._reached['first_frame']:.0f} ms after the session began")

    async def sound(self) -> Verdict:
        """Whether sound comes, and is more than silence.

        Raises:
            ContentError: none comes.
        """
        with suppress(TimeoutError, ViewerError, NotTried):
            async with asyncio.timeout(HEAR_SECONDS):
                while not self._ear.audible:
                    await self._something_new()
        if not self._ear.frames:
            raise ContentError("No sound comes from the avatar engine.")
        if not self._ear.audible:
            return Verdict(
                "Sound comes, but it is silence.",
                "Nothing is wrong if this persona does not greet; else try another one.",
            )
        return Verdict("The persona is heard")

    def _take(self, event: events.Event) -> None:
        match event:
            case events.MilestoneReached(milestone, milliseconds):
                self._reached[milestone] = milliseconds
            case events.RouteChosen():
                self._route = event
            case events.SessionClosed():
                self._closed = event
            case _:
                return
        self._tell()

    def _tell(self) -> None:
        self._news.set()
        self._news = asyncio.Event()

    async def _until(self, milestone: events.Milestone) -> None:
        while milestone not in self._reached:
            await self._something_new()

    async def _something_new(self) -> None:
        """Wait for the next step.

        Raises:
            ViewerError, NotTried: there will be none.
        """
        if self._closed:
            raise self._closed.error or NotTried("The session ended.")
        await self._news.wait()


class _Ear(PcmBuffer):
    """A loudspeaker's buffer that nobody reads; it notes whether anything is to be heard."""

    def __init__(self, on_audible: Callable[[], None]) -> None:
        super().__init__(channels=2, capacity=SAMPLE_RATE)
        self.frames = 0
        self.audible = False
        self._on_audible = on_audible

    def write(self, frames: Samples) -> None:
        """Append ``frames``, shape (n, 2). Never waits."""
        super().write(frames)
        self.frames += len(frames)
        if not self.audible and rms(frames) > _AUDIBLE_RMS:
            self.audible = True
            self._on_audible()


async def _why_shut(request: commands.Connect, granted: BrokerSession) -> SignallingLost:
    """What one more attempt to open the WebSocket says. If it opens, it is used to say goodbye."""
    url = way_to_engine(request, granted).signalling_url
    where = _without_query(url)
    goodbye = signalling.Signal(signalling.END_SESSION, granted.session_id, {})
    through: str | None = None
    try:
        through = await proxy_for(url, request.proxy)
        async with websockets.connect(
            url, proxy=through, ssl=tls_of(url), open_timeout=_ATTEMPT_SECONDS
        ) as socket:
            await socket.send(signalling.encode(goodbye))
    except websockets.InvalidStatus as error:
        return SignallingLost(
            f"{where} is no WebSocket: it answers HTTP {error.response.status_code}.",
            hint="The engine's address or path is wrong: ask the avatar service's operator.",
        )
    except UsageError as error:
        return SignallingLost(error.message, hint=error.hint)
    except (OSError, websockets.WebSocketException) as error:
        if problem := websocket_problem(error, through):
            return SignallingLost(problem.message, hint=problem.hint)
        return _unopened(where, error)
    return SignallingLost(f"{where} opens only now and then.", hint="Try again on a steadier network.")


def _unopened(where: str, error: OSError | websockets.WebSocketException) -> SignallingLost:
    match error:
        case ssl.SSLCertVerificationError(verify_message=fault):
            return SignallingLost(
                f"The certificate of {where} is not trusted: {fault}.",
                hint="Check this computer's clock; name your network's own certificate in SSL_CERT_FILE.",
            )
        case TimeoutError():
            return SignallingLost(f"{where} does not answer.", hint=_CLOSED)
        case ConnectionRefusedError():
            return SignallingLost(f"Nobody listens at {where}.", hint=_CLOSED)
    words = getattr(error, "strerror", None) or str(error)
    return SignallingLost(f"{where} cannot be reached: {words.rstrip('.')}.", hint=_CLOSED)


def _via(route: events.RouteChosen | None) -> str:
    if route is None:
        return ""
    return f", through {route.relay}" if route.relay else f", {route.local} to {route.remote}"


def _without_query(url: str) -> str:
    return url.partition("?")[0]
