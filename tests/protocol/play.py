"""A session's state machine in a test's hands: what happens, and what it asks and tells for that."""

import json
from typing import Any

from viewer.protocol import actions, events, inputs, signalling
from viewer.protocol.actions import Finish, OpenSocket, Output, SendFrame
from viewer.protocol.api import ClientConfig
from viewer.protocol.client import ClientProtocol
from viewer.protocol.events import Phase
from viewer.protocol.signalling import Signal

DEFAULT = ClientConfig()
CANDIDATE = {"candidate": "candidate:1 1 udp 1 192.0.2.1 9 typ host", "sdpMid": "0", "sdpMLineIndex": 0}


class Play:
    """One session, ``s1``."""

    def __init__(self, config: ClientConfig = DEFAULT) -> None:
        self.protocol = ClientProtocol("s1", config)
        self.now = 0.0
        self.finished = False
        self._outputs: list[Output] = []

    def tell(self, happened: inputs.Input, now: float | None = None) -> None:
        """It happens ``now``, or when the last thing did."""
        self.now = self.now if now is None else now
        for output in self.protocol.receive(happened, self.now):
            assert not self.finished, "an output after the end"
            self.finished = isinstance(output, Finish)
            self._outputs.append(output)

    def receive(self, signal: Signal, now: float = 1.0) -> None:
        """The engine sends ``signal``."""
        self.tell(inputs.FrameReceived(signalling.encode(signal)), now)

    def outputs(self) -> list[Output]:
        """What was asked and told since this was last called."""
        outputs, self._outputs = self._outputs, []
        return outputs

    def sent(self) -> list[dict[str, Any]]:
        """The WebSocket messages among them."""
        return [json.loads(output.text) for output in self.outputs() if isinstance(output, SendFrame)]

    def ending(self) -> Finish:
        """The last of them, which is the end."""
        last = self.outputs()[-1]
        assert isinstance(last, Finish)
        return last


def started(config: ClientConfig = DEFAULT) -> Play:
    play = Play(config)
    play.tell(inputs.Started(), 0.0)
    assert play.outputs() == [events.PhaseChanged(Phase.SIGNALLING), OpenSocket()]
    return play


def offering(config: ClientConfig = DEFAULT) -> Play:
    play = started(config)
    play.tell(inputs.SocketOpened(), 0.1)
    assert play.outputs() == [
        events.MilestoneReached("signalling", 100.0),
        events.PhaseChanged(Phase.CONNECTING),
        actions.MakeOffer(),
    ]
    return play


def negotiating(config: ClientConfig = DEFAULT) -> Play:
    play = offering(config)
    play.tell(inputs.OfferMade("v=0 offer"))
    assert play.sent()[0]["actionType"] == "offer"
    return play


def live() -> Play:
    play = negotiating()
    play.receive(signalling.answer("s1", "v=0 answer"), 0.2)
    play.tell(inputs.PeerConnected(), 0.3)
    play.tell(inputs.FirstPictureReceived(), 0.4)
    play.outputs()
    return play
