"""This computer, sound and with one thing after the other broken, as ``persona-viewer doctor`` tells it."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import PySide6
import pytest

from tests.doctor.conftest import QUIET, environment, examine, run_doctor
from tests.processes import viewer_command
from tests.sound_system import MICROPHONE, SPEAKER, SoundSystem, tone
from viewer.doctor.datagrams import udp
from viewer.doctor.threads import UnattendedThreads

LOCAL = ("versions", "settings", "display", "microphone", "speaker", "udp", "proxy")
WITH_SOUND = {"ALSA_CONFIG_PATH": ""}


@pytest.fixture
def spoken_to(sound_system: SoundSystem) -> Iterator[SoundSystem]:
    """A microphone with a tone in it for longer than a check lasts."""
    thread = sound_system.play_into_microphone(tone(440, 8))
    yield sound_system
    thread.join()


def test_a_sound_computer_is_told_in_a_fixed_order(spoken_to: SoundSystem) -> None:
    examined = examine(changes=spoken_to.environment | WITH_SOUND)
    assert [check["name"] for check in examined.report["checks"]][: len(LOCAL)] == list(LOCAL)
    assert {examined.states[name] for name in LOCAL} == {"ok"}
    assert f"«{MICROPHONE}»" in examined.check("microphone")["found"]
    assert "dBFS" in examined.check("microphone")["found"]
    assert f"«{SPEAKER}»" in examined.check("speaker")["found"]
    assert examined.exit_code == 0


def test_a_microphone_that_delivers_only_zeros_is_a_warning(sound_system: SoundSystem) -> None:
    examined = examine(
        "--mic", MICROPHONE, "--speaker", "none", changes=sound_system.environment | WITH_SOUND
    )
    assert examined.states["microphone"] == "warning"
    assert "nothing but zeros" in examined.check("microphone")["found"]
    assert examined.exit_code == 0


def test_a_chosen_device_that_is_not_there_is_exit_code_5(sound_system: SoundSystem) -> None:
    examined = examine("--mic", "none", "--speaker", "Gone", changes=sound_system.environment | WITH_SOUND)
    assert examined.exit_code == 5
    assert examined.check("speaker")["code"] == "audio-device"
    assert "«Gone» is not there" in examined.check("speaker")["found"]
    assert f"There are: «{SPEAKER}»" in examined.check("speaker")["found"]


def test_without_a_sound_server_both_devices_are_missed() -> None:
    examined = examine()
    assert examined.exit_code == 5
    assert (examined.states["microphone"], examined.states["speaker"]) == ("failed", "failed")
    assert examined.check("speaker")["found"] == "No loudspeaker was found."


def test_without_a_display_the_rest_is_still_checked() -> None:
    examined = examine(*QUIET, changes={"QT_QPA_PLATFORM": ""})
    assert examined.exit_code == 2
    assert examined.check("display")["code"] == "usage"
    assert "There is no screen" in examined.check("display")["found"]
    assert "DISPLAY" in examined.check("display")["fix"]
    assert (examined.states["versions"], examined.states["udp"]) == ("ok", "ok")


def test_a_display_that_nobody_serves_is_named() -> None:
    examined = examine(*QUIET, changes={"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":4711"})
    assert examined.check("display")["found"] == "The display «:4711» cannot be reached."


def test_a_library_that_qts_screen_needs_is_named_with_its_package(tmp_path: Path) -> None:
    # Qt's real library, but for the name of one that it asks for.
    library = "libQt6XcbQpa.so.6"
    real = (Path(PySide6.__path__[0]) / "Qt" / "lib" / library).read_bytes()
    (tmp_path / library).write_bytes(real.replace(b"libxcb-cursor.so.0\0", b"libxcb-absent.so.0\0"))
    broken = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":4711", "LD_LIBRARY_PATH": str(tmp_path)}
    examined = examine(*QUIET, changes=broken)
    assert "libxcb-absent.so.0 is missing" in examined.check("display")["found"]
    assert "apt install libxcb-absent0" in examined.check("display")["fix"]


@pytest.mark.parametrize(
    ("library", "package"),
    [("libEGL.so.1", "libegl1"), ("libdbus-1.so.3", "libdbus-1-3"), ("libglib-2.0.so.0", "libglib2.0-0")],
)
def test_a_library_that_qt_itself_needs_is_named_with_its_package(
    tmp_path: Path, library: str, package: str
) -> None:
    (tmp_path / "PySide6").mkdir()
    complaint = f"{library}: cannot open shared object file: No such file or directory"
    (tmp_path / "PySide6" / "__init__.py").touch()
    (tmp_path / "PySide6" / "QtCore.py").write_text(f"raise ImportError({complaint!r})\n")
    examined = examine(*QUIET, changes={"PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])})
    assert f"{library} is missing" in examined.check("display")["found"]
    assert f"apt install {package}." in examined.check("display")["fix"]


@pytest.mark.parametrize(("package", "version"), [("PySide6-Essentials", "6.9.3"), ("aiortc", "1.17.0")])
def test_a_package_that_does_not_fit_is_exit_code_2(tmp_path: Path, package: str, version: str) -> None:
    folder = tmp_path / f"{package.replace('-', '_')}-0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n")
    examined = examine(*QUIET, changes={"PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])})
    assert examined.exit_code == 2
    assert package.lower() in examined.check("versions")["found"].lower()
    assert "pip install" in examined.check("versions")["fix"]


def test_a_qt_that_is_not_installed_is_quoted(tmp_path: Path) -> None:
    (tmp_path / "PySide6.py").write_text("raise ImportError('gone')\n")
    examined = examine(*QUIET, changes={"PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])})
    assert examined.check("display")["found"].startswith("Qt cannot start here: ")
    assert "ImportError" in examined.check("display")["found"]


def test_a_settings_file_that_cannot_be_read_does_not_end_it(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("broker = http://without.quotes\n")
    examined = examine(*QUIET, changes={"PERSONA_VIEWER_CONFIG": str(file)})
    assert examined.exit_code == 2
    assert f"{file} is not TOML" in examined.check("settings")["found"]
    assert (examined.states["display"], examined.states["udp"]) == ("ok", "ok")


def test_what_the_window_remembers_is_used_and_a_flag_outranks_it(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('broker = "http://remembered.invalid"\n')
    remembered = {"PERSONA_VIEWER_CONFIG_DIR": str(tmp_path)}
    assert "remembered.invalid" in examine(*QUIET, changes=remembered).check("dns")["found"]
    given = examine("--broker", "http://given.invalid", *QUIET, changes=remembered)
    assert "given.invalid" in given.check("dns")["found"]


def test_a_terminal_without_unicode_gets_ascii() -> None:
    result = subprocess.run(
        viewer_command("doctor", *QUIET),
        check=False,
        capture_output=True,
        env=environment({"PYTHONIOENCODING": "ascii"}),
    )
    table = result.stdout.decode("ascii")
    assert "  + versions" in table
    assert "  - microphone" in table
    assert "?" not in table


def test_each_failure_in_the_table_is_followed_by_its_fix() -> None:
    lines = run_doctor("--mic", "none").stdout.splitlines()
    row = next(number for number, line in enumerate(lines) if "✗ speaker" in line)
    assert lines[row + 1].strip() == "→ Plug one in and choose it."
    assert lines[-1] == "1 check failed. Begin with «speaker». 11 checks left out."


def test_a_thread_that_never_ends_holds_nobody_up() -> None:
    over = threading.Event()
    pool = UnattendedThreads()
    stuck = pool.submit(over.wait)
    assert pool.submit(lambda: "done").result() == "done"
    pool.shutdown()
    assert stuck.running()
    over.set()
    assert stuck.result()


def test_a_datagram_comes_back_on_this_computer() -> None:
    assert "can send and receive" in udp("127.0.0.1").found
