"""What comes in over one peer connection."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from viewer.media.lip_sync import LipSync
from viewer.media.pcm import SoundSink
from viewer.media.picture import PictureSlot
from viewer.session.events import MediaReceived
from viewer.session.receiving import AudioReceiver, VideoReceiver

NOTHING_RECEIVED: Final = MediaReceived(
    width=0, height=0, video_codec=None, video_frames=0, video_fps=0.0, audio_frames=0, audio_rms=0.0
)


class Reception:
    """The receive loops of one peer connection, and what they counted.

    Args:
        on_first: called when the first picture came.
        lip_sync: whether pictures are held until their sound is heard.
    """

    def __init__(
        self,
        pictures: PictureSlot,
        speaker: SoundSink,
        on_first: Callable[[], None],
        *,
        lip_sync: bool = True,
    ) -> None:
        self.audio = AudioReceiver(speaker)
        self.lip_sync = LipSync(self.audio.heard, speaker.follow)
        due = self.lip_sync.due if lip_sync else _at_once
        self.video = VideoReceiver(pictures, due, on_first)
        self.codec: str | None = None
        """Name of the negotiated video codec, once the answer is there."""

    def received(self) -> MediaReceived:
        """The totals."""
        return MediaReceived(
            width=self.video.width,
            height=self.video.height,
            video_codec=self.codec,
            video_frames=self.video.frames,
            video_fps=round(self.video.mean_fps, 2),
            audio_frames=self.audio.frames,
            audio_rms=round(self.audio.rms, 5),
        )


def _at_once(_timestamp: int, now: float) -> float:
    return now


def received_in_all(earlier: MediaReceived | None, later: MediaReceived) -> MediaReceived:
    """The totals of two connections; sizes and rates are those of the one that received more."""
    if earlier is None:
        return later
    longer = max(earlier, later, key=lambda media: media.video_frames)
    return replace(
        longer,
        video_frames=earlier.video_frames + later.video_frames,
        audio_frames=earlier.audio_frames + later.audio_frames,
    )
