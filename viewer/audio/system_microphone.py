"""What the operating system knows to be wrong with the microphone: muted, turned down, forbidden.

On macOS nothing here: only Qt's permission says whether the program may record.
"""

import logging
import sys
import threading
from collections.abc import Callable
from typing import Any, Final, TypeAlias

from viewer.audio.pulse import Recording, SoundServer
from viewer.errors import (
    AudioDeviceError,
    MicrophoneDead,
    MicrophoneDenied,
    MicrophoneFault,
    MicrophoneTooQuiet,
    MutedInSystem,
)

_log = logging.getLogger(__name__)

Known: TypeAlias = tuple[str, MicrophoneFault | None]
"""The microphone's name, empty where it is not known, and what is wrong."""

NOTHING: Final[Known] = ("", None)

# On the scale of sound settings: 20 % is −42 dB there.
_TURNED_DOWN: Final = 0.2
_LOOK_SECONDS: Final = 2.0
_CONSENT: Final = r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\microphone"


def known_now() -> Known:
    """What the system knows of the microphone that this process has open. Blocks for milliseconds."""
    if sys.platform == "win32":
        return "", _forbidden_by_windows()
    if sys.platform != "linux":
        return NOTHING
    try:
        server = SoundServer()
    except AudioDeviceError:
        return NOTHING
    try:
        return _known(server.recording())
    except AudioDeviceError:
        return NOTHING
    finally:
        server.close()


class SystemMicrophone:
    """Looks after that between :meth:`open` and :meth:`close`, on its own thread. Only :meth:`stop` waits.

    Args:
        on_known: gets what is known, whenever it changes, on that thread.
    """

    def __init__(self, on_known: Callable[[str, MicrophoneFault | None], None]) -> None:
        self._on_known = on_known
        self._watcher: _Watcher | None = None
        self._ending: list[_Watcher] = []

    def open(self) -> None:
        """A microphone is open, or soon will be."""
        if self._watcher is None and sys.platform in ("linux", "win32"):
            self._watcher = _Watcher(self._on_known)
            self._watcher.start()

    def close(self) -> None:
        """None is open any more."""
        if self._watcher:
            self._watcher.end()
            self._ending = [one for one in (*self._ending, self._watcher) if one.is_alive()]
            self._watcher = None

    def stop(self) -> None:
        """The same, and wait for the thread, for a moment. May be called twice."""
        self.close()
        for one in self._ending:
            one.join(_LOOK_SECONDS)


class _Watcher(threading.Thread):
    def __init__(self, on_known: Callable[[str, MicrophoneFault | None], None]) -> None:
        super().__init__(name="system microphone", daemon=True)
        self._on_known = on_known
        self._told: tuple[str, str] | None = None
        self._over = threading.Event()
        self._lock = threading.Lock()
        self._server: SoundServer | None = None

    def end(self) -> None:
        self._over.set()
        with self._lock:
            if self._server:
                self._server.wake()

    def run(self) -> None:
        while not self._over.is_set():
            if sys.platform == "linux":
                self._follow_sound_server()
            else:
                self._tell(known_now())
            self._over.wait(_LOOK_SECONDS)

    def _follow_sound_server(self) -> None:
        """Until it goes, or nobody wants to know any more."""
        try:
            server = SoundServer()
        except AudioDeviceError:
            self._tell(NOTHING)
            return
        with self._lock:
            self._server = server
        try:
            while not self._over.is_set():
                self._tell(_known(server.recording()))
                server.wait(_LOOK_SECONDS)
        except AudioDeviceError:
            _log.info("the sound server has gone")
        finally:
            with self._lock:
                self._server = None
            server.close()

    def _tell(self, known: Known) -> None:
        name, fault = known
        told = (name, fault.message if fault else "")
        if told != self._told and not self._over.is_set():
            self._told = told
            self._on_known(name, fault)


def _known(recording: Recording | None) -> Known:
    return (recording.name, _fault(recording)) if recording else NOTHING


def _fault(recording: Recording) -> MicrophoneFault | None:
    which = f"The microphone “{recording.name}”"
    if recording.is_monitor:
        return MicrophoneDead(
            f"The system records “{recording.name}”, which is no microphone.",
            hint="Plug a microphone in, or choose one.",
        )
    if recording.muted:
        return MutedInSystem(f"{which} is muted in the system.")
    if recording.stream_muted:
        return MutedInSystem(
            "The system has muted what this program records.",
            hint="Unmute Persona Viewer among the recordings in the system's sound settings.",
        )
    percent = round(recording.volume * 100)
    turned_down = f"{which} is turned down to {percent} % in the system."
    hint = "Turn it up in the system's sound settings."
    if percent == 0:
        return MutedInSystem(turned_down, hint=hint)
    return MicrophoneTooQuiet(turned_down, hint=hint) if recording.volume < _TURNED_DOWN else None


def _forbidden_by_windows() -> MicrophoneFault | None:
    """The switches in Settings › Privacy › Microphone: of the computer, of this user, of desktop programs."""
    import winreg as registry  # noqa: PLC0415 # Windows has it alone

    winreg: Any = registry
    for root, key in (
        (winreg.HKEY_LOCAL_MACHINE, _CONSENT),
        (winreg.HKEY_CURRENT_USER, _CONSENT),
        (winreg.HKEY_CURRENT_USER, rf"{_CONSENT}\NonPackaged"),
    ):
        try:
            with winreg.OpenKey(root, key) as opened:
                value, _ = winreg.QueryValueEx(opened, "Value")
        except OSError:
            continue
        if value == "Deny":
            return MicrophoneDenied(
                hint="Allow desktop apps to use the microphone: Settings, Privacy & security, Microphone."
            )
    return None
