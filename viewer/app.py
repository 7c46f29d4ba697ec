"""Wires the GUI: owns the Qt loop, what is loaded behind the window, and the order of shutdown."""

import viewer.ui  # noqa: F401 - first, as with it Qt leaves imports alone

# isort: split
import asyncio
import json
import signal
import sys
from collections.abc import Callable, Coroutine
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import qasync
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from viewer.errors import UsageError
from viewer.interruption import when_told_to_end
from viewer.loading import loading
from viewer.memory import share_arenas
from viewer.protocol.commands import Command
from viewer.protocol.events import SessionClosed
from viewer.session.report import ReportBuilder
from viewer.settings import ViewerSettings
from viewer.settings_file import SettingsFile
from viewer.threads import UnattendedThreads
from viewer.ui import look
from viewer.ui.bridge import Bridge
from viewer.ui.desktop.crash_reports import crashes_reported
from viewer.ui.desktop.front_door import FrontDoor, LinkApplication, enter
from viewer.ui.desktop.kept_log import log_kept
from viewer.ui.desktop.manners import Manners
from viewer.ui.desktop.places import state_folder
from viewer.ui.first_paint import painted
from viewer.ui.gallery.demo.process import DemoProcess, is_installed
from viewer.ui.gallery.faces.kept_faces import KeptFaces
from viewer.ui.language.speech import speak
from viewer.ui.screen import required_screen
from viewer.ui.settings_store import SettingsStore
from viewer.ui.windows.main_window import MainWindow
from viewer.ui.worker import finish_all

if TYPE_CHECKING:
    from viewer.backstage import Backstage

_WINDOW_KEY: Final = "window"
# So long the GUI thread may keep the interpreter from the media thread. Python's own 5 ms add up, once for
# each of the many calls by which a connection comes about while a window is drawn.
_SWITCH_SECONDS: Final = 0.001
_SIGNAL_SECONDS: Final = 0.2

Result = TypeVar("Result")


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
    with crashes_reported(settings.crash_reports), log_kept(settings.log_file):
        store = SettingsStore(settings, file, application)
        _follow_look(application, store)
        _follow_language(application, store)
        painted_fps = run_on(application, _run_window(store, seconds, snapshot, report, door, is_demo))
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


def run_on(application: QApplication, main: Coroutine[Any, Any, Result]) -> Result:
    """Run ``main`` in Qt's event loop.

    Not by ``qasync.run``: on Python 3.11 that gives other threads' loops to Qt, too.
    """
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        try:
            return runner.run(main)
        finally:
            finish_all()


async def _run_window(
    store: SettingsStore,
    seconds: float | None,
    snapshot: Path | None,
    report: ReportBuilder,
    door: FrontDoor,
    is_demo: bool = False,
) -> float:
    """Returns the pictures painted a second."""
    over, settings, bridge = until_told(), store.current, Bridge()
    behind: Backstage | None = None
    early: list[Command] = []
    window = MainWindow(store, bridge.pictures, lambda: behind.voice.level if behind else 0.0)
    bridge.media_thread_died.connect(over.set)
    bridge.event_published.connect(window.handle)
    bridge.picture_ready.connect(window.video.wake)
    window.command.connect(early.append)
    window.closed.connect(over.set)
    with ExitStack() as ends:
        manners = Manners(window, door, lambda *who: window.start_page.name_of(*who) or who[1])
        bridge.event_published.connect(manners.handle)
        window.start_page.book.faces = KeptFaces(state_folder)
        if is_demo:
            window.start_page.show_demo(settings.broker)
        elif store.file.path and is_installed():
            window.start_page.offer_demo(_demo(ends))
        if settings.connect or seconds is not None:  # before it shows: its first frame is who is called
            window.connect_session(settings.broker, settings.persona)
        _show(window, store)
        backstage = await loaded_behind(window)
        behind = ends.enter_context(backstage(store.current, bridge, report, always_listen=True))
        window.command.disconnect(early.append)
        behind.serve(window)
        window.later.prepare()
        for command in early:
            behind.submit(command)
        if seconds is not None:
            bridge.event_published.connect(
                lambda event: over.set() if isinstance(event, SessionClosed) else None
            )
            asyncio.get_running_loop().call_later(seconds, over.set)
        await over.wait()
        door.close()
        if snapshot and not window.grab().save(str(snapshot), "PNG"):
            raise UsageError(f"The snapshot {snapshot} cannot be written.", hint="Choose another place.")
        store.keep(_WINDOW_KEY, window.geometry_text())
        store.flush()
        vanish(window)
        manners.close()
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
    sys.setswitchinterval(_SWITCH_SECONDS)
    await painted(window)
    return await asyncio.wrap_future(UnattendedThreads().submit(_load_backstage))


def _load_backstage() -> "Callable[..., AbstractContextManager[Backstage]]":
    with loading():
        from viewer.backstage import backstage  # noqa: PLC0415 - a second

    return backstage


def make_application() -> QApplication:
    """Qt, set up. It lives as long as the process: Qt does not take a second one well.

    Ctrl+C ends the process until the loop listens to it: as an exception it would be lost in Qt.

    Raises:
        UsageError: there is no screen, or what it needs is missing; Qt would abort the process.
    """
    if isinstance(running := QApplication.instance(), QApplication):
        return running
    share_arenas()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    with required_screen():
        application = LinkApplication(sys.argv[:1])
    application.setApplicationName("persona-viewer")
    application.setApplicationDisplayName("Persona Viewer")
    application.setDesktopFileName("persona-viewer")
    application.setWindowIcon(look.application_icon())
    application.setQuitOnLastWindowClosed(False)  # the loop outlives the window: things have to end
    return application


def until_told() -> asyncio.Event:
    """Set when the process is told to end by SIGINT or SIGTERM."""
    over = asyncio.Event()
    when_told_to_end(over.set)
    if sys.platform == "win32":
        _let_signals_in(asyncio.get_running_loop())
    return over


def _let_signals_in(loop: asyncio.AbstractEventLoop) -> None:
    """Run Python now and then: it calls handlers of signals only when it runs, and Qt may do without it."""
    loop.call_later(_SIGNAL_SECONDS, _let_signals_in, loop)


def vanish(window: QWidget) -> None:
    """Off the screen at once, before anything is waited for, with every window that it has opened."""
    window.hide()
    for other in QApplication.topLevelWidgets():
        other.hide()
    QGuiApplication.sync()
