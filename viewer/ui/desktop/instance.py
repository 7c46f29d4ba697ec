"""One window for each settings file and screen: a second start hands over what it was to open."""

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal

from viewer.libraries import debian_package, missing_in
from viewer.ui.desktop.places import meeting_folder

if TYPE_CHECKING:
    from viewer.ui.desktop.hand_over import Doorbell

_log = logging.getLogger(__name__)

# What a launcher gives a program so that its window may come to the front: on Wayland and on X11.
_ACTIVATION: Final = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


class Instance(QObject):
    """This process's part in it. Nothing here raises: where instances cannot meet, each has its window.

    Args:
        config: the settings file; with another one it is another program.
    """

    opened = Signal(str)
    """The program was started again, with this link, or with an empty text: it is to come to the front."""

    def __init__(self, config: Path) -> None:
        super().__init__()
        self._name = _meeting_point(config)
        self._lock: QLockFile | None = None
        self._doorbell: Doorbell | None = None

    def is_first(self) -> bool:
        """Whether no other runs; then this is the one from now on. One that crashed does not run."""
        if self._name is None:
            return True
        lock = QLockFile(f"{self._name}.lock")
        lock.setStaleLockTime(0)  # however old it is: what counts is whether its process lives
        if lock.tryLock(0):
            self._lock = lock
        return lock.error() != QLockFile.LockError.LockFailedError

    def hand_over(self, link: str) -> bool:
        """Give ``link`` to the first; False if it does not answer. Blocks for 1.5 s at most."""
        try:
            from viewer.ui.desktop.hand_over import tell  # noqa: PLC0415 - 20 ms that other starts do not need
        except ImportError as error:
            _log.warning("a window is open, and this is one of its own: %s", _lack(error))
            return False

        activation = next((os.environ[name] for name in _ACTIVATION if os.environ.get(name)), "")
        if self._name is not None and tell(self._name, link, activation):
            return True
        _log.warning("another window is open and does not answer, so this is one of its own")
        return False

    def listen(self) -> None:
        """Hear of later starts, if this is the first. Needs Qt's event loop."""
        try:
            from viewer.ui.desktop.hand_over import Doorbell  # noqa: PLC0415 - after the window is shown
        except ImportError as error:
            _log.warning("later starts have windows of their own: %s", _lack(error))
            return

        if self._lock is not None and self._name is not None and self._doorbell is None:
            doorbell = Doorbell(self._name)
            doorbell.rung.connect(self._rung)
            self._doorbell = doorbell

    def close(self) -> None:
        """Others may be first. May be called twice."""
        if self._doorbell is not None:
            self._doorbell.close()
            self._doorbell = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _rung(self, link: str, activation: str) -> None:
        if activation:
            # Qt takes it from here when a window asks to come to the front.
            os.environ[_ACTIVATION[0]] = activation
        self.opened.emit(link)


def _lack(error: ImportError) -> str:
    """Which library of the system it is that Qt's part for sockets is linked with."""
    library = missing_in(str(error))
    if library is None:
        return str(error)
    return f"the library {library} is missing; on Debian and Ubuntu: apt install {debian_package(library)}"


def _meeting_point(config: Path) -> Path | None:
    screen = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or ""
    # By Qt, which is there: hashlib loads OpenSSL, and no first paint needs that.
    digest = QCryptographicHash.hash(
        f"{config.resolve()}\n{screen}".encode(), QCryptographicHash.Algorithm.Sha256
    )
    told_apart = bytes(digest.data()).hex()[:12]
    try:
        return meeting_folder() / f"persona-viewer-{told_apart}"
    except OSError as error:
        _log.info("instances cannot meet: %s", error.strerror)
        return None
