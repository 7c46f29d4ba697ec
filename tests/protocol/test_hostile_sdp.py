"""Descriptions that nobody would write."""

import pytest

from viewer.protocol import sdp

LINE = "a=candidate:1 1 udp 1 192.0.2.1 9 typ host"


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_no_candidate_is_left_behind_however_the_last_line_ends(end: str) -> None:
    description, candidates = sdp.split_candidates(f"m=video 9 X 96\r\n{LINE}{end}")
    assert len(candidates) == 1
    assert "candidate" not in description


def test_a_candidate_in_the_middle_of_an_m_line_is_none() -> None:
    assert sdp.local_candidates(f"m={LINE}\r\n") == []


@pytest.mark.parametrize("name", ["<b>VP8</b>", "VP8\u202e", "V" * 41, "Ѵ"])
def test_a_codecs_name_is_a_token_or_nothing(name: str) -> None:
    assert sdp.video_codec(f"m=video 9 X 96\r\na=rtpmap:96 {name}/90000\r\n") is None


def test_hints_are_written_once_a_line_however_often_a_codec_is_named() -> None:
    many = "m=video 9 X 96\r\n" + "a=rtpmap:96 VP8/90000\r\n" * 2000
    assert sdp.with_bitrate_hints(many, "auto").count("x-google-start-bitrate") == 2000
