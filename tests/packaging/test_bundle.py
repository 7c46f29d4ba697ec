"""The bundle, built and started as a user does: it needs no Python of its own, and it connects."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.processes import start_broker, start_engine

ROOT = Path(__file__).parents[2]
KEY = "key-of-the-test"


@pytest.mark.long
def test_the_bundle_connects_and_holds_neither_broker_nor_engine(tmp_path: Path) -> None:
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--log-level", "ERROR"),
            *("--distpath", str(tmp_path / "dist"), "--workpath", str(tmp_path / "build")),
            str(ROOT / "packaging" / "persona-viewer.spec"),
        ],
        check=True,
    )
    folder = tmp_path / "dist" / "persona-viewer"
    assert not {"fastapi", "piper", "skia", "onnxruntime"} & {file.name for file in folder.rglob("*")}

    program = str(folder / "persona-viewer")
    refused = subprocess.run([program, "engine"], check=False, capture_output=True, text=True)
    assert refused.returncode == 2
    assert "not part of this bundle" in refused.stderr

    engine = start_engine(KEY)
    broker = start_broker(engine.url, KEY)
    try:
        window = subprocess.run(
            [program, "run", "--broker", broker.url, "--persona", "joe", "--seconds", "6"],
            check=False,
            capture_output=True,
            text=True,
            env=os.environ | _screen(),
        )
    finally:
        broker.stop()
        engine.stop()
    assert window.returncode == 0, window.stderr
    assert "audio processing is not available" not in window.stderr
    report = json.loads(window.stdout)
    assert report["ok"]
    assert report["video"]["painted_fps"] > 0


def _screen() -> dict[str, str]:
    """Xvfb where the tests have one, else none."""
    return {} if os.environ.get("DISPLAY") else {"QT_QPA_PLATFORM": "offscreen"}
