"""What this program relies on of aiortc 1.16.0 and aioice 0.13.0 that neither of them documents: all of it.

Each name is used by the modules beside it, whose first lines say what for, and what would make that
unnecessary. No other package uses any (ruff's SLF001), and a version that lacks one is found before the first
session.
"""

from typing import Final

from aioice import Connection
from aiortc import (
    RTCCertificate,
    RTCDtlsTransport,
    RTCIceGatherer,
    RTCIceTransport,
    RTCRtpReceiver,
    RTCRtpSender,
    RTCSctpTransport,
)

from viewer.errors import UsageError

RELIED_ON: Final[dict[type, dict[str, str]]] = {
    RTCRtpReceiver: {
        "_RTCRtpReceiver__codecs": "received_packets",
        "_RTCRtpReceiver__remote_bitrate_estimator": "received_packets",
        "_RTCRtpReceiver__remote_streams": "received_packets",
        "_RTCRtpReceiver__rtcp_ssrc": "received_packets",
        "_RTCRtpReceiver__rtx_ssrc": "received_packets",
        "_handle_rtcp_packet": "sender_reports",
        "_handle_rtp_packet": "received_packets",
        "_send_rtcp": "received_packets",
        "_send_rtcp_nack": "low_latency_audio, low_latency_video",
        "_send_rtcp_pli": "low_latency_video",
    },
    RTCRtpSender: {
        "_RTCRtpSender__encoder": "redundant_sound",
        "_handle_rtcp_packet": "bitrate",
        "_run_rtp": "redundant_sound",
        "_ssrc": "bitrate",
    },
    RTCDtlsTransport: {
        "_RTCDtlsTransport__rx_bytes": "media_path",
        "_RTCDtlsTransport__rx_packets": "media_path",
        "_handle_rtp_data": "media_path",
        "_rtp_header_extensions_map": "congestion",
        "_rtp_router": "low_latency_audio",
        "_rx_srtp": "media_path",
        "_send_rtp": "received_packets",
        "_state": "media_path",
    },
    RTCSctpTransport: {
        "_advertised_rwnd": "data_guard",
        "_data_channel_receive": "data_guard",
        "_receive_data_chunk": "data_guard",
    },
    RTCIceTransport: {
        "_RTCIceTransport__monitor_task": "ice_restart",
        "_connection": "ice_restart, release",
        "_monitor": "ice_restart",
        "_recv": "ice_restart",
        "_send": "ice_restart",
    },
    RTCIceGatherer: {
        "_connection": "peer, ice_restart",
        "_remote_candidates_end": "ice_restart",
    },
    RTCCertificate: {
        "_create_ssl_context": "warm_up",
    },
    Connection: {
        "_check_list": "ice.agent, ice.checks, release",
        "_check_list_done": "ice.checks",
        "_check_list_maybe_fail": "ice.checks",
        "_check_periodic": "ice.checks",
        "_closing": "ice.agent",
        "_early_checks": "release",
        "_local_candidates": "ice.agent",
        "_nominated": "ice.agent",
        "_pair_remote_candidate": "ice.agent",
        "_protocols": "ice.agent",
        "_queue": "ice_restart",
        "_transport_policy": "ice.agent",
        "data_received": "media_path",
        "sort_check_list": "ice.agent",
    },
}
"""Class → attribute of its instances → who uses it."""


def check_internals() -> None:
    """Look whether all of :data:`RELIED_ON` is there. Takes some milliseconds, and opens nothing.

    Raises:
        UsageError: something is missing: these are other versions of the libraries.
    """
    gatherer = RTCIceGatherer(iceServers=[])
    ice = RTCIceTransport(gatherer)
    certificate = RTCCertificate.generateCertificate()
    dtls = RTCDtlsTransport(ice, [certificate])
    things = (
        *(gatherer, ice, dtls, certificate, Connection(ice_controlling=True)),
        *(RTCRtpReceiver("video", dtls), RTCRtpSender("video", dtls), RTCSctpTransport(dtls, 5000)),
    )
    missing = [
        f"{type(thing).__name__}.{name}"
        for thing in things
        for name in RELIED_ON[type(thing)]
        if not hasattr(thing, name)
    ]
    if missing:
        raise UsageError(
            f"The installed aiortc or aioice does not fit: {', '.join(missing)} is missing.",
            hint="Install the right ones: pip install 'aiortc==1.16.0' 'aioice==0.13.0'.",
        )
