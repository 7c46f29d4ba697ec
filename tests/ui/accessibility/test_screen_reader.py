"""The window for those who do not see it: through the accessibility bus of a real desktop, by keyboard."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.processes import Server, viewer_command
from tests.ui.accessibility.desktop import Desktop
from tests.ui.accessibility.screen_reader import ScreenReader

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    desktop = Desktop(tmp_path_factory.mktemp("desktop"))
    yield desktop
    desktop.close()


@contextmanager
def viewer(desktop: Desktop, folder: Path, *options: str) -> Iterator[ScreenReader]:
    """The program with ``options``, and somebody who listens to it."""
    reader = ScreenReader(desktop)
    settings = ("--config", str(folder / "settings.toml"), "--mic", "none", "--speaker", "none")
    process = subprocess.Popen(
        viewer_command("run", *settings, *options),
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
    with viewer(desktop, tmp_path, "--persona", "joe", "--broker", dead_broker, "--connect") as reader:
        reader.heard("The broker cannot be reached.")
        assert reader.things()[0].role == "frame"
        reader.find("label", "The broker cannot be reached.")
        reader.tab_to("Try again")
        reader.press("Space")
        reader.heard("The broker cannot be reached.")


def test_a_whole_talk_by_keyboard_alone_in_arabic_with_letters_of_twice_the_size(
    desktop: Desktop, broker: Server, tmp_path: Path
) -> None:
    options = ("--broker", broker.url, "--language", "ar", "--text-scale", "200")
    with viewer(desktop, tmp_path, *options) as reader:
        reader.find("list item", "Joe")
        reader.tab_to("الشخصيات")  # personas
        reader.press("Home")
        reader.press("Return")
        reader.heard("جارٍ الاتصال…")  # connecting
        reader.heard("تم الاتصال. يمكنك التحدث الآن.")  # connected, you can talk now
        reader.tab_to("الرسالة")  # message
        reader.write("What is your name?")
        reader.press("Return")
        reader.press("Ctrl+T")
        said = reader.find_text("ما قيل", "What is your name?")  # what was said
        assert "Joe" in said.text
        reader.press("Ctrl+F")
        reader.tab_to("البحث في النص")  # search the transcript
        reader.write("your name")
        reader.find("label", "1")  # of the places found
        reader.press("Escape")
        reader.press("Ctrl+Shift+E")
        reader.heard("انتهت المحادثة.")  # the talk is over
        reader.tab_to("الشخصيات")


def test_another_language_is_spoken_as_soon_as_it_is_chosen(
    desktop: Desktop, dead_broker: str, tmp_path: Path
) -> None:
    with viewer(desktop, tmp_path, "--broker", dead_broker, "--language", "en") as reader:
        reader.tab_to("Preferences")
        reader.press("Space")
        reader.tab_to("Search settings")
        reader.write("language")
        reader.tab_to("English")  # on Linux a list is called by what is chosen, and labelled by its title
        reader.press("Down")
        reader.find("text", "Einstellungen durchsuchen")
        reader.find("label", "Der Broker ist nicht erreichbar.")
