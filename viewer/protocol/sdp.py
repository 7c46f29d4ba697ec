"""What is read out of session descriptions (RFC 8866) as text, and written into them."""

import re
from typing import Final

from viewer.protocol.commands import Quality
from viewer.protocol.signalling import IceCandidate

_PAYLOAD_TYPE = re.compile(r"m=video \d+ \S+ (\d+)")
_VIDEO_RTPMAP = re.compile(r"^a=rtpmap:(\d+) (?:VP8|H264)/90000", re.MULTILINE)
_REMB = re.compile(r"^a=rtcp-fb:(\d+) goog-remb(\r?\n)", re.MULTILINE)
_EXTENSION = re.compile(r"^a=extmap:\d+ \S+(\r?\n)", re.MULTILINE)

# In kbit/s. A start of 1000 is enough for full size, and soon mended on a way that takes only 500. Under a
# floor a sender goes on through losses, so there is one only for those who ask for it.
_BITRATE_HINTS: Final[dict[Quality, str]] = {
    "auto": "x-google-start-bitrate=1000;x-google-max-bitrate=2500",
    "high": "x-google-start-bitrate=3000;x-google-min-bitrate=1500;x-google-max-bitrate=8000",
    "saver": "x-google-start-bitrate=400;x-google-max-bitrate=600",
}

TRANSPORT_WIDE_CC_URI: Final = "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01"
TRANSPORT_WIDE_CC_ID: Final = 4
_CANDIDATE = re.compile(r"^a=(candidate:[^\r\n]+)", re.MULTILINE)

_END_OF_CANDIDATES = re.compile(r"^a=end-of-candidates\b", re.MULTILINE)
_CANDIDATE_LINES = re.compile(r"^a=(?:candidate:|end-of-candidates)[^\n]*\n?", re.MULTILINE)


def video_codec(sdp: str) -> str | None:
    """The name of the first codec of the video m-line, e.g. ``VP8``; None without one."""
    if (first := _PAYLOAD_TYPE.search(sdp)) is None:
        return None
    name = re.search(rf"^a=rtpmap:{first[1]} ([\w.+-]{{1,40}})/", sdp, re.MULTILINE | re.ASCII)
    return name[1] if name else None


def with_bitrate_hints(sdp: str, quality: Quality) -> str:
    """The offer ``sdp``, asking a libwebrtc sender for full size at once, or for little.

    Such a sender starts at 0.3 Mbit/s; these format parameters of libwebrtc give it another start, floor and
    ceiling. Others ignore them.
    """
    hints = _BITRATE_HINTS[quality]
    for payload_type in dict.fromkeys(_VIDEO_RTPMAP.findall(sdp)):
        fmtp = re.compile(rf"^a=fmtp:{payload_type} ([^\r\n]+)", re.MULTILINE)
        if fmtp.search(sdp):
            sdp = fmtp.sub(rf"a=fmtp:{payload_type} \1;{hints}", sdp)
        else:
            rtpmap = re.compile(rf"^(a=rtpmap:{payload_type} [^\r\n]+)(\r?\n)", re.MULTILINE)
            sdp = rtpmap.sub(rf"\1\2a=fmtp:{payload_type} {hints}\2", sdp)
    return sdp


def with_transport_feedback(sdp: str) -> str:
    """The offer ``sdp``, offering congestion feedback for the video by the transport's packet numbers."""
    before, video, rest = _split_video(sdp)
    if video is None:
        return sdp
    video = _REMB.sub(r"\g<0>a=rtcp-fb:\1 transport-cc\2", video)
    extension = rf"a=extmap:{TRANSPORT_WIDE_CC_ID} {TRANSPORT_WIDE_CC_URI}"
    return before + _EXTENSION.sub(rf"\g<0>{extension}\1", video, count=1) + rest


def agrees_to_transport_feedback(sdp: str) -> bool:
    """Whether the answer ``sdp`` takes what :func:`with_transport_feedback` offered."""
    _, video, _ = _split_video(sdp)
    numbered = rf"^a=extmap:{TRANSPORT_WIDE_CC_ID}(/\S+)? {re.escape(TRANSPORT_WIDE_CC_URI)}"
    return (
        video is not None
        and re.search(numbered, video, re.MULTILINE) is not None
        and re.search(r"^a=rtcp-fb:\S+ transport-cc", video, re.MULTILINE) is not None
    )


def _split_video(sdp: str) -> tuple[str, str | None, str]:
    """What comes before the first video section, that section, and what comes after it."""
    begin = re.search(r"^m=video ", sdp, re.MULTILINE)
    if begin is None:
        return sdp, None, ""
    end = re.compile(r"^m=", re.MULTILINE).search(sdp, begin.end())
    stop = end.start() if end else len(sdp)
    return sdp[: begin.start()], sdp[begin.start() : stop], sdp[stop:]


def local_candidates(sdp: str) -> list[IceCandidate]:
    """The candidates in a session description, each with the first m-line it belongs to.

    Bundled m-lines share one transport and repeat its candidates (RFC 9143 section 7.3).
    """
    candidates: dict[str, IceCandidate] = {}
    for index, section in enumerate(re.split(r"^(?=m=)", sdp, flags=re.MULTILINE)[1:]):
        mid = _attribute(section, "mid")
        fragment = _attribute(section, "ice-ufrag")
        for line in _CANDIDATE.findall(section):
            candidates.setdefault(line, IceCandidate(line, mid, index, fragment))
    return list(candidates.values())


def split_candidates(sdp: str) -> tuple[str, list[IceCandidate | None]]:
    """``sdp`` without candidates, and what they were, None being the end of them (RFC 8839 section 5.1,
    RFC 8840 section 8.2).
    """
    candidates: list[IceCandidate | None] = [*local_candidates(sdp)]
    if _END_OF_CANDIDATES.search(sdp):
        candidates.append(None)
    return _CANDIDATE_LINES.sub("", sdp), candidates


def _attribute(section: str, name: str) -> str | None:
    found = re.search(rf"^a={name}:(\S+)", section, re.MULTILINE)
    return found[1] if found else None
