"""Somebody else's plugin, as published, in a pipeline that speaks through our engine.

It wants another version of the vendor's client than we test with, and so has an environment of its own, which
pip fills from its cache.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from tests.processes import API_KEY, Server

pytestmark = pytest.mark.long

PACKAGES: Final = ("pipecat-anam==0.1.0", "pipecat-ai==1.14.0")
DRIVER: Final = Path(__file__).with_name("pipecat_driver.py")
DBFS: Final = -15.0
ROUNDS: Final = 10
# What would lead pip to our versions, or Python to our tree.
_OURS: Final = ("PIP_CONSTRAINT", "PYTHONPATH", "VIRTUAL_ENV")


def run(*words: str | Path) -> str:
    """What a command prints that has to succeed."""
    environment = {name: value for name, value in os.environ.items() if name not in _OURS}
    ended = subprocess.run(words, check=False, capture_output=True, text=True, env=environment)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


@pytest.fixture(scope="module")
def python() -> Iterator[Path]:
    """The Python of an environment that has the plugin. It is large, and so does not stay."""
    with tempfile.TemporaryDirectory() as folder:
        run(sys.executable, "-m", "venv", folder)
        python = Path(folder, "bin", "python")
        run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES)
        yield python


@pytest.fixture(scope="module")
def found(python: Path, engine: Server) -> dict[str, Any]:
    """What came of a session of the plugin's: figures by name."""
    words = (engine.url, API_KEY, str(DBFS), str(ROUNDS))
    figures: dict[str, Any] = json.loads(run(python, DRIVER, *words))
    return figures


def test_pictures_come_in_time(found: dict[str, Any]) -> None:
    assert found["size"] == [720, 480]
    assert found["fps"] == pytest.approx(25, abs=0.5)
    assert found["errors"] == []


def test_sound_comes_as_loud_as_it_was_sent(found: dict[str, Any]) -> None:
    assert found["dbfs"] == pytest.approx(DBFS, abs=0.5)
    assert found["seconds"] >= 1.9


@pytest.mark.parametrize("when", ["amid speech", "amid silence"])
def test_the_turn_after_an_interrupt_survives_and_the_one_before_does_not(
    found: dict[str, Any], when: str
) -> None:
    rounds = found[when]
    assert [next_seconds for _, next_seconds in rounds] == pytest.approx([1.0] * ROUNDS, abs=0.1)
    assert max(first_seconds for first_seconds, _ in rounds) < 4, "nothing was interrupted"
