"""What aiortc and aioice made is free as soon as it has closed.

aiortc 1.16.0 leaves the parts of a closed connection listening to each other, and aioice 0.13.0 keeps the
pairs that it checked: circles, by which packets, keys and sockets' buffers stay until Python's cyclic
collector runs. Undoing this in ``RTCPeerConnection.close`` and ``Connection.close`` would make this file
unnecessary.
"""

from aioice import Connection
from aiortc import RTCPeerConnection


def release(connection: RTCPeerConnection) -> None:
    """Undo what ties the parts of ``connection``, which has closed, to each other. May be called twice."""
    transports = {transceiver.receiver.transport for transceiver in connection.getTransceivers()}
    if (sctp := connection.sctp) is not None:
        transports.add(sctp.transport)
        sctp.remove_all_listeners()
    for transport in transports:
        transport.remove_all_listeners()
        release_agent(transport.transport._connection)


def release_agent(agent: Connection) -> None:
    """The same for an ICE ``agent`` alone."""
    for pair in agent._check_list:
        pair.task = None  # one that was cancelled keeps the place where it was, and so the pair
    agent._check_list.clear()
    agent._early_checks.clear()
