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
