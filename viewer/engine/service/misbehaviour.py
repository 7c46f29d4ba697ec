"""What the scenario personas do wrong once a session has begun."""

import asyncio
from typing import Final

from viewer.engine.cast.scenarios import Scenario
from viewer.engine.service.peer import Peer
from viewer.engine.service.signalling_socket import SignallingSocket
from viewer.protocol.signalling import IceCandidate

DROP_AFTER: Final = 4.0
_INTERNAL_ERROR: Final = 1011  # RFC 6455 section 7.4.1

# Nobody listens on the discard port, and a client elsewhere has itself at that address.
_UNREACHABLE: Final = IceCandidate("1 1 udp 2122252543 127.0.0.1 9 typ host", "0", 0)

_BAD_SIGNALS: Final = (
    "",
    "{",
    "[]",
    "null",
    '{"actionType": 5}',
    '{"actionType": "unheardof", "sessionId": "", "payload": {}}',
    '{"actionType": "icecandidate", "payload": {"candidate": "candidate:rubbish", "sdpMid": "0"}}',
    '{"actionType": "talkinputstreaminterrupted", "sessionId": "", "payload": {}}',
)
_BAD_MESSAGES: Final = (
    "",
    "{",
    "[]",
    '{"messageType": "unheardof", "data": {}}',
    '{"messageType": "speechText", "data": []}',
    '{"messageType": "toolCallStarted", "data": {}}',
)
_BAD_EVERY: Final = 1.0


async def candidates(scenario: Scenario, peer: Peer) -> list[IceCandidate]:
    """``peer``'s own candidates, or in their place one that leads nowhere."""
    return await peer.gather() if scenario.is_reachable else [_UNREACHABLE]


async def of_a_socket(scenario: Scenario, socket: SignallingSocket) -> None:
    """What goes wrong with a socket that has just opened."""
    if socket.opened <= scenario.drops:
        await asyncio.sleep(DROP_AFTER)
        await socket.drop(_INTERNAL_ERROR)


async def of_messages(scenario: Scenario, socket: SignallingSocket, peer: Peer) -> None:
    """What goes wrong with messages from the time on that ``peer`` is connected."""
    while scenario.sends_garbage:
        for text in _BAD_SIGNALS:
            socket.send_text(text)
        for text in _BAD_MESSAGES:
            peer.send_text(text)
        await asyncio.sleep(_BAD_EVERY)
