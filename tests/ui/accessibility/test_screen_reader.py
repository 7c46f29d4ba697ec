"""The window for those who do not see it: through the accessibility bus of a real desktop, by keyboard."""

import asyncio
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from tests.processes import Server, viewer_command
from tests.sound_system import RATE, Samples, SoundSystem
from tests.ui.accessibility.desktop import Desktop
from tests.ui.accessibility.screen_reader import ScreenReader
from viewer.engine.voice.voices import Voices

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    desktop = Desktop(tmp_path_factory.mktemp("desktop"))
    yield desktop
    desktop.close()


@contextmanager
def viewer(
    desktop: Desktop, folder: Path, *options: str, sound: SoundSystem | None = None
) -> Iterator[ScreenReader]:
    """The program with ``options``, and somebody who listens to it; silent where there is no ``sound``."""
    reader = ScreenReader(desktop)
    settings = ["--config", str(folder / "settings.toml")]
    settings += [] if sound else ["--mic", "none", "--speaker", "none"]
    heard = sound.environment if sound else {}
    process = subprocess.Popen(
        viewer_command("run", *settings, *options),
        env=os.environ | heard | desktop.environment | {"LC_ALL": "C.UTF-8"},
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
    desktop: Desktop, hearing_broker: Server, sound_system: SoundSystem, tmp_path: Path
) -> None:
    question = said_aloud("My favourite fruit is the banana. Which fruit do you like best?")
    options = ("--broker", hearing_broker.url, "--language", "ar", "--text-scale", "200")
    with viewer(desktop, tmp_path, *options, sound=sound_system) as reader:
        reader.find("list item", "Joe")
        reader.tab_to("الشخصيات")  # personas
        reader.press("Home")
        reader.press("Return")
        reader.heard("جارٍ الاتصال…")  # connecting
        reader.heard("تم الاتصال. يمكنك التحدث الآن.")  # connected, you can talk now

        reader.press("Ctrl+T")
        with sound_system.playing_into_microphone(question):
            said = reader.find_text("ما قيل", "best")  # what was said
        assert "أنت" in said.text[: said.text.index("best")]  # by you
        reader.find_text("ما قيل", "Joe")  # answers

        reader.tab_to("الرسالة")  # message
        reader.write("What is your name?")
        reader.press("Return")
        reader.find_text("ما قيل", "What is your name?")
        reader.tab_to("ما قيل")
        reader.press("Ctrl+F")
        reader.tab_to("البحث في النص")  # search the transcript
        reader.write("your name")
        reader.heard("1")  # of the places found
        reader.press("Escape")

        reader.press("Ctrl+M")
        reader.heard("تم كتم الميكروفون")  # the microphone is muted
        assert "checked" in reader.find("check box", "إلغاء كتم الميكروفون").states  # unmute
        with sound_system.playing_into_microphone(question):
            reader.heard("أنت تتكلم، لكن ميكروفونك متوقف.")  # you speak, but your microphone is off
        reader.press("Ctrl+M")
        reader.heard("الميكروفون يعمل")  # the microphone is on

        export(reader, tmp_path / "talk.md")
        assert "best" in (tmp_path / "talk.md").read_text("utf-8")
        reader.press("Ctrl+Shift+E")
        reader.heard("انتهت المحادثة.")  # the talk is over
        reader.tab_to("الشخصيات")


def export(reader: ScreenReader, file: Path) -> None:
    """As Markdown, which comes first in the menu, to ``file``."""
    reader.tab_to("تصدير")  # export
    reader.press("Space")
    reader.press("Down")
    reader.reached("Markdown")
    reader.press("Return")
    reader.find("dialog", "تصدير النص")  # export the transcript
    reader.press("Ctrl+A")
    reader.write(str(file))
    reader.press("Return")
    reader.heard(f"حُفظ باسم {file.name}.")  # saved as
    reader.go_to_window()
    reader.tab_to("تصدير")


def said_aloud(sentence: str) -> Samples:
    """In Joe's voice, always in the same way, and a rest in which it is understood and answered."""
    onnxruntime.set_seed(1)
    voices = Voices()
    try:
        spoken = asyncio.run(_speak(voices, sentence))
    finally:
        voices.close()
    return np.concatenate([spoken, np.zeros(10 * RATE, np.int16)])


async def _speak(voices: Voices, sentence: str) -> Samples:
    voice = await voices.load("joe")
    return (await voice.speak(sentence)).pcm


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
