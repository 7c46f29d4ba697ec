"""What is said, as subtitles and chapters while it is being said."""

from itertools import pairwise

import pytest

from viewer.media.record.captions import Captions, Cue, Message, Role

NAMES: dict[Role, str] = {"persona": "Ada", "user": "Me"}


def message(
    content: str, *marks: tuple[int, float], ended: float | None = None, interrupted: bool = False
) -> Message:
    return Message("1", "persona", content, marks, ended=ended, interrupted=interrupted)


def test_a_sentence_is_a_cue_from_its_first_word_until_the_next_one_begins() -> None:
    captions = Captions(NAMES)
    text = "It is a sunny day today. And tomorrow, too."
    captions.update(message(text[:24], (24, 1.0)), 0.0)
    assert captions.over(2.0) == []
    captions.update(message(text, (24, 1.0), (43, 4.0), ended=6.0), 0.0)
    assert captions.over(4.5) == [Cue("Ada: It is a sunny day today.", 1.0, 4.0)]
    assert [cue.text for cue in captions.all()] == ["And tomorrow, too."]


def test_a_long_text_told_at_once_is_spread_over_the_time_it_takes() -> None:
    captions = Captions(NAMES)
    text = "word " * 60
    captions.update(message(text, (len(text), 10.0), ended=30.0), -10.0)
    cues = captions.all()
    assert " ".join(cue.text for cue in cues).removeprefix("Ada: ").split() == ["word"] * 60
    assert all(len(cue.text) <= 90 and 1.0 <= cue.ended - cue.began <= 6.0 for cue in cues)
    assert cues[0].began == 0.0
    assert cues[-1].ended == pytest.approx(240 * 0.065, abs=1.0)
    assert all(after.began >= before.ended for before, after in pairwise(cues))


def test_what_was_cut_off_is_not_said() -> None:
    captions = Captions(NAMES)
    captions.update(message("one two three four", (18, 1.0), ended=1.3, interrupted=True), 0.0)
    assert [cue.text for cue in captions.all()] == ["Ada: one two"]


def test_what_was_said_before_the_film_is_left_out() -> None:
    captions = Captions(NAMES)
    captions.update(message("before now", (7, 1.0), (10, 3.0)), -2.0)
    assert captions.all() == [Cue("Ada: now", 1.0, 2.0)]


def test_text_without_spaces_and_in_pieces_is_kept_as_it_is() -> None:
    captions = Captions(NAMES)
    text = "こんにちは、" * 8
    captions.update(message("Hel", (3, 0.0)), 0.0)
    captions.update(message("Hello " + text, (3, 0.0), (6, 0.5), (len(text) + 6, 1.0)), 0.0)
    assert "".join(cue.text for cue in captions.all()) == "Ada: Hello " + text


def test_wide_letters_count_twice_and_a_sentence_of_theirs_ends_a_cue_too() -> None:
    captions = Captions(NAMES)
    text = "今日はとても良い天気ですので、散歩に行きましょう。明日も晴れるといいですね。" + "それから、" * 12
    captions.update(message(text, (len(text), 0.0)), 0.0)
    cues = captions.all()
    assert "".join(cue.text for cue in cues) == "Ada: " + text
    assert cues[0].text == "Ada: 今日はとても良い天気ですので、散歩に行きましょう。"
    assert cues[0].ended == pytest.approx(25 * 0.15)
    assert max(len(cue.text) for cue in cues[1:]) <= 42


def test_each_turn_is_a_chapter() -> None:
    captions = Captions(NAMES)
    for number, (role, at) in enumerate([("persona", 1.0), ("user", 3.0), ("user", 4.0), ("persona", 5.0)]):
        said = Message(str(number), role, "So it is. " * 20, ((200, at),))  # type: ignore[arg-type]
        captions.update(said, 0.0)
    assert [(chapter.title[:9], chapter.began) for chapter in captions.chapters] == [
        ("Ada: So i", 1.0),
        ("Me: So it", 3.0),
        ("Ada: So i", 5.0),
    ]
    assert max(len(chapter.title) for chapter in captions.chapters) == 60
