"""Decoded frames into what the screen and the loudspeaker take."""

from fractions import Fraction

import av
import numpy as np
from av.video.reformatter import ColorRange, Colorspace, Interpolation, VideoReformatter

from viewer.media.pcm import SAMPLE_RATE, Samples
from viewer.media.picture import Picture

# What FFmpeg calls AVCOL_SPC_BT709; every other or unnamed space is BT.601 in WebRTC (RFC 6386 section 2).
_BT709 = 1


class PictureConverter:
    """Turns decoded frames into pictures, reusing the scaler's tables. Not thread-safe."""

    def __init__(self) -> None:
        self._scaler = VideoReformatter()
        self._reformatter = VideoReformatter()

    def convert(self, frame: av.VideoFrame, size: tuple[int, int] | None = None) -> Picture:
        """``frame`` as BGRA, full range; unnamed colour ranges are limited.

        Args:
            size: width and height to scale it to; None: as it is.
        """
        natural_size = frame.width, frame.height
        space = Colorspace.ITU709 if frame.colorspace == _BT709 else Colorspace.ITU601
        spread = ColorRange.JPEG if frame.color_range == ColorRange.JPEG else ColorRange.MPEG
        scaled = size if size != natural_size else None
        if scaled:
            # First as YCbCr, which has half the samples: in one go it takes twice as long.
            frame = self._scaler.reformat(
                frame,
                *scaled,
                src_colorspace=space,
                dst_colorspace=space,
                interpolation=Interpolation.BICUBIC,
                src_color_range=spread,
                dst_color_range=spread,
                threads=1,
            )
        bgra = self._reformatter.reformat(
            frame,
            format="bgra",
            src_colorspace=space,
            dst_colorspace=space,
            src_color_range=spread,
            dst_color_range=ColorRange.JPEG,
            threads=1,
        )
        plane = bgra.planes[0]
        return Picture(
            bgra.width,
            bgra.height,
            plane.line_size,
            memoryview(plane),
            natural_size if scaled else None,
        )


class SoundConverter:
    """Turns decoded sound of any rate and layout into stereo PCM at 48 kHz. Not thread-safe."""

    def __init__(self) -> None:
        self._of_one = av.AudioResampler("s16", "mono", SAMPLE_RATE)
        self._of_more = av.AudioResampler("s16", "stereo", SAMPLE_RATE)

    def convert(self, frame: av.AudioFrame) -> Samples:
        """``frame`` as int16, shape (n, 2)."""
        if frame.format.name == "s16" and frame.layout.name == "stereo" and frame.sample_rate == SAMPLE_RATE:
            return np.asarray(frame.to_ndarray(), np.int16).reshape(-1, 2)
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
