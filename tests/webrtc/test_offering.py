"""What a peer connection offers, and one that cannot even be offered."""

import asyncio

import pytest
from aiortc import RTCPeerConnection

from viewer.media.pcm import PcmBuffer
from viewer.media.picture import PictureSlot
from viewer.media.receive.reception import Reception
from viewer.protocol.api import ClientConfig
from viewer.protocol.sdp import EVERY_REPAIR, sound_repair
from viewer.webrtc.peer import Peer


async def test_all_repair_is_offered_and_candidates_that_cannot_be_gathered_are_told_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def fail(*_: object) -> None:
        raise OSError("Too many open files")

    monkeypatch.setattr(RTCPeerConnection, "setLocalDescription", fail)
    failure: asyncio.Future[BaseException] = asyncio.get_running_loop().create_future()
    reception = Reception(PictureSlot(), PcmBuffer(channels=2, capacity=100), lambda: None)
    peer = Peer(lambda _: None, reception, None, failure.set_result)
    try:
        offered = await peer.offer(ClientConfig(), "auto")
        assert sound_repair(offered) == EVERY_REPAIR
        async with asyncio.timeout(20):
            assert "Too many open files" in str(await failure)
    finally:
        await peer.close()
