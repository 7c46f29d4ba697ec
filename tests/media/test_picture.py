"""In what size pictures are to be put."""

from viewer.media.picture import Picture, PictureSlot

NATURAL = (72, 48)
PICTURE = Picture(72, 48, 288, bytes(288 * 48))


def test_pictures_come_in_the_size_they_are_shown_in_once_that_is_known() -> None:
    slot = PictureSlot()
    assert slot.size_for(NATURAL) == NATURAL
    slot.show_scaled(NATURAL, (108, 72))
    assert slot.size_for(NATURAL) == (108, 72)
    assert slot.size_for((48, 72)) == (48, 72)
    slot.show_scaled(NATURAL, (4320, 2880))
    assert slot.size_for(NATURAL) == NATURAL
    slot.show_scaled(NATURAL, (0, 0))
    assert slot.size_for(NATURAL) == NATURAL


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
