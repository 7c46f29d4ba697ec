"""The window for those who do not see it: through the accessibility bus of a real desktop, by keyboard."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.processes import viewer_command
from tests.ui.accessibility.desktop import Desktop
from tests.ui.accessibility.screen_reader import ScreenReader

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    desktop = Desktop(tmp_path_factory.mktemp("desktop"))
    yield desktop
    desktop.close()


@contextmanager
def viewer(desktop: Desktop, *options: str) -> Iterator[ScreenReader]:
    """The program with ``options``, and somebody who listens to it."""
    reader = ScreenReader(desktop)
    process = subprocess.Popen(
        viewer_command("run", "--mic", "none", "--speaker", "none", *options),
        env=os.environ | desktop.environment | {"LC_ALL": "C.UTF-8"},
    )
    try:
        reader.wait_for_window()
        yield reader
    finally:
        process.terminate()
        process.wait(20)
        reader.close()


def test_a_failed_call_is_said_and_tried_again_by_keyboard(
    desktop: Desktop, dead_broker: str, tmp_path: Path
) -> None:
    with viewer(desktop, "--config", str(tmp_path / "settings.toml"), "--persona", "joe") as reader:
        reader.tab_to("Broker URL")
        reader.write(dead_broker)
        reader.press("Return")
        reader.heard("The broker cannot be reached.")
        reader.find("label", "The broker cannot be reached.")
        reader.tab_to("Try again")
        reader.press("Space")
        reader.heard("The broker cannot be reached.")
