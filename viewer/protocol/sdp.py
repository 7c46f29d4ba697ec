"""What is read out of session descriptions (RFC 8866) as text, and written into them."""

import re
from dataclasses import dataclass
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

# As in browsers' offers, and so known to engines.
_RED: Final = 63
_LAST_TYPE: Final = 127
_MEDIA_LINE = re.compile(r"^(m=audio \d+ \S+) ([\d ]+)")
_OPUS = re.compile(r"^a=rtpmap:(\d{1,3}) opus/48000/2[^\S\n]*(\n|\Z)", re.MULTILINE | re.IGNORECASE)
_RED_MAP = re.compile(r"^a=rtpmap:(\d{1,3}) red/48000/2\s*$", re.MULTILINE | re.IGNORECASE)

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
    before, video, rest = _split(sdp, "video")
    if video is None:
        return sdp
    video = _REMB.sub(r"\g<0>a=rtcp-fb:\1 transport-cc\2", video)
    extension = rf"a=extmap:{TRANSPORT_WIDE_CC_ID} {TRANSPORT_WIDE_CC_URI}"
    return before + _EXTENSION.sub(rf"\g<0>{extension}\1", video, count=1) + rest


def agrees_to_transport_feedback(sdp: str) -> bool:
    """Whether the answer ``sdp`` takes what :func:`with_transport_feedback` offered."""
    _, video, _ = _split(sdp, "video")
    numbered = rf"^a=extmap:{TRANSPORT_WIDE_CC_ID}(/\S+)? {re.escape(TRANSPORT_WIDE_CC_URI)}"
    return (
        video is not None
        and re.search(numbered, video, re.MULTILINE) is not None
        and re.search(r"^a=rtcp-fb:\S+ transport-cc", video, re.MULTILINE) is not None
    )


@dataclass(frozen=True, slots=True)
class SoundRepair:
    """How a description makes up for lost sound. ``red`` is the payload type of packets that repeat earlier
    ones (RFC 2198), ``preferred`` that it comes before Opus alone; ``nack``: what is asked for is sent again.
    """

    red: int | None = None
    preferred: bool = False
    nack: bool = False


EVERY_REPAIR: Final = SoundRepair(_RED, preferred=True, nack=True)


def sound_repair(sdp: str) -> SoundRepair:
    """What ``sdp`` says of its first sound."""
    _, sound, _ = _split(sdp, "audio")
    if sound is None or (opus := _OPUS.search(sound)) is None or (line := _MEDIA_LINE.match(sound)) is None:
        return SoundRepair()
    nack = re.search(rf"^a=rtcp-fb:(?:{opus[1]}|\*) nack\s*$", sound, re.MULTILINE) is not None
    types = line[2].split()
    red = _RED_MAP.search(sound)
    repeats_opus = red and re.search(rf"^a=fmtp:{red[1]} {opus[1]}(?:/{opus[1]})+\s*$", sound, re.MULTILINE)
    if red is None or not repeats_opus or not {red[1], opus[1]} <= {*types} or int(red[1]) > _LAST_TYPE:
        return SoundRepair(nack=nack)
    return SoundRepair(int(red[1]), types.index(red[1]) < types.index(opus[1]), nack)


def with_sound_repair(sdp: str, wanted: SoundRepair = EVERY_REPAIR) -> str:
    """The description ``sdp`` with what is ``wanted`` for its first sound; by itself, everything.

    Who knows neither ignores both. Chromium 156 repeats where that stands first (seen).
    """
    before, sound, rest = _split(sdp, "audio")
    if sound is None or (opus := _OPUS.search(sound)) is None:
        return sdp
    lines = f"a=rtcp-fb:{opus[1]} nack\r\n" if wanted.nack else ""
    if wanted.red is not None and str(wanted.red) != opus[1]:
        lines += f"a=rtpmap:{wanted.red} red/48000/2\r\na=fmtp:{wanted.red} {opus[1]}/{opus[1]}\r\n"
        order = (wanted.red, opus[1]) if wanted.preferred else (opus[1], wanted.red)
        types = " ".join(map(str, order))
        sound = re.sub(rf"^(m=audio \d+ \S+.*?) {opus[1]}(?=\s)", rf"\1 {types}", sound, count=1)
    return before + _OPUS.sub(lambda found: f"{found[0].rstrip()}\r\n{lines}", sound, count=1) + rest


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


def _split(sdp: str, kind: str) -> tuple[str, str | None, str]:
    """What comes before the first section of ``kind``, that section, and what comes after it."""
    begin = re.search(rf"^m={kind} ", sdp, re.MULTILINE)
    if begin is None:
        return sdp, None, ""
    end = re.compile(r"^m=", re.MULTILINE).search(sdp, begin.end())
    stop = end.start() if end else len(sdp)
    return sdp[: begin.start()], sdp[begin.start() : stop], sdp[stop:]


def _attribute(section: str, name: str) -> str | None:
    found = re.search(rf"^a={name}:(\S+)", section, re.MULTILINE)
    return found[1] if found else None
