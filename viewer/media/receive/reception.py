"""What comes in over one peer connection."""

from collections.abc import Callable

from viewer.media.pcm import SoundSink
from viewer.media.picture import PictureSlot
from viewer.media.receive.lip_sync import LipSync
from viewer.media.receive.mouth import Mouth
from viewer.media.receive.pictures import ReceivedPictures
from viewer.media.receive.sound import ReceivedSound
from viewer.media.receive.tap import Tap


class Reception:
    """Picture and sound of one peer connection, in step, and what was counted of them.

    Args:
        on_first: called when the first picture came.
        lip_sync: whether pictures are held until their sound is heard.
        tap: where what comes passes before it is decoded.
        mouth: told of all that is seen and heard.
    """

    def __init__(
        self,
        pictures: PictureSlot,
        speaker: SoundSink,
        on_first: Callable[[], None],
        *,
        lip_sync: bool = True,
        tap: Tap | None = None,
        mouth: Mouth | None = None,
    ) -> None:
        self.audio = ReceivedSound(speaker, mouth)
        self.lip_sync = LipSync(self.audio.heard, speaker.follow)
        self.tap = tap or Tap()
        self.tap.sync = self.lip_sync
        due = self.lip_sync.due if lip_sync else _at_once
        self.video = ReceivedPictures(pictures, due, on_first, mouth)
        self.codec: str | None = None
        """Name of the negotiated video codec, once the answer is there."""


def _at_once(_timestamp: int, now: float) -> float:
    return now
