"""What stands for encoders refuses whatever it is asked, and FFmpeg loads with it."""

import subprocess
import sys
from pathlib import Path

import av
import pytest

from release.placeholders import Symbol, exported, replaced, source_of, wanted_names

TOLD = """\
0000000000001110 000000000000000a T x264_encoder_open_165
0000000000001120 0000000000000010 T x264_param_parse
0000000000002000 0000000000000060 R x264_levels
0000000000003000 T without_a_size
                 U memcpy
"""


def test_functions_and_data_are_told_apart() -> None:
    assert exported(TOLD) == [
        Symbol("x264_encoder_open_165", True, 10),
        Symbol("x264_param_parse", True, 16),
        Symbol("x264_levels", False, 96),
        Symbol("without_a_size", True),
    ]
    assert wanted_names(TOLD) == {"memcpy"}


def test_functions_refuse_each_in_its_way() -> None:
    lines = source_of(exported(TOLD)).splitlines()
    assert lines[1:] == [
        "int without_a_size(void) { return -1; }",
        "void *x264_encoder_open_165(void) { return 0; }",
        "const char x264_levels[96] = {0};",
        "int x264_param_parse(void) { return -1; }",
    ]


def test_other_libraries_stay(tmp_path: Path) -> None:
    entries = [("av.libs/libopus-1.so", "/somewhere/libopus-1.so", "BINARY")]
    assert replaced(entries, tmp_path) == entries


# Loads the wheel's FFmpeg with placeholders instead of its encoders, and asks it to encode.
_SCRIPT = """
import ctypes, sys
for library in sys.argv[1:]:
    ctypes.CDLL(library, ctypes.RTLD_GLOBAL)
import av
assert not [line for line in open('/proc/self/maps') if 'av.libs/libx26' in line], 'the real one is loaded'
for name in ('libx264', 'libsvtav1'):
    encoder = av.CodecContext.create(name, 'w')
    encoder.width, encoder.height, encoder.pix_fmt = 64, 64, 'yuv420p'
    encoder.time_base = av.AVRational(1, 25)
    try:
        encoder.encode(av.VideoFrame(64, 64, 'yuv420p'))
    except (av.FFmpegError, MemoryError) as error:
        print(name, 'refuses')
"""


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="placeholders are made on Linux")
def test_ffmpeg_loads_and_is_refused(tmp_path: Path) -> None:
    libraries = Path(av.__file__).parent.parent / "av.libs"
    entries = [(each.name, str(each), "BINARY") for each in sorted(libraries.iterdir())]
    made = [source for _, source, _ in replaced(entries, tmp_path) if source.startswith(str(tmp_path))]
    assert len(made) == 3
    done = subprocess.run([sys.executable, "-c", _SCRIPT, *made], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["libx264", "refuses", "libsvtav1", "refuses"]
