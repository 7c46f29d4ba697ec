"""What comes over a peer connection's data channel."""

import pytest

from viewer.media.pcm import PcmBuffer
from viewer.media.picture import PictureSlot
from viewer.media.receive.reception import Reception
from viewer.media.receive.sound import ReceivedSound
from viewer.protocol import inputs
from viewer.webrtc.peer import Peer


async def test_a_message_is_told_with_when_the_sound_that_came_with_it_is_heard(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ReceivedSound, "due_in", lambda _self, _now: 0.12)
    told: list[inputs.Input] = []
    reception = Reception(PictureSlot(), PcmBuffer(channels=2, capacity=100), lambda: None)
    peer = Peer(told.append, reception, None)
    peer._channel.emit("message", "words")
    await peer.close()
    assert told[0] == inputs.DataReceived("words", 0.12)
