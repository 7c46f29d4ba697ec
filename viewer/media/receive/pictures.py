"""Decoded frames on their way to the screen. Nothing waits for a reader: the newest picture wins."""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Final

import av
import numpy as np

from viewer.media.picture import Painting, PictureSlot
from viewer.media.receive.convert import PictureConverter, planes_of
from viewer.media.receive.frame_times import FrameIntervals
from viewer.media.receive.mouth import Mouth

RECENT_SECONDS: Final = 10.0
MAX_WAITING: Final = 25
# The least that one of so many took is what the next one takes: what the machine stole is not counted.
_MEASURED: Final = 8


class ReceivedPictures:
    """Decoded frames into the picture slot, each at its time, counted on the way.

    Belongs to the running event loop.

    Args:
        due: when to show the picture with an RTP timestamp, asked at a time of the loop's clock.
        on_first: called when the first frame came.
        mouth: looks at each picture as it is shown.
    """

    def __init__(
        self,
        pictures: PictureSlot,
        due: Callable[[int, float], float],
        on_first: Callable[[], None],
        mouth: Mouth | None = None,
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self.width = 0
        self.height = 0
        self.frames = 0
        self.dropped = 0
        """Frames that a newer one overtook before they were shown."""
        self.intervals = FrameIntervals()
        self.shown: tuple[int, float] | None = None
        """The RTP timestamp of the newest picture that was put, and when."""
        self._pictures = pictures
        self._due = due
        self._mouth = mouth
        self._waiting: deque[tuple[float, av.VideoFrame]] = deque()
        self._timer: asyncio.TimerHandle | None = None
        self._converter = PictureConverter()
        self._took: deque[float] = deque([0.0], _MEASURED)
        self._on_first = on_first
        self._first = 0.0
        self._last = 0.0
        self._recent: deque[float] = deque()

    @property
    def painting(self) -> Painting:
        """What becomes of the pictures on the screen."""
        return self._pictures.painting

    @property
    def mean_fps(self) -> float:
        """Frames a second from the first frame to the last."""
        return (self.frames - 1) / (self._last - self._first) if self._last > self._first else 0.0

    def recent(self) -> tuple[float, float]:
        """Frames a second and the longest gap in milliseconds, over the last :data:`RECENT_SECONDS`."""
        now = self._loop.time()
        while self._recent and self._recent[0] < now - RECENT_SECONDS:
            self._recent.popleft()
        if len(self._recent) < 2:
            return 0.0, (now - self._last) * 1000 if self.frames else 0.0
        times = np.array(self._recent)
        gaps = np.diff(np.append(times, now))
        return (len(times) - 1) / float(times[-1] - times[0]), float(gaps.max()) * 1000

    def add(self, frame: av.VideoFrame) -> None:
        """A frame was decoded. It is shown at its time, unless a newer one comes first."""
        self._last = self._loop.time()
        self._recent.append(self._last)
        if len(self._recent) > RECENT_SECONDS * 120:
            self._recent.popleft()
        self.intervals.frame(self._last)
        self.width, self.height = frame.width, frame.height
        self.frames += 1
        if self.frames == 1:
            self._first = self._last
            self._show(frame)
            self._on_first()
        else:
            due = self._last if frame.pts is None else self._due(frame.pts, self._last)
            self._waiting.append((due, frame))
            self._present()

    def stop(self) -> None:
        """Show nothing more, and keep no memory of pictures.

        A session that is over is garbage in cycles, and where little happens Python looks for such only after
        several more: 20 MB each, of a window of 1080×720.
        """
        if self._timer:
            self._timer.cancel()
        self._waiting.clear()
        self._converter = PictureConverter()

    def _present(self) -> None:
        """Show the newest picture that is due when it is ready, and come back for the next."""
        now = self._loop.time() + min(self._took)
        newest: av.VideoFrame | None = None
        while self._waiting and (self._waiting[0][0] <= now or len(self._waiting) > MAX_WAITING):
            self.dropped += newest is not None
            _, newest = self._waiting.popleft()
        if newest is not None:
            self._show(newest)
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if self._waiting:
            self._timer = self._loop.call_at(self._waiting[0][0] - min(self._took), self._present)

    def _show(self, frame: av.VideoFrame) -> None:
        begun = self._loop.time()
        if self._mouth:
            self._mouth.see(frame, begun)
        look, takes_planes = self._pictures.on_decoded, self._pictures.takes_planes
        planes = planes_of(frame) if takes_planes or look else None
        if planes and look:
            look(planes)
        size = self._pictures.size_for((frame.width, frame.height))
        whole = planes if takes_planes else None
        self._pictures.put(whole or self._converter.convert(frame, size))
        ended = self._loop.time()
        self._took.append(ended - begun)
        if frame.pts is not None:
            self.shown = frame.pts, ended
