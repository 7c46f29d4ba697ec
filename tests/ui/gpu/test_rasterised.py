"""The shaders and what becomes of failures, by a real driver on a real screen: here a software rasteriser."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = [
    pytest.mark.wire,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Xvfb is of Linux"),
]

SEEN = {"away": 0, "floating": True, "kind": "RasterSurface"}


def test_the_driver_draws_what_the_processor_paints_until_it_fails() -> None:
    done = subprocess.run(
        ["xvfb-run", "--auto-servernum", sys.executable, "-m", "tests.ui.gpu.rasterised"],
        capture_output=True,
        check=False,
        cwd=Path(__file__).parents[3],
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "LIBGL_ALWAYS_SOFTWARE": "1"},
    )
    assert done.returncode == 0, done.stderr.decode()
    found = json.loads(done.stdout)
    _colours_are_right(found["colours"])
    for kind in ("lost", "refused", "silent"):
        _it_is_painted_again(kind, found["failures"][kind])
    assert found["chosen"] == {"real": None, "surfaces": 0, "refused": ["software"]}


def _colours_are_right(found: dict[str, Any]) -> None:
    assert len(found["away"]) == 40
    for name, (most, share) in found["away"].items():
        # See test_taps.py on what FFmpeg does where it scales.
        assert most <= (2 if name.endswith("240×160") else 5), name
        assert share < 0.005, name
    assert max(found["zoomed"], found["framed"]) <= 5
    assert {tuple(colour) for colour in (*found["bars"], found["beside"])} == {(255, 0, 0)}


def _it_is_painted_again(kind: str, found: dict[str, Any]) -> None:
    """The same picture at once, without the driver, and then the next one; what floats stays over it."""
    drawn, *painted = found["seen"]
    assert drawn["floating"]
    assert drawn["away"] <= 2
    assert drawn["kind"] == "OpenGLSurface"
    assert painted == [SEEN, SEEN]
    assert (found["told"], found["left"]) == (kind, 0)
