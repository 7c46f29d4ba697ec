"""Keeps what passes a conversation's tap as a file, without ever holding it up."""

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal, TypeAlias

from viewer.errors import DiskTooSlow, RecordingFailed, ViewerError, as_failure
from viewer.media.receive.lip_sync import LipSync
from viewer.media.record.captions import Message
from viewer.media.record.encoded import is_key_frame
from viewer.media.record.part import Piece, Said, Speakers
from viewer.media.record.timeline import Timeline
from viewer.media.record.writer import Writer

_log = logging.getLogger(__name__)

# So often what passed is written, all of it in one go: to wake the thread for each packet would cost more
# than to write it. A process that is killed loses no more than this.
_EVERY: Final = 0.2
_TOLD_EVERY: Final = 1.0
# A disk that stands still: two minutes of a good picture.
MAX_WAITING: Final = 32 << 20
_KEY_FRAME_EVERY: Final = 0.3


State: TypeAlias = Literal["waiting", "running", "finishing", "ended"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a recording is: it waits for a picture, runs, is put into its last form, or has ended.

    ``path`` is the file that there is then, ``seconds`` are in it; ``problem`` is what to tell the user.
    """

    state: State
    path: str
    seconds: float = 0.0
    problem: ViewerError | None = None


class Recorder:
    """One recording: a :class:`viewer.media.receive.tap.Listener` with a thread of its own.

    Args:
        path: where it goes; by its suffix MP4 or Matroska. What is there is written over.
        now: of the media loop's clock.
        tell: called on any thread.
    """

    def __init__(
        self,
        path: Path,
        speakers: Speakers,
        now: float,
        tell: Callable[[Progress], None],
    ) -> None:
        self._writer = Writer(path, speakers)
        self._began = now
        self._tell = tell
        self._told = Progress("waiting", str(path))
        self._timeline: Timeline | None = None
        self._sync: LipSync | None = None
        self._passed: deque[Piece | Said] = deque()
        self._bytes_in = 0
        self._bytes_out = 0
        self._is_behind = False
        self._awaits_key_frame = True
        self._ask_at = now
        self._ending = threading.Event()
        self._ended = False
        self._thread = threading.Thread(target=self._run, name="recorder")

    # -- in the media loop

    def start(self) -> None:
        """Begin, with the next key frame."""
        self._tell(self._told)
        self._thread.start()

    def stop(self) -> None:
        """Take nothing more, and put the file into its last form on the recorder's thread. Never waits.

        May be called twice.
        """
        self._ended = True
        self._ending.set()

    def wait(self) -> Progress:
        """After :meth:`stop`: wait until the file is there; what was told last. Blocks."""
        self._thread.join()
        return self._told

    def picture(self, sync: LipSync, codec: str, timestamp: int, frame: bytes, now: float) -> bool:
        """See :class:`viewer.media.receive.tap.Listener`."""
        if self._ended:
            return False
        at = self._line(sync).picture(timestamp, now)
        is_key = is_key_frame(codec, frame)
        if is_key or not self._awaits_key_frame:
            self._awaits_key_frame = not self._take(Piece("picture", at, frame, codec, is_key), len(frame))
        if not self._awaits_key_frame or now < self._ask_at:
            return False
        self._ask_at = now + _KEY_FRAME_EVERY
        return True

    def sound(self, sync: LipSync, timestamp: int, packet: bytes, now: float) -> None:
        """See :class:`viewer.media.receive.tap.Listener`."""
        if not self._ended:
            self._take(Piece("sound", self._line(sync).sound(timestamp, now), packet), len(packet))

    def voice(self, sync: LipSync | None, at: float, packet: bytes, now: float) -> None:
        """See :class:`viewer.media.receive.tap.Listener`."""
        if not self._ended and sync is not None:
            self._take(Piece("voice", self._line(sync).voice(at, now), packet), len(packet))

    def hear(self, message: Message, now: float) -> None:
        """``message`` is new or grew; its times are of the media loop's clock."""
        if self._timeline and not self._ended:
            self._take(Said(message, self._timeline.heard(0.0, now)), len(message.content))

    def _line(self, sync: LipSync) -> Timeline:
        if self._timeline is None or sync is not self._sync:
            self._timeline, self._sync = Timeline(sync, self._began), sync
        return self._timeline

    def _take(self, passed: Piece | Said, size: int) -> bool:
        waiting = self._bytes_in - self._bytes_out
        if self._is_behind:
            self._is_behind = waiting > MAX_WAITING // 2
        elif waiting + size > MAX_WAITING:
            self._is_behind = True
            self._writer.problem = DiskTooSlow()
            _log.warning("the disk is too slow: parts of the recording are left out")
        if self._is_behind:
            return False
        self._bytes_in += size
        self._passed.append(passed)
        return True

    # -- on the recorder's thread

    def _run(self) -> None:
        problem: ViewerError | None = None
        try:
            while not self._ending.wait(_EVERY):
                self._work_off()
            self._work_off()
            self._writer.end()
        except ViewerError as error:
            problem = error
        except Exception as error:
            _log.exception("the recording failed")
            problem = as_failure(error)
        self._ended = True
        self._complete(problem)

    def _work_off(self) -> None:
        passed: list[Piece | Said] = []
        while self._passed:
            passed.append(self._passed.popleft())
        self._writer.write(passed)
        self._bytes_out += sum(_size(one) for one in passed)
        seconds = self._writer.seconds
        told = self._told
        if seconds and (
            told.state == "waiting"
            or seconds >= told.seconds + _TOLD_EVERY
            or told.problem is not self._writer.problem
        ):
            self._say(Progress("running", str(self._writer.path), seconds, self._writer.problem))

    def _complete(self, problem: ViewerError | None) -> None:
        self._passed.clear()
        seconds = self._writer.seconds
        if problem is None and seconds:
            self._say(replace(self._told, state="finishing", seconds=seconds))
            self._writer.finish()
            problem = self._writer.problem
        elif problem is None:
            problem = RecordingFailed("No picture came while it was recorded.", hint="Record again.")
        if problem is not None and seconds:
            self._writer.give_up()
        self._say(Progress("ended", str(self._writer.path), seconds, problem))

    def _say(self, news: Progress) -> None:
        self._told = news
        self._tell(news)


def _size(passed: Piece | Said) -> int:
    return len(passed.data) if isinstance(passed, Piece) else len(passed.message.content)
