"""Wires the GUI: owns the Qt loop, what is loaded behind the window, and the order of shutdown."""

import viewer.ui  # noqa: F401 - first, as with it Qt leaves imports alone

# isort: split
import json
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from viewer.errors import UsageError
from viewer.interruption import end_at_ctrl_c
from viewer.loading import loading
from viewer.memory import share_arenas
from viewer.protocol.commands import Command
from viewer.protocol.events import SessionClosed
from viewer.session.report import ReportBuilder
from viewer.settings import ViewerSettings
from viewer.settings_file import SettingsFile
from viewer.ui import look
from viewer.ui.bridge import Bridge
from viewer.ui.desktop.crash_reports import crashes_reported
from viewer.ui.desktop.front_door import FrontDoor, LinkApplication, enter
from viewer.ui.desktop.kept_log import log_kept
from viewer.ui.desktop.manners import Manners
from viewer.ui.desktop.places import state_folder
from viewer.ui.first_paint import when_painted
from viewer.ui.gallery.demo.process import DemoProcess, is_installed
from viewer.ui.gallery.faces.kept_faces import KeptFaces
from viewer.ui.language.speech import speak
from viewer.ui.screen import required_screen
from viewer.ui.settings_store import SettingsStore
from viewer.ui.windows.main_window import MainWindow
from viewer.ui.worker import Worker

if TYPE_CHECKING:
    from viewer.backstage import Backstage

_WINDOW_KEY: Final = "window"
# So long the GUI thread may keep the interpreter from the media thread. Python's own 5 ms add up, once for
# each of the many calls by which a connection comes about while a window is drawn.
_SWITCH_SECONDS: Final = 0.001


def run(  # noqa: PLR0913 - as many as a window's command line says
    settings: ViewerSettings,
    file: SettingsFile,
    seconds: float | None = None,
    snapshot: Path | None = None,
    link: str = "",
    new_window: bool = False,
    *,
    is_demo: bool = False,
) -> int:
    """Show the window until it is closed; returns the exit code. A window on the same ``file`` that is
    open already is brought to the front instead.

    Args:
        file: where changes are remembered.
        seconds: connect at once, end after that long or with the session, print the report as JSON.
        snapshot: where the window's last picture goes, as PNG.
        link: a persona-viewer:// link to follow, if the user agrees.
        new_window: have one whatever is open.
        is_demo: the broker is the demo's, whose faces the program knows.

    Raises:
        UsageError: there is no screen, or the snapshot cannot be written.
        ViewerError: the media thread ended before its time.
    """
    application = make_application()
    door = enter(file.path if seconds is None else None, link, new_window)
    if door is None:
        return 0
    report = ReportBuilder()
    with crashes_reported(settings.crash_reports), log_kept(settings.log_file), ExitStack() as ends:
        store = SettingsStore(settings, file, application)
        _follow_look(application, store)
        _follow_language(application, store)
        opened = _open(store, seconds, door, ends, is_demo)
        _load_after_first_paint(opened.window)
        from viewer.ui.event_loop import run_on  # noqa: PLC0415

        painted_fps = run_on(application, _run_window(opened, store, seconds, snapshot, report, door))
    if seconds is None:
        return 0
    sys.stdout.write(json.dumps(report.report(round(painted_fps, 2)), indent=2) + "\n")
    sys.stdout.flush()
    return report.exit_code


def replay(settings: ViewerSettings, path: Path) -> int:
    """Show the session file at ``path`` until its window is closed; returns the exit code.

    Raises:
        UsageError: it is no session file, or there is no screen.
    """
    from viewer.session.session_file.lines import SessionFile  # noqa: PLC0415 - no other window reads any
    from viewer.ui.event_loop import run_on, until_told  # noqa: PLC0415
    from viewer.ui.inspector.replay.window import ReplayWindow  # noqa: PLC0415

    file = SessionFile(path)
    application = make_application()
    speak(application, settings.language)
    look.Follower(application, look.Choice.of(settings))

    async def show() -> None:
        over, window = until_told(), ReplayWindow(file)
        window.closed.connect(over.set)
        window.show()
        await over.wait()
        window.hide()

    with crashes_reported(settings.crash_reports):
        run_on(application, show())
    return 0


def check_display() -> int:
    """Print which screen a window would be shown on; returns the exit code. Without one, Qt aborts.

    Raises:
        UsageError: there is no screen.
    """
    application = make_application()
    size = application.primaryScreen().size()
    sys.stdout.write(f"Qt shows windows by “{application.platformName()}”, {size.width()}×{size.height()}.\n")
    return 0


def _follow_look(application: QApplication, store: SettingsStore) -> None:
    follower = look.Follower(application, look.Choice.of(store.current))

    def change(*_: object) -> None:
        choice = look.Choice.of(store.current)
        if choice != follower.choice:  # not with each step of a volume
            follower.choose(choice)

    store.changed.connect(change)


def _follow_language(application: QApplication, store: SettingsStore) -> None:
    def change(name: str, value: Any) -> None:
        if name == "language":
            speak(application, value)

    speak(application, store.current.language)
    store.changed.connect(change)


class _Opened:
    """A window with nothing behind it yet: what is asked for meanwhile waits."""

    def __init__(self, store: SettingsStore, door: FrontDoor) -> None:
        self.behind: Backstage | None = None
        self.early: list[Command] = []
        self.is_closed = False
        self.bridge = Bridge()
        self.window = window = MainWindow(store, self.bridge.pictures, self._level)
        self.bridge.event_published.connect(window.handle)
        self.bridge.picture_ready.connect(window.wake)
        window.command.connect(self.early.append)
        window.closed.connect(self._close)
        self.manners = Manners(window, door, lambda *who: window.start_page.name_of(*who) or who[1])
        self.bridge.event_published.connect(self.manners.handle)
        window.start_page.book.faces = KeptFaces(state_folder)

    def _level(self) -> float:
        return self.behind.voice.level if self.behind else 0.0

    def _close(self) -> None:
        self.is_closed = True


def _open(
    store: SettingsStore, seconds: float | None, door: FrontDoor, ends: ExitStack, is_demo: bool
) -> _Opened:
    """The window, shown."""
    opened, settings = _Opened(store, door), store.current
    window = opened.window
    if is_demo:
        window.start_page.show_demo(settings.broker)
    elif store.file.path and is_installed():
        window.start_page.offer_demo(_demo(ends))
    if settings.connect or seconds is not None:  # before it shows: its first frame is who is called
        window.connect_session(settings.broker, settings.persona)
    _show(window, store)
    return opened


def _load_after_first_paint(window: QWidget) -> None:
    """Let Qt run alone while ``window`` is painted, and then what makes asyncio's loop of its own, and the
    talk's page, is loaded beside the GUI thread.
    """
    alone, worker = QEventLoop(), Worker()

    def load() -> Callable[[], None]:
        with suppress(Exception), loading():  # it is raised where it is imported again
            import viewer.ui.event_loop  # noqa: PLC0415 - with it, asyncio
            import viewer.ui.windows.live_page  # noqa: F401, PLC0415
        return alone.quit

    when_painted(window, lambda: worker.do(load))
    alone.exec()


async def _run_window(
    opened: _Opened,
    store: SettingsStore,
    seconds: float | None,
    snapshot: Path | None,
    report: ReportBuilder,
    door: FrontDoor,
) -> float:
    """Returns the pictures painted a second."""
    from viewer.ui.event_loop import until_told  # noqa: PLC0415

    over, window, bridge = until_told(), opened.window, opened.bridge
    bridge.media_thread_died.connect(over.set)
    window.closed.connect(over.set)
    if opened.is_closed:
        over.set()
    window.prepare_talk()
    with ExitStack() as ends:
        backstage = await loaded_behind(window)
        opened.behind = behind = ends.enter_context(
            backstage(store.current, bridge, report, always_listen=True)
        )
        window.command.disconnect(opened.early.append)
        behind.serve(window)
        window.later.prepare()
        for command in opened.early:
            behind.submit(command)
        if seconds is not None:
            bridge.event_published.connect(
                lambda event: over.set() if isinstance(event, SessionClosed) else None
            )
            QTimer.singleShot(round(seconds * 1000), window, over.set)
        await over.wait()
        door.close()
        if snapshot and not window.grab().save(str(snapshot), "PNG"):
            raise UsageError(f"The snapshot {snapshot} cannot be written.", hint="Choose another place.")
        store.keep(_WINDOW_KEY, window.geometry_text())
        store.flush()
        vanish(window)
        opened.manners.close()
        behind.raise_if_dead()
    return window.video.painted_fps


def _demo(ends: ExitStack) -> DemoProcess:
    demo = DemoProcess()
    ends.callback(demo.stop)
    return demo


def _show(window: MainWindow, store: SettingsStore) -> None:
    """Where and as large as it was the last time."""
    window.restore_geometry(str(store.file.kept(_WINDOW_KEY) or ""))
    if store.current.fullscreen:
        window.showFullScreen()
    else:
        window.show()


async def loaded_behind(window: QWidget) -> "Callable[..., AbstractContextManager[Backstage]]":
    """What opens the backstage, loaded beside the GUI thread once ``window`` is painted."""
    from viewer.ui.event_loop import beside  # noqa: PLC0415

    sys.setswitchinterval(_SWITCH_SECONDS)
    return await beside(window, _load_backstage)


def _load_backstage() -> "Callable[..., AbstractContextManager[Backstage]]":
    with loading():
        from viewer.backstage import backstage  # noqa: PLC0415 - a second

    return backstage


def make_application() -> QApplication:
    """Qt, set up. It lives as long as the process: Qt does not take a second one well.

    Ctrl+C ends the process until the loop listens to it.

    Raises:
        UsageError: there is no screen, or what it needs is missing; Qt would abort the process.
    """
    if isinstance(running := QApplication.instance(), QApplication):
        return running
    share_arenas()
    end_at_ctrl_c()
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    with required_screen():
        application = LinkApplication(sys.argv[:1])
    application.setApplicationName("persona-viewer")
    application.setApplicationDisplayName("Persona Viewer")
    application.setDesktopFileName("persona-viewer")
    application.setWindowIcon(look.application_icon())
    application.setQuitOnLastWindowClosed(False)  # the loop outlives the window: things have to end
    return application


def vanish(window: QWidget) -> None:
    """Off the screen at once, before anything is waited for, with every window that it has opened."""
    window.hide()
    for other in QApplication.topLevelWidgets():
        other.hide()
    QGuiApplication.sync()
