"""One window for each settings file: a second start hands over, and no neighbour can do harm."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from viewer.ui.desktop import hand_over, places
from viewer.ui.desktop.front_door import enter
from viewer.ui.desktop.hand_over import MAX_CALLERS, MAX_MESSAGE
from viewer.ui.desktop.instance import Instance
from viewer.ui.desktop.links import MAX_LINK

ROOT = Path(__file__).parents[3]
LINK = "persona-viewer://connect?broker=https://b.example&persona=lena"

# A start whose settings file is the argument; it says how it went.
START = """
import sys
import tempfile
from pathlib import Path
from viewer.ui.desktop.instance import Instance
me = Instance(Path(sys.argv[1]))
first = me.is_first()
print("first" if first else "told" if me.hand_over(sys.argv[2]) else "alone", flush=True)
if first:
    input()
"""


@pytest.fixture(autouse=True)
def meeting(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("run")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
    monkeypatch.delenv("DESKTOP_STARTUP_ID", raising=False)
    return folder


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def first(config: Path, qtbot: QtBot) -> Iterator[Instance]:
    """The first instance, which listens."""
    made = Instance(config)
    assert made.is_first()
    made.listen()
    yield made
    made.close()


def second_start(config: Path, link: str = "", **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", START, str(config), link],
        cwd=ROOT,
        env=os.environ | environment,
        encoding="utf-8",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def test_a_second_start_brings_the_window_to_the_front_and_its_link_along(config: Path, qtbot: QtBot) -> None:
    followed: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    door = enter(config, "", new_window=False)
    assert door
    door.open(window, followed.append)
    window.showMinimized()
    qtbot.wait(0)
    second = second_start(config, LINK, XDG_ACTIVATION_TOKEN="may-come-to-the-front")
    qtbot.waitUntil(lambda: followed == [LINK], timeout=20_000)
    assert not window.isMinimized()
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "may-come-to-the-front"
    assert second.communicate()[0] == "told\n"
    door.close()


def test_what_a_start_brings_with_it_is_followed_by_itself(config: Path, qtbot: QtBot) -> None:
    followed: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    door = enter(config, LINK, new_window=False)
    assert door
    door.open(window, followed.append)
    qtbot.waitUntil(lambda: followed == [LINK])
    door.close()


def test_other_settings_are_another_program(first: Instance, tmp_path: Path) -> None:
    other = Instance(tmp_path / "other.toml")
    assert other.is_first()
    other.close()


def test_when_the_first_has_ended_the_next_is_first(first: Instance, config: Path) -> None:
    first.close()
    first.close()
    again = Instance(config)
    assert again.is_first()
    again.listen()
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_one_that_crashed_is_replaced(config: Path, meeting: Path, qtbot: QtBot) -> None:
    crashed = second_start(config)
    assert crashed.stdout
    assert crashed.stdout.readline() == "first\n"
    left = next((meeting / "persona-viewer").glob("*.lock"))
    left.with_suffix("").touch()  # a socket that nobody listens to
    crashed.send_signal(signal.SIGKILL)
    crashed.communicate()
    again = Instance(config)
    assert again.is_first()
    again.listen()
    with qtbot.waitSignal(again.opened, timeout=20_000):
        second = second_start(config)
    second.communicate()
    again.close()


def test_a_first_that_does_not_answer_is_waited_for_a_moment_only(
    first: Instance, config: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    # It is this very thread, which does not get to answer.
    monkeypatch.setattr(hand_over, "_PATIENCE_SECONDS", 0.05)
    door = enter(config, LINK, new_window=False)
    assert door
    assert "does not answer" in caplog.text
    door.close()


def test_whoever_wants_a_window_of_their_own_gets_one(first: Instance, config: Path) -> None:
    door = enter(config, LINK, new_window=True)
    assert door
    door.close()
    assert enter(None, LINK, new_window=False)


def test_where_instances_cannot_meet_each_has_its_window(
    config: Path, meeting: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (meeting / "persona-viewer").mkdir(mode=0o777)
    (meeting / "persona-viewer").chmod(0o777)
    caplog.set_level("INFO")
    for _ in range(2):
        one = Instance(config)
        assert one.is_first()
        one.listen()
        one.close()
    assert "instances cannot meet" in caplog.text


@pytest.mark.parametrize(
    ("complaint", "told"),
    [
        (
            "libgssapi_krb5.so.2: cannot open shared object file: No such file or directory",
            "the library libgssapi_krb5.so.2 is missing; on Debian and Ubuntu: apt install libgssapi-krb5-2",
        ),
        ("DLL load failed", "DLL load failed"),
    ],
)
def test_where_qt_s_sockets_cannot_be_loaded_each_has_its_window(
    first: Instance, config: Path, complaint: str, told: str, caplog: pytest.LogCaptureFixture
) -> None:
    class Refusing:
        """In the place of the module, as the loader refuses it."""

        def __getattr__(self, name: str) -> object:
            raise ImportError(complaint)

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, hand_over.__name__, Refusing())
        second = Instance(config)
        assert not second.is_first()
        assert not second.hand_over(LINK)
        second.listen()
        second.close()
    assert caplog.messages == [
        f"a window is open, and this is one of its own: {told}",
        f"later starts have windows of their own: {told}",
    ]


def test_without_a_folder_of_the_session_they_meet_where_files_are_temporary(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path))
    folder = places.meeting_folder()
    assert folder.parent == tmp_path
    assert folder.stat().st_mode & 0o777 == 0o700


class Caller:
    """Somebody at the first instance's socket."""

    def __init__(self, qtbot: QtBot, meeting: Path) -> None:
        self.qtbot = qtbot
        self.socket = QLocalSocket()
        [lock] = (meeting / "persona-viewer").glob("*.lock")
        self.socket.connectToServer(str(lock.with_suffix("")))
        assert self.socket.waitForConnected(5000)

    def say(self, message: bytes) -> bytes:
        """What is answered until the other end closes."""
        self.socket.write(message)
        self.qtbot.waitUntil(self.is_over)
        return bytes(self.socket.readAll().data())

    def is_over(self) -> bool:
        return self.socket.state() == QLocalSocket.LocalSocketState.UnconnectedState


@pytest.fixture
def call(first: Instance, meeting: Path, qtbot: QtBot) -> Callable[[], Caller]:
    return lambda: Caller(qtbot, meeting)


def said(link: object = LINK, activation: object = "") -> bytes:
    return json.dumps({"link": link, "activation": activation}).encode() + b"\n"


@pytest.mark.parametrize(
    "message",
    [
        b"\n",
        b"[]\n",
        b"{}\n",
        b"\xff\n",
        b"[" * 9000 + b"\n",
        said(link=7),
        said(activation=None),
        b"x" * (MAX_MESSAGE + 10),
    ],
)
def test_a_message_that_is_none_is_not_answered(
    first: Instance, call: Callable[[], Caller], message: bytes
) -> None:
    opened: list[str] = []
    first.opened.connect(opened.append)
    assert call().say(message) == b""
    assert opened == []
    assert call().say(said()) == b"ok\n"
    assert opened == [LINK]


def test_no_more_is_taken_than_a_link_may_have_and_no_odd_permission(
    first: Instance, call: Callable[[], Caller]
) -> None:
    opened: list[str] = []
    first.opened.connect(opened.append)
    assert call().say(said("a" * 5000, "two\nlines")) == b"ok\n"
    assert [len(link) for link in opened] == [MAX_LINK + 1]
    assert "XDG_ACTIVATION_TOKEN" not in os.environ


def test_callers_who_say_nothing_are_few_and_leave(
    first: Instance, call: Callable[[], Caller], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(hand_over, "CALLER_SECONDS", 0.05)
    silent = [call() for _ in range(MAX_CALLERS + 2)]
    qtbot.waitUntil(lambda: all(caller.is_over() for caller in silent))
    assert call().say(said()) == b"ok\n"


@pytest.mark.skipif(sys.platform == "win32", reason="bits of files")
def test_nobody_else_may_call(first: Instance, meeting: Path) -> None:
    [lock] = (meeting / "persona-viewer").glob("*.lock")
    assert lock.with_suffix("").stat().st_mode & 0o077 == 0
