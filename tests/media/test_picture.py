"""In what size pictures are to be put."""

from dataclasses import replace

from viewer.media.picture import Change, Picture, PictureSlot

NATURAL = (72, 48)
PICTURE = Picture(72, 48, 288, bytes(288 * 48))


def test_pictures_come_in_the_size_they_are_shown_in_once_that_is_known() -> None:
    slot = PictureSlot()
    assert slot.size_for(NATURAL) == NATURAL
    slot.show_scaled(NATURAL, (108, 72))
    assert slot.size_for(NATURAL) == (108, 72)
    assert slot.size_for((48, 72)) == (48, 72)
    slot.show_scaled(NATURAL, (8640, 5760))
    assert slot.size_for(NATURAL) == NATURAL
    slot.show_scaled(NATURAL, (0, 0))
    assert slot.size_for(NATURAL) == NATURAL


def test_on_the_largest_screens_half_the_size_does_unless_it_would_lose_anything() -> None:
    slot = PictureSlot()
    slot.show_scaled((720, 480), (3239, 2160))
    assert slot.size_for((720, 480)) == (1620, 1080)
    slot.show_scaled((1920, 1280), (3240, 2160))
    assert slot.size_for((1920, 1280)) == (1920, 1280)


def test_what_changed_is_told_from_the_picture_that_was_taken_last() -> None:
    slot = PictureSlot()
    slot.put(replace(PICTURE, number=2, change=Change(1, 10, 20, 30, 40)))
    slot.put(replace(PICTURE, number=3, change=Change(2, 0, 0, 0, 0)))
    slot.put(replace(PICTURE, number=4, change=Change(3, 20, 10, 40, 30)))
    assert (newest := slot.take())
    assert newest.change == Change(1, 10, 10, 40, 40)
    slot.put(replace(PICTURE, number=5, change=Change(4, 0, 0, 0, 0)))
    slot.put(replace(PICTURE, number=6, change=Change(5, 1, 2, 3, 4)))
    assert (newest := slot.take())
    assert newest.change == Change(4, 1, 2, 3, 4)
    slot.put(replace(PICTURE, number=7))
    slot.put(replace(PICTURE, number=8, change=Change(7, 1, 2, 3, 4)))
    assert (newest := slot.take())
    assert newest.change is None


def test_nothing_is_scaled_for_whom_does_not_look() -> None:
    slot = PictureSlot()
    slot.show_scaled(NATURAL, (108, 72))
    for _ in range(3):
        slot.put(PICTURE)
    assert slot.size_for(NATURAL) == NATURAL
    slot.take()
    assert slot.size_for(NATURAL) == (108, 72)


def test_the_newest_picture_wins_and_its_reader_is_woken_once() -> None:
    slot = PictureSlot()
    woken: list[int] = []
    slot.on_put = lambda: woken.append(1)
    first, second = (Picture(72, 48, 288, bytes([shade]) * 288 * 48) for shade in (1, 2))
    slot.put(first)
    slot.put(second)
    assert slot.take() is second
    assert slot.take() is None
    assert len(woken) == 1
    slot.put(first)
    assert slot.take() is first
    assert len(woken) == 2
