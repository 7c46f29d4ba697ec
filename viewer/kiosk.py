"""Wires the kiosk: its window, what it shows while nobody is there, and who looks after it."""

import asyncio
import logging
import signal
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Final

import platformdirs

from viewer import app
from viewer.errors import RESTART
from viewer.kiosk_file import InForce, in_force
from viewer.protocol.commands import Command
from viewer.redaction import configure_logging
from viewer.session.requests import connect_with
from viewer.settings import KioskCommandSettings, ViewerSettings
from viewer.settings_file import SettingsFile
from viewer.threads import UnattendedThreads
from viewer.ui import look
from viewer.ui.bridge import Bridge
from viewer.ui.desktop.crash_archive import new_report
from viewer.ui.desktop.crash_reports import crashes_reported
from viewer.ui.desktop.kept_log import log_kept, recent_lines
from viewer.ui.event_loop import run_on, until_told
from viewer.ui.kiosk.scenery import Shown
from viewer.ui.kiosk.waiting.oblivion import Oblivion
from viewer.ui.kiosk.waiting.opening import Opening
from viewer.ui.kiosk.waiting.waking_voice import WakingVoice
from viewer.ui.kiosk.watched.keeper import Care, Keeper
from viewer.ui.kiosk.watched.memory import Memory
from viewer.ui.kiosk.watched.starts import remembered
from viewer.ui.kiosk.watched.status import Configuration
from viewer.ui.kiosk.watched.supervisor import supervisor
from viewer.ui.kiosk.window import KioskWindow
from viewer.ui.language.speech import speak
from viewer.ui.screen_wake import screen_kept_awake
from viewer.ui.talk.caption import CaptionLook

_log = logging.getLogger(__name__)

_CACHE: Final = "persona-viewer"
_STARTS: Final = "starts"


def run(given: KioskCommandSettings, file: SettingsFile) -> int:
    """Show the kiosk until it is told to quit; returns the exit code.

    Raises:
        UsageError: there is no screen, or no file that can be used.
        ViewerError: the media thread ended before its time; whoever looks after a kiosk starts it again.
    """
    found = in_force(given, file.path)
    settings, table = found.settings, found.table
    configure_logging(settings.log_level)
    if found.problem:
        _log.error("%s The last file that was right is used: %s", found.problem.message, found.file)
    if sys.platform != "win32":  # a sensor may be quicker than the window; the signal would end the process
        signal.signal(signal.SIGUSR1, signal.SIG_IGN)
    application = app.make_application()
    first = next(iter(table.languages), settings.language)
    speak(application, first if settings.language == "system" else settings.language)
    look.Follower(application, look.Choice.of(settings))
    with screen_kept_awake(), crashes_reported(settings.crash_reports), log_kept(settings.log_file):
        return run_on(application, _run(found))


def plain(settings: ViewerSettings) -> ViewerSettings:
    """``settings`` without what has no need to be there: for a kiosk that crashes."""
    return settings.but(
        echo_cancellation=False,
        noise_suppression=False,
        automatic_gain=False,
        half_duplex=True,
        quality="saver",
    )


async def _run(found: InForce) -> int:
    care = _care(found)
    settings = plain(found.settings) if care.is_safe else found.settings
    over, bridge, films = until_told(), Bridge(), Bridge()
    early = list[Command]()
    scaling = settings.scaling if "scaling" in settings.given else "fill"
    shown = Shown(scaling, CaptionLook.of(settings))
    window = KioskWindow(care.request, found.table, bridge.pictures, shown)
    attract = window.scenery.attract
    attract.pictures = films.pictures
    films.picture_ready.connect(attract.wake)
    loops = Path(platformdirs.user_cache_dir(_CACHE)) / "kiosk"
    chosen = found.table.opening, loops, found.table.slide_seconds
    opening = Opening(attract, care.request, *chosen, moves=not care.is_safe)
    keeper = Keeper(window, opening, care, supervisor())
    code = 0

    def begin_anew() -> None:
        nonlocal code
        code = RESTART
        over.set()

    keeper.restart_wanted.connect(begin_anew)
    _connect(bridge, window, opening, keeper)
    bridge.media_thread_died.connect(over.set)
    window.quit_requested.connect(over.set)
    window.command.connect(early.append)
    if sys.platform != "win32":  # what a sensor's script sends when somebody stands there
        asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, window.woken, "presence")
    Oblivion(window)
    window.fill_screen()
    backstage = await app.loaded_behind(window)
    with ExitStack() as ends:
        behind = ends.enter_context(backstage(settings, bridge, None, always_listen=False))
        ends.callback(opening.end)
        window.command.disconnect(early.append)
        for asks in (window.command, opening.asked, keeper.command):
            asks.connect(behind.submit)
        for command in early:
            behind.submit(command)
        opening.begin(behind.film)
        if found.table.voice_wake and settings.mic != "none":
            behind.wait_for_voice(lambda wake: WakingVoice(window, wake).tell)
        keeper.begin()
        UnattendedThreads().submit(_tidy)
        await over.wait()
        app.vanish(window)
        behind.raise_if_dead()
        keeper.end()
    return code


def _care(found: InForce) -> Care:
    """How the kiosk is looked after; that it has begun is written down before anything can crash."""
    memory, watched = Memory(found.folder / "memory.json"), found.table.watched
    before = remembered(memory.get(_STARTS))
    starts = before.begun(time.time(), watched.safe_minutes * 60)
    memory.keep(**{_STARTS: starts.kept()})
    memory.flush()
    is_safe = len(starts.crashes) >= watched.safe_crashes
    if is_safe:
        _log.error("the kiosk crashed %d times: it goes on in safe mode", len(starts.crashes))
    mic = found.settings.mic
    return Care(
        connect_with(plain(found.settings) if is_safe else found.settings),
        found.table,
        Configuration(str(found.file or ""), found.problem.message if found.problem else ""),
        starts,
        memory,
        found.folder,
        crashed=before.running,
        is_safe=is_safe,
        microphone=None if mic == "none" else mic,
        log=recent_lines,
    )


def _tidy() -> None:
    """Only a few reports of crashes are kept."""
    try:
        new_report()
    except OSError as error:
        _log.warning("reports of crashes cannot be looked through: %s", error.strerror)


def _connect(bridge: Bridge, window: KioskWindow, opening: Opening, keeper: Keeper) -> None:
    """The keeper hears of everything first: what follows from it may be the end of a visit."""
    for hears in (keeper.hear, window.handle, opening.handle):
        bridge.event_published.connect(hears)
    bridge.picture_ready.connect(window.video.wake)
    bridge.devices_changed.connect(keeper.hear_devices)
    bridge.device_problem.connect(keeper.hear_device)
    bridge.microphone_fault.connect(keeper.hear_microphone)
    for trouble in (bridge.device_problem, bridge.microphone_fault):
        trouble.connect(lambda error: _log.warning("%s %s", error.message, error.hint) if error else None)
