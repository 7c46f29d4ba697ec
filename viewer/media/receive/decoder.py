"""Encoded frames into pictures, on a thread of its own."""

import logging
import queue
import threading
from collections.abc import Callable
from fractions import Fraction
from typing import Any, Final

import av
from av.video.reformatter import ColorRange

from viewer.media.receive.video_buffer import CLOCK_RATE, EncodedFrame

_log = logging.getLogger(__name__)

_TIME_BASE: Final = Fraction(1, CLOCK_RATE)
# FFmpeg's own. Of VP8 it takes a sixth less of a core than libvpx, whose pictures FFmpeg copies.
_DECODERS: Final = {"VP8": "vp8", "H264": "h264"}


class FrameDecoder:
    """Decodes frames of one stream in order. Belongs to an event loop's thread.

    Args:
        take: gets each picture, on the decoder's thread; its ``pts`` is the frame's timestamp.
        on_failure: called there when a frame could not be decoded; those after it may be torn.
    """

    def __init__(self, take: Callable[[av.VideoFrame], None], on_failure: Callable[[], None]) -> None:
        self._take = take
        self._on_failure = on_failure
        self._frames: queue.SimpleQueue[tuple[str, EncodedFrame] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="decoder")

    def __len__(self) -> int:
        """How many frames wait."""
        return self._frames.qsize()

    def put(self, codec: str, frame: EncodedFrame) -> None:
        """Decode ``frame``, of ``VP8`` or ``H264``. Never waits."""
        if self._thread.ident is None:
            self._thread.start()
        self._frames.put((codec, frame))

    def stop(self) -> None:
        """Decode no more; waits for the frame that is being decoded. May be called twice."""
        self._frames.put(None)
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        codec, decoder = "", None
        while (entry := self._frames.get()) is not None:
            if decoder is None or entry[0] != codec:
                codec, decoder = entry[0], _decoder(entry[0])
            try:
                pictures = decoder.decode(_packet(entry[1]))
            except av.FFmpegError as error:
                _log.info("a frame could not be decoded: %s", error)
                self._on_failure()
                continue
            for picture in pictures:
                if codec == "VP8":
                    # FFmpeg takes the clamping type (RFC 6386 section 9.2) for a range.
                    picture.color_range = ColorRange.MPEG
                self._take(picture)


def _decoder(codec: str) -> av.VideoCodecContext:
    decoder = av.CodecContext.create(_DECODERS[codec], "r")
    assert isinstance(decoder, av.VideoCodecContext)
    decoder.thread_count = 1
    return decoder


def _packet(frame: EncodedFrame) -> "av.Packet[Any]":
    packet: av.Packet[Any] = av.Packet(frame.data)
    packet.pts = frame.timestamp
    packet.time_base = _TIME_BASE
    return packet
