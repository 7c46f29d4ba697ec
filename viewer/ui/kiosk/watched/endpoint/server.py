"""Answers on a port of this computer, on a thread of its own: so it can also tell that the window hangs.

The extras' servers (FastAPI on uvicorn) are no part of the viewer, and a dozen pages need none.
"""

import asyncio
import contextlib
import logging
import threading
from http import HTTPStatus
from typing import Final

from viewer.ui.kiosk.watched.endpoint.http import MAX_HEAD, Refused, Response, read_head
from viewer.ui.kiosk.watched.endpoint.pages import Pages, refusal

_log = logging.getLogger(__name__)

HOST: Final = "127.0.0.1"
MAX_CLIENTS: Final = 16
ASKED_SECONDS: Final = 5.0
"""Within that time a request has to be there."""
TAKEN_SECONDS: Final = 10.0
"""Within that time its answer has to be taken."""


class Endpoint:
    """Serves ``pages`` from :meth:`start` to :meth:`stop`. A port that cannot be had is logged: the kiosk
    matters more.
    """

    def __init__(self, pages: Pages, port: int) -> None:
        self._pages = pages
        self._port = port
        self._clients = 0
        self._loop: asyncio.AbstractEventLoop | None = None
        self._over = asyncio.Event()
        self._is_wanted = True
        self._thread = threading.Thread(target=self._run, name="endpoint", daemon=True)

    def start(self) -> None:
        """Never waits."""
        self._thread.start()

    def stop(self) -> None:
        """End it. May be called twice."""
        self._is_wanted = False
        if self._loop:
            with contextlib.suppress(RuntimeError):  # it has ended by itself
                self._loop.call_soon_threadsafe(self._over.set)
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        with asyncio.Runner() as runner:
            runner.run(self._main())

    async def _main(self) -> None:
        self._loop = asyncio.get_running_loop()
        try:
            server = await asyncio.start_server(self.serve, HOST, self._port, limit=MAX_HEAD)
        except OSError as error:
            _log.warning("the kiosk cannot answer at port %d: %s", self._port, error.strerror)
            return
        async with server:
            if self._is_wanted:
                await self._over.wait()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One client, who may be slow, or not speak HTTP."""
        transport = writer.transport
        if self._clients >= MAX_CLIENTS:
            transport.abort()
            return
        self._clients += 1
        try:
            if response := await self._response(reader):
                transport.set_write_buffer_limits(high=0)  # so that “drained” means all of it
                writer.write(response.written())
                async with asyncio.timeout(TAKEN_SECONDS):
                    await writer.drain()
        except (OSError, TimeoutError):
            transport.abort()
        finally:
            self._clients -= 1
            writer.close()

    async def _response(self, reader: asyncio.StreamReader) -> Response | None:
        try:
            async with asyncio.timeout(ASKED_SECONDS):
                request = read_head(await reader.readuntil(b"\r\n\r\n"))
                await reader.readexactly(request.length)
        except asyncio.IncompleteReadError:
            return None
        except asyncio.LimitOverrunError:
            return refusal(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
        except Refused as error:
            return refusal(error.status)
        return await self._pages.answer(request)
