"""What is read out of session descriptions (RFC 8866) as text."""

import re

from viewer.protocol.signalling import IceCandidate

_PAYLOAD_TYPE = re.compile(r"m=video \d+ \S+ (\d+)")
_VIDEO_RTPMAP = re.compile(r"^a=rtpmap:(\d+) (?:VP8|H264)/90000", re.MULTILINE)
# kbit/s
_BITRATE_HINTS = "x-google-start-bitrate=2000;x-google-min-bitrate=800;x-google-max-bitrate=4000"
_CANDIDATE = re.compile(r"^a=(candidate:[^\r\n]+)", re.MULTILINE)


def video_codec(sdp: str) -> str | None:
    """The name of the first codec of the video m-line, e.g. ``VP8``; None without one."""
    if (first := _PAYLOAD_TYPE.search(sdp)) is None:
        return None
    name = re.search(rf"^a=rtpmap:{first[1]} ([^/\s]+)/", sdp, re.MULTILINE)
    return name[1] if name else None


def with_bitrate_hints(sdp: str) -> str:
    """The offer ``sdp``, asking a libwebrtc sender for full size at once.

    Such a sender starts at 0.3 Mbit/s and follows the receiver's estimate, and aiortc's grows by 8 % a
    second; these format parameters of libwebrtc give it another start and floor. Others ignore them.
    """
    for payload_type in _VIDEO_RTPMAP.findall(sdp):
        fmtp = re.compile(rf"^a=fmtp:{payload_type} ([^\r\n]+)", re.MULTILINE)
        if fmtp.search(sdp):
            sdp = fmtp.sub(rf"a=fmtp:{payload_type} \1;{_BITRATE_HINTS}", sdp)
        else:
            rtpmap = re.compile(rf"^(a=rtpmap:{payload_type} [^\r\n]+)(\r?\n)", re.MULTILINE)
            sdp = rtpmap.sub(rf"\1\2a=fmtp:{payload_type} {_BITRATE_HINTS}\2", sdp)
    return sdp


def local_candidates(sdp: str) -> list[IceCandidate]:
    """The candidates in a session description, each with the first m-line it belongs to.

    Bundled m-lines share one transport and repeat its candidates (RFC 9143 section 7.3).
    """
    candidates: dict[str, IceCandidate] = {}
    for index, section in enumerate(re.split(r"^m=", sdp, flags=re.MULTILINE)[1:]):
        mid = _attribute(section, "mid")
        fragment = _attribute(section, "ice-ufrag")
        for line in _CANDIDATE.findall(section):
            candidates.setdefault(line, IceCandidate(line, mid, index, fragment))
    return list(candidates.values())


def _attribute(section: str, name: str) -> str | None:
    found = re.search(rf"^a={name}:(\S+)", section, re.MULTILINE)
    return found[1] if found else None
