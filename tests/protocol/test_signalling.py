"""The signalling codec, on what browsers and libwebrtc wrote."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.protocol import signalling
from viewer.protocol.codec import MalformedMessage
from viewer.protocol.commands import Quality
from viewer.protocol.sdp import (
    TRANSPORT_WIDE_CC_URI,
    agrees_to_transport_feedback,
    local_candidates,
    split_candidates,
    video_codec,
    with_bitrate_hints,
    with_transport_feedback,
)
from viewer.protocol.signalling import IceCandidate, Signal

LIBWEBRTC_CANDIDATE = {
    "candidate": "candidate:1508059541 1 udp 2113937151 192.0.2.2 46953 typ host generation 0 ufrag vIwe",
    "sdpMid": "0",
    "sdpMLineIndex": 0,
    "usernameFragment": "vIwe",
}
OFFER = (
    "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0 1\r\n"
    "m=video 9 UDP/TLS/RTP/SAVPF 97 98\r\na=mid:0\r\na=ice-ufrag:abcd\r\n"
    "a=rtpmap:97 VP8/90000\r\na=rtpmap:98 rtx/90000\r\na=candidate:1 1 udp 1 192.0.2.2 5 typ host\r\n"
    "m=audio 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:1\r\na=ice-ufrag:abcd\r\n"
    "a=rtpmap:96 opus/48000/2\r\na=candidate:1 1 udp 1 192.0.2.2 5 typ host\r\n"
)


@given(
    st.builds(
        Signal,
        st.sampled_from(["offer", "answer", "heartbeat", "x"]),
        st.text(),
        st.dictionaries(st.text(), st.integers() | st.text() | st.none()),
    )
)
def test_what_is_encoded_decodes_to_itself(signal: Signal) -> None:
    assert signalling.decode(signalling.encode(signal)) == signal


@given(st.text() | st.binary())
def test_noise_is_malformed_or_a_signal_but_never_another_error(noise: str | bytes) -> None:
    try:
        assert isinstance(signalling.decode(noise), Signal)
    except MalformedMessage as error:
        assert str(error)  # noqa: PT017


@pytest.mark.parametrize(
    "written",
    [
        '{"actionType": "Answer", "sessionId": null, "payload": {}}',
        '\ufeff{"actionType": "answer", "payload": {}}',
    ],
)
def test_a_signal_needs_no_session_id(written: str) -> None:
    assert signalling.decode(written) == Signal("answer", "", {})
    assert signalling.decode(written.encode()) == Signal("answer", "", {})


def test_a_candidate_of_libwebrtc_loses_its_prefix_and_gets_it_back() -> None:
    candidate = signalling.parse_ice_candidate(LIBWEBRTC_CANDIDATE)
    assert candidate is not None
    assert candidate.candidate.startswith("1508059541 1 udp")
    assert signalling.ice_candidate("s", candidate).payload == LIBWEBRTC_CANDIDATE


def test_an_empty_candidate_is_the_end_of_candidates() -> None:
    assert signalling.parse_ice_candidate({"candidate": "", "sdpMid": "0"}) is None


@pytest.mark.parametrize(
    "payload",
    [
        None,
        "x",
        [],
        {},
        {"candidate": None},
        {"candidate": "1 1 udp"},
        {"candidate": "1", "sdpMLineIndex": -1},
    ],
)
def test_a_candidate_that_belongs_nowhere_is_malformed(payload: Any) -> None:
    with pytest.raises(MalformedMessage):
        signalling.parse_ice_candidate(payload)


def test_an_offers_sdp_is_found_where_browsers_put_it() -> None:
    signal = signalling.decode(signalling.encode(signalling.offer("s1", "v=0")))
    assert signalling.parse_offer(signal.payload) == "v=0"
    with pytest.raises(MalformedMessage):
        signalling.parse_offer({"sdp": "v=0"})


def test_a_malformed_message_is_never_quoted() -> None:
    with pytest.raises(MalformedMessage) as malformed:
        signalling.parse_answer({"type": "answer", "sdp": {"secret": "hush"}})
    assert "hush" not in str(malformed.value)


def test_the_first_video_codec_of_a_description_is_named() -> None:
    assert video_codec(OFFER) == "VP8"
    assert video_codec("v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 96\r\n") is None


def test_every_video_codec_is_offered_with_bitrate_hints() -> None:
    h264 = "a=rtpmap:99 H264/90000\r\na=fmtp:99 packetization-mode=1\r\n"
    lines = with_bitrate_hints(OFFER.replace("a=rtpmap:98", h264 + "a=rtpmap:98"), "auto").split("\r\n")
    formats = dict(line.removeprefix("a=fmtp:").split(" ", 1) for line in lines if line.startswith("a=fmtp:"))
    assert list(formats) == ["97", "99"]
    assert formats["97"].startswith("x-google-start-bitrate=")
    assert formats["99"].startswith("packetization-mode=1;x-google-start-bitrate=")
    assert lines[lines.index("a=rtpmap:97 VP8/90000") + 1].startswith("a=fmtp:97 ")


def test_the_user_decides_how_much_is_asked_for() -> None:
    asked: dict[Quality, dict[str, int]] = {
        "saver": {"start": 400, "max": 600},
        "auto": {"start": 1000, "max": 2500},
        "high": {"start": 3000, "min": 1500, "max": 8000},
    }
    for quality, wanted in asked.items():
        hints = re.findall(r"x-google-(\w+)-bitrate=(\d+)", with_bitrate_hints(OFFER, quality))
        assert {name: int(kilobits) for name, kilobits in hints} == wanted


FEEDBACK_OFFER = (
    "v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 96\r\na=extmap:1 urn:x\r\n"
    "m=video 9 UDP/TLS/RTP/SAVPF 97 98\r\na=extmap:1 urn:x\r\na=extmap:3 urn:y\r\n"
    "a=rtcp-fb:97 goog-remb\r\na=rtcp-fb:98 goog-remb\r\nm=application 9 x\r\n"
)


def test_transport_feedback_is_offered_for_the_video_only() -> None:
    offer = with_transport_feedback(FEEDBACK_OFFER)
    assert offer.count(TRANSPORT_WIDE_CC_URI) == 1
    audio, video = offer.split("m=video")
    assert TRANSPORT_WIDE_CC_URI not in audio
    assert "a=rtcp-fb:97 transport-cc\r\n" in video
    assert "a=rtcp-fb:98 transport-cc\r\n" in video
    assert video.endswith("m=application 9 x\r\n")
    assert agrees_to_transport_feedback(offer)
    assert with_transport_feedback("v=0\r\n") == "v=0\r\n"


@pytest.mark.parametrize("missing", [f"a=extmap:4 {TRANSPORT_WIDE_CC_URI}\r\n", " transport-cc", "m=video"])
def test_an_answer_that_lacks_half_of_it_does_not_agree(missing: str) -> None:
    assert not agrees_to_transport_feedback(with_transport_feedback(FEEDBACK_OFFER).replace(missing, ""))


def test_bundled_candidates_are_trickled_once() -> None:
    assert local_candidates(OFFER) == [
        IceCandidate("candidate:1 1 udp 1 192.0.2.2 5 typ host", "0", 0, "abcd")
    ]


def test_candidates_come_out_of_a_description_once_and_the_rest_of_it_stays() -> None:
    candidate = IceCandidate("candidate:1 1 udp 1 192.0.2.2 5 typ host", "0", 0, "abcd")
    without, candidates = split_candidates(OFFER)
    assert candidates == [candidate]
    assert "candidate" not in without
    assert split_candidates(without) == (without, [])
    assert split_candidates(f"{OFFER}a=end-of-candidates\r\n") == (without, [candidate, None])


def test_frames_are_the_json_that_the_protocol_shows() -> None:
    assert json.loads(signalling.encode(Signal("heartbeat", "s1"))) == {
        "actionType": "heartbeat",
        "sessionId": "s1",
        "payload": "",
    }
