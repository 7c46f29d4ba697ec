"""The whole examination: which checks there are, in what order they are told, and which needs which."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from viewer.doctor import computer, datagrams, network_path, sound
from viewer.doctor.finding import Check, Finding, NotTried, Verdict, begin
from viewer.doctor.rehearsal import Rehearsal
from viewer.errors import UsageError
from viewer.protocol.api import BrokerSession, IceServer
from viewer.redaction import forget_secret, remember_secret
from viewer.session.broker import request_session
from viewer.session.requests import connect_with
from viewer.settings import ViewerSettings
from viewer.tasks import BackgroundTasks
from viewer.trust import check_tls_files

Row = asyncio.Task[Finding]

# A check may take this long. The broker may take 12 s an attempt and is asked three times at most; the
# session has limits of its own, and these are longer.
_LOCAL_SECONDS: Final = 10.0
# Qt's libraries are read from the disk for it, which takes long on a machine that has just been started.
_DISPLAY_SECONDS: Final = 30.0
_NETWORK_SECONDS: Final = 10.0
_BROKER_SECONDS: Final = 45.0
_STEP_SECONDS: Final = 25.0


class Examination:
    """Everything that is checked with ``settings``. Use once, in one event loop.

    Args:
        file: the settings file.
        problem: why that could not be read.
    """

    def __init__(self, settings: ViewerSettings, file: Path | None, problem: UsageError | None) -> None:
        self._settings = settings
        self._file = file
        self._problem = problem
        self._path = network_path.NetworkPath(settings.broker, settings.proxy)
        self._tasks = BackgroundTasks("doctor")
        self._granted: BrokerSession | None = None
        self._rehearsal: Rehearsal | None = None

    @asynccontextmanager
    async def findings(self) -> AsyncIterator[AsyncIterator[Finding]]:
        """All findings in the order of the report, each as soon as it and those before it are there.

        At the end, however it comes, the session says goodbye and nothing runs any more.
        """
        rows = self._all()
        try:
            yield rows
        finally:
            await rows.aclose()
            if self._rehearsal:
                await self._rehearsal.end()
            await self._tasks.cancel()
            if self._granted:
                for secret in self._granted.secrets:
                    forget_secret(secret)

    async def _all(self) -> AsyncGenerator[Finding, None]:
        local = self._this_computer()
        broker, network = self._broker()
        servers = self._tasks.spawn("ice-servers", self._ice_servers(broker))
        session = self._session(broker)
        for row in (*local, *network):
            yield await row
        for row in (*await servers, *session):
            yield await row

    def _this_computer(self) -> tuple[Row, ...]:
        settings = self._settings

        def settings_file() -> Verdict:
            check_tls_files()  # of the environment, and of no use to any line below
            return computer.settings_file(self._file, self._problem)

        async def proxy() -> Verdict:
            return computer.proxy(settings.proxy)

        microphone = self._begin(
            Check("microphone", lambda: asyncio.to_thread(sound.microphone, settings.mic), _LOCAL_SECONDS)
        )
        speaker = self._begin(
            Check("speaker", lambda: asyncio.to_thread(sound.speaker, settings.speaker), _LOCAL_SECONDS)
        )

        def echo() -> Awaitable[Verdict]:
            return asyncio.to_thread(sound.echo, settings.mic, settings.speaker)

        checks = (
            Check("versions", computer.versions, _LOCAL_SECONDS),
            Check("settings", lambda: asyncio.to_thread(settings_file), _LOCAL_SECONDS),
            Check("display", computer.display, _DISPLAY_SECONDS),
        )
        ear = self._begin(Check("echo", echo, _LOCAL_SECONDS, needs=(microphone, speaker)))
        more = (
            Check("udp", lambda: asyncio.to_thread(datagrams.udp, self._path.broker_host), _LOCAL_SECONDS),
            Check("proxy", proxy, _LOCAL_SECONDS),
        )
        return (*map(self._begin, checks), microphone, speaker, ear, *map(self._begin, more))

    def _broker(self) -> tuple[Row, tuple[Row, ...]]:
        """The check that asks for a session, and all on the way there, in order."""
        route = self._path
        dns = self._begin(Check("dns", lambda: network_path.dns(route), _NETWORK_SECONDS))
        tcp = self._begin(Check("tcp", lambda: network_path.tcp(route), _NETWORK_SECONDS, needs=(dns,)))
        tls = self._begin(Check("tls", lambda: network_path.tls(route), _NETWORK_SECONDS, needs=(tcp,)))
        broker = self._begin(Check("broker", self._ask, _BROKER_SECONDS, needs=(tcp,)))
        clock = self._begin(
            Check("clock", self._clock, _NETWORK_SECONDS, needs=(tcp,), awaits=(broker,)),
        )
        return broker, (dns, tcp, tls, broker, clock)

    async def _ask(self) -> Verdict:
        """Have a session granted and begin it, so that it is ended however the examination ends.

        Raises:
            BrokerError: none is granted.
        """
        if not self._settings.persona:
            raise NotTried("No persona is given: add --persona ID.")
        settings = self._settings
        granted = await request_session(settings.broker, settings.persona, proxy=settings.proxy)
        for secret in granted.secrets:
            remember_secret(secret)
        self._granted = granted
        request = connect_with(settings)
        self._rehearsal = Rehearsal(request, granted)
        region = f" in the region {granted.region}" if granted.region else ""
        return Verdict(f"It grants a session with “{self._settings.persona}”{region}.")

    async def _clock(self) -> Verdict:
        return await network_path.clock(self._path, self._granted.session_token if self._granted else None)

    async def _ice_servers(self, broker: Row) -> tuple[Row, ...]:
        """One check for each URL; which there are is known when the session is granted."""

        async def none_named() -> Verdict:
            raise NotTried("The engine names neither STUN nor TURN servers.")

        def check(server: IceServer, url: str) -> Check:
            seconds = _NETWORK_SECONDS
            return Check(
                "ice-server", lambda: datagrams.ice_server(server, url), seconds, needs=(broker,), target=url
            )

        await broker
        servers = self._granted.client_config.ice_servers if self._granted else ()
        checks = [check(server, url) for server in servers for url in server.urls]
        named_none = Check("ice-server", none_named, _NETWORK_SECONDS, needs=(broker,))
        return tuple(self._begin(one) for one in checks or [named_none])

    def _session(self, broker: Row) -> tuple[Row, ...]:
        """The steps of the session that runs since the broker granted it."""

        def step(name: str, look: Callable[[Rehearsal], Awaitable[Verdict]], after: Row) -> Row:
            def looked() -> Awaitable[Verdict]:
                assert self._rehearsal  # the broker's check did not fail
                return look(self._rehearsal)

            return self._begin(Check(name, looked, _STEP_SECONDS, needs=(after,)))

        websocket = step("websocket", Rehearsal.signalling, broker)
        connection = step("connection", Rehearsal.connection, websocket)
        picture = step("picture", Rehearsal.picture, connection)
        return websocket, connection, picture, step("sound", Rehearsal.sound, connection)

    def _begin(self, check: Check) -> Row:
        return begin(check, self._tasks)
