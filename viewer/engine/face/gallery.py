"""Pictures of a character for lists of personas: a still, and a loop of it doing nothing in particular."""

import io
from collections.abc import Iterator
from typing import Final

import av
import skia
from av.video.reformatter import ColorRange, Colorspace

from viewer.engine.cast.characters import CHARACTERS
from viewer.engine.face.looks import LOOKS
from viewer.engine.face.painter import FacePainter
from viewer.engine.face.portrait import load_portrait
from viewer.engine.face.pose import Behaviour, Motion, Pose
from viewer.engine.voice.mouth import SHUT

_FRAME_RATE: Final = 25
_SECONDS_ONE_WAY: Final = 3
# There and back again, so that the loop's end fits its beginning.
LOOP_FRAMES: Final = 2 * (_SECONDS_ONE_WAY * _FRAME_RATE - 1)
_SEED: Final = 7
# Of x264: small rather than perfect, and no more threads than one beside the sessions.
_ENCODER: Final = {"crf": "26", "preset": "veryfast", "threads": "1"}


def still(avatar_id: str, size: tuple[int, int]) -> bytes:
    """The character at rest, a PNG of ``size``, framed as its sessions are. Takes some 0.1 s; any thread."""
    look = LOOKS[avatar_id]
    pixels = FacePainter(load_portrait(look, size)).paint(Pose(smile=look.manner.smile))
    image = skia.Image.fromarray(pixels, skia.kRGBA_8888_ColorType)
    return bytes(image.encodeToData(skia.kPNG, 100))


def idle_loop(avatar_id: str) -> Iterator[bytes]:
    """The character blinking, breathing and looking about: an MP4 without sound, in the size that it is made
    for. It comes last; before it nothing comes once a picture, so that whoever waits can stop. Takes a second
    or two in all; any thread."""
    look, size = LOOKS[avatar_id], CHARACTERS[avatar_id].size
    painter, motion = FacePainter(load_portrait(look, size)), Motion(_SEED, look.manner)
    one_way = [
        motion.pose(number / _FRAME_RATE, SHUT, Behaviour())
        for number in range(_SECONDS_ONE_WAY * _FRAME_RATE)
    ]
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as movie:
        stream = movie.add_stream("libx264", _FRAME_RATE, options=dict(_ENCODER))
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        # As the frames are made: a player guesses otherwise from the height.
        stream.codec_context.colorspace = Colorspace.ITU601
        stream.codec_context.color_range = ColorRange.MPEG
        for number, pose in enumerate([*one_way, *one_way[-2:0:-1]]):
            frame = painter.frame(pose)
            frame.pts = number
            frame.time_base = 1 / stream.codec_context.framerate
            movie.mux(stream.encode(frame))
            yield b""
        movie.mux(stream.encode(None))
    yield file.getvalue()
