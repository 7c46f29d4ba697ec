"""What descriptions say of lost sound, and what is written into them."""

import pytest

from viewer.protocol.sdp import EVERY_REPAIR, SoundRepair, sound_repair, with_sound_repair

PLAIN = (
    "v=0\r\nm=video 9 UDP/TLS/RTP/SAVPF 97\r\na=rtpmap:97 VP8/90000\r\na=rtcp-fb:97 nack\r\n"
    "m=audio 9 UDP/TLS/RTP/SAVPF 96 0\r\na=mid:1\r\na=rtpmap:96 opus/48000/2\r\na=rtpmap:0 PCMU/8000\r\n"
    "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n"
)
# What Chromium 156 answered to RED before Opus and NACK.
CHROMIUM = (
    "v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 63 96\r\na=rtpmap:63 red/48000/2\r\na=fmtp:63 96/96\r\n"
    "a=rtpmap:96 opus/48000/2\r\na=fmtp:96 minptime=10;useinbandfec=1\r\n"
)


def test_an_offer_asks_for_everything_and_leaves_the_rest_as_it_was() -> None:
    offer = with_sound_repair(PLAIN)
    assert sound_repair(offer) == EVERY_REPAIR
    added = [line for line in offer.split("\r\n") if line not in PLAIN.split("\r\n")]
    assert added == [
        "m=audio 9 UDP/TLS/RTP/SAVPF 63 96 0",
        "a=rtcp-fb:96 nack",
        "a=rtpmap:63 red/48000/2",
        "a=fmtp:63 96/96",
    ]
    assert with_sound_repair("v=0\r\nm=video 9 X 96\r\n") == "v=0\r\nm=video 9 X 96\r\n"


def test_answers_are_read() -> None:
    assert sound_repair(PLAIN) == SoundRepair()
    assert sound_repair(CHROMIUM) == SoundRepair(63, preferred=True, nack=False)


@pytest.mark.parametrize(
    "wanted",
    [
        SoundRepair(),
        SoundRepair(111, preferred=False, nack=True),
        SoundRepair(63, preferred=True, nack=False),
    ],
)
def test_an_answer_agrees_to_what_was_offered_in_its_order(wanted: SoundRepair) -> None:
    assert sound_repair(with_sound_repair(PLAIN, wanted)) == wanted


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("63 96\r\n", "96\r\n"),  # a payload type that the m-line lacks
        ("a=fmtp:63 96/96\r\n", ""),
        ("a=fmtp:63 96/96", "a=fmtp:63 97/97"),
        ("a=fmtp:63 96/96", "a=fmtp:63 96"),
        ("red/48000/2", "red/8000"),
        ("opus/48000/2", "PCMU/8000"),
    ],
)
def test_redundancy_that_is_not_of_opus_is_none(old: str, new: str) -> None:
    assert sound_repair(CHROMIUM.replace(old, new)).red is None


def test_a_payload_type_that_no_packet_can_have_is_none() -> None:
    assert sound_repair(CHROMIUM.replace("63", "300")).red is None
