"""Restarts ICE under a connection whose DTLS, and all that runs over it, goes on.

aiortc 1.16.0 has no ICE restart: an offer with new ICE credentials changes nothing. Here its transport gets
another aioice connection, which takes over once it is connected; until then the old one carries on. ICE
restarts in aiortc's ``RTCPeerConnection.setRemoteDescription`` would make this file unnecessary.
"""

import asyncio
import logging
from typing import Any, Final

from aioice import Connection
from aiortc import RTCIceTransport, RTCPeerConnection
from aiortc.sdp import SessionDescription

from viewer.webrtc.release import release_agent

_log = logging.getLogger(__name__)

# The service's client begins another restart after 3 s, and gives up after three of them.
PATIENCE: Final = 15.0

_MONITOR: Final = "_RTCIceTransport__monitor_task"


class IceRestart:
    """One restart: :meth:`prepare` before the offer is applied, :meth:`finish` after the answer is made."""

    def __init__(self, connection: RTCPeerConnection) -> None:
        transports = {t.receiver.transport.transport for t in connection.getTransceivers()}
        # Every client of the service bundles its media.
        self._transport: RTCIceTransport = transports.pop()
        assert not transports
        self._old: Connection = self._transport._connection
        self._new = Connection(ice_controlling=self._old.ice_controlling)
        self._over = False

    async def prepare(self, offer: str) -> None:
        """Gather candidates anew, and take the client's credentials from ``offer``.

        Raises:
            ValueError: they are not there.
        """
        ice = SessionDescription.parse(offer).media[0].ice
        if ice is None or not ice.usernameFragment or not ice.password:
            raise ValueError("no ICE credentials")
        self._new.remote_username, self._new.remote_password = ice.usernameFragment, ice.password
        # DTLS waits at the old one's queue: what the new one receives comes in there.
        self._new._queue = self._old._queue
        await self._new.gather_candidates()
        self._put_in_place(self._new)

    async def finish(self) -> None:
        """Connect and take over from the old connection, which stays when that fails or takes too long."""
        try:
            async with asyncio.timeout(PATIENCE):
                await self._new.connect()
        except (ConnectionError, TimeoutError, asyncio.CancelledError) as error:
            _log.info("ICE did not start anew: %s", type(error).__name__)
            await self.abandon()
            if isinstance(error, asyncio.CancelledError):
                raise
            return
        self._over = True
        transport: Any = self._transport
        transport._recv, transport._send = self._new.recv, self._new.send
        getattr(transport, _MONITOR).cancel()
        # aiortc awaits it when the transport stops.
        setattr(transport, _MONITOR, asyncio.ensure_future(transport._monitor()))  # noqa: TID251
        await _close_quietly(self._old)

    async def abandon(self) -> None:
        """Go on with the old connection, unless the new one has taken over. May be called twice."""
        if self._over:
            return
        self._over = True
        self._put_in_place(self._old)
        await _close_quietly(self._new)

    def _put_in_place(self, connection: Connection) -> None:
        gatherer = self._transport.iceGatherer
        self._transport._connection = gatherer._connection = connection
        gatherer._remote_candidates_end = False


async def _close_quietly(connection: Connection) -> None:
    # Closing tells whoever waits at the queue that all is over.
    connection._queue = asyncio.Queue()
    await connection.close()
    release_agent(connection)
