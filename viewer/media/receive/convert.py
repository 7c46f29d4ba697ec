"""Decoded frames into what the screen and the loudspeaker take."""

from dataclasses import replace
from fractions import Fraction
from itertools import count
from typing import Final

import av
import numpy as np
from av.filter import Graph
from av.video.reformatter import ColorRange

from viewer.media.pcm import SAMPLE_RATE, Samples
from viewer.media.picture import Change, Picture, Planes
from viewer.media.receive.changes import Changes

# What FFmpeg calls AVCOL_SPC_BT709; every other or unnamed space is BT.601 in WebRTC (RFC 6386 section 2).
_BT709 = 1
_PLANAR = ("yuv420p", "yuvj420p")
# Sharper than FFmpeg's own 0.6. Of 720×480 enlarged to 1.6 times that, the structural similarity to the
# original of a photograph, the drawn Lena and Joe, and milliseconds of a core: 0.943, 0.9904, 0.9941, 1.8;
# with 0.6: 0.938, 0.9902, 0.9941, 1.8; lanczos: 0.947, 0.9907, 0.9943, 2.1; Chromium: 0.905, 0.9875, 0.9935.
_SCALING: Final = "bicubic:param0=0:param1=0.8"
_NUMBERS: Final = count(1)


class PictureConverter:
    """Turns decoded frames into pictures, in memory that is used again. Not thread-safe."""

    def __init__(self) -> None:
        self._kind: tuple[object, ...] = ()
        self._changes = Changes()
        self._picture: Picture | None = None
        self._steps: _Conversion | None = None

    def convert(self, frame: av.VideoFrame, size: tuple[int, int] | None = None) -> Picture:
        """``frame`` as BGRA, full range; unnamed colour ranges are limited.

        Args:
            size: width and height to scale it to; None: as it is.
        """
        natural_size = frame.width, frame.height
        size = size or natural_size
        kind = (*natural_size, frame.format.name, frame.colorspace, frame.color_range, size)
        change = None
        if self._steps is None or self._kind != kind:
            self._kind, self._steps, self._changes = kind, _Conversion(frame, size), Changes()
        where = self._changes.in_next(frame)
        if self._picture and where:
            change = Change(self._picture.number, *where)
        if self._picture and change and change.is_nothing:
            self._picture = replace(self._picture, number=next(_NUMBERS), change=change)
            return self._picture
        bgra = self._steps(frame)
        plane = bgra.planes[0]
        pixels = memoryview(plane)[: size[1] * plane.line_size]
        scaled = natural_size if size != natural_size else None
        self._picture = Picture(*size, plane.line_size, pixels, scaled, next(_NUMBERS), change)
        return self._picture


class _Conversion:
    """Makes BGRA of ``size``, or a row more, of frames like ``frame``.

    FFmpeg's filters keep their pictures' memory for the next ones, in rows with room at the end: its fast
    conversion leaves out the last columns where there is none. Without filters odd heights lose their last
    rows, too, and with them they take more than twice as long: they get a row more, which is not shown.
    """

    def __init__(self, frame: av.VideoFrame, size: tuple[int, int]) -> None:
        self._graph = graph = Graph()
        graph.threads = 1
        space = "bt709" if frame.colorspace == _BT709 else "bt601"
        spread = "full" if frame.color_range == ColorRange.JPEG else "limited"
        width, height = size[0], size[1] + size[1] % 2
        kind = f"video_size={frame.width}x{frame.height}:pix_fmt={frame.format.name}:time_base=1/90000"
        tags = f"colorspace={int(frame.colorspace)}:range={int(frame.color_range)}"
        colours = f"in_color_matrix={space}:in_range={spread}"
        steps = [graph.add("buffer", f"{kind}:{tags}")]
        if (width, height) != (frame.width, frame.height):
            # First as YCbCr, which has half the samples: in one go it takes twice as long.
            same = f"{colours}:out_color_matrix={space}:out_range={spread}"
            steps.append(graph.add("scale", f"{width}:{height}:flags={_SCALING}:{same}"))
            steps.append(graph.add("format", frame.format.name))
        steps.append(graph.add("scale", f"flags=fast_bilinear:{colours}:out_range=full"))
        steps.append(graph.add("format", "bgra"))
        steps.append(graph.add("buffersink"))
        graph.link_nodes(*steps).configure()
        self._source, self._sink = steps[0], steps[-1]

    def __call__(self, frame: av.VideoFrame) -> av.VideoFrame:
        self._source.push(frame)
        converted = self._sink.pull()
        assert isinstance(converted, av.VideoFrame)
        return converted


def planes_of(frame: av.VideoFrame) -> Planes | None:
    """``frame`` as it is; None if it is of a kind that only :class:`PictureConverter` knows."""
    strides = tuple(plane.line_size for plane in frame.planes)
    # What takes them wants whole words in a row, as every decoder makes them.
    if frame.format.name not in _PLANAR or any(stride % 4 for stride in strides):
        return None
    luma, blue, red = (memoryview(plane) for plane in frame.planes)
    return Planes(
        frame.width,
        frame.height,
        (luma, blue, red),
        (strides[0], strides[1], strides[2]),
        bt709=frame.colorspace == _BT709,
        full_range=frame.color_range == ColorRange.JPEG,
        picture=lambda: PictureConverter().convert(frame),
    )


class SoundConverter:
    """Turns decoded sound of any rate and layout into stereo PCM at 48 kHz. Not thread-safe."""

    def __init__(self) -> None:
        self._of_one = av.AudioResampler("s16", "mono", SAMPLE_RATE)
        self._of_more = av.AudioResampler("s16", "stereo", SAMPLE_RATE)

    def convert(self, frame: av.AudioFrame) -> Samples:
        """``frame`` as int16, shape (n, 2)."""
        if frame.format.name == "s16" and frame.layout.name == "stereo" and frame.sample_rate == SAMPLE_RATE:
            return np.frombuffer(memoryview(frame.planes[0]), np.int16, 2 * frame.samples).reshape(-1, 2)
        frame.pts = None
        # Of one channel the resampler would make two that are 3 dB quieter.
        channels, resampler = (1, self._of_one) if frame.layout.nb_channels == 1 else (2, self._of_more)
        parts = [part.to_ndarray().reshape(-1, channels) for part in resampler.resample(frame)]
        sound = np.concatenate(parts) if parts else np.zeros((0, channels), np.int16)
        return np.repeat(sound, 2 // channels, axis=1)


def to_png(picture: Picture) -> bytes:
    """``picture`` as a PNG file."""
    rows = np.frombuffer(picture.pixels, np.uint8).reshape(picture.height, picture.stride)
    pixels = rows[:, : picture.width * 4].reshape(picture.height, picture.width, 4)
    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(pixels[:, :, 2::-1]), format="rgb24")
    codec = av.CodecContext.create("png", "w")
    assert isinstance(codec, av.VideoCodecContext)
    codec.width, codec.height, codec.pix_fmt = picture.width, picture.height, "rgb24"
    codec.time_base = Fraction(1, 1)
    return b"".join(bytes(packet) for packet in [*codec.encode(frame), *codec.encode(None)])
