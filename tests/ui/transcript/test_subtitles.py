"""Subtitles: readable, timed by the words heard, and read by others as they were meant."""

import re
from itertools import pairwise
from pathlib import Path

import av
import pytest
from av.subtitles.subtitle import AssSubtitle
from hypothesis import example, given

from tests.ui.transcript import conversations
from tests.ui.transcript.conversations import persona, typed
from viewer.reading import width
from viewer.ui.transcript.cues import COLUMNS, balanced, cues
from viewer.ui.transcript.labels import Labels
from viewer.ui.transcript.line import Line
from viewer.ui.transcript.subtitles import srt, webvtt

STORY = (
    "Good day. I am Lena, and I would like to tell you a story that takes a while. It begins in a small town "
    "by the sea, where nobody ever hurries."
)


def shown(subtitles: str, suffix: str, folder: Path) -> list[tuple[float, float, str]]:
    """What FFmpeg makes of ``subtitles``: from when to when, in seconds, and what."""
    file = folder / f"subtitles.{suffix}"
    file.write_text(subtitles, "utf-8")
    found = []
    with av.open(file) as container:
        (stream,) = container.streams
        for packet in container.demux(stream):
            for subtitle in packet.decode():
                assert isinstance(subtitle, AssSubtitle)
                began, lasts = packet.pts or 0, packet.duration or 0
                words = subtitle.ass.decode().split(",", 8)[8].replace("\\N", "\n")
                unit = float(packet.time_base)
                found.append((began * unit, (began + lasts) * unit, words))
    return found


def test_a_short_line_is_one_cue_timed_by_its_words() -> None:
    (cue,) = cues([persona("Good day.", 2.0)])
    assert (cue.text, cue.began, cue.first) == ("Good day.", 2000, True)
    assert 2700 < cue.ended <= 3200


def test_a_long_line_is_cut_where_its_sentences_and_clauses_end() -> None:
    assert [cue.text for cue in cues([persona(STORY, 0.0)])] == [
        "Good day. I am Lena, and I would like",
        "to tell you a story that takes a while.",
        "It begins in a small town by the sea, where nobody ever hurries.",
    ]


def test_each_cue_begins_when_its_first_word_is_heard() -> None:
    first, second, *_ = cues([persona(STORY, 10.0)])
    assert (first.began, second.began) == (10_000, 10_000 + 9 * 400)


def test_nothing_is_lost_of_what_was_said_before_the_first_picture() -> None:
    assert [cue.began for cue in cues([persona("Good day.", -2.0), persona("Hello.", 1.0)])] == [0, 3000]


def test_a_pause_ends_a_cue() -> None:
    words = persona("Wait. Now.", 0.0, marks=((5, 100.0), (10, 105.0)), ended=105.5)
    assert [(cue.text, cue.began) for cue in cues([words])] == [("Wait.", 0), ("Now.", 5000)]


def test_who_cuts_in_ends_what_is_shown() -> None:
    first, second = cues([persona("I was about to say", 0.0, interrupted=True), typed("Stop", 1.0)])
    assert (first.ended, second.began) == (1000, 1000)


def test_what_was_typed_is_shown_as_long_as_it_takes_to_read() -> None:
    (cue,) = cues([typed("Please tell me a story about the sea, Lena.", 1.0)])
    assert (cue.began, cue.ended > 3000) == (1000, True)


def test_what_never_arrived_is_not_shown() -> None:
    assert cues([typed("Hello?", 1.0, lost=True)]) == []


@pytest.mark.parametrize("text", ["word " * 15, "語" * 40, "x" * 80])
def test_long_cues_stand_on_two_lines(text: str) -> None:
    first, second = balanced(text.strip()).split("\n")
    assert max(width(first), width(second)) <= COLUMNS + 5


@given(conversations.lines())
def test_cues_show_every_word_once_in_its_order_and_never_two_at_a_time(lines: list[Line]) -> None:
    made = cues(lines)
    for line in lines:
        parts = [cue for cue in made if cue.line is line]
        assert "".join("".join(cue.text.split()) for cue in parts) == "".join(line.text.split())
        assert [cue.first for cue in parts] == [True] + [False] * (len(parts) - 1)
    assert all(0 <= cue.began < cue.ended for cue in made)
    assert all(before.ended <= after.began for before, after in pairwise(made))
    assert all(cue.text == " ".join(cue.text.split()) and width(cue.text) <= 2 * COLUMNS for cue in made)


def test_subrip_is_numbered_named_and_on_two_lines() -> None:
    assert srt([persona(STORY, 3600.5)]).startswith(
        "1\n01:00:00,500 --> 01:00:04,100\nLena: Good day. I am\nLena, and I would like\n\n2\n"
    )


def test_what_looks_like_a_tag_is_shown_as_it_is(tmp_path: Path) -> None:
    text = r"{\an8}up <b>bold</b> <v Joe> 1 < 2 --> 3 &amp; {b}"
    for suffix, subtitles in (("srt", srt([typed(text, 1.0)])), ("vtt", webvtt([typed(text, 1.0)]))):
        ((_, _, words),) = shown(subtitles, suffix, tmp_path)
        assert _bare(words).removeprefix("You:") == _bare(text)


def test_webvtt_has_voices_and_a_note_of_what_is_missing() -> None:
    lines = [persona("Good day.", 1.0), typed("Hi <3 & --> you", 9.0)]
    assert webvtt(lines, Labels(you="Ich"), dropped=2) == (
        "WEBVTT\n\nNOTE\n2 earlier lines are not kept.\n\n"
        "00:00:01.000 --> 00:00:02.000\n<v Lena>Good day.\n\n"
        "00:00:09.000 --> 00:00:10.015\n<v Ich>Hi &lt;3 &amp; --&gt; you\n\n"
    )


@given(conversations.lines())
@example([typed("0" * 24 + "<<<<{{{", 0.0)])
def test_others_read_subrip_as_it_was_meant(
    tmp_path_factory: pytest.TempPathFactory, lines: list[Line]
) -> None:
    text = srt(lines)
    assert [block.count("\n") for block in text.split("\n\n")[:-1]] == [
        2 + ("\n" in balanced(f"{Labels().name(cue.line)}: {cue.text}" if cue.first else cue.text))
        for cue in cues(lines)
    ]
    read = shown(text, "srt", tmp_path_factory.mktemp("srt")) if lines else []
    meant = cues(lines)
    assert [(round(began * 1000), round(ended * 1000)) for began, ended, _ in read] == [
        (cue.began, cue.ended) for cue in meant
    ]
    for (_, _, words), cue in zip(read, meant, strict=True):
        assert _bare(words).endswith(_bare(cue.text))


@given(conversations.lines())
def test_others_read_webvtt_as_it_was_meant(
    tmp_path_factory: pytest.TempPathFactory, lines: list[Line]
) -> None:
    read = shown(webvtt(lines), "vtt", tmp_path_factory.mktemp("vtt")) if lines else []
    meant = cues(lines)
    assert [(round(began * 1000), round(ended * 1000)) for began, ended, _ in read] == [
        (cue.began, cue.ended) for cue in meant
    ]
    for (_, _, words), cue in zip(read, meant, strict=True):
        assert _bare(words) == _bare(cue.text)


def _bare(words: str) -> str:
    """Without white space, and without what FFmpeg and we put in where something looks like a tag."""
    return re.sub(r"[\s\u2060\\{}]", "", words)
