"""What is read out of session descriptions (RFC 8866) as text."""

import re

from viewer.protocol.signalling import IceCandidate

_PAYLOAD_TYPE = re.compile(r"m=video \d+ \S+ (\d+)")
_CANDIDATE = re.compile(r"^a=(candidate:[^\r\n]+)", re.MULTILINE)


def video_codec(sdp: str) -> str | None:
    """The name of the first codec of the video m-line, e.g. ``VP8``; None without one."""
    if (first := _PAYLOAD_TYPE.search(sdp)) is None:
        return None
    name = re.search(rf"^a=rtpmap:{first[1]} ([^/\s]+)/", sdp, re.MULTILINE)
    return name[1] if name else None


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
