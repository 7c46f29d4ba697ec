"""Datagrams as they come out of the ICE agent's sockets, encrypted by a real SRTP session."""

from aioice import Connection
from aiortc import RTCCertificate, RTCDtlsTransport, RTCIceGatherer, RTCIceTransport
from aiortc.rtcdtlstransport import State
from aiortc.rtp import AnyRtcpPacket, RtcpByePacket, RtpPacket
from pylibsrtp import Policy, Session

from viewer.media.receive.losses import Losses
from viewer.webrtc.media_path import MediaPath

KEY = bytes(range(30))
DTLS = bytes([22, 254, 253, 0])


class Receiver:
    """Keeps what the transport hands it."""

    def __init__(self) -> None:
        self.numbers: list[int] = []

    def _handle_disconnect(self) -> None:
        self.numbers.clear()

    async def _handle_rtcp_packet(self, packet: AnyRtcpPacket) -> None:
        raise AssertionError(packet)

    async def _handle_rtp_packet(self, packet: RtpPacket, arrival_time_ms: int) -> None:
        if packet.payload == b"unusable":
            raise ValueError
        self.numbers.append(packet.sequence_number)


class Wire:
    """The path of one agent, and the engine's end of its encryption."""

    def __init__(self) -> None:
        gatherer = RTCIceGatherer(iceServers=[])
        self.agent: Connection = gatherer._connection
        certificate = RTCCertificate.generateCertificate()
        self.transport = RTCDtlsTransport(RTCIceTransport(gatherer), [certificate])
        self.receiver = Receiver()
        self.transport._rtp_router.register_receiver(self.receiver, [7], [96])
        self.path = MediaPath(self.agent, self.transport)
        self.engine = Session(Policy(key=KEY, ssrc_type=Policy.SSRC_ANY_OUTBOUND))

    def connect(self) -> None:
        self.transport._rx_srtp = Session(Policy(key=KEY, ssrc_type=Policy.SSRC_ANY_INBOUND))
        self.transport._state = State.CONNECTED

    def media(self, number: int, payload: bytes = b"picture") -> bytes:
        return self.engine.protect(RtpPacket(96, 0, number, 0, 7, payload).serialize())

    def waiting(self) -> list[bytes]:
        queue = self.agent._queue
        return [item[0] for item in (queue.get_nowait() for _ in range(queue.qsize())) if item]


async def test_media_reaches_its_receiver_where_it_arrives_and_is_counted() -> None:
    wire = Wire()
    wire.connect()
    packets = [wire.media(number) for number in (1, 2)]
    for packet in packets:
        wire.agent.data_received(packet, 1)
    assert wire.receiver.numbers == [1, 2]
    assert wire.waiting() == []
    counted = wire.transport._get_stats()[wire.transport._stats_id]
    assert (counted.packetsReceived, counted.bytesReceived) == (2, sum(map(len, packets)))


async def test_everything_else_goes_the_old_way() -> None:
    wire = Wire()
    early = wire.media(1)
    wire.agent.data_received(early, 1)
    wire.connect()
    reports = wire.engine.protect_rtcp(bytes(RtcpByePacket([7])))
    for other in (DTLS, reports, b"", b"\x80"):
        wire.agent.data_received(other, 1)
    wire.transport._state = State.CLOSED
    late = wire.media(2)
    wire.agent.data_received(late, 1)
    assert wire.waiting() == [early, DTLS, reports, b"", late]
    assert wire.receiver.numbers == []


async def test_what_the_engine_did_not_send_is_dropped() -> None:
    wire = Wire()
    wire.connect()
    packet = wire.media(1)
    forged = packet[:-1] + bytes([packet[-1] ^ 1])
    for datagram in (forged, packet, packet, b"\x80", bytes([128, 96]) * 40):
        wire.agent.data_received(datagram, 1)
    assert wire.receiver.numbers == [1]
    assert wire.waiting() == []


async def test_what_is_lost_on_purpose_never_arrived_and_everything_else_did() -> None:
    wire = Wire()
    wire.connect()
    wire.path.losses = losses = Losses()
    losses.percent = 100
    wire.agent.data_received(wire.media(1), 1)
    reports = wire.engine.protect_rtcp(bytes(RtcpByePacket([7])))
    wire.agent.data_received(reports, 1)
    assert wire.receiver.numbers == []
    assert wire.waiting() == [reports]
    counted = wire.transport._get_stats()[wire.transport._stats_id]
    assert (counted.packetsReceived, counted.bytesReceived) == (0, 0)
    losses.percent = 0
    wire.agent.data_received(wire.media(2), 1)
    assert wire.receiver.numbers == [2]
