"""A recording: real packets in, a film out that plays, whatever becomes of the process and the disk."""

import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import av
import pytest

from tests.media.record.sender import SIZE, Stage, a_key_and_another, encoded, encoder, opus
from viewer.errors import DiskFull, DiskTooSlow, NotInMp4, RecordingFailed
from viewer.media.record import recorder as recorders
from viewer.media.record.captions import Message
from viewer.media.record.part import Piece, Speakers
from viewer.media.record.recorder import Progress, Recorder

SPEAKERS = Speakers("Ada", "Me", has_voice=True)
LARGER = (96, 64)
BEGAN = 100.0


def recorder(path: Path, told: list[Progress] | None = None) -> Recorder:
    news = [] if told is None else told
    return Recorder(path, SPEAKERS, BEGAN, news.append)


def times(stage: Stage) -> list[float]:
    """When pictures are captured: at no steady rate, as senders do."""
    return [BEGAN + 0.1 + number * 0.04 + (0.013 if number % 3 else 0.0) for number in range(24)]


def record(path: Path, codec: str, told: list[Progress] | None = None) -> Progress:
    """A second of a talk: in its middle the pictures become larger, and two packets of sound are lost."""
    stage = Stage(recorder(path, told))
    stage.recorder.start()
    sound, voice = opus(1.0), opus(1.0, channels=1)
    for number in range(50):
        at = BEGAN + 0.1 + number * 0.02
        if number not in (20, 21):
            stage.sound(at, sound[number])
        stage.voice(at, voice[number])
    small, large = encoder(codec), encoder(codec, LARGER)
    for number, at in enumerate(times(stage)):
        context = small if number < 12 else large
        stage.picture(at, codec, encoded(context, number, is_key=number in (0, 12)))
    marks = ((12, BEGAN + 0.15), (25, BEGAN + 0.2))
    hello = Message("1", "persona", "Hello there. How are you?", marks, ended=BEGAN + 0.9)
    stage.recorder.hear(hello, BEGAN + 1.0)
    stage.recorder.stop()
    return stage.recorder.wait()


def sizes(film: Path) -> list[tuple[int, int]]:
    with av.open(film) as container:
        return [(frame.width, frame.height) for frame in container.decode(video=0)]


@pytest.mark.parametrize(("codec", "suffix"), [("VP8", "mkv"), ("H264", "mkv"), ("H264", "mp4")])
def test_all_of_it_is_there_by_the_senders_clock(tmp_path: Path, codec: str, suffix: str) -> None:
    film = tmp_path / f"talk.{suffix}"
    news: list[Progress] = []
    ended = record(film, codec, news)
    assert (ended.state, ended.path, ended.problem) == ("ended", str(film), None)
    assert [one.state for one in news][:: len(news) - 1] == ["waiting", "ended"]
    assert list(tmp_path.iterdir()) == [film]
    assert sizes(film) == [SIZE] * 12 + [LARGER] * 12
    with av.open(film) as container:
        # MP4 keeps chapters as a track, too.
        pictures, persona, user, captions = [one.index for one in container.streams if one.type != "data"]
        assert container.duration == pytest.approx(1.1e6, abs=2e5)
        packets: dict[int, list[float]] = {stream.index: [] for stream in container.streams}
        for packet in container.demux():
            if packet.dts is not None and packet.pts is not None and packet.size > 2:
                packets[packet.stream_index].append(float(packet.pts * packet.time_base))
        chapters = [chapter["metadata"]["title"] for chapter in container.chapters()]
    with av.open(film) as container:
        heard = sum(frame.samples for frame in container.decode(audio=0))
    sent = times(Stage(recorder(film)))
    began = packets[pictures][0]
    assert packets[pictures] == pytest.approx([began + at - sent[0] for at in sent], abs=0.0021)
    # The sound is as far from the pictures as it was captured from them.
    assert packets[persona][0] - began == pytest.approx(0.0, abs=0.045)
    assert [len(packets[persona]), len(packets[user])] == [48, 50]
    # What was lost is marked, so that none of it is missing.
    assert heard == 50 * 960
    assert len(packets[captions]) == 1
    assert chapters == ["Ada: Hello there. How are you?"]


def test_vp8_stays_matroska_beside_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "talk.mkv").write_text("another")
    ended = record(tmp_path / "talk.mp4", "VP8")
    assert isinstance(ended.problem, NotInMp4)
    assert ended.path == str(tmp_path / "talk (2).mkv")
    assert len(sizes(Path(ended.path))) == 24
    assert (tmp_path / "talk.mkv").read_text() == "another"


def test_another_codec_goes_into_another_file(tmp_path: Path) -> None:
    stage = Stage(recorder(tmp_path / "talk.mkv"))
    stage.recorder.start()
    for codec, at in (("VP8", 0.1), ("H264", 0.5)):
        context = encoder(codec)
        for number in range(3):
            stage.picture(BEGAN + at + number * 0.04, codec, encoded(context, number, number == 0))
    stage.recorder.stop()
    stage.recorder.wait()
    assert [len(sizes(tmp_path / name)) for name in ("talk.mkv", "talk 2.mkv")] == [3, 3]


def test_a_key_frame_is_asked_for_until_one_comes_and_what_was_before_it_is_left_out(tmp_path: Path) -> None:
    stage = Stage(recorder(tmp_path / "talk.mkv"))
    context = encoder("VP8")
    encoded(context, 0, is_key=True)
    asked = [
        stage.picture(BEGAN + 0.1 + number / 8, "VP8", encoded(context, number, is_key=number == 7))
        for number in range(1, 9)
    ]
    assert asked == [True, False, False, True, False, False, False, False]
    stage.recorder.start()
    stage.recorder.stop()
    assert stage.recorder.wait().problem is None
    assert len(sizes(tmp_path / "talk.mkv")) == 2


def test_where_no_picture_came_there_is_no_file(tmp_path: Path) -> None:
    stage = Stage(recorder(tmp_path / "talk.mkv"))
    stage.recorder.start()
    stage.sound(BEGAN + 0.1, opus(0.02)[0])
    stage.recorder.stop()
    assert isinstance(stage.recorder.wait().problem, RecordingFailed)
    assert not list(tmp_path.iterdir())


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file of this process grows beyond ``size``."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_on_a_full_disk_what_was_written_plays_and_the_user_is_told(tmp_path: Path) -> None:
    film = tmp_path / "talk.mkv"
    stage = Stage(recorder(film))
    key, other = a_key_and_another("VP8")
    with room_for(3_000):
        for number in range(200):
            stage.picture(BEGAN + 0.1 + number / 25, "VP8", other if number % 8 else key)
            if number % 20 == 0:  # as the recorder's thread does every so often
                try:
                    stage.recorder._work_off()
                except DiskFull:
                    break
        stage.recorder._complete(DiskFull())
    ended = stage.recorder._told
    assert isinstance(ended.problem, DiskFull)
    with av.open(film) as container:
        assert container.duration == pytest.approx(ended.seconds * 1e6, abs=5e4)
    assert len(sizes(film)) == round(ended.seconds * 25) + 1 > 20


def test_a_disk_that_stands_still_costs_bounded_memory_and_then_it_goes_on_with_a_key_frame(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recorders, "MAX_WAITING", 2_000)
    stage = Stage(recorder(tmp_path / "talk.mkv"))
    key, other = a_key_and_another("VP8")
    asked = [
        stage.picture(BEGAN + 0.1 + number / 25, "VP8", other if number % 20 else key)
        for number in range(200)
    ]
    assert any(asked)
    assert sum(len(piece.data) for piece in stage.recorder._passed if isinstance(piece, Piece)) < 2_000
    stage.recorder._work_off()
    assert isinstance(stage.recorder._told.problem, DiskTooSlow)
    assert stage.picture(BEGAN + 9.0, "VP8", other)
    assert not stage.recorder._passed
    stage.picture(BEGAN + 9.1, "VP8", key)
    assert len(stage.recorder._passed) == 1
    stage.recorder._writer.give_up()


CHILD = """
import sys, time
from pathlib import Path
from tests.media.record.sender import Stage, a_key_and_another
from viewer.media.record.captions import Message
from viewer.media.record.part import Speakers
from viewer.media.record.recorder import Recorder
stage = Stage(Recorder(Path(sys.argv[1]), Speakers("Ada", "Me", True), 0.0, lambda _: None))
stage.recorder.start()
key, other = a_key_and_another(sys.argv[2])
for number in range(50):
    stage.picture(0.1 + number / 25, sys.argv[2], other if number else key)
    stage.sound(0.1 + number / 25, b"\\xfc\\xff\\xfe")
while stage.recorder._writer.seconds < 1.9:
    time.sleep(0.01)
print("there", flush=True)
sys.stdin.read()
"""


def test_a_process_that_is_killed_leaves_a_film_that_plays(tmp_path: Path) -> None:
    film = tmp_path / "talk.mkv"
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(film), "VP8"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout
        assert child.stdout.readline() == "there\n"
        child.send_signal(signal.SIGKILL)
    assert len(sizes(film)) == 50
    # Cut anywhere, too.
    data = film.read_bytes()
    for part in (0.5, 0.9):
        film.write_bytes(data[: int(len(data) * part)])
        assert len(sizes(film)) == pytest.approx(50 * part, abs=14)
