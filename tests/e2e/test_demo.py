"""The whole product as a newcomer meets it: one command, a real window, a real loudspeaker."""

import json
import os
import re
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtGui import QImage

from tests.processes import API_KEY, Server, viewer_command
from tests.sound_system import RATE, SoundSystem
from viewer.engine.face.portrait import BACKGROUND, FLAT_CORNER, HEIGHT, WIDTH
from viewer.media.pcm import rms

pytestmark = pytest.mark.wire

BROKER_LINE = re.compile(r"http://127\.0\.0\.1:\d+")
Rgb = npt.NDArray[np.uint8]


@contextmanager
def demo(*options: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """``persona-viewer demo``, killed at the end if it still runs."""
    process = subprocess.Popen(
        viewer_command("demo", *options), env=os.environ | environment, stdout=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()


def broker_url(process: subprocess.Popen[str]) -> str:
    """Waits until both servers run."""
    assert process.stdout
    for line in process.stdout:
        if found := BROKER_LINE.search(line):
            return found[0]
    raise AssertionError("the demo ended before its broker ran")


def finished(process: subprocess.Popen[str]) -> dict[str, Any]:
    """The report, once the demo has ended."""
    output, _ = process.communicate(timeout=60)
    report: dict[str, Any] = json.loads(output[output.index("{") :])
    return report


def descendants(pid: int) -> set[int]:
    """Every process that ``pid`` started, and those that they did."""
    children = {
        int(child)
        for task in Path(f"/proc/{pid}/task").glob("*")
        for child in (task / "children").read_text().split()
    }
    return children.union(*(descendants(child) for child in children))


def running(pids: set[int]) -> set[int]:
    """Those of ``pids`` that have not ended."""

    def runs(pid: int) -> bool:
        try:
            return ") Z" not in Path(f"/proc/{pid}/stat").read_text()
        except OSError:
            return False

    return {pid for pid in pids if runs(pid)}


def wait_until_ended(pids: set[int]) -> None:
    deadline = time.monotonic() + 10
    while running(pids):
        assert time.monotonic() < deadline, "processes are left"
        time.sleep(0.02)


def pixels(file: Path) -> Rgb:
    """The screenshot, shape (height, width, 3)."""
    image = QImage(str(file)).convertToFormat(QImage.Format.Format_RGB888)
    rows = np.array(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())  # a copy
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3)


def picture_in(screenshot: Rgb) -> Rgb:
    """The avatar's part of the window: the largest 3:2 rectangle, in the middle."""
    height, width = screenshot.shape[:2]
    shown_width = min(width, height * WIDTH // HEIGHT)
    shown_height = min(height, width * HEIGHT // WIDTH)
    left, top = (width - shown_width) // 2, (height - shown_height) // 2
    return screenshot[top : top + shown_height, left : left + shown_width]


def assert_the_persona_is_there(screenshot: Rgb) -> None:
    picture = picture_in(screenshot)
    scale = picture.shape[1] / WIDTH
    # Off the edge, where scaling mixes it with the bars, and below what the window draws on top.
    patch = picture[int(30 * scale) : int((FLAT_CORNER - 8) * scale), int(8 * scale) : int(60 * scale)]
    assert np.abs(np.median(patch, axis=(0, 1)) - BACKGROUND).max() <= 8
    face = picture[int(200 * scale) : int(250 * scale), int(320 * scale) : int(400 * scale)].astype(int)
    red, _, blue = np.median(face, axis=(0, 1))
    assert red > 180
    assert red - blue > 40


def test_the_demo_shows_the_persona_is_heard_and_leaves_nothing(
    sound_system: SoundSystem, tmp_path: Path
) -> None:
    file = tmp_path / "demo.png"
    environment = sound_system.environment | {"QT_QPA_PLATFORM": "xcb"}
    with demo("--seconds", "60", "--snapshot", str(file), **environment) as process:
        broker_url(process)
        family = descendants(process.pid)
        assert len(family) >= 2
        heard = sound_system.record(5, from_voice=True)
        process.send_signal(signal.SIGTERM)
        report = finished(process)
        assert process.returncode == 0
        wait_until_ended(family)
    assert report["ok"]
    assert all(report["milestones_ms"].values())
    assert (report["video"]["width"], report["video"]["height"]) == (WIDTH, HEIGHT)
    assert report["video"]["painted_fps"] > 0  # how many of them: the bench
    assert report["messages"][0]["role"] == "persona"
    assert_the_persona_is_there(pixels(file))
    loudness = [rms(part) for part in np.array_split(heard, 50)]
    assert max(loudness) > 0.03, "the voice"
    assert min(loudness) < 0.005, "its pauses"
    assert len(heard) == 5 * RATE


def test_a_probe_reports_what_arrived(broker: Server) -> None:
    words = ("--broker", broker.url, "--persona", "joe", "--seconds", "3", "--json")
    result = subprocess.run(viewer_command("probe", *words), capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    report = json.loads(result.stdout)
    assert report["ok"]
    assert (report["video"]["width"], report["video"]["codec"]) == (WIDTH, "VP8")
    assert report["video"]["painted_fps"] is None


def test_a_window_without_a_sound_device_shows_the_picture_and_says_goodbye_at_ctrl_c(
    engine: Server, broker: Server, tmp_path: Path
) -> None:
    file = tmp_path / "window.png"
    nowhere = {"PULSE_SERVER": f"unix:{tmp_path}/nobody"}
    words = ("--seconds", "60", "--snapshot", str(file))
    with connected_window(broker, *words, **nowhere) as window:
        # Until the window tells of pictures: when it is grabbed, it paints the newest.
        wait_for_sessions(engine, lambda sessions: [pictures_decoded(s) > 0 for s in sessions] == [True])
        window.send_signal(signal.SIGINT)
        report = finished(window)
        assert window.returncode == 0
        wait_for_sessions(engine, lambda sessions: not sessions)
    assert report["ok"]
    assert_the_persona_is_there(pixels(file))


@contextmanager
def connected_window(broker: Server, *words: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """``persona-viewer run --connect``, offscreen, killed at the end if it still runs."""
    # What is started in the background inherits that it ignores Ctrl+C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    command = viewer_command("run", "--broker", broker.url, "--persona", "joe", "--connect", *words)
    window = subprocess.Popen(
        command,
        env=os.environ | environment | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield window
    finally:
        window.kill()
        window.wait()
        if window.stdout:
            window.stdout.close()


def pictures_decoded(session: dict[str, Any]) -> int:
    """How many there were when the viewer last told the engine."""
    return int(session["remoteRtp"].get("video", {}).get("framesDecoded", 0))


def wait_for_sessions(engine: Server, fit: Callable[[list[dict[str, Any]]], bool]) -> None:
    """Until the engine's sessions ``fit``."""
    deadline = time.monotonic() + 30
    headers = {"Authorization": f"Bearer {API_KEY}"}
    with httpx.Client(base_url=engine.url, headers=headers, trust_env=False, verify=False) as http:
        while not fit(sessions := http.get("/v1/engine/sessions").json()):
            assert time.monotonic() < deadline, sessions
            time.sleep(0.05)
