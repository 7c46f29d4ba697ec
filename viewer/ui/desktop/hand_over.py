"""What a second start says to the first: one line of JSON over a local socket of this user's."""

import ctypes
import json
import logging
import sys
import time
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from viewer.ui.desktop.links import MAX_LINK

_log = logging.getLogger(__name__)

MAX_MESSAGE: Final = 16_384
"""In bytes."""
MAX_CALLERS: Final = 4
"""That are listened to at one time."""
CALLER_SECONDS: Final = 2.0
"""Until a caller has to be done."""

# The first may be between its start and its window.
_PATIENCE_SECONDS: Final = 1.5
_AGAIN_SECONDS: Final = 0.05
_ANSWER: Final = b"ok\n"
_MAX_ACTIVATION: Final = 512
_ANYBODY: Final = -1


def tell(meeting_point: Path, link: str, activation: str) -> bool:
    """Say to who listens there which ``link`` to open; whether that took it. Blocks for 1.5 s at most.

    ``activation`` is the launcher's permission to come to the front. A link that is too long arrives cut off,
    but still too long.
    """
    message = json.dumps({"link": link[: MAX_LINK + 1], "activation": activation}).encode() + b"\n"
    if sys.platform == "win32":
        ctypes.windll.user32.AllowSetForegroundWindow(_ANYBODY)
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while (left := deadline - time.monotonic()) > 0:
        if _told(_server_name(meeting_point), message, round(left * 1000)):
            return True
        time.sleep(_AGAIN_SECONDS)
    return False


def _told(name: str, message: bytes, milliseconds: int) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    try:
        if not socket.waitForConnected(milliseconds):
            return False
        socket.write(message)
        return socket.waitForReadyRead(milliseconds) and socket.readAll().data() == _ANSWER
    finally:
        socket.abort()


class Doorbell(QObject):
    """Listens at ``meeting_point``, where nobody else does; what was left there is removed."""

    rung = Signal(str, str)
    """The link and the permission to come to the front; either may be empty."""

    def __init__(self, meeting_point: Path) -> None:
        super().__init__()
        self._callers: list[_Caller] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        name = _server_name(meeting_point)
        QLocalServer.removeServer(name)
        if not self._server.listen(name):
            _log.info("later starts have windows of their own: %s", self._server.errorString())

    def close(self) -> None:
        """Listen no more, to nobody."""
        self._server.close()
        for caller in tuple(self._callers):
            caller.send_away()

    def _answer(self) -> None:
        while socket := self._server.nextPendingConnection():
            if len(self._callers) >= MAX_CALLERS:
                socket.abort()
                socket.deleteLater()
                continue
            caller = _Caller(socket, self)
            self._callers.append(caller)
            caller.said.connect(self.rung)
            caller.gone.connect(self._forget)
            caller.listen()

    def _forget(self, caller: "_Caller") -> None:
        self._callers.remove(caller)


class _Caller(QObject):
    """One connection, until its first line came, or not."""

    said = Signal(str, str)
    gone = Signal(object)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._is_here, self._is_answered = True, False
        self._patience = QTimer(self, singleShot=True, interval=round(CALLER_SECONDS * 1000))
        self._patience.timeout.connect(self.send_away)
        socket.setReadBufferSize(MAX_MESSAGE)

    def listen(self) -> None:
        """To what was said already, too."""
        self._socket.readyRead.connect(self._read)
        self._socket.disconnected.connect(self.send_away)
        self._patience.start()
        self._read()

    def send_away(self) -> None:
        """It may have gone by itself. May be called twice."""
        if not self._is_here:
            return
        self._is_here = False
        self._patience.stop()
        self._socket.abort()
        self._socket.deleteLater()
        self.gone.emit(self)
        self.deleteLater()

    def _read(self) -> None:
        is_whole = self._socket.canReadLine() or self._socket.bytesAvailable() >= MAX_MESSAGE
        if not is_whole or self._is_answered or not self._is_here:
            return
        message = _understood(bytes(self._socket.readLine(MAX_MESSAGE).data()))
        if message is None:
            self.send_away()
            return
        self._is_answered = True
        self._socket.write(_ANSWER)
        self._socket.flush()  # whoever rang may wait for it while this thread is busy with what follows
        self._socket.disconnectFromServer()  # once the answer is on its way; then it is gone
        self.said.emit(*message)


def _understood(line: bytes) -> tuple[str, str] | None:
    """The link and the activation; None if that is no message."""
    try:
        message: Any = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(message, dict):
        return None
    link, activation = message.get("link"), message.get("activation")
    if not isinstance(link, str) or not isinstance(activation, str):
        return None
    if len(activation) > _MAX_ACTIVATION or not activation.isascii() or not activation.isprintable():
        activation = ""
    return link[: MAX_LINK + 1], activation


def _server_name(meeting_point: Path) -> str:
    """As Qt wants it: a path, or on Windows, where pipes have no place among the files, a name."""
    return meeting_point.name if sys.platform == "win32" else str(meeting_point)
